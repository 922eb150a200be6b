//! The program as its users run it: real folders, real processes, the real site.

#[path = "support/program.rs"]
mod program;
#[cfg(feature = "serve")]
#[path = "support/running.rs"]
mod running;
#[path = "support/tree.rs"]
mod tree;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant, SystemTime};

use program::{add_target, demo, edit_silently, ok, recoupe, words};
use tempfile::TempDir;

/// A copy of the repository's own content.
fn real_site() -> TempDir {
    let dir = TempDir::new().expect("a folder");
    tree::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("content").as_path(), &dir.path().join("content"));
    dir
}

/// Every file below a folder, with its bytes and its time of modification.
fn files(dir: &Path) -> BTreeMap<PathBuf, (Vec<u8>, SystemTime)> {
    let mut found = BTreeMap::new();
    let mut pending = vec![dir.to_path_buf()];
    while let Some(folder) = pending.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                pending.push(path);
            } else {
                let modified = fs::metadata(&path).unwrap().modified().unwrap();
                found.insert(path.strip_prefix(dir).unwrap().to_path_buf(), (fs::read(&path).unwrap(), modified));
            }
        }
    }
    found
}

fn bytes(dir: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    files(dir).into_iter().map(|(path, (bytes, _))| (path, bytes)).collect()
}

#[test]
fn the_real_site_has_a_page_for_every_record_in_both_languages() {
    let site = real_site();
    ok(&recoupe(&["build"], site.path()));
    let public = site.path().join("public");
    let count = |folder: &str| {
        let pages = fs::read_dir(site.path().join("content").join(folder)).unwrap();
        let stems = pages.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        stems.filter(|name| name.matches('.').count() == 1).map(|name| name.replace(".md", "")).collect::<Vec<_>>()
    };
    let private = ["hassan", "abou-ahmad"];
    for (folder, french, english) in [
        ("claims", "verifications", "en/checks"),
        ("sources", "sources", "en/sources"),
        ("documents", "documents", "en/documents"),
        ("events", "evenements", "en/events"),
        ("places", "lieux", "en/places"),
    ] {
        for id in count(folder) {
            for language in [french, english] {
                let page = public.join(language).join(&id).join("index.html");
                assert_eq!(page.is_file(), !private.contains(&id.as_str()), "{}", page.display());
            }
        }
    }
    assert!(count("claims").len() >= 19);
}

#[test]
fn two_builds_are_alike_whatever_the_day_the_clock_and_the_folder() {
    let site = real_site();
    ok(&recoupe(&["build", "--out", "a", "--as-of", "2026-12-01"], site.path()));
    let elsewhere = TempDir::new().unwrap();
    let root = site.path().to_str().unwrap();
    let other = Command::new(env!("CARGO_BIN_EXE_recoupe"))
        .args(["build", "--root", root, "--out", "b"])
        .env("SOURCE_DATE_EPOCH", "1900000000")
        .env("TZ", "Pacific/Kiritimati")
        .env("LC_ALL", "ar_SY.UTF-8")
        .env("RAYON_NUM_THREADS", "1")
        .current_dir(elsewhere.path())
        .output()
        .expect("the program starts");
    ok(&other);
    assert!(bytes(&site.path().join("a")) == bytes(&site.path().join("b")), "two builds differ");
}

#[test]
fn a_second_build_rewrites_no_file() {
    let site = real_site();
    let first = recoupe(&["build"], site.path());
    ok(&first);
    let public = site.path().join("public");
    let before = files(&public);
    let second = recoupe(&["build"], site.path());
    let said = ok(&second);
    assert!(said.contains("(0 written"), "{said}");
    assert_eq!(first.stderr, second.stderr, "what was found is told each time");
    assert!(before == files(&public), "a file changed or was touched");
    // Without what the first build remembered, every page is made again, and none is written.
    fs::remove_dir_all(site.path().join(".recoupe")).unwrap();
    let said = ok(&recoupe(&["build"], site.path()));
    assert!(said.contains("(0 written"), "{said}");
    assert!(before == files(&public), "a file changed or was touched");
}

