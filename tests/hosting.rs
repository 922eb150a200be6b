//! How a built site is served by hosts that read its files: nginx and Apache on this machine, and Netlify's parsers.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

mod support;
#[path = "support/web.rs"]
mod web;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use flate2::read::GzDecoder;
use recoupe::emit::Manifest;
use web::{Answer, Web};

/// The clean small site with a claim that was retracted and a source that moved, asking for all hosts.
fn site(settings: &str) -> String {
    let base = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/base.txt")).unwrap();
    let change = |text: String, from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    };
    let with = change(base, "title:", &format!("embeds: true\nhosting:\n{settings}title:"));
    let moved = "sources/harbour-office.md --\n---\n";
    let with = change(with, moved, &format!("{moved}former: [port-office]\n"));
    let claims = with.split("-- content/claims/ferry-aground.md --\n").nth(1).unwrap();
    let claim = claims.split("\n-- ").next().unwrap();
    let retracted = claim.replace(
        "authors: desk\n",
        "authors: desk\nrevisions:\n  - { date: 2024-03-09, type: retraction, text: It was wrong. }\n",
    );
    assert_ne!(claim, retracted);
    format!("{with}\n-- content/claims/ferry-sunk.md --\n{retracted}\n-- static/app.edeaaff3.js --\nabc\n")
}

struct Built {
    _folder: tempfile::TempDir,
    out: PathBuf,
}

impl Built {
    fn new(settings: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let out = support::built(&site(settings), folder.path());
        Self { _folder: folder, out }
    }

    fn text(&self, path: &str) -> String {
        fs::read_to_string(self.out.join(path)).unwrap()
    }
}

const ALL: &str = "  hosts: [netlify, apache, nginx]\n  precompress: [gz]\n";

/// What holds whoever serves the site.
fn holds(web: &Web, built: &Built) {
    let manifest = Manifest::read(&built.out).unwrap().unwrap();
    for path in manifest.files.keys().filter(|path| path.as_str() != "recoupe-nginx.conf") {
        if path.as_str().starts_with(['.', '_']) || path.as_str().ends_with(".gz") {
            continue;
        }
        let answer = web.get(&format!("/{path}"), &[]);
        let expected = fs::read(path.below(&built.out)).unwrap();
        if !path.as_str().contains("port-office") {
            assert_eq!(answer.status, 200, "{path}");
            assert!(answer.body == expected, "{path} has other bytes");
            // A site's own folder for such files: Apache's guards them, and nginx's default type is the same.
            assert_eq!(answer.header("content-type"), Some(path.media_type()), "{path}");
        }
        for (name, value) in [("x-content-type-options", "nosniff"), ("x-frame-options", "DENY")] {
            assert_eq!(answer.header(name), Some(value), "{path}: {name}");
        }
        let policy = answer.header("content-security-policy").unwrap_or_default();
        // A policy that names who may frame a page is heard before `X-Frame-Options`, which says nobody.
        assert_eq!(policy.ends_with("; frame-ancestors *"), path.as_str().starts_with("embed/"), "{path}: {policy}");
        assert!(policy.starts_with("default-src 'none'; style-src 'self'"), "{path}: {policy}");
        let is_open = ["data/", "feeds/", "oembed/"].iter().any(|folder| path.as_str().starts_with(folder));
        let open = answer.header("access-control-allow-origin");
        assert_eq!(open, is_open.then_some("*"), "{path}");
    }
    let page = web.get("/checks/ferry-aground/", &[]);
    assert_eq!((page.status, page.header("cache-control")), (200, Some("public, max-age=0, must-revalidate")));
    let told = web.get("/app.edeaaff3.js", &[]);
    assert_eq!(told.header("cache-control"), Some("public, max-age=31536000, immutable"));
    let sums = web.get("/recoupe-manifest.json", &[]);
    assert_eq!(sums.header("access-control-allow-origin"), Some("*"));

    let moved = web.get("/sources/port-office/", &[]);
    assert_eq!(moved.status, 301);
    let to = moved.header("location").unwrap();
    assert!(to.ends_with("/sources/harbour-office/"), "{to}");

    let gone = web.get("/checks/ferry-sunk/", &[]);
    assert_eq!(gone.status, 410);
    assert!(gone.text().contains("It was wrong."), "the page of a retracted claim says why");
    assert!(gone.header("content-security-policy").is_some());

    let missing = web.get("/checks/nothing-here/", &[]);
    assert_eq!(missing.status, 404);
    assert!(missing.body == fs::read(built.out.join("404.html")).unwrap(), "{}", missing.text());
    assert!(missing.header("content-security-policy").is_some());

    compressed(web, built);
}

