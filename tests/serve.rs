//! The preview as a browser meets it: a real server, real connections, real files.

#![cfg(feature = "serve")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use recoupe::serve::{self, DeskPage, Effect, Options, Refresh, Reply, ServeError, Site, Stop};
use tempfile::TempDir;

/// How long anything may take before a test gives up; no test waits for it.
const PATIENCE: Duration = Duration::from_secs(20);

/// A site that shows the files of a directory, and remembers what it was told.
struct Files {
    dir: PathBuf,
    changes: Mutex<Sender<Vec<PathBuf>>>,
}

impl Site for Files {
    fn page(&self, path: &str) -> Reply {
        if path == "/slow" {
            std::thread::sleep(PATIENCE);
        }
        if path == "/panic" {
            panic!("a page that fails, as the test wants");
        }
        if path == "/old/" {
            return Reply::Redirect("/né/".to_owned());
        }
        let name = if path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        let media_type = match Path::new(&name).extension().and_then(|ending| ending.to_str()) {
            Some("html") => "text/html; charset=utf-8",
            Some("css") => "text/css; charset=utf-8",
            _ => "application/octet-stream",
        };
        match fs::read(self.dir.join("content").join(name.trim_start_matches('/'))) {
            Ok(bytes) => Reply::Found { bytes, media_type: media_type.to_owned() },
            Err(_) => Reply::Missing(b"<p>Nothing here</p>".to_vec()),
        }
    }

    fn refresh(&self, changed: &[PathBuf]) -> Refresh {
        let names = changed.iter().map(|path| path.strip_prefix(&self.dir).unwrap().to_owned()).collect();
        let _ = self.changes.lock().unwrap().send(names);
        let broken = fs::read_to_string(self.dir.join("content/index.html")).is_ok_and(|page| page.contains("broken"));
        let is_style = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "css");
        let effect = match changed {
            [] => Effect::Nothing,
            _ if broken => Effect::Nothing,
            _ if changed.iter().all(is_style) => Effect::Restyle,
            _ => Effect::Reload,
        };
        let findings_html = broken.then(|| "<pre>error: broken</pre>".to_owned());
        Refresh { effect, findings_html, settled: true, words: serve::Words::default() }
    }

    fn desk(&self) -> DeskPage {
        DeskPage { lang: "en".to_owned(), title: "A <desk>".to_owned(), html: "<p>Nothing to mend.</p>".to_owned() }
    }

    fn watched(&self) -> Vec<PathBuf> {
        vec![self.dir.join("content"), self.dir.join("templates"), self.dir.join("site.yaml")]
    }

    fn ignored(&self) -> Vec<PathBuf> {
        vec![self.dir.join("content/public")]
    }
}

/// A running preview of a directory.
struct Preview {
    dir: TempDir,
    address: SocketAddr,
    stop: Stop,
    ended: Option<JoinHandle<Result<(), ServeError>>>,
    changes: Receiver<Vec<PathBuf>>,
}

impl Preview {
    fn start() -> Preview {
        let dir = TempDir::new().unwrap();
        let real = dir.path().canonicalize().unwrap();
        fs::create_dir_all(real.join("content/static")).unwrap();
        fs::write(real.join("content/index.html"), "<html><body><h1>Home</h1></body></html>").unwrap();
        fs::write(real.join("content/static/main.css"), "h1 { color: red }").unwrap();
        fs::write(real.join("content/digits"), "0123456789").unwrap();
        let (tell, changes) = channel();
        let site = Arc::new(Files { dir: real, changes: Mutex::new(tell) });
        let stop = Stop::new();
        let (ready, address) = channel();
        let ended = std::thread::spawn({
            let stop = stop.clone();
            let options = Options { port: 0, ..Options::default() };
            move || serve::run_until(site, options, &stop, |address| ready.send(address).unwrap())
        });
        let address = address.recv_timeout(PATIENCE).unwrap();
        let preview = Preview { dir, address, stop, ended: Some(ended), changes };
        assert_eq!(preview.changed(), Vec::<PathBuf>::new(), "the first refresh has no path");
        preview
    }

    /// Writes a file in one step, so that a refresh finds it whole.
    fn write(&self, name: &str, text: &str) {
        let fresh = self.dir.path().join("not-watched");
        fs::write(&fresh, text).unwrap();
        fs::rename(&fresh, self.dir.path().join(name)).unwrap();
    }

    /// The paths of the next refresh.
    fn changed(&self) -> Vec<PathBuf> {
        self.changes.recv_timeout(PATIENCE).unwrap()
    }

