//! Signed publications, checked by recoupe and by the real `minisign`.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

#[path = "support/desk.rs"]
#[allow(dead_code, reason = "each test uses a part of this")]
mod desk;
#[path = "support/servers.rs"]
#[allow(dead_code, reason = "each test uses a part of this")]
mod servers;

use std::fs;
use std::io::Write as _;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use desk::Desk;
use recoupe::emit::MANIFEST;
use recoupe::publish::{
    self, Directory, GitBranch, PublicKey, Publication, PublishError, SIGNATURE, SftpFolder, Signed, Signer, State,
    Target,
};
use servers::{Ssh, installed};
use tempfile::TempDir;

/// Keys that the real program made.
struct Keys {
    dir: TempDir,
}

impl Keys {
    /// A pair of keys, locked if a password is given; none if the program is not installed.
    fn make(password: Option<&str>) -> Option<Keys> {
        let keys = Keys { dir: TempDir::new().unwrap() };
        let mut command = Command::new(installed(&["minisign"])?);
        command.arg("-G").arg("-p").arg(keys.public()).arg("-s").arg(keys.secret());
        if password.is_none() {
            command.arg("-W");
        }
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        if let Some(password) = password {
            write!(stdin, "{password}\n{password}\n").unwrap();
        }
        drop(stdin);
        assert!(child.wait().unwrap().success());
        Some(keys)
    }

    fn public(&self) -> PathBuf {
        self.dir.path().join("key.pub")
    }

    fn secret(&self) -> PathBuf {
        self.dir.path().join("key")
    }

    fn signer(&self) -> Signer {
        Signer::open(&fs::read_to_string(self.secret()).unwrap(), None, "https://example.org/faits").unwrap()
    }

    fn key(&self) -> PublicKey {
        PublicKey::parse(&fs::read_to_string(self.public()).unwrap()).unwrap()
    }

    /// What the real program says of a site: the trusted comment, if the signature is good.
    fn checked(&self, site: &Path) -> Option<String> {
        let mut command = Command::new("minisign");
        command.arg("-V").arg("-p").arg(self.public()).arg("-m").arg(site.join(MANIFEST));
        let output = command.output().unwrap();
        output.status.success().then(|| String::from_utf8(output.stdout).unwrap())
    }
}

fn publish_signed(desk: &Desk, target: &Target, signer: &Signer) -> Result<Publication, PublishError> {
    desk.with(|release| {
        let mut prepared = publish::prepare(release, target)?;
        prepared.sign(signer)?;
        prepared.send()
    })
}

/// Publishes signed, again, changed, and unsigned; `site` brings what is there into a directory.
fn signed_life(target: &Target, keys: &Keys, site: &dyn Fn(&Desk) -> PathBuf, desk: &Desk) {
    let (signer, key) = (keys.signer(), keys.key());
    publish_signed(desk, target, &signer).unwrap();
    let www = site(desk);
    let told = keys.checked(&www).expect("minisign takes our signature");
    assert!(told.contains("site:https://example.org/faits\tfiles:3"), "{told}");
    let verified = publish::verify_signed(&www, Some(&key)).unwrap();
    assert!(matches!(verified.signed, Signed::Proven { .. }) && verified.good == 3, "{verified:?}");
    assert!(!fs::read_to_string(www.join(MANIFEST)).unwrap().contains("minisig"), "it vouches for the manifest");
    let first = fs::read(www.join(SIGNATURE)).unwrap();

    assert_eq!(publish_signed(desk, target, &signer).unwrap().state, State::Unchanged);
    assert_eq!(fs::read(site(desk).join(SIGNATURE)).unwrap(), first, "the same site keeps its signature");

    desk.build(&[("index.html", "home, again"), ("static/a.css", "style")]);
    publish_signed(desk, target, &signer).unwrap();
    let www = site(desk);
    assert!(keys.checked(&www).is_some(), "of the manifest that is there now");
    assert_ne!(fs::read(www.join(SIGNATURE)).unwrap(), first);

    desk.publish(target).unwrap();
    let www = site(desk);
    assert!(!www.join(SIGNATURE).exists(), "no signature of another publication stays");
    assert_eq!(publish::verify_signed(&www, Some(&key)).unwrap().signed, Signed::No);
    let left = fs::read_dir(desk.path(".recoupe"))
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().contains("minisig"));
    assert_eq!(left.count(), 0, "nothing is left beside the site");
}

#[test]
fn a_directory_is_signed() {
    let Some(keys) = Keys::make(None) else { return };
    let target = Target::Directory(Directory { path: "www".into(), keep: NonZeroUsize::new(9).unwrap() });
    signed_life(&target, &keys, &|desk| desk.path("www"), &Desk::new());
}

#[test]
fn a_branch_is_signed() {
    let Some(keys) = Keys::make(None) else { return };
    let desk = Desk::new();
    let git = |args: &[&str]| {
        assert!(Command::new("git").args(args).current_dir(desk.root.path()).status().unwrap().success());
    };
    git(&["init", "--quiet", "--bare", "pages.git"]);
    let target = Target::Git(GitBranch { remote: "pages.git".into(), branch: "pages".into(), cname: None });
    let clone = |desk: &Desk| {
        // One from the last look is gone.
        let _ = fs::remove_dir_all(desk.path("clone"));
        git(&["clone", "--quiet", "--branch=pages", "pages.git", "clone"]);
        desk.path("clone")
    };
    signed_life(&target, &keys, &clone, &desk);
}