/// A compressed file is served to whom can read it, as what it was compressed from.
fn compressed(web: &Web, built: &Built) {
    let plain = web.get("/checks/ferry-aground/", &[]);
    assert_eq!(plain.header("content-encoding"), None);
    let packed = web.get("/checks/ferry-aground/", &[("Accept-Encoding", "gzip, br")]);
    assert_eq!(packed.header("content-encoding"), Some("gzip"));
    assert_eq!(packed.header("content-type"), Some("text/html; charset=utf-8"));
    assert!(packed.header("vary").unwrap_or_default().contains("Accept-Encoding"));
    assert!(packed.body == fs::read(built.out.join("checks/ferry-aground/index.html.gz")).unwrap(), "another file");
    assert!(unpacked(&packed) == plain.body, "it unpacks to something else");
    let feed = web.get("/feeds/en/checks/atom.xml", &[("Accept-Encoding", "gzip")]);
    assert_eq!(feed.header("content-encoding"), Some("gzip"));
    assert_eq!(feed.header("content-type"), Some("application/atom+xml; charset=utf-8"));
    assert_eq!(feed.header("access-control-allow-origin"), Some("*"));
}

fn unpacked(answer: &Answer) -> Vec<u8> {
    let mut bytes = Vec::new();
    std::io::Read::read_to_end(&mut GzDecoder::new(answer.body.as_slice()), &mut bytes).unwrap();
    bytes
}

#[test]
fn nginx_serves_the_site_as_its_file_says() {
    let built = Built::new(ALL);
    let Some(web) = Web::nginx(&built.out, &built.out) else { return };
    holds(&web, &built);
    assert_eq!(web.get("/recoupe-nginx.conf", &[]).status, 404);
}

#[test]
fn apache_serves_the_site_as_its_file_says() {
    let built = Built::new(ALL);
    let Some(web) = Web::apache(&built.out) else { return };
    holds(&web, &built);
    assert_eq!(web.get("/.htaccess", &[]).status, 403);
}

/// A site that is a part of another: its address has a path, and it lies in the folder of that path.
#[test]
fn a_site_below_the_root_of_its_host_is_served_as_well() {
    let folder = tempfile::tempdir().unwrap();
    let input = site(ALL).replace("base_url: https://velm.example", "base_url: https://velm.example/out");
    let out = support::built(&input, folder.path());
    let servers = [Web::nginx(folder.path(), &out), Web::apache(folder.path())];
    for web in servers.into_iter().flatten() {
        let data = web.get("/out/data/schema/claim.schema.json", &[("Accept-Encoding", "gzip")]);
        assert_eq!((data.status, data.header("access-control-allow-origin")), (200, Some("*")));
        assert_eq!(data.header("content-encoding"), Some("gzip"));
        assert_eq!(data.header("content-type"), Some("application/json"));
        let moved = web.get("/out/sources/port-office/", &[]);
        assert_eq!(moved.status, 301);
        assert!(moved.header("location").unwrap().ends_with("/out/sources/harbour-office/"));
        assert_eq!(web.get("/out/checks/ferry-sunk/", &[]).status, 410);
        let missing = web.get("/out/nothing/", &[]);
        assert_eq!(missing.status, 404);
        assert!(missing.body == fs::read(out.join("404.html")).unwrap());
    }
}

