//! Many readers, slow ones, and a desk that goes on writing.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::time::Instant;

use recoupe::preview::{self, Day};
use recoupe::serve::{self, Options, Stop};

use super::site::{Answer, PATIENCE, Preview};
use super::support;

const GET: &[u8] = b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
const MANY: &str = "RECOUPE_TEST_MANY";

/// Runs the next test with as many open files as it needs, for many systems allow 1,024 until they are asked.
#[cfg(unix)]
#[test]
fn a_thousand_readers_at_once_are_answered_and_nothing_leaks() {
    let output = Command::new("sh")
        .args(["-c", "ulimit -n 4096 && exec \"$0\" --exact load::a_thousand_readers --nocapture"])
        .arg(std::env::current_exe().unwrap())
        .env(MANY, "1")
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_thousand_readers() {
    if std::env::var_os(MANY).is_none() {
        return;
    }
    let preview = Preview::start();
    preview.listen().state();
    let before = open_files();
    let mut readers: Vec<TcpStream> = (0..1000).map(|_| preview.connect()).collect();
    for reader in &mut readers {
        reader.write_all(GET).unwrap();
    }
    for reader in &mut readers {
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes).unwrap();
        assert_eq!(Answer::read(&bytes).status, 200);
    }
    drop(readers);
    // The server closes its side when it is next awake; a few connections are always on their way.
    let begin = Instant::now();
    while open_files() > before + 20 {
        assert_eq!(preview.get("/").status, 200);
        assert!(begin.elapsed() < PATIENCE, "{} files were open, and {} are", before, open_files());
    }
}

/// How many files this process has open; 0 where the system does not say.
fn open_files() -> usize {
    fs::read_dir("/proc/self/fd").map_or(0, Iterator::count)
}

#[test]
fn slow_readers_keep_nobody_waiting() {
    let preview = Preview::start();
    // More than any buffer on the way holds.
    fs::write(preview.dir.path().join("content/large"), vec![b'x'; 64 << 20]).unwrap();
    let half: Vec<TcpStream> = (0..100)
        .map(|_| {
            let mut reader = preview.connect();
            reader.write_all(&GET[..20]).unwrap();
            reader
        })
        .collect();
    let deaf: Vec<TcpStream> = (0..4)
        .map(|_| {
            let mut reader = preview.connect();
            reader.write_all(b"GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
            reader
        })
        .collect();
    for _ in 0..50 {
        assert_eq!(preview.get("/").status, 200);
    }
    // The first of the slow ones is still answered when it comes to the end.
    let mut first = half.into_iter().next().unwrap();
    first.write_all(&GET[20..]).unwrap();
    let mut bytes = Vec::new();
    first.read_to_end(&mut bytes).unwrap();
    assert_eq!(Answer::read(&bytes).status, 200);
    drop(deaf);
}

/// A real site, whose pages say twice which edit they are of.
#[test]
fn pages_are_whole_while_the_desk_goes_on_writing() {
    let folder = support::folder("-- base --\n");
    let root = folder.path().canonicalize().unwrap();
    let file = root.join("content/claims/ferry-aground.md");
    let text = fs::read_to_string(&file).unwrap();
    let site = Arc::new(preview::Preview::start(&root, root.join("public"), support::judge_options(), Day::Today));
    let stop = Stop::new();
    let (ready, address) = channel();
    let ended = std::thread::spawn({
        let stop = stop.clone();
        let options = Options { port: 0, ..Options::default() };
        move || serve::run_until(site, options, &stop, |address| ready.send(address).unwrap())
    });
    let address = address.recv_timeout(PATIENCE).unwrap();
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let readers: Vec<_> = (0..4)
            .map(|_| {
                scope.spawn(|| {
                    while !done.load(Ordering::Relaxed) {
                        edit_of(address);
                    }
                })
            })
            .collect();
        for edit in 1..=10 {
            let fresh = file.with_extension("md~");
            let text = text.replace("The ferry ran aground\n", &format!("The ferry ran aground, edit{edit}e\n"));
            fs::write(&fresh, text + &format!("\nThis is edit{edit}e.\n")).unwrap();
            fs::rename(&fresh, &file).unwrap();
            while edit_of(address) != Some(edit) {}
        }
        done.store(true, Ordering::Relaxed);
        readers.into_iter().for_each(|reader| reader.join().unwrap());
    });
    stop.request();
    ended.join().unwrap().unwrap();
}

/// The edit that the page is of, none before the first; a page of two is no page.
fn edit_of(address: SocketAddr) -> Option<usize> {
    let mut reader = TcpStream::connect(address).unwrap();
    reader.set_read_timeout(Some(PATIENCE)).unwrap();
    reader.write_all(b"GET /checks/ferry-aground/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).unwrap();
    let answer = Answer::read(&bytes);
    assert_eq!(answer.status, 200);
    let edits: Vec<usize> = answer.body.split("edit").filter_map(|rest| rest.split_once('e')?.0.parse().ok()).collect();
    assert!(edits.windows(2).all(|pair| pair[0] == pair[1]), "{edits:?}");
    assert!(edits.is_empty() || edits.len() > 1, "the title and the text say it");
    edits.first().copied()
}
