//! A site of plain files, and a browser that says exactly what it sends.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use recoupe::serve::{self, DeskPage, Effect, Options, Refresh, Reply, ServeError, Site, Stop};
use tempfile::TempDir;

/// How long anything may take before a test gives up; no test waits for it.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// A site that shows the files of a directory, and remembers what it was told.
pub struct Files {
    pub dir: PathBuf,
    pub changes: Mutex<Sender<Vec<PathBuf>>>,
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
pub struct Preview {
    pub dir: TempDir,
    pub address: SocketAddr,
    pub stop: Stop,
    pub ended: Option<JoinHandle<Result<(), ServeError>>>,
    pub changes: Receiver<Vec<PathBuf>>,
}

impl Preview {
    pub fn start() -> Preview {
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
    pub fn write(&self, name: &str, text: &str) {
        let fresh = self.dir.path().join("not-watched");
        fs::write(&fresh, text).unwrap();
        fs::rename(&fresh, self.dir.path().join(name)).unwrap();
    }

    /// The paths of the next refresh.
    pub fn changed(&self) -> Vec<PathBuf> {
        self.changes.recv_timeout(PATIENCE).unwrap()
    }

    /// Waits until just these paths were refreshed, and says how many refreshes it took.
    ///
    /// On a busy machine a burst may last longer than the preview waits, so one refresh cannot be asked for.
    pub fn refreshes_of(&self, expected: &[PathBuf]) -> usize {
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
    pub fn ask(&self, request: &str) -> Answer {
        let mut stream = self.connect();
        stream.write_all(request.replace('\n', "\r\n").as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        Answer::read(&bytes)
    }

    pub fn get(&self, path: &str) -> Answer {
        self.get_with(path, "")
    }

    pub fn get_with(&self, path: &str, headers: &str) -> Answer {
        self.ask(&format!("GET {path} HTTP/1.1\nHost: localhost\nConnection: close\n{headers}\n"))
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// Listens as an open page does.
    pub fn listen(&self) -> Events {
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

pub struct Answer {
    pub status: u16,
    pub headers: String,
    pub body: String,
}

impl Answer {
    pub fn read(bytes: &[u8]) -> Answer {
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        let (headers, body) = text.split_once("\r\n\r\n").unwrap();
        let status = headers.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, headers: headers.to_ascii_lowercase(), body: body.to_owned() }
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

pub struct Events(pub BufReader<TcpStream>);

impl Events {
    /// The next state that is told; nothing when the stream has ended.
    pub fn next(&mut self) -> Option<serde_json::Value> {
        let mut line = String::new();
        while self.0.read_line(&mut line).unwrap() > 0 {
            if let Some(data) = line.strip_prefix("data: ") {
                return Some(serde_json::from_str(data).unwrap());
            }
            line.clear();
        }
        None
    }

    pub fn state(&mut self) -> (String, String, Option<String>) {
        let state = self.next().unwrap();
        let text = |key: &str| state[key].as_str().map(str::to_owned);
        (text("pages").unwrap(), text("styles").unwrap(), text("findings"))
    }
}