#[test]
fn a_folder_behind_ssh_is_signed() {
    let (Some(keys), Some(ssh)) = (Keys::make(None), Ssh::start()) else { return };
    let www = ssh.server.dir.path().join("www");
    let path = www.to_str().unwrap().to_owned();
    let target = Target::Sftp(SftpFolder { host: "web".into(), path, program: ssh.client.clone() });
    signed_life(&target, &keys, &|_| www.clone(), &Desk::new());
    let record = fs::read_to_string(www.join("recoupe-publication.json")).unwrap();
    assert!(!record.contains(SIGNATURE), "{record}");
}

#[test]
fn each_thing_that_is_wrong_has_its_own_words() {
    let (Some(keys), Some(others)) = (Keys::make(None), Keys::make(None)) else { return };
    let desk = Desk::new();
    let target = Target::Directory(Directory { path: "www".into(), keep: NonZeroUsize::new(9).unwrap() });
    publish_signed(&desk, &target, &keys.signer()).unwrap();
    let site = desk.path("www");
    let verify = |key: &Path| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_recoupe"));
        let output = command.arg("verify").arg(&site).arg("--public-key").arg(key).output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap())
    };
    let told = |key: &Path, code: i32, words: &str| {
        let (ended, told) = verify(key);
        assert!(ended == Some(code) && told.contains(words), "{ended:?}: {told}");
    };
    told(&keys.public(), 0, "the manifest is signed with the key");
    told(&others.public(), 1, "the manifest is signed with another key, ");
    let line = fs::read_to_string(keys.public()).unwrap().lines().nth(1).unwrap().to_owned();
    told(Path::new(&line), 0, "3 as the manifest says");
    told(Path::new("nonsense"), 2, "`--public-key nonsense` is no key");
    told(&keys.secret(), 2, "no public key of minisign");

    let manifest = fs::read_to_string(site.join(MANIFEST)).unwrap();
    let rewrite = |text: &str| {
        fs::remove_file(site.join(MANIFEST)).unwrap();
        fs::write(site.join(MANIFEST), text).unwrap();
    };
    rewrite(&manifest.replace("\"bytes\": 4", "\"bytes\": 5"));
    told(&keys.public(), 1, "the manifest is not the one that was signed with the key");
    told(&keys.public(), 1, "its files were not compared");
    rewrite(&manifest);
    fs::write(site.join(SIGNATURE), "untrusted comment: x\n").unwrap();
    told(&keys.public(), 1, "the signature beside the manifest cannot be read");
    fs::remove_file(site.join(SIGNATURE)).unwrap();
    told(&keys.public(), 1, "the manifest is not signed");
}

/// The whole way at the command line, with a key that has a password.
#[test]
fn a_password_opens_the_key_and_is_told_to_nobody() {
    let Some(keys) = Keys::make(Some("open sesame")) else { return };
    let dir = TempDir::new().unwrap();
    let root = dir.path().join("desk");
    let run = |password: Option<&str>, args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_recoupe"));
        command.args(args).current_dir(dir.path()).env_remove("RECOUPE_CAPTURES").stdin(Stdio::null());
        command.env("RECOUPE_SIGNING_KEY", keys.secret());
        if let Some(password) = password {
            command.env("RECOUPE_SIGNING_PASSWORD", password);
        }
        let output = command.output().unwrap();
        let told = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
        (output.status.code(), told)
    };
    assert_eq!(run(None, &["init", "desk"]).0, Some(0));
    let settings = root.join("content/site.yaml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, text.replace("path: ../orsel-site", "path: www")).unwrap();
    let publish = ["publish", "--root", "desk", "--sign"];

    let (code, told) = run(Some("guessed"), &publish);
    assert!(code == Some(2) && told.contains("cannot sign the manifest: Wrong password"), "{told}");
    assert!(!root.join("www").exists(), "nothing was published");

    let (code, told) = run(Some("open sesame"), &publish);
    assert_eq!(code, Some(0), "{told}");
    assert!(keys.checked(&root.join("www")).is_some());
    let secret = fs::read_to_string(keys.secret()).unwrap();
    let site = walkdir::WalkDir::new(root.join("www")).follow_root_links(true).into_iter().map(Result::unwrap);
    let published: Vec<Vec<u8>> = site.filter_map(|entry| fs::read(entry.path()).ok()).collect();
    assert!(published.len() > 10);
    for secret in ["open sesame", secret.lines().nth(1).unwrap()] {
        assert!(!told.contains(secret), "{told}");
        let holds = |bytes: &Vec<u8>| bytes.windows(secret.len()).any(|some| some == secret.as_bytes());
        assert!(!published.iter().any(holds));
    }

    let (code, told) = run(None, &["publish", "--root", "desk", "--dry-run"]);
    assert!(code == Some(0) && told.contains("this publication is not: `--sign` signs it"), "{told}");
}
