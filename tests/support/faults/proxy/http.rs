//! Requests of HTTP, some of which fare badly.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::Way;
use crate::faults::ENDLESS;
use crate::faults::random::Random;

/// What becomes of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The server is broken or busy: 500 or 503.
    Refused,
    /// The client asks too often: 429, with the time to wait.
    Throttled,
    /// Half of the body arrives, then the connection ends.
    Truncated,
    /// The server does what was asked, and its answer is lost.
    Lost,
}

/// Which requests fare badly.
struct Chance {
    seed: u64,
    /// From this request on, all of them; a server that does not recover.
    end: Option<usize>,
}

impl Chance {
    fn new(seed: u64) -> Chance {
        let mut random = Random::new(seed, "end");
        Chance { seed, end: seed.is_multiple_of(ENDLESS).then(|| (random.next() % 40) as usize) }
    }

    fn hits(&self, number: usize) -> bool {
        self.end.is_some_and(|end| number >= end)
            || Random::new(self.seed.wrapping_mul(1009).wrapping_add(number as u64), "request").share() < 0.25
    }
}

/// Passes requests on one by one, and all answers.
pub(super) fn pass(
    mut client: TcpStream,
    mut server: TcpStream,
    way: &Arc<Way>,
    answer: Answer,
    seed: u64,
) -> std::io::Result<()> {
    let is_lost = Arc::new(AtomicBool::new(false));
    let (lost, mut answers, mut back) = (is_lost.clone(), server.try_clone()?, client.try_clone()?);
    std::thread::spawn(move || {
        let mut buffer = [0; 4096];
        while let Ok(read @ 1..) = answers.read(&mut buffer) {
            if lost.load(Ordering::SeqCst) || back.write_all(&buffer[..read]).is_err() {
                break;
            }
        }
        // Either may be gone already.
        let _ = back.shutdown(Shutdown::Both);
        let _ = answers.shutdown(Shutdown::Both);
    });

    let chance = Chance::new(seed);
    let mut requests = BufReader::new(client.try_clone()?);
    while let Some((head, body)) = request(&mut requests)? {
        let number = way.requests.fetch_add(1, Ordering::SeqCst);
        way.pass(head.len() + body.len());
        let fits = answer != Answer::Truncated || !body.is_empty();
        if !fits || !chance.hits(number) {
            server.write_all(&head)?;
            server.write_all(&body)?;
            continue;
        }
        way.hit();
        match answer {
            Answer::Refused if number.is_multiple_of(2) => refuse(&mut client, "500 Internal Server Error", "")?,
            Answer::Refused => refuse(&mut client, "503 Slow Down", "")?,
            Answer::Throttled => refuse(&mut client, "429 Too Many Requests", "Retry-After: 1\r\n")?,
            Answer::Truncated => {
                server.write_all(&head)?;
                server.write_all(&body[..body.len() / 2])?;
                server.shutdown(Shutdown::Write)?;
                return client.shutdown(Shutdown::Both);
            }
            Answer::Lost => {
                is_lost.store(true, Ordering::SeqCst);
                server.write_all(&head)?;
                server.write_all(&body)?;
            }
        }
    }
    server.shutdown(Shutdown::Write)
}

/// The next request: its head and its body.
fn request(from: &mut BufReader<TcpStream>) -> std::io::Result<Option<(Vec<u8>, Vec<u8>)>> {
    let (mut head, mut length) = (Vec::new(), 0);
    loop {
        let before = head.len();
        if from.read_until(b'\n', &mut head)? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&head[before..]).trim().to_ascii_lowercase();
        assert!(!line.starts_with("transfer-encoding:"), "a body without a length: this proxy cannot read it");
        if let Some(bytes) = line.strip_prefix("content-length:") {
            length = bytes.trim().parse().expect("a number of bytes");
        }
        if line.is_empty() {
            break;
        }
    }
    let mut body = vec![0; length];
    from.read_exact(&mut body)?;
    Ok(Some((head, body)))
}

fn refuse(client: &mut TcpStream, status: &str, more: &str) -> std::io::Result<()> {
    client.write_all(format!("HTTP/1.1 {status}\r\n{more}Content-Length: 0\r\n\r\n").as_bytes())
}