#[test]
fn netlify_reads_the_headers_and_the_redirects() {
    let built = Built::new("  hosts: netlify\n");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hosting/netlify.mjs");
    if !script.with_file_name("node_modules").is_dir() {
        return web::left_out("Netlify's parsers: run `npm ci --prefix tests/hosting`");
    }
    let output = Command::new("node").arg(script).arg(&built.out).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let read: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(read["errors"], serde_json::json!([]));
    let rules: BTreeMap<&str, &serde_json::Value> = read["headers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|rule| (rule["for"].as_str().unwrap(), &rule["values"]))
        .collect();
    let policy = rules["/*"]["Content-Security-Policy"].as_str().unwrap();
    assert!(policy.starts_with("default-src 'none'; style-src 'self'") && policy.ends_with("base-uri 'none'"));
    // These hosts join the two policies of a card, and browsers hold to both: the first says nothing of frames.
    assert!(!policy.contains("frame-ancestors"));
    assert!(rules["/embed/*"]["Content-Security-Policy"].as_str().unwrap().ends_with("; frame-ancestors *"));
    assert_eq!(rules["/data/*"]["Access-Control-Allow-Origin"], "*");
    assert_eq!(rules["/app.edeaaff3.js"]["Cache-Control"], "public, max-age=31536000, immutable");
    assert_eq!(rules["/feeds/*/atom.xml"]["Content-Type"], "application/atom+xml; charset=utf-8");
    let names = |rule: &serde_json::Value| rule.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert!(!names(rules["/*"]).contains(&"Cache-Control".to_owned()), "rules for one file would be joined with it");

    let redirects = read["redirects"].as_array().unwrap();
    let moved = redirects.iter().find(|moved| moved["from"] == "/sources/port-office/").expect("the old address");
    assert_eq!((&moved["to"], &moved["status"]), (&"/sources/harbour-office/".into(), &301.into()));
    assert_eq!(moved["force"], true, "a page stands at the old address");
}

#[test]
fn cloudflare_is_not_given_words_that_it_does_not_know() {
    let built = Built::new("  hosts: [netlify, cloudflare]\n");
    let lines = built.text("_redirects");
    let moved = lines.lines().find(|line| line.starts_with("/sources/port-office/")).unwrap();
    assert_eq!(moved, "/sources/port-office/ /sources/harbour-office/ 301");
    // Documented limits: 100 rules, 2,000 characters a line, and one wildcard in a path.
    let headers = built.text("_headers");
    assert!(headers.lines().all(|line| line.len() <= 2_000));
    let rules: Vec<&str> = headers.lines().filter(|line| line.starts_with('/')).collect();
    assert!(rules.len() <= 100 && rules.iter().all(|rule| rule.matches('*').count() <= 1), "{rules:?}");
}

#[test]
fn nothing_is_written_for_hosts_that_were_not_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let out = support::built("-- base --\n", folder.path());
    let manifest = Manifest::read(&out).unwrap().unwrap();
    let names: Vec<&str> = manifest.files.keys().map(|path| path.as_str()).collect();
    let ours = |name: &&&str| name.starts_with(['_', '.']) && !name.starts_with(".well-known") || name.ends_with(".gz");
    assert_eq!(names.iter().filter(ours).count(), 0, "{names:?}");
    let built = Built::new("  hosts: nginx\n");
    assert!(built.out.join("recoupe-nginx.conf").is_file() && !built.out.join(".htaccess").exists());
}

#[test]
fn a_policy_of_the_sites_own_takes_the_place_of_ours_everywhere() {
    let built = Built::new("  hosts: [netlify, apache, nginx]\n  policy: \"default-src 'self'; img-src *\"\n");
    for file in ["_headers", ".htaccess", "recoupe-nginx.conf"] {
        let text = built.text(file);
        assert!(text.contains("default-src 'self'; img-src *") && !text.contains("default-src 'none'"), "{text}");
    }
}
