//! Compressed files beside those that are texts: never stale, the same on every machine, gone when they are not asked for.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

#[cfg(feature = "serve")]
#[path = "support/running.rs"]
mod running;
mod support;

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::Path;

use flate2::read::GzDecoder;
use recoupe::emit::Manifest;

const PAGE: &str = "checks/ferry-aground/index.html";

/// The clean small site with what it asks for, and a word in its claim.
fn site(codings: &str, word: &str) -> String {
    let base = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/base.txt")).unwrap();
    let asked = match codings {
        "" => "title:".to_owned(),
        codings => format!("hosting: {{ precompress: [{codings}] }}\ntitle:"),
    };
    base.replacen("title:", &asked, 1).replace("The ferry ran aground\n", &format!("The ferry ran {word}\n"))
}

/// Every file that the manifest names, and it names them all.
fn build(input: &str, folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let out = support::built(input, folder);
    let manifest = Manifest::read(&out).unwrap().unwrap();
    let verified = recoupe::publish::verify(&out).unwrap();
    assert!(verified.missing.is_empty() && verified.changed.is_empty() && verified.unknown.is_empty(), "{verified:?}");
    manifest.files.keys().map(|path| (path.to_string(), fs::read(path.below(&out)).unwrap())).collect()
}

fn gunzip(bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    GzDecoder::new(bytes).read_to_end(&mut plain).unwrap();
    plain
}

/// How many files of an ending there are, each being what lies beside it.
fn holds(files: &BTreeMap<String, Vec<u8>>, ending: &str, unpack: impl Fn(&[u8]) -> Vec<u8>) -> usize {
    let packed = files.iter().filter_map(|(path, bytes)| Some((path.strip_suffix(ending)?, bytes)));
    packed
        .inspect(|(path, bytes)| {
            assert!(unpack(bytes) == files[*path], "{path}{ending} is not what lies beside it");
            assert!(bytes.len() < files[*path].len() && files[*path].len() >= 1_024, "{path}");
        })
        .count()
}

#[test]
fn a_changed_page_changes_what_lies_beside_it_and_what_is_not_asked_for_goes() {
    let folder = tempfile::tempdir().unwrap();
    let first = build(&site("gz", "aground"), folder.path());
    assert!(holds(&first, ".gz", gunzip) > 20);
    assert!(first.contains_key(&format!("{PAGE}.gz")) && first.contains_key("data/schema/claim.schema.json.gz"));
    assert!(first.keys().all(|path| !path.ends_with(".woff2.gz")), "a font is compressed already");

    let second = build(&site("gz", "ashore"), folder.path());
    holds(&second, ".gz", gunzip);
    assert_ne!(first[PAGE], second[PAGE]);
    assert_ne!(first[&format!("{PAGE}.gz")], second[&format!("{PAGE}.gz")]);

    let without = build(&site("", "ashore"), folder.path());
    assert_eq!(without.keys().filter(|path| path.ends_with(".gz")).count(), 0);
    assert_eq!(without[PAGE], second[PAGE], "no page tells of it");
}

#[test]
fn the_same_site_has_the_same_compressed_files() {
    let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    assert!(build(&site("gz", "aground"), one.path()) == build(&site("gz", "aground"), other.path()));
    // RFC 1952: bytes 4 to 7 are the time, 0 for none; the fourth tells whether a name follows.
    let page = fs::read(one.path().join("out").join(format!("{PAGE}.gz"))).unwrap();
    assert_eq!((page[3], &page[4..8]), (0, &[0; 4][..]));
}

#[test]
fn a_file_that_the_site_brings_itself_stays() {
    let folder = tempfile::tempdir().unwrap();
    let long = "a line\n".repeat(400);
    let input = format!("{}-- static/notes.txt --\n{long}-- static/notes.txt.gz --\nits own\n", site("gz", "aground"));
    let files = build(&input, folder.path());
    assert_eq!(files["notes.txt.gz"], b"its own\n");
}