#[test]
fn a_misspelt_source_is_shown_with_its_place_and_leaves_the_site_alone() {
    let site = real_site();
    ok(&recoupe(&["build"], site.path()));
    let before = files(&site.path().join("public"));
    let claim = site.path().join("content/claims/joubass-huit-morts.md");
    let text = fs::read_to_string(&claim).unwrap();
    fs::write(&claim, text.replace("  by: osdh\n", "  by: osdhh\n")).unwrap();
    let checked = recoupe(&["check"], site.path());
    assert_eq!(checked.status.code(), Some(1));
    let said = words(&checked);
    for part in ["content/claims/joubass-huit-morts.md:8:7", "by: osdhh", "^^^^^", "did you mean `osdh`?"] {
        assert!(said.contains(part), "{part} is not in\n{said}");
    }
    let built = recoupe(&["build"], site.path());
    assert_eq!(built.status.code(), Some(1));
    assert!(before == files(&site.path().join("public")), "a refused build changed the site");
}

#[test]
fn the_demo_builds_without_a_finding_and_says_that_it_is_invented() {
    let dir = demo();
    let said = ok(&recoupe(&["check", "--root", "demo", "--deny", "warnings"], dir.path()));
    assert!(said.contains("nothing to report"), "{said}");
    ok(&recoupe(&["build", "--root", "demo"], dir.path()));
    let home = fs::read_to_string(dir.path().join("demo/public/index.html")).unwrap();
    assert!(home.contains("invented"));
    assert!(dir.path().join("demo/public/checks/bridge-closed-nine-days/index.html").is_file());
}

#[test]
fn init_leaves_a_folder_that_is_not_empty_alone() {
    let dir = demo();
    let before = bytes(dir.path());
    let again = recoupe(&["init", "demo"], dir.path());
    assert_eq!(again.status.code(), Some(2));
    assert!(before == bytes(dir.path()));
}

#[test]
fn a_record_that_was_just_made_does_not_break_the_site() {
    let dir = demo();
    for kind in ["claim", "source", "event", "place", "page"] {
        ok(&recoupe(&["new", kind, &format!("new-{kind}"), "--root", "demo"], dir.path()));
    }
    ok(&recoupe(&["check", "--root", "demo"], dir.path()));
    let taken = recoupe(&["new", "place", "orsel-council", "--root", "demo"], dir.path());
    assert_eq!(taken.status.code(), Some(2));
}

#[test]
fn a_renamed_record_keeps_its_old_address() {
    let site = real_site();
    ok(&recoupe(&["rename", "osdh", "observatoire-syrien"], site.path()));
    ok(&recoupe(&["build"], site.path()));
    let public = site.path().join("public");
    assert!(public.join("sources/observatoire-syrien/index.html").is_file());
    let old = fs::read_to_string(public.join("sources/osdh/index.html")).unwrap();
    assert!(old.contains("/sources/observatoire-syrien/"), "{old}");
    // And back again: the first id is no longer a former one.
    ok(&recoupe(&["rename", "observatoire-syrien", "osdh"], site.path()));
    ok(&recoupe(&["check"], site.path()));
}

#[test]
fn every_rule_explains_itself() {
    let dir = TempDir::new().unwrap();
    let list = ok(&recoupe(&["explain"], dir.path()));
    for code in list.lines().filter_map(|line| line.split_whitespace().next()) {
        assert!(ok(&recoupe(&["explain", code], dir.path())).starts_with(code));
    }
    let wrong = recoupe(&["explain", "unknwon-field"], dir.path());
    assert_eq!(wrong.status.code(), Some(2));
    assert!(words(&wrong).contains("did you mean `unknown-field`?"));
}

#[test]
fn a_folder_without_content_is_wrong_usage() {
    let dir = TempDir::new().unwrap();
    let output = recoupe(&["build"], dir.path());
    assert_eq!(output.status.code(), Some(2));
    assert!(words(&output).contains("recoupe init"));
}

/// A repository that the demo can be published to, as `pages`.
struct GitHost(String);

impl GitHost {
    fn of(demo: &TempDir) -> GitHost {
        let host = GitHost(demo.path().join("host.git").to_str().unwrap().to_owned());
        host.git(&["init", "--quiet", "--bare"]);
        add_target(demo, &format!("pages: {{ kind: git, remote: \"{}\", branch: pages }}", host.0));
        host
    }

    fn git(&self, arguments: &[&str]) -> String {
        ok(&Command::new("git").args(["--git-dir", &self.0]).args(arguments).output().expect("git is there"))
    }
}

