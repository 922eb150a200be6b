//! Sites on the web beside their manifests: real servers, and what can be wrong with what they hand out.
#![cfg(feature = "cloud")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

#[path = "support/desk.rs"]
#[allow(dead_code, reason = "each test uses a part of this")]
mod desk;
#[path = "support/servers.rs"]
#[allow(dead_code, reason = "each test uses a part of this")]
mod servers;

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use desk::{Desk, files};
use recoupe::emit::OutPath;
use recoupe::publish::{self, Asking, PublishError, Verified};
use servers::{Server, free_port, installed};
use tempfile::TempDir;

/// A site with names that have to be written differently in addresses.
fn site() -> Desk {
    let desk = Desk::new();
    let pages: Vec<_> = (0..40).map(|at| (format!("claims/c{at}/index.html"), format!("claim {at}"))).collect();
    let mut all: Vec<(&str, &str)> = pages.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    all.extend([
        ("index.html", "home"),
        ("static/é à 100%.css", "style"),
        ("data/a?b#c.json", "{}"),
        (".htaccess", ""),
    ]);
    desk.build(&all);
    desk
}

/// Python's own server of files.
fn python(site: &Path) -> Option<Server> {
    let port = free_port();
    let mut command = Command::new(installed(&["python3"])?);
    command.args(["-m", "http.server", "--bind", "127.0.0.1", "--directory"]).arg(site).arg(port.to_string());
    Some(Server::start(command, port, TempDir::new().unwrap()))
}

/// nginx with `settings` for the site.
fn nginx(site: &Path, settings: &str) -> Option<Server> {
    let program = installed(&["nginx", "../sbin/nginx", "/usr/sbin/nginx"])?;
    let (port, dir) = (free_port(), TempDir::new().unwrap());
    let at = dir.path().display();
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|name| format!("{name}_temp_path {at}/{name};\n"))
        .concat();
    let user = if fs::metadata("/proc/self").is_ok_and(|me| is_root(&me)) { "user root;" } else { "" };
    let config = format!(
        "{user} daemon off; master_process off; pid {at}/pid; error_log {at}/error;\nevents {{}}\nhttp {{\n{temporary}\
         access_log off; default_type application/octet-stream;\nserver {{ listen 127.0.0.1:{port}; root \"{}\";\n\
         {settings} }} }}\n",
        site.display()
    );
    fs::write(dir.path().join("conf"), config).unwrap();
    let mut command = Command::new(program);
    command.arg("-p").arg(dir.path()).arg("-c").arg(dir.path().join("conf"));
    Some(Server::start(command, port, dir))
}

fn is_root(meta: &fs::Metadata) -> bool {
    std::os::unix::fs::MetadataExt::uid(meta) == 0
}

fn asked(port: u16) -> Verified {
    publish::verify_url(&format!("http://127.0.0.1:{port}"), &Asking::default()).unwrap()
}

fn paths(paths: &[OutPath]) -> Vec<&str> {
    paths.iter().map(OutPath::as_str).collect()
}

fn recoupe(args: &[&str]) -> (Option<i32>, String) {
    let Output { status, stdout, stderr } = Command::new(env!("CARGO_BIN_EXE_recoupe")).args(args).output().unwrap();
    (status.code(), String::from_utf8(stdout).unwrap() + &String::from_utf8(stderr).unwrap())
}

#[test]
fn a_site_that_is_as_it_was_published_is_good() {
    let desk = site();
    let Some(server) = python(&desk.path("public")) else { return };
    let all = files(&desk.path("public")).len() - 1;
    let verified = asked(server.port);
    assert_eq!(verified, Verified { good: all, ..Verified::default() });
    for address in ["", "/", "/index.html", "/recoupe-manifest.json?x=1#y"] {
        let (code, told) = recoupe(&["verify", &format!("http://127.0.0.1:{}{address}", server.port)]);
        assert_eq!(code, Some(0), "{told}");
        assert!(told.contains(&format!("{all} as the manifest says, 0 missing, 0 changed")), "{told}");
    }
}

