//! The real site, built, served on this machine, and looked at in Chromium by `browser/check.mjs`.
//!
//! A redirect is added, since no page of the real site has moved yet. With `RECOUPE_SCREENSHOTS=1` a
//! picture of every page that is looked at is left in `target/tmp/screenshots`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

#[path = "support/chromium.rs"]
mod chromium;
#[path = "support/tree.rs"]
mod tree;

use std::env;
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, LazyLock};
use std::thread;

use recoupe::site::EmbedFolders;
use recoupe::site::serving::{self, Rule};

/// What hosts are told that serve the site: its pages load their own style, faces, icon and script, and no page but
/// a card stands in a frame of others.
static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let embeds =
        EmbedFolders { cards: vec!["embed/".to_owned(), "en/embed/".to_owned()], answers: "oembed/".to_owned() };
    serving::rules(None, &[], Some(&embeds))
});

/// A record that is given a former id, and where its page was then.
const MOVED: &str = "content/places/joubass.md";
const FORMER: &str = "joubass-sous-un-autre-nom";

#[test]
fn every_kind_of_page_holds_in_a_browser() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let Some(mut check) = chromium::script("check.mjs") else { return };
    let temporary = tempfile::tempdir().unwrap();
    let public = build(project, temporary.path());
    let base = serve(public);
    check.arg(&base).args([format!("/lieux/{FORMER}/"), format!("/en/places/{FORMER}/")]);
    // The pictures are ours to place; the script takes a directory.
    check.env_remove("RECOUPE_SCREENSHOTS");
    if env::var_os("RECOUPE_SCREENSHOTS").is_some() {
        check.env("RECOUPE_SCREENSHOTS", Path::new(env!("CARGO_TARGET_TMPDIR")).join("screenshots"));
    }
    chromium::holds(check);
}

/// Builds a copy of the real site in which one page has moved; gives the directory of its pages.
fn build(project: &Path, temporary: &Path) -> PathBuf {
    let root = temporary.join("site");
    tree::copy(&project.join("content"), &root.join("content"));
    let moved = root.join(MOVED);
    let record = fs::read_to_string(&moved).unwrap();
    fs::write(&moved, record.replacen("---\n", &format!("---\nformer: [{FORMER}]\n"), 1)).unwrap();
    let public = temporary.join("public");
    let output = Command::new(env!("CARGO_BIN_EXE_recoupe"))
        .arg("build")
        .arg("--root")
        .arg(&root)
        .arg("--out")
        .arg(&public)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    public
}

/// Serves a directory on this machine until the test ends; gives its address.
fn serve(public: PathBuf) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let base = format!("http://{}/", listener.local_addr().unwrap());
    let public = Arc::new(public);
    thread::spawn(move || {
        for connection in listener.incoming().flatten() {
            let public = Arc::clone(&public);
            // The browser hangs up when it has seen enough, which is no failure.
            thread::spawn(move || answer(connection, &public).ok());
        }
    });
    base
}

/// Answers one request as a host of files does, with the policy that the pages must bear.
fn answer(mut connection: TcpStream, public: &Path) -> std::io::Result<()> {
    let mut lines = BufReader::new(connection.try_clone()?).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    // The headers are read so that the browser is not cut off while it sends them.
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let path = request.split(' ').nth(1).unwrap_or("/").split('?').next().unwrap_or("/");
    let mut file = public.join(path.trim_start_matches('/'));
    if path.ends_with('/') {
        file.push("index.html");
    }
    let (status, file) = if file.is_file() { ("200 OK", file) } else { ("404 Not Found", public.join("404.html")) };
    let media_type = match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        Some("json") => "application/json",
        Some("xml") => "application/xml",
        _ => "application/octet-stream",
    };
    let bytes = fs::read(file)?;
    let headers = serving::headers_of(&RULES, path.trim_start_matches('/')).into_iter();
    let headers: String = headers.map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    write!(
        connection,
        "HTTP/1.1 {status}\r\ncontent-type: {media_type}\r\ncontent-length: {}\r\n{headers}connection: close\r\n\r\n",
        bytes.len(),
    )?;
    connection.write_all(&bytes)
}