#[test]
fn the_site_goes_to_a_directory_and_to_a_branch() {
    let dir = demo();
    let host = GitHost::of(&dir);

    let plan = ok(&recoupe(&["publish", "local", "--dry-run", "--root", "demo"], dir.path()));
    assert!(plan.contains("nothing was sent") && !dir.path().join("orsel-site").exists(), "{plan}");
    ok(&recoupe(&["publish", "local", "--root", "demo"], dir.path()));
    assert!(bytes(&dir.path().join("orsel-site/")) == bytes(&dir.path().join("demo/public")));

    ok(&recoupe(&["publish", "pages", "--root", "demo"], dir.path()));
    let home = host.git(&["show", "pages:index.html"]);
    assert_eq!(home, fs::read_to_string(dir.path().join("demo/public/index.html")).unwrap());
    host.git(&["show", "pages:.nojekyll"]);
    let again = ok(&recoupe(&["publish", "pages", "--root", "demo"], dir.path()));
    assert!(again.contains("nothing has changed"), "{again}");

    let unknown = recoupe(&["publish", "lokal", "--root", "demo"], dir.path());
    assert_eq!(unknown.status.code(), Some(2));
    assert!(words(&unknown).contains("did you mean `local`?"));
}

#[test]
fn a_claim_that_changed_silently_is_not_published() {
    let dir = demo();
    let host = GitHost::of(&dir);
    let publish = |target: &str| recoupe(&["publish", target, "--root", "demo"], dir.path());
    let tip = || host.git(&["rev-parse", "pages"]);
    let served = || bytes(&dir.path().join("orsel-site/"));

    for target in ["local", "pages"] {
        let first = ok(&publish(target));
        assert!(first.contains(&format!("{target}: no site is there yet to compare with")), "{first}");
    }
    let (branch, directory) = (tip(), served());

    let (claim, silent) = edit_silently(&dir);
    for target in ["local", "pages"] {
        let refused = publish(target);
        assert_eq!(refused.status.code(), Some(1), "{}", words(&refused));
        let words = words(&refused);
        assert!(words.contains("error[silent-edit]: the figures of the claim"), "{words}");
        assert!(words.contains(&format!("nothing was sent; {target} is as it was")), "{words}");
        let plan = recoupe(&["publish", target, "--dry-run", "--root", "demo"], dir.path());
        assert_eq!(plan.status.code(), Some(1), "a plan says that it would be refused");
    }
    assert!(tip() == branch && served() == directory, "the live site is untouched");

    let other = dir.path().join("demo/content/claims/renamed.md");
    fs::rename(&claim, &other).unwrap();
    let moved = words(&publish("pages"));
    assert!(moved.contains("error[vanished-address]"), "{moved}");
    fs::rename(&other, &claim).unwrap();

    let revision = "revisions:\n  - { date: 2025-04-01, type: correction, text: { en: \"Counted again.\" } }\n";
    fs::write(&claim, silent.replace("relations:\n", &format!("{revision}relations:\n"))).unwrap();
    for target in ["local", "pages"] {
        ok(&publish(target));
    }
    assert!(tip() != branch && served() != directory);
}

#[test]
fn what_rests_on_one_source_is_listed_with_what_would_be_lacking() {
    let dir = demo();
    let none = ok(&recoupe(&["check", "--single-source", "--root", "demo"], dir.path()));
    assert_eq!(none, "no verdict rests on one source\n");
    let claim = dir.path().join("demo/content/claims/bridge-closed-nine-days.md");
    let text = fs::read_to_string(&claim).unwrap();
    let (before, ferry) = text.split_once("  - document: ferry-log-2025-03\n").expect("its second witness");
    let (_, after) = ferry.split_once("---\n").expect("the end of the front matter");
    fs::write(&claim, format!("{before}---\n{after}")).unwrap();

    let list = ok(&recoupe(&["check", "--single-source", "--root", "demo"], dir.path()));
    assert!(list.contains("without `orsel-council`, 1 verdict no longer holds\n"), "{list}");
    let lacking = "  bridge-closed-nine-days: `independently-corroborated` requires 2 independent origins (found: 1)\n";
    assert!(list.contains(lacking), "{list}");

    let json = ok(&recoupe(&["check", "--single-source", "--format", "json", "--root", "demo"], dir.path()));
    let lines: Vec<serde_json::Value> = json.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines.len(), list.matches("without `").count());
    let fails = &lines[0]["claims"][0]["fails"];
    assert_eq!(*fails, serde_json::json!([{ "clause": "independent_origins", "wanted": 2, "found": 1 }]));

    let sarif = recoupe(&["check", "--single-source", "--format", "sarif", "--root", "demo"], dir.path());
    assert_eq!(sarif.status.code(), Some(2));
}

