//! `recoupe publish` at the command line, as a process of its own.

use std::path::Path;
use std::process::{Command, Output};

use crate::host::Host;
use crate::program::{add_target, demo, edit_silently, ok, words};
use crate::servers::Ssh;

/// How the program is told of a place, and what it says where it is not let in.
struct Told<'a> {
    /// As in `site.yaml`.
    target: String,
    secrets: &'a [(&'a str, &'a str)],
    wrong: &'a [(&'a str, &'a str)],
    /// What the way out names.
    names: &'a str,
}

fn publish(dir: &Path, arguments: &[&str], secrets: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_recoupe"));
    // Nothing of whoever runs the tests: neither keys nor a `.netrc`.
    for (key, _) in std::env::vars_os() {
        if ["AWS_", "AZURE_", "RECOUPE_"].iter().any(|prefix| key.to_string_lossy().starts_with(prefix)) {
            command.env_remove(key);
        }
    }
    command.args(["publish", "away"]).args(arguments).args(["--root", "demo"]);
    command.env("HOME", dir).env_remove("NETRC").envs(secrets.iter().copied());
    command.current_dir(dir).output().unwrap()
}

fn is_refused(dir: &Path, told: &Told<'_>) {
    let refused = publish(dir, &[], told.wrong);
    let said = words(&refused);
    assert_eq!(refused.status.code(), Some(2), "{said}");
    assert!(said.contains("does not let us in") && said.contains(told.names), "{said}");
    let secrets = told.wrong.iter().filter(|(name, _)| name.contains("KEY") || name.contains("PASSWORD"));
    assert!(secrets.into_iter().all(|(_, secret)| !said.contains(secret)), "{said}");
}

fn is_published_from_the_command_line(host: &dyn Host, told: &Told<'_>) {
    let demo = demo();
    let dir = demo.path();
    add_target(&demo, &format!("away: {}", told.target));
    let built = || crate::desk::files(&dir.join("demo/public"));

    if !told.wrong.is_empty() {
        is_refused(dir, told);
        assert!(host.files("www").is_empty(), "something was sent");
    }

    let plan = ok(&publish(dir, &["--dry-run"], told.secrets));
    assert!(plan.contains("+ index.html (") && plan.contains("; nothing was sent"), "{plan}");
    assert!(host.files("www").is_empty(), "a plan sends nothing");

    let first = ok(&publish(dir, &[], told.secrets));
    assert!(first.contains("away: no site is there yet to compare with") && first.contains(" added"), "{first}");
    crate::host::is_exactly(&host.files("www"), &built());

    let before = host.files("www");
    let again = ok(&publish(dir, &[], told.secrets));
    assert!(again.contains("away: nothing has changed"), "{again}");

    edit_silently(&demo);
    let silent = publish(dir, &[], told.secrets);
    assert_eq!(silent.status.code(), Some(1));
    let said = words(&silent);
    assert!(said.contains("error[silent-edit]") && said.contains("nothing was sent; away is as it was"), "{said}");
    assert!(host.files("www") == before, "the live site is untouched");
}

#[test]
fn to_a_folder_behind_ssh() {
    let Some(ssh) = Ssh::start() else { return };
    let path = ssh.server.dir.path().join("www");
    let told = Told {
        target: format!("{{ kind: sftp, host: web, path: \"{}\" }}", path.display()),
        secrets: &[("RECOUPE_SFTP", &ssh.client)],
        wrong: &[("RECOUPE_SFTP", &ssh.stranger())],
        names: "`ssh`",
    };
    std::fs::create_dir(path).unwrap();
    is_published_from_the_command_line(&ssh, &told);
}

#[cfg(feature = "cloud")]
mod with_object_stores {
    use super::*;
    use crate::servers::Moto;
    use crate::servers::azurite::{ACCOUNT, Azurite, KEY};
    use crate::servers::dav::{Dav, PASSWORD, USER};

    #[test]
    fn to_a_webdav_server() {
        let Some(dav) = Dav::wsgidav() else { return };
        std::fs::create_dir(dav.www().join("www")).unwrap();
        let told = Told {
            target: format!("{{ kind: webdav, url: \"http://127.0.0.1:{}/www/\" }}", dav.port()),
            secrets: &[("RECOUPE_WEBDAV_USER", USER), ("RECOUPE_WEBDAV_PASSWORD", PASSWORD)],
            wrong: &[("RECOUPE_WEBDAV_USER", "desk"), ("RECOUPE_WEBDAV_PASSWORD", "not-the-secret")],
            names: "`RECOUPE_WEBDAV_PASSWORD`",
        };
        is_published_from_the_command_line(&dav, &told);
    }