#[test]
fn a_folder_of_a_server_can_be_asked() {
    let desk = site();
    let Some(server) = python(desk.root.path()) else { return };
    let url = format!("http://127.0.0.1:{}/public", server.port);
    assert!(publish::verify_url(&url, &Asking::default()).unwrap().is_whole());
}

#[test]
fn what_differs_is_named() {
    let desk = site();
    let www = desk.path("public");
    let Some(server) = python(&www) else { return };
    fs::write(www.join("claims/c1/index.html"), "clai").unwrap();
    fs::write(www.join("claims/c2/index.html"), "claim 3").unwrap();
    fs::write(www.join("claims/c4/index.html"), "claim 4 and an advertisement".repeat(10_000)).unwrap();
    fs::remove_file(www.join("static/é à 100%.css")).unwrap();
    fs::remove_file(www.join(".htaccess")).unwrap();
    let verified = asked(server.port);
    assert_eq!(paths(&verified.changed), ["claims/c1/index.html", "claims/c2/index.html", "claims/c4/index.html"]);
    assert_eq!(paths(&verified.missing), ["static/é à 100%.css"]);
    assert_eq!(paths(&verified.withheld), [".htaccess"], "a host keeps its settings to itself");
    assert!(!verified.moved && verified.unasked.is_empty());
    let (code, told) = recoupe(&["verify", &format!("http://127.0.0.1:{}/", server.port)]);
    assert_eq!(code, Some(1));
    for line in
        ["changed: claims/c1/index.html\n", "kept to itself by the host: .htaccess\n", "1 missing, 3 changed, 1 kept"]
    {
        assert!(told.contains(line), "{told}");
    }
}

#[test]
fn what_a_host_adds_on_the_way_is_a_change() {
    let desk = site();
    let injected = "location = /index.html { add_after_body /static/added; }\nlocation = /static/added { return 200 'x'; }\n\
                    location = /claims/c1/index.html { return 200 'claim 2'; }";
    let Some(server) =
        nginx(&desk.path("public"), &injected.replace("add_after_body /static/added;", "return 200 'home, and more';"))
    else {
        return;
    };
    assert_eq!(paths(&asked(server.port).changed), ["claims/c1/index.html", "index.html"]);
}

#[test]
fn what_a_server_does_not_hand_out_is_neither_good_nor_bad() {
    let desk = site();
    let www = desk.path("public");
    fs::write(www.join("index.html"), "home").unwrap();
    let settings = "location = /claims/c1/index.html { return 500; }\n\
                    location = /claims/c2/index.html { return 403; }\n\
                    location = /claims/c3/index.html { return 302 http://example.org/elsewhere; }\n\
                    location = /claims/c4/index.html { return 301 /claims/c5/index.html; }\n\
                    location = /claims/c6/index.html { return 410; }";
    let Some(server) = nginx(&www, settings) else { return };
    let verified = asked(server.port);
    let words: Vec<String> = verified.unasked.iter().map(|(path, words)| format!("{path}: {words}")).collect();
    let expected = [
        "claims/c1/index.html: 500 Internal Server Error",
        "claims/c2/index.html: 403 Forbidden",
        "claims/c3/index.html: it leads away, to http://example.org/elsewhere",
    ];
    assert_eq!(words, expected);
    assert_eq!(paths(&verified.changed), ["claims/c4/index.html"], "of this host, and other bytes");
    assert_eq!(paths(&verified.missing), ["claims/c6/index.html"]);
    let (code, told) = recoupe(&["verify", &format!("http://127.0.0.1:{}", server.port)]);
    assert_eq!(code, Some(1));
    assert!(
        told.contains("not answered: claims/c2/index.html (403 Forbidden)") && told.contains("3 not answered"),
        "{told}"
    );
}

