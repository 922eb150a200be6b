//! How long a desk waits for its preview: the first page after the start, and the page that was changed.
//!
//!     recoupe bench-corpus 10000 /tmp/corpus --bilingual
//!     cargo bench --bench preview -- /tmp/corpus
//!
//! A real server, asked over real connections as an open page asks; the files are edited in a folder of its own.
//! Figures depend on the machine, so nothing is asserted.

#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on says so by failing")]

#[path = "../tests/support/tree.rs"]
mod tree;

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const EDITS: usize = 20;

fn main() {
    let sites: Vec<PathBuf> = std::env::args_os().skip(1).filter(|arg| arg != "--bench").map(PathBuf::from).collect();
    if sites.is_empty() {
        println!("say which sites: cargo bench --bench preview -- DIR...");
    }
    for site in sites {
        measure(&site);
    }
}

fn measure(site: &Path) {
    let scratch = tempfile::TempDir::new().unwrap();
    tree::copy(&site.join("content"), &scratch.path().join("content"));
    let claims = claims(&scratch.path().join("content/claims"));
    println!("{}: {} claims", site.display(), claims.len());

    let begin = Instant::now();
    let server = Server::start(scratch.path());
    let page = server.get(&address(&claims[0]));
    assert!(page.contains("</html>"), "{page}");
    println!("  first page after the start     {:>8.0} ms", ms(begin.elapsed()));
    println!("  processor time until then      {:>8.0} ms", server.cpu());
    println!("  memory then, and at its height {:>8} MB {:>5} MB", server.memory("VmRSS"), server.memory("VmHWM"));

    let mut events = server.events();
    while !events.next().settled {}
    let (mut shown, mut settled, mut spent) = (Vec::new(), Vec::new(), Vec::new());
    for edit in 0..EDITS {
        let claim = &claims[edit * claims.len() / EDITS];
        // One word, for typography sets spaces of its own.
        let sentence = format!("ajout{edit}fait");
        let text = fs::read_to_string(claim).unwrap() + "\n\n" + &sentence + "\n";
        let cpu = server.cpu();
        let begin = Instant::now();
        save(claim, &text);
        let mut state = events.next();
        loop {
            if server.get(&address(claim)).contains(&sentence) {
                break;
            }
            assert!(begin.elapsed() < Duration::from_secs(60), "the page does not change");
            state = events.next();
        }
        shown.push(ms(begin.elapsed()));
        while !state.settled {
            state = events.next();
        }
        settled.push(ms(begin.elapsed()));
        spent.push(server.cpu() - cpu);
    }
    line("edit to changed page", &mut shown);
    line("edit to judgement of the whole", &mut settled);
    line("processor time of one edit", &mut spent);
    println!("  memory then, and at its height {:>8} MB {:>5} MB", server.memory("VmRSS"), server.memory("VmHWM"));
}

fn line(what: &str, times: &mut [f64]) {
    times.sort_by(f64::total_cmp);
    println!("  {what:30} {:>8.0} ms in the middle, {:.0} to {:.0}", times[EDITS / 2], times[0], times[EDITS - 1]);
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// As most editors save: a new file in the place of the old one.
fn save(file: &Path, text: &str) {
    let fresh = file.with_extension("md~");
    fs::write(&fresh, text).unwrap();
    fs::rename(&fresh, file).unwrap();
}

/// The originals, in the order of their names.
fn claims(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| stem(file).is_some_and(|stem| !stem.contains('.')));
    files.sort();
    files
}

fn stem(file: &Path) -> Option<&str> {
    file.file_name()?.to_str()?.strip_suffix(".md")
}

fn address(claim: &Path) -> String {
    format!("/verifications/{}/", stem(claim).unwrap())
}

struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(root: &Path) -> Server {
        let mut child = Command::new(env!("CARGO_BIN_EXE_recoupe"))
            .args(["serve", "--port", "0", "--as-of", "2026-11-22", "--root"])
            .arg(root)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.strip_prefix("http://").and_then(|rest| rest.split_once('/')).unwrap().0.to_owned();
        Server { child, address }
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    fn events(&self) -> Events {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.write_all(b"GET /_recoupe/events HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        Events(BufReader::new(stream))
    }

    /// A line of the process's own account, in MB; 0 where the system keeps none.
    fn memory(&self, name: &str) -> u64 {
        let account = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let line = account.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<u64>().ok()).unwrap_or_default() / 1024
    }

    /// Processor time in ms, of which the system counts hundredths of a second; 0 where it keeps no account.
    fn cpu(&self) -> f64 {
        let account = fs::read_to_string(format!("/proc/{}/stat", self.child.id())).unwrap_or_default();
        let fields = account.rsplit(')').next().unwrap_or_default().split(' ').skip(12).take(2);
        fields.filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() * 10.0
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

struct State {
    settled: bool,
}

struct Events(BufReader<TcpStream>);

impl Events {
    fn next(&mut self) -> State {
        let mut line = String::new();
        loop {
            line.clear();
            assert!(self.0.read_line(&mut line).unwrap() > 0, "the server has ended");
            if line.starts_with("data: ") {
                return State { settled: line.contains("\"settled\":true") };
            }
        }
    }
}