/// Twenty builds of a changed site over the old one, each killed at another moment of its run.
#[test]
fn a_killed_build_leaves_every_file_whole_and_the_next_completes_it() {
    let site = real_site();
    ok(&recoupe(&["build", "--out", "old"], site.path()));
    let claims: Vec<PathBuf> =
        fs::read_dir(site.path().join("content/claims")).unwrap().map(|entry| entry.unwrap().path()).collect();
    for claim in claims {
        let text = fs::read_to_string(&claim).unwrap();
        fs::write(&claim, format!("{text}\nxyz\n")).unwrap();
    }
    let started = SystemTime::now();
    ok(&recoupe(&["build", "--out", "new"], site.path()));
    let whole = started.elapsed().unwrap();
    let (old, new) = (bytes(&site.path().join("old")), bytes(&site.path().join("new")));
    assert!(old != new);
    for seed in 0..20_u32 {
        let out = site.path().join(format!("out-{seed}"));
        tree::copy(&site.path().join("old"), &out);
        let mut build = Command::new(env!("CARGO_BIN_EXE_recoupe"))
            .args(["build", "--out", out.to_str().unwrap()])
            .current_dir(site.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        // Spread over the run of an undisturbed build, in an order that the seed alone decides.
        std::thread::sleep(whole * (seed * 7 % 20) / 20 + Duration::from_millis(1));
        build.kill().ok();
        build.wait().unwrap();
        for (path, found) in bytes(&out) {
            if path.components().any(|part| part.as_os_str().to_string_lossy().starts_with(".recoupe")) {
                continue;
            }
            let is_whole = old.get(&path) == Some(&found) || new.get(&path) == Some(&found);
            assert!(is_whole, "seed {seed}: {} is neither old nor new", path.display());
        }
        ok(&recoupe(&["build", "--out", out.to_str().unwrap()], site.path()));
        assert!(bytes(&out) == new, "seed {seed}: the next build does not complete it");
    }
}

#[cfg(feature = "serve")]
#[test]
fn the_preview_shows_a_changed_title_without_a_restart() {
    use std::io::{BufRead, BufReader, Read, Write};
    use std::net::TcpStream;

    let dir = demo();
    let server = Command::new(env!("CARGO_BIN_EXE_recoupe"))
        .args(["serve", "--root", "demo", "--port", "0"])
        .current_dir(dir.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let mut server = running::Running(server);
    let mut line = String::new();
    BufReader::new(server.0.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let address = line.split('/').nth(2).expect("an address").to_owned();
    let get = |path: &str| {
        let mut connection = TcpStream::connect(&address).unwrap();
        write!(connection, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        connection.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    };
    let page = "/checks/bridge-closed-nine-days/";
    assert!(get(page).contains("closed for nine days"));

    let mut events = TcpStream::connect(&address).unwrap();
    write!(events, "GET /_recoupe/events HTTP/1.1\r\nHost: {address}\r\n\r\n").unwrap();
    events.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let mut events = BufReader::new(events);
    let claim = dir.path().join("demo/content/claims/bridge-closed-nine-days.md");
    let text = fs::read_to_string(&claim).unwrap();
    fs::write(
        &claim,
        text.replace("The bridge was closed for nine days\"", "A bridge closed for nine days, shown anew\""),
    )
    .unwrap();
    // The preview sends its state, in which a change of pages is a higher number; the first is that all was judged.
    let mut told = String::new();
    let mut wait_for = |sign: &str| {
        let end = Instant::now() + Duration::from_secs(40);
        while !told.contains(sign) {
            assert!(Instant::now() < end && events.read_line(&mut told).unwrap() > 0, "{sign} is not in {told}");
        }
    };
    wait_for("-2\"");
    assert!(get(page).contains("shown anew"));

    // A mistake leaves the last good page where it is.
    fs::write(&claim, text.replace("by: orsel-gazette", "by: orsel-gazete")).unwrap();
    wait_for("orsel-gazete");
    assert!(get(page).contains("shown anew"));
}

#[test]
fn a_site_is_held_against_what_was_published_and_a_build_against_nothing() {
    let site = real_site();
    let root = site.path();
    ok(&recoupe(&["build", "--out", "live"], root));
    ok(&recoupe(&["check", "--against", "live"], root));
    ok(&recoupe(&["check", "--against", "live/recoupe-manifest.json"], root));

    let claim = root.join("content/claims/joubass-huit-morts.md");
    let text = fs::read_to_string(&claim).unwrap();
    let silent = text
        .replace("said:\n", "said:\n  # the same\n")
        .replace("verdict: recoupe-independamment", "verdict: corrobore");
    assert_ne!(silent, text);
    fs::write(&claim, &silent).unwrap();
    let refused = recoupe(&["check", "--against", "live"], root);
    assert_eq!(refused.status.code(), Some(1), "{}", words(&refused));
    assert!(words(&refused).contains("error[silent-edit]: the verdict changed"), "{}", words(&refused));
    ok(&recoupe(&["check"], root));
    ok(&recoupe(&["build", "--out", "next"], root));

    for wrong in ["nowhere", "content"] {
        assert_eq!(recoupe(&["check", "--against", wrong], root).status.code(), Some(2));
    }
    let manifest = root.join("live/recoupe-manifest.json");
    let newer = fs::read_to_string(&manifest).unwrap().replace("\"version\": 1", "\"version\": 99");
    fs::write(&manifest, newer).unwrap();
    let unknown = recoupe(&["check", "--against", "live"], root);
    assert_eq!(unknown.status.code(), Some(2), "{}", words(&unknown));
    assert!(words(&unknown).contains("version 99"), "{}", words(&unknown));
}

#[test]
fn a_capture_is_stored_named_and_compared_with() {
    let site = demo();
    let root = site.path().join("demo");
    let documents = root.join("content/documents");
    let file = fs::read_dir(&documents).unwrap().map(|entry| entry.unwrap().path()).min().expect("a document");
    let id = file.file_stem().unwrap().to_str().unwrap();
    fs::write(root.join("page.txt"), "One.\n\nTwo.\n").unwrap();
    fs::write(root.join("scan.pdf"), "%PDF-1.4").unwrap();
    let add = |arguments: &[&str]| {
        let all = [&["capture", "add", "--document", id], arguments].concat();
        let program = Command::new(env!("CARGO_BIN_EXE_recoupe"))
            .args(all)
            .env_remove("RECOUPE_CAPTURES")
            .current_dir(&root)
            .output();
        words(&program.expect("the program starts"))
    };
    let before = fs::read_to_string(&file).unwrap();
    let printed = add(&["page.txt", "--private"]);
    assert!(printed.contains("captures:\n  - { sha256: \"") && printed.contains("access: private }"), "{printed}");
    assert_eq!(fs::read_to_string(&file).unwrap(), before, "nothing is written unless asked for");
    add(&["page.txt", "--private", "--write"]);
    let again = add(&["page.txt", "--write"]);
    assert!(again.contains("names it already"), "{again}");
    let scan = add(&["scan.pdf", "--write"]);
    assert!(scan.contains("this is no PDF that can be read, so no quotation is compared with it"), "{scan}");
    fs::write(root.join("page.warc.gz"), "no gzip").unwrap();
    let unknown = add(&["page.warc.gz"]);
    assert!(unknown.contains("say what it is with `--media TYPE`"), "{unknown}");
    let text = fs::read_to_string(&file).unwrap();
    assert_eq!(text.matches("sha256:").count(), 2, "{text}");
    let checked = words(
        &Command::new(env!("CARGO_BIN_EXE_recoupe"))
            .args(["check", "--require-captures"])
            .env_remove("RECOUPE_CAPTURES")
            .current_dir(&root)
            .output()
            .unwrap(),
    );
    assert!(!checked.contains("error") && checked.contains("[capture-unreadable]"), "{checked}");
    assert_eq!(fs::read_to_string(root.join("captures/.gitignore")).unwrap(), "*\n");
}

#[test]
fn doubts_about_quotations_are_those_that_comparing_left() {
    let site = real_site();
    let todo = |vault: Option<&Path>| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_recoupe"));
        command.args(["check", "--todo"]).env_remove("RECOUPE_CAPTURES").current_dir(site.path());
        if let Some(vault) = vault {
            command.arg("--captures").arg(vault);
        }
        ok(&command.output().expect("the program starts"))
    };
    let section = |todo: &str, name: &str| {
        let lines = todo.lines().skip_while(|line| !line.starts_with(name)).skip(1);
        lines.take_while(|line| line.starts_with(' ')).filter(|line| line.ends_with(", afp-2019-12-24")).count()
    };
    let unread = "quotations whose capture could not be read";
    let without = todo(None);
    assert!(section(&without, unread) >= 7, "{without}");
    let Some(vault) = std::env::var_os("RECOUPE_CAPTURES") else {
        eprintln!("LEFT OUT: RECOUPE_CAPTURES names no vault, so nothing was compared");
        return;
    };
    let with = todo(Some(Path::new(&vault)));
    assert_eq!(section(&with, unread), 0, "{with}");
    assert_eq!(section(&with, "quotations that do not stand"), 0, "{with}");
}
