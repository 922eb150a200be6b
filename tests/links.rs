//! Links out of the site: which there are, and what is said of them when nginx on this machine answers.

#![cfg(all(feature = "cloud", feature = "serve"))]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

#[allow(dead_code, reason = "each test uses a part of this")]
#[path = "support/program.rs"]
mod program;
#[path = "support/served.rs"]
mod served;
mod support;
#[allow(dead_code, reason = "each test uses a part of this")]
#[path = "support/web.rs"]
mod web;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::time::{Duration, Instant};

use recoupe::links::{self, Answer, Asker};
use served::Served;
use tempfile::TempDir;
use web::Web;

/// A host as links meet it; `SLOW` stands for a port where nobody ever answers.
const HOST: &str = "
location = /here { return 200 here; }
location = /missing { return 404; }
location = /gone { return 410; }
location = /fails { return 500; }
location = /forbidden { return 403; }
location = /busy { return 429; }
location = /moved { return 301 /here; }
location = /moved-twice { return 308 /moved; }
location = /lent { return 302 /here; }
location = /moved-then-lent { return 301 /lent; }
location = /lost { return 301 /missing; }
location = /round { return 302 /round; }
location = /mail { return 301 mailto:desk@velm.example; }
location = /no-head { if ($request_method = HEAD) { return 405; } return 200 here; }
location = /wrong-head { if ($request_method = HEAD) { return 404; } return 200 here; }
location = /who { if ($http_user_agent !~ \"^recoupe/[0-9.]+ .*https://velm.example\") { return 404; } return 200 you; }
location = /slow { proxy_pass http://127.0.0.1:SLOW; proxy_read_timeout 60s; }
";

/// The host, a listener that it needs, and the address of a port where nobody listens; none where there is no nginx.
struct Host {
    web: Web,
    _folder: TempDir,
    _slow: TcpListener,
    closed: String,
}

fn host() -> Option<Host> {
    let folder = TempDir::new().unwrap();
    // Connections wait in its queue, and nobody takes them out.
    let slow = TcpListener::bind("127.0.0.1:0").unwrap();
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let settings = HOST.replace("SLOW", &slow.local_addr().unwrap().port().to_string());
    fs::write(folder.path().join("recoupe-nginx.conf"), settings).unwrap();
    let web = Web::nginx(folder.path(), folder.path())?;
    Some(Host { web, _folder: folder, _slow: slow, closed: format!("http://{closed}/") })
}

/// What addresses answer, and how long that took.
fn asked(urls: &[String], deadline: Duration) -> (BTreeMap<String, Answer>, Duration) {
    let urls: BTreeSet<&str> = urls.iter().map(String::as_str).collect();
    let answers = RefCell::new(BTreeMap::new());
    let begin = Instant::now();
    let tell = |url: &str, answer: Answer| {
        assert_eq!(answers.borrow_mut().insert(url.to_owned(), answer), None, "{url} is told twice");
    };
    Asker::new().unwrap().within(deadline).ask("https://velm.example", &urls, &tell).unwrap();
    (answers.into_inner(), begin.elapsed())
}

#[test]
fn every_answer_of_a_host_is_understood() {
    let Some(host) = host() else { return };
    let at = |path: &str| format!("{}{path}", host.web.address());
    let broken = |words: &str| Answer::Broken(words.to_owned());
    let unclear = |words: &str| Answer::Unclear(words.to_owned());
    let expected = [
        ("/here", Answer::Good),
        ("/here#part", Answer::Good),
        ("/no-head", Answer::Good),
        ("/wrong-head", Answer::Good),
        ("/who", Answer::Good),
        ("/lent", Answer::Good),
        ("/moved", Answer::Moved(at("/here"))),
        ("/moved#part", Answer::Moved(at("/here#part"))),
        ("/moved-twice", Answer::Moved(at("/here"))),
        ("/moved-then-lent", Answer::Moved(at("/lent"))),
        ("/missing", broken("answers 404 Not Found")),
        ("/gone", broken("answers 410 Gone")),
        ("/fails", broken("answers 500 Internal Server Error")),
        ("/lost", broken(&format!("leads to `{}`, which answers 404 Not Found", at("/missing")))),
        ("/round", broken("leads from one address to the next, more than 10 times")),
        ("/mail", broken("leads to `mailto:desk@velm.example`, which is no web address")),
        ("/forbidden", unclear("answers 403 Forbidden, at least to a program")),
        ("/busy", unclear("answers 429 Too Many Requests, at least to a program")),
    ];
    let urls: Vec<String> = expected.iter().map(|(path, _)| at(path)).collect();
    let (answers, took) = asked(&urls, Duration::from_secs(20));
    for (path, answer) in &expected {
        assert_eq!(answers[&at(path)], *answer, "{path}");
    }
    assert_eq!(answers.len(), expected.len());
    // One after the other, with a pause between them.
    assert!(took >= Duration::from_millis(250) * (expected.len() as u32 - 1), "{took:?}");
}

#[test]
fn nobody_waits_for_a_host_that_does_not_answer() {
    let Some(host) = host() else { return };
    let slow: Vec<String> = (0..6).map(|n| format!("{}/slow?{n}", host.web.address())).collect();
    let urls: Vec<String> = slow.iter().chain([&host.closed]).cloned().collect();
    let (answers, took) = asked(&urls, Duration::from_millis(500));
    let late = Answer::Silent("no answer within 0.5 s".to_owned());
    assert!(slow[..3].iter().all(|url| answers[url] == late), "{answers:?}");
    // After three, the others of this host are not asked.
    assert!(slow[3..].iter().all(|url| matches!(answers[url], Answer::Unclear(_))), "{answers:?}");
    let Answer::Silent(why) = &answers[&host.closed] else { panic!("{answers:?}") };
    assert!(why.contains("refused"), "{why}");
    assert!(took < Duration::from_secs(10), "{took:?}");
}

/// The clean small site with a document at an address.
fn site(url: &str) -> TempDir {
    let document = "-- content/documents/gazette-2024-03-02.md --\n---\ntitle: Ferry runs aground\npublisher: gazette\nkind: article\n\
                    language: en\ndate: 2024-03-02\n";
    support::folder(&format!("-- base --\n{document}url: {url}\n---\nSee [the map]({url}).\n"))
}

#[test]
fn check_reports_broken_links_and_build_never_asks() {
    let Some(host) = host() else { return };
    let (missing, here) = (format!("{}/missing", host.web.address()), format!("{}/here", host.web.address()));
    let site = site(&missing);
    let check = ["check", "--as-of", support::AS_OF, "--format", "json"];
    let asking = [&check[..], &["--check-links"]].concat();

    let unasked = program::recoupe(&check, site.path());
    assert!(unasked.status.success() && unasked.stdout.is_empty(), "{}", program::words(&unasked));
    let output = program::recoupe(&asking, site.path());
    assert!(output.status.success(), "{}", program::words(&output));
    let lines: Vec<serde_json::Value> =
        String::from_utf8(output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let places: Vec<_> = lines.iter().map(|found| (found["line"].as_u64(), found["column"].as_u64())).collect();
    assert_eq!(places, [(Some(7), Some(6)), (Some(9), Some(15))], "{lines:?}");
    for found in &lines {
        assert_eq!(found["code"], "broken-link");
        assert_eq!(found["severity"], "warning");
        assert_eq!(found["file"], "content/documents/gazette-2024-03-02.md");
        assert_eq!(found["message"], format!("`{missing}` answers 404 Not Found"));
    }
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("addresses asked: 1; 1 broken, 0 moved, 0 unclear"), "{said}");
    let denied = program::recoupe(&[&asking[..], &["--deny", "warnings"]].concat(), site.path());
    assert_eq!(denied.status.code(), Some(1), "{}", program::words(&denied));

    program::ok(&program::recoupe(&["build", "--as-of", support::AS_OF], site.path()));
    let document = site.path().join("content/documents/gazette-2024-03-02.md");
    fs::write(&document, fs::read_to_string(&document).unwrap().replace(&missing, &here)).unwrap();
    let mended = program::recoupe(&asking, site.path());
    assert!(mended.status.success() && mended.stdout.is_empty(), "{}", program::words(&mended));
}

#[test]
fn without_any_answer_the_network_is_in_doubt() {
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let links: String = (0..3).map(|n| format!("[it](http://{closed}/{n}) ")).collect();
    let site = support::folder(&format!(
        "-- base --\n-- content/places/port-velm.md --\n---\nname: Port Velm\nprecision: exact\n---\n{links}\n"
    ));
    let output = program::recoupe(&["check", "--check-links"], site.path());
    assert_eq!(output.status.code(), Some(2), "{}", program::words(&output));
    let said = program::words(&output);
    assert!(said.contains("none of the 3 addresses answers") && !said.contains("broken-link"), "{said}");
}

#[test]
fn the_desk_shows_broken_links_until_they_are_mended() {
    let Some(host) = host() else { return };
    let (missing, here) = (format!("{}/missing", host.web.address()), format!("{}/here", host.web.address()));
    let site = site(&missing);
    let served = Served::start(site.path(), &["--as-of", support::AS_OF, "--check-links"]);
    let address = served.address.trim_start_matches("http://").trim_end_matches('/').to_owned();

    let section = |desk: String| desk.split_once("<h2>Links to other sites</h2>").map(|(_, rest)| rest.to_owned());
    let shown = until(&address, |desk| section(desk).filter(|links| links.contains("broken-link")));
    let place = "content/documents/gazette-2024-03-02.md:7:6";
    assert!(shown.contains(&format!("<code>{place}</code>")), "{shown}");
    assert!(shown.contains("vscode://file/") && shown.contains(&format!("{place}\"")), "{shown}");
    assert!(shown.contains(&format!("`{missing}` answers 404 Not Found")), "{shown}");
    // The home page says nothing of it: no page depends on what others answer.
    assert!(!get(&address, "/").contains("broken-link"));

    let document = site.path().join("content/documents/gazette-2024-03-02.md");
    fs::write(&document, fs::read_to_string(&document).unwrap().replace(&missing, &here)).unwrap();
    until(&address, |desk| section(desk).filter(|links| links.contains("Every address that was asked so far answers")));
}

/// The desk, once it is as wanted.
fn until(address: &str, wanted: impl Fn(String) -> Option<String>) -> String {
    let begin = Instant::now();
    loop {
        let desk = get(address, "/_recoupe/");
        if let Some(found) = wanted(desk.clone()) {
            return found;
        }
        assert!(begin.elapsed() < Duration::from_secs(60), "{desk}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn get(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn only_addresses_that_readers_are_sent_to_are_links() {
    let site = support::folder(
        "-- base --\n-- content/documents/gazette-2024-03-02.md --\n---\ntitle: Ferry runs aground\npublisher: gazette\n\
         kind: article\nlanguage: en\ndate: 2024-03-02\nurl: https://gazette.example/ferry\nlink: false\nbecause: It asks for money.\n---\n\
         [a](https://a.example/) [own](https://velm.example/x/) [path](/x/) [mail](mailto:a@b.example) `https://code.example`\n",
    );
    let judged = recoupe::judge::folder(site.path(), &support::judge_options()).unwrap().judged;
    let urls: Vec<String> = links::of(&judged.corpus).into_iter().map(|link| link.url).collect();
    assert_eq!(urls, ["https://a.example/"]);
}
