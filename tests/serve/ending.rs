//! Beginning and ending.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use recoupe::serve::{self, Options, ServeError, Stop};
use tempfile::TempDir;

use super::site::{Events, Files, Preview};

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
            .args(["--exact", "ending::serving_process", "--nocapture"])
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