    #[test]
    fn to_a_webdav_server_with_the_login_of_netrc() {
        let Some(dav) = Dav::wsgidav() else { return };
        let demo = demo();
        add_target(&demo, &format!("away: {{ kind: webdav, url: \"http://127.0.0.1:{}/www\" }}", dav.port()));
        let netrc = format!("machine 127.0.0.1 login {USER} password {PASSWORD}\n");
        std::fs::write(demo.path().join(".netrc"), netrc).unwrap();
        ok(&publish(demo.path(), &[], &[]));
        assert!(dav.files("www").contains_key("index.html"));
    }

    #[test]
    fn to_a_bucket() {
        let Some(moto) = Moto::start() else { return };
        let secrets = [("AWS_ACCESS_KEY_ID", "somebody"), ("AWS_SECRET_ACCESS_KEY", "the-secret-of-the-desk")];
        let target = |moto: &Moto| {
            let endpoint = format!("http://127.0.0.1:{}", moto.port());
            format!("{{ kind: s3, bucket: site, path: www, region: us-east-1, endpoint: \"{endpoint}\" }}")
        };
        // This server either knows nobody or lets everybody in, so that the refusal needs one of its own.
        let Some(closed) = Moto::closed() else { return };
        let names = "`AWS_SECRET_ACCESS_KEY`";
        let demo = demo();
        add_target(&demo, &format!("away: {}", target(&closed)));
        is_refused(demo.path(), &Told { target: target(&closed), secrets: &[], wrong: &secrets, names });
        drop(closed);

        let told = Told { target: target(&moto), secrets: &secrets, wrong: &[], names };
        is_published_from_the_command_line(&moto, &told);
    }

    #[test]
    fn to_a_container() {
        let Some(azurite) = Azurite::start() else { return };
        let endpoint = format!("http://127.0.0.1:{}/{ACCOUNT}", azurite.port());
        let told = Told {
            target: format!("{{ kind: azure, bucket: site, path: www, account: {ACCOUNT}, endpoint: \"{endpoint}\" }}"),
            secrets: &[("AZURE_STORAGE_ACCOUNT_KEY", KEY)],
            wrong: &[("AZURE_STORAGE_ACCOUNT_KEY", &KEY.replace("Eby8", "AAAA"))],
            names: "`AZURE_STORAGE_ACCOUNT_KEY`",
        };
        is_published_from_the_command_line(&azurite, &told);
    }

    #[test]
    fn back_in_a_bucket_that_keeps_releases() {
        let Some(moto) = Moto::start() else { return };
        let secrets = [("AWS_ACCESS_KEY_ID", "somebody"), ("AWS_SECRET_ACCESS_KEY", "the-secret-of-the-desk")];
        let endpoint = format!("http://127.0.0.1:{}", moto.port());
        let target = |more: &str| {
            format!("{{ kind: s3, bucket: site, region: us-east-1, endpoint: \"{endpoint}\", path: www{more} }}")
        };
        let demo = demo();
        let run = |arguments: &[&str]| ok(&publish(demo.path(), arguments, &secrets));
        add_target(&demo, &format!("away: {}", target("")));
        let refused = words(&publish(demo.path(), &["--releases"], &secrets));
        assert!(refused.contains("keeps no earlier releases") && refused.contains("with `keep`"), "{refused}");

        let settings = demo.path().join("demo/content/site.yaml");
        let text = std::fs::read_to_string(&settings).unwrap().replace(&target(""), &target(", keep: 3"));
        std::fs::write(&settings, &text).unwrap();
        run(&[]);
        let first = host_files(&moto);
        std::fs::write(&settings, text.replace("\"CC BY 4.0\"", "\"CC BY 4.0, mended\"")).unwrap();
        let plan = run(&["--dry-run"]);
        assert!(plan.contains(" changed, ") && plan.contains(" kept, "), "{plan}");
        run(&[]);
        let listed = run(&["--releases"]);
        assert!(listed.starts_with("000001\n000002  served now\nnote: "), "{listed}");
        assert!(listed.contains(" are kept for the releases that are not served"), "{listed}");
        let plan = run(&["--rollback", "--dry-run"]);
        assert!(plan.contains("away: 000001 (") && plan.contains("nothing was changed"), "{plan}");
        assert!(host_files(&moto) != first);
        let told = run(&["--rollback"]);
        assert!(told.contains("away: back to 000001 ("), "{told}");
        assert!(host_files(&moto) == first, "the site of then");
        assert!(run(&["--releases"]).starts_with("000001  served now\n000002  withdrawn\n"));
        assert!(run(&["--rollback", "000001"]).contains("readers see 000001 already"));
    }

    /// What readers find.
    fn host_files(moto: &Moto) -> std::collections::BTreeMap<String, String> {
        let mut files = moto.files("www");
        files.retain(|path, _| !path.starts_with("recoupe-releases/") && path != crate::host::RECORD);
        files
    }
}