#[cfg(feature = "compress")]
#[test]
fn brotli_and_zstandard_are_read_by_their_own_decoders() {
    let folder = tempfile::tempdir().unwrap();
    let files = build(&site("gz, br, zst", "aground"), folder.path());
    let unbrotli = |bytes: &[u8]| {
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut &*bytes, &mut plain).unwrap();
        plain
    };
    let count = holds(&files, ".gz", gunzip);
    assert_eq!(holds(&files, ".br", unbrotli), count);
    assert_eq!(holds(&files, ".zst", |bytes| zstd::stream::decode_all(bytes).unwrap()), count);
}

#[cfg(not(feature = "compress"))]
#[test]
fn a_program_without_brotli_says_what_it_lacks_and_writes_nothing() {
    let folder = support::folder(&site("gz, br", "aground"));
    let out = folder.path().join("out");
    let options = recoupe::build::BuildOptions { judge: support::judge_options(), out: out.clone() };
    let error = recoupe::build::folder(folder.path(), &options, &|_, _| {}).unwrap_err().to_string();
    assert!(error.contains("asks for `br`") && error.contains("feature `compress`"), "{error}");
    assert!(!out.exists());
}

/// An object store sends what it is asked for as it is, so nobody would ever ask for a compressed file there.
#[test]
fn only_targets_with_a_use_for_them_get_compressed_files() {
    let targets = "publish:\n  store: { kind: s3 }\n  www: { kind: directory, path: ../www }\ntitle:";
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("desk");
    let text = site("gz", "aground").replacen("title:", targets, 1);
    for (path, contents) in support::fixture::Fixture::read(&text).files {
        let support::fixture::Contents::Text(text) = contents else { panic!("{path} is no text") };
        let file = root.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    let publish = |target: &str| {
        let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_recoupe"));
        program.args(["publish", target]).current_dir(&root).output().unwrap()
    };
    let packed = format!("{PAGE}.gz");
    assert!(publish("www").status.success());
    assert!(folder.path().join("www").join(&packed).is_file() && root.join("public").join(&packed).is_file());
    // It names no bucket, so that it ends when the site was built for it.
    let refused = publish("store");
    assert!(String::from_utf8_lossy(&refused.stderr).contains("needs `bucket`"), "{refused:?}");
    assert!(root.join("public").join(PAGE).is_file() && !root.join("public").join(&packed).exists());
}

/// The preview makes its pages in memory, so a compressed file of an earlier build must never answer for one.
#[cfg(feature = "serve")]
#[test]
fn the_preview_never_serves_a_compressed_file() {
    use std::io::{BufRead as _, BufReader, Write as _};
    use std::net::TcpStream;
    use std::process::{Command, Stdio};

    let folder = support::folder(&site("gz", "aground"));
    let program = env!("CARGO_BIN_EXE_recoupe");
    let built = Command::new(program).arg("build").current_dir(folder.path()).output().unwrap();
    assert!(built.status.success() && folder.path().join("public").join(format!("{PAGE}.gz")).is_file());
    let claim = folder.path().join("content/claims/ferry-aground.md");
    let text = fs::read_to_string(&claim).unwrap();
    fs::write(&claim, text.replace("The ferry ran aground\n", "The ferry ran ashore\n")).unwrap();

    let mut command = Command::new(program);
    command.args(["serve", "--port", "0"]).current_dir(folder.path()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut server = running::Running(command.spawn().unwrap());
    let mut line = String::new();
    BufReader::new(server.0.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let address = line.split('/').nth(2).expect("an address").to_owned();
    let get = |path: &str| {
        let mut connection = TcpStream::connect(&address).unwrap();
        let asked = "Accept-Encoding: gzip, br, zstd\r\nConnection: close";
        write!(connection, "GET {path} HTTP/1.1\r\nHost: {address}\r\n{asked}\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        connection.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    };
    let page = get("/checks/ferry-aground/");
    assert!(page.contains("The ferry ran ashore") && page.starts_with("HTTP/1.1 200"), "{page}");
    assert!(!page.to_lowercase().contains("content-encoding"), "{page}");
    assert!(get("/checks/ferry-aground/index.html.gz").starts_with("HTTP/1.1 404"));
}