#[test]
fn an_answer_that_takes_too_long_is_given_up() {
    let desk = site();
    let big = "slow ".repeat(20_000);
    desk.build(&[("index.html", "home"), ("slow.html", &big)]);
    let Some(server) = nginx(&desk.path("public"), "location = /slow.html { limit_rate 1000; }") else { return };
    let since = Instant::now();
    let asking = Asking { deadline: Duration::from_millis(500), ..Asking::default() };
    let verified = publish::verify_url(&format!("http://127.0.0.1:{}", server.port), &asking).unwrap();
    assert_eq!(verified.unasked, [(OutPath::new("slow.html").unwrap(), "no answer in time".to_owned())]);
    assert!(since.elapsed() < Duration::from_secs(30), "{:?}", since.elapsed());
}

#[test]
fn an_answer_that_is_cut_is_no_file() {
    let desk = site();
    let Some(server) = python(&desk.path("public")) else { return };
    let verified = asked(cutting("/claims/c7/index.html", server.port));
    assert_eq!(verified.unasked.len(), 1, "{verified:?}");
    assert_eq!(verified.unasked[0].0.as_str(), "claims/c7/index.html");
    assert_eq!(verified.good, files(&desk.path("public")).len() - 2);
}

#[test]
fn a_place_without_a_manifest_is_no_site_of_ours() {
    let dir = TempDir::new().unwrap();
    let Some(server) = python(dir.path()) else { return };
    let refused = publish::verify_url(&format!("http://me:secret@127.0.0.1:{}/", server.port), &Asking::default());
    let error = refused.unwrap_err();
    assert!(matches!(error, PublishError::NoManifest(_)) && !error.to_string().contains("secret"), "{error}");
    let free = format!("http://127.0.0.1:{}/", free_port());
    let error = publish::verify_url(&free, &Asking::default()).unwrap_err();
    assert!(matches!(error, PublishError::Unanswered { .. }), "{error}");
    assert_eq!(recoupe(&["verify", &free]).0, Some(2));
}

#[test]
fn files_are_asked_for_over_few_connections() {
    let desk = site();
    let Some(server) = nginx(&desk.path("public"), "") else { return };
    let (port, count) = counting(server.port);
    assert!(asked(port).is_whole());
    let connections = count.load(std::sync::atomic::Ordering::SeqCst);
    assert!((1..=9).contains(&connections), "{connections} connections for 45 files");
}

/// Passes on whole answers, one a connection, but half of the one about `path`.
fn cutting(path: &'static str, port: u16) -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let own = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for client in listener.incoming().map_while(Result::ok) {
            std::thread::spawn(move || answer(client, path, port));
        }
    });
    own
}

fn answer(mut client: TcpStream, path: &str, port: u16) {
    let (mut head, mut byte) = (Vec::new(), [0]);
    while !head.ends_with(b"\r\n\r\n") {
        if !matches!(client.read(&mut byte), Ok(1)) {
            return;
        }
        head.push(byte[0]);
    }
    let head = String::from_utf8(head).unwrap().replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
    let mut server = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
    server.write_all(head.replace("HTTP/1.1", "HTTP/1.0").as_bytes()).unwrap();
    let mut whole = Vec::new();
    server.read_to_end(&mut whole).unwrap();
    let until = if head.contains(path) { whole.len() - 3 } else { whole.len() };
    // A client that has gone needs no answer.
    let _ = client.write_all(&whole[..until]);
}

/// Passes bytes on and counts connections.
fn counting(port: u16) -> (u16, std::sync::Arc<std::sync::atomic::AtomicUsize>) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let own = listener.local_addr().unwrap().port();
    let count = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let counted = count.clone();
    std::thread::spawn(move || {
        for mut client in listener.incoming().map_while(Result::ok) {
            counted.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
            let mut server = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
            let (mut answers, mut back) = (server.try_clone().unwrap(), client.try_clone().unwrap());
            std::thread::spawn(move || std::io::copy(&mut answers, &mut back));
            std::thread::spawn(move || std::io::copy(&mut client, &mut server));
        }
    });
    (own, count)
}