    /// Waits until just these paths were refreshed, and says how many refreshes it took.
    ///
    /// On a busy machine a burst may last longer than the preview waits, so one refresh cannot be asked for.
    fn refreshes_of(&self, expected: &[PathBuf]) -> usize {
        let mut seen = BTreeSet::new();
        for refreshes in 1.. {
            seen.extend(self.changed());
            assert!(seen.iter().all(|path| expected.contains(path)), "{seen:?}");
            if seen.len() == expected.len() {
                return refreshes;
            }
        }
        unreachable!("there are not so many numbers")
    }

    /// Sends a request as it is written here, and reads the whole answer.
    fn ask(&self, request: &str) -> Answer {
        let mut stream = self.connect();
        stream.write_all(request.replace('\n', "\r\n").as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        Answer::read(&bytes)
    }

    fn get(&self, path: &str) -> Answer {
        self.get_with(path, "")
    }

    fn get_with(&self, path: &str, headers: &str) -> Answer {
        self.ask(&format!("GET {path} HTTP/1.1\nHost: localhost\nConnection: close\n{headers}\n"))
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// Listens as an open page does.
    fn listen(&self) -> Events {
        let mut stream = self.connect();
        stream.write_all(b"GET /_recoupe/events HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        Events(BufReader::new(stream))
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        self.stop.request();
        if let Some(ended) = self.ended.take() {
            ended.join().unwrap().unwrap();
        }
    }
}

struct Answer {
    status: u16,
    headers: String,
    body: String,
}

impl Answer {
    fn read(bytes: &[u8]) -> Answer {
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        let (headers, body) = text.split_once("\r\n\r\n").unwrap();
        let status = headers.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, headers: headers.to_ascii_lowercase(), body: body.to_owned() }
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.headers.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

struct Events(BufReader<TcpStream>);

impl Events {
    /// The next state that is told; nothing when the stream has ended.
    fn next(&mut self) -> Option<serde_json::Value> {
        let mut line = String::new();
        while self.0.read_line(&mut line).unwrap() > 0 {
            if let Some(data) = line.strip_prefix("data: ") {
                return Some(serde_json::from_str(data).unwrap());
            }
            line.clear();
        }
        None
    }

    fn state(&mut self) -> (String, String, Option<String>) {
        let state = self.next().unwrap();
        let text = |key: &str| state[key].as_str().map(str::to_owned);
        (text("pages").unwrap(), text("styles").unwrap(), text("findings"))
    }
}

#[test]
fn a_page_is_sent_with_the_script_and_a_file_as_it_is() {
    let preview = Preview::start();
    let home = preview.get("/");
    assert_eq!((home.status, home.header("content-type")), (200, Some("text/html; charset=utf-8")));
    assert!(home.body.starts_with("<html><body><h1>Home</h1><script src=\"/_recoupe/preview.js\""), "{}", home.body);
    assert!(home.body.ends_with("</script>\n</body></html>"), "{}", home.body);
    assert_eq!(preview.get("/static/main.css?v=1").body, "h1 { color: red }");

    let missing = preview.get("/missing/");
    assert_eq!(missing.status, 404);
    assert!(missing.body.contains("Nothing here") && missing.body.contains("preview.js"), "{}", missing.body);
    let redirect = preview.get("/old/");
    assert_eq!((redirect.status, redirect.header("location")), (302, Some("/n%c3%a9/")));
    assert_eq!(preview.get("/panic").status, 500);
    assert_eq!(preview.get("/").status, 200, "the server survives a page that fails");
}

#[test]
fn the_previews_own_files_are_there() {
    let preview = Preview::start();
    let desk = preview.get("/_recoupe/").body;
    assert!(desk.contains("Nothing to mend") && desk.contains("<title>A &lt;desk&gt; · recoupe</title>"), "{desk}");
    assert!(desk.contains("preview.js"), "it follows the files as well");
    assert_eq!(preview.get("/_recoupe/preview.js").header("content-type"), Some("text/javascript; charset=utf-8"));
    assert_eq!(preview.get("/_recoupe/preview.css").header("content-type"), Some("text/css; charset=utf-8"));
    assert_eq!(preview.get("/_recoupe/other").status, 404);
}

#[test]
fn other_hosts_and_methods_are_refused() {
    let preview = Preview::start();
    let port = preview.address.port();
    for (request, status) in [
        (format!("GET / HTTP/1.1\nHost: 127.0.0.1:{port}\nConnection: close\n\n"), 200),
        ("GET / HTTP/1.1\nHost: evil.example\nConnection: close\n\n".to_owned(), 421),
        (format!("GET / HTTP/1.1\nHost: localhost.evil.example:{port}\nConnection: close\n\n"), 421),
        ("GET /_recoupe/events HTTP/1.1\nHost: evil.example\nConnection: close\n\n".to_owned(), 421),
        ("GET / HTTP/1.1\nHost: localhost\nHost: evil.example\nConnection: close\n\n".to_owned(), 400),
        ("GET / HTTP/1.1\nConnection: close\n\n".to_owned(), 400),
        ("POST / HTTP/1.1\nHost: localhost\nContent-Length: 0\nConnection: close\n\n".to_owned(), 405),
        ("DELETE / HTTP/1.1\nHost: localhost\nConnection: close\n\n".to_owned(), 405),
    ] {
        let answer = preview.ask(&request);
        assert_eq!(answer.status, status, "{request}");
        assert_eq!(answer.body.contains("Home"), status == 200);
        assert_eq!(answer.header("cross-origin-resource-policy"), Some("same-origin"));
    }
}

#[test]
fn no_path_leaves_the_site() {
    let preview = Preview::start();
    preview.write("secret.html", "secret");
    for path in [
        "/../secret.html",
        "/static/../../secret.html",
        "/%2e%2e/secret.html",
        "/..%2fsecret.html",
        "/static/..%5c..%5csecret.html",
        "/%00",
        "//secret.html",
        "/%ff",
    ] {
        let answer = preview.get(path);
        assert_eq!(answer.status, 400, "{path}");
        assert!(!answer.body.contains("secret"));
    }
}

#[test]
fn a_tag_spares_what_the_browser_has() {
    let preview = Preview::start();
    let first = preview.get("/static/main.css");
    let tag = first.header("etag").unwrap();
    let again = preview.get_with("/static/main.css", &format!("If-None-Match: \"other\", W/{tag}\n"));
    assert_eq!((again.status, again.body.as_str(), again.header("etag")), (304, "", Some(tag)));
    assert_eq!(preview.get_with("/static/main.css", "If-None-Match: \"other\"\n").status, 200);
    preview.write("content/static/main.css", "h1 { color: blue }");
    assert_eq!(preview.get_with("/static/main.css", &format!("If-None-Match: {tag}\n")).body, "h1 { color: blue }");
}

#[test]
fn a_part_is_sent_if_a_part_is_asked_for() {
    let preview = Preview::start();
    let part = preview.get_with("/digits", "Range: bytes=2-4\n");
    assert_eq!((part.status, part.body.as_str(), part.header("content-range")), (206, "234", Some("bytes 2-4/10")));
    let outside = preview.get_with("/digits", "Range: bytes=10-\n");
    assert_eq!((outside.status, outside.body.as_str(), outside.header("content-range")), (416, "", Some("bytes */10")));
    assert_eq!(preview.get_with("/digits", "Range: bytes=0-1,4-5\n").body, "0123456789");
    assert_eq!(preview.get_with("/digits", "Range: bytes=2-4\nIf-Range: \"other\"\n").body, "0123456789");
}

#[test]
fn a_head_request_gets_the_headers_of_a_get() {
    let preview = Preview::start();
    let head = preview.ask("HEAD /digits HTTP/1.1\nHost: localhost\nConnection: close\nRange: bytes=2-4\n\n");
    assert_eq!((head.status, head.body.as_str(), head.header("content-length")), (200, "", Some("10")));
}

#[test]
fn open_pages_load_again_when_a_file_changes() {
    let preview = Preview::start();
    let mut events = preview.listen();
    let (pages, styles, findings) = events.state();
    assert_eq!(findings, None);
    assert!(preview.get("/").body.contains(&format!("data-pages=\"{pages}\" data-styles=\"{styles}\"")));

    preview.write("content/index.html", "<html><body><h1>Another title</h1></body></html>");
    let (pages_after, styles_after, _) = events.state();
    assert_ne!(pages_after, pages);
    assert_eq!(styles_after, styles);
    let home = preview.get("/");
    assert!(home.body.contains("Another title") && home.body.contains(&pages_after), "{}", home.body);

    preview.write("content/static/main.css", "h1 { color: blue }");
    let (pages_then, styles_then, _) = events.state();
    assert_eq!(pages_then, pages_after);
    assert_ne!(styles_then, styles);
}

#[test]
fn findings_are_shown_until_they_are_mended() {
    let preview = Preview::start();
    let mut events = preview.listen();
    let (pages, ..) = events.state();

    preview.write("content/index.html", "broken");
    let (pages_while_broken, _, findings) = events.state();
    assert_eq!(findings.as_deref(), Some("<pre>error: broken</pre>"));
    assert_eq!(pages_while_broken, pages, "the last good version stays");
    assert!(preview.listen().state().2.is_some(), "a page that is opened now is told as well");

    preview.write("content/index.html", "<p>Mended</p>");
    let (pages_mended, _, findings) = events.state();
    assert_eq!(findings, None);
    assert_ne!(pages_mended, pages);
}

#[test]
fn what_editors_do_is_one_change_of_the_file() {
    let preview = Preview::start();
    let content = preview.dir.path().join("content");
    // Vim's way: a backup, a new file, the removal of the backup; with a swap file beside.
    let page = [PathBuf::from("content/index.html")];
    fs::write(content.join(".index.html.swp"), "swap").unwrap();
    fs::write(content.join("4913"), "").unwrap();
    fs::remove_file(content.join("4913")).unwrap();
    fs::rename(content.join("index.html"), content.join("index.html~")).unwrap();
    fs::write(content.join("index.html"), "new").unwrap();
    fs::remove_file(content.join("index.html~")).unwrap();
    fs::remove_file(content.join(".index.html.swp")).unwrap();
    preview.refreshes_of(&page);
}

#[test]
fn a_burst_is_one_change_and_output_is_none() {
    let preview = Preview::start();
    let content = preview.dir.path().join("content");
    fs::create_dir(content.join("public")).unwrap();
    fs::write(content.join("public/page.html"), "output").unwrap();
    preview.write("elsewhere.txt", "not watched");
    let burst: Vec<PathBuf> = (10..60).map(|n| format!("content/{n}.md").into()).collect();
    for name in &burst {
        fs::write(preview.dir.path().join(name), "text").unwrap();
    }
    let refreshes = preview.refreshes_of(&burst);
    assert!(refreshes < burst.len() / 5, "{refreshes} refreshes");
}

#[test]
fn directories_that_come_later_are_watched() {
    let preview = Preview::start();
    preview.write("site.yaml", "title: x");
    assert_eq!(preview.changed(), [Path::new("site.yaml")]);

    fs::create_dir(preview.dir.path().join("templates")).unwrap();
    assert_eq!(preview.changed(), [Path::new("templates")]);
    preview.write("templates/page.html", "x");
    assert_eq!(preview.changed(), [Path::new("templates/page.html")]);

    // As a checkout of another branch does.
    fs::rename(preview.dir.path().join("content"), preview.dir.path().join("gone")).unwrap();
    assert_eq!(preview.changed(), [Path::new("content")]);
    fs::rename(preview.dir.path().join("gone"), preview.dir.path().join("content")).unwrap();
    assert_eq!(preview.changed(), [Path::new("content")]);
    preview.write("content/digits", "9");
    assert_eq!(preview.changed(), [Path::new("content/digits")]);
}

#[test]
fn it_ends_within_a_second_though_pages_listen_and_one_is_slow() {
    let mut preview = Preview::start();
    let mut events = preview.listen();
    events.state();
    let mut slow = preview.connect();
    slow.write_all(b"GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    let mut half = preview.connect();
    half.write_all(b"GET / HTTP/1.1\r\nHo").unwrap();

    let begin = Instant::now();
    preview.stop.request();
    preview.ended.take().unwrap().join().unwrap().unwrap();

    assert!(begin.elapsed() < Duration::from_secs(1), "{:?}", begin.elapsed());
    assert_eq!(events.next(), None);
    assert!(TcpStream::connect(preview.address).is_err());
}

const SERVE: &str = "RECOUPE_TEST_SERVE";

/// Not a test of its own: the process that the next one ends.
#[test]
fn serving_process() {
    let Some(dir) = std::env::var_os(SERVE) else { return };
    let (tell, _changes) = channel();
    let site = Arc::new(Files { dir: dir.into(), changes: Mutex::new(tell) });
    let port = std::env::var("RECOUPE_TEST_PORT").map_or(0, |port| port.parse().unwrap());
    serve::run(site, Options { port, ..Options::default() }, |address| println!("\nlistening on {address}")).unwrap();
}

#[cfg(unix)]
#[test]
fn it_ends_within_a_second_when_the_user_or_the_system_says_so() {
    for signal in ["-INT", "-TERM"] {
        let dir = TempDir::new().unwrap();
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "serving_process", "--nocapture"])
            .env(SERVE, dir.path())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let address = lines.find_map(|line| Some(line.unwrap().strip_prefix("listening on ")?.to_owned())).unwrap();
        let mut page = TcpStream::connect(address).unwrap();
        page.write_all(b"GET /_recoupe/events HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        let mut events = Events(BufReader::new(page));
        events.state();

        let begin = Instant::now();
        assert!(Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap().success());
        assert!(child.wait().unwrap().success(), "{signal}");
        assert!(begin.elapsed() < Duration::from_secs(1), "{signal}: {:?}", begin.elapsed());
        assert_eq!(events.next(), None);
    }
}

#[test]
fn a_port_in_use_is_named_with_one_that_is_free() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let (tell, _changes) = channel();
    let site = Arc::new(Files { dir: "nowhere".into(), changes: Mutex::new(tell) });
    let options = Options { port, ..Options::default() };
    let error = serve::run_until(site, options, &Stop::new(), |_| unreachable!("the port is taken")).unwrap_err();
    assert_eq!(error.to_string(), format!("port {port} is in use"));
    let ServeError::Busy { free: Some(free), .. } = error else { panic!("{error:?}") };
    assert_eq!(error.help(), Some(format!("{free} is free: `--port {free}`")));
}
