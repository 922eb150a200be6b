//! Stands between a client and a server, and gets in the way.

mod http;

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use super::random::Random;
pub use http::Answer;

/// What goes wrong on the way.
#[derive(Clone, Copy, Debug)]
pub enum Trouble {
    /// Nothing: the bytes are counted.
    None,
    /// After so many bytes from clients every connection is cut, and stays cut.
    CutAfter(usize),
    /// The connection that carries this byte is cut; others go on.
    CutOnceAt(usize),
    /// After so many bytes nothing passes any more, and nobody says so: in this connection, or in all.
    StallAfter(usize, Stall),
    /// Some answers come late.
    Slow(u64),
    /// Some requests of HTTP meet this.
    Request(Answer, u64),
}

/// Who waits in vain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stall {
    One,
    All,
}

/// A port that leads to a server.
pub struct Proxy {
    pub port: u16,
    way: Arc<Way>,
}

struct Way {
    trouble: Trouble,
    /// How many bytes clients have sent.
    passed: AtomicUsize,
    /// How many requests of HTTP.
    requests: AtomicUsize,
    /// How often something went wrong.
    hits: AtomicUsize,
}

/// Whether bytes may pass.
enum Pass {
    All,
    /// So many, then the connection ends.
    Cut(usize),
    /// No more; the connection stays open.
    Stall,
}

impl Proxy {
    pub fn start(trouble: Trouble, port: u16) -> Proxy {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let own = listener.local_addr().unwrap().port();
        let zero = || AtomicUsize::new(0);
        let way = Arc::new(Way { trouble, passed: zero(), requests: zero(), hits: zero() });
        let proxy = Proxy { port: own, way: way.clone() };
        std::thread::spawn(move || {
            for (number, client) in listener.incoming().enumerate() {
                let Ok(client) = client else { return };
                let way = way.clone();
                std::thread::spawn(move || {
                    // A connection that neither side keeps has ended.
                    let _ = connect(client, port, &way, number as u64);
                });
            }
        });
        proxy
    }

    /// How many bytes clients have sent.
    pub fn passed(&self) -> usize {
        self.way.passed.load(Ordering::SeqCst)
    }

    /// How often something went wrong.
    pub fn hits(&self) -> usize {
        self.way.hits.load(Ordering::SeqCst)
    }
}

impl Way {
    fn hit(&self) {
        self.hits.fetch_add(1, Ordering::SeqCst);
    }

    /// Counts bytes that a client has sent.
    fn pass(&self, bytes: usize) -> Pass {
        let before = self.passed.fetch_add(bytes, Ordering::SeqCst);
        let after = before + bytes;
        match self.trouble {
            Trouble::CutAfter(end) if after > end => {
                self.hit();
                Pass::Cut(end.saturating_sub(before))
            }
            Trouble::CutOnceAt(end) if before <= end && end < after => {
                self.hit();
                Pass::Cut(end - before)
            }
            Trouble::StallAfter(end, stall) if end < after && (stall == Stall::All || before <= end) => {
                self.hit();
                Pass::Stall
            }
            _ => Pass::All,
        }
    }
}

fn connect(mut client: TcpStream, port: u16, way: &Arc<Way>, number: u64) -> std::io::Result<()> {
    // One that is cut or stalled from the beginning never reaches the server.
    if matches!(way.trouble, Trouble::CutAfter(end) if way.passed.load(Ordering::SeqCst) > end) {
        return Ok(());
    }
    let mut server = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    client.set_nodelay(true)?;
    server.set_nodelay(true)?;
    if let Trouble::Request(answer, seed) = way.trouble {
        return http::pass(client, server, way, answer, seed);
    }
    let (answers, back) = (server.try_clone()?, client.try_clone()?);
    let late = way.clone();
    std::thread::spawn(move || pass_back(answers, back, &late, number));
    let mut buffer = [0; 4096];
    while let Ok(read @ 1..) = client.read(&mut buffer) {
        let may = match way.pass(read) {
            Pass::All => read,
            Pass::Cut(may) => may,
            Pass::Stall => {
                // Until the client gives up.
                while matches!(client.read(&mut buffer), Ok(1..)) {}
                break;
            }
        };
        if server.write_all(&buffer[..may]).is_err() || may < read {
            break;
        }
    }
    // Either may be gone already.
    let _ = server.shutdown(Shutdown::Both);
    let _ = client.shutdown(Shutdown::Both);
    Ok(())
}

/// Passes answers on, some of them late.
fn pass_back(mut server: TcpStream, mut client: TcpStream, way: &Way, number: u64) {
    let slow = if let Trouble::Slow(seed) = way.trouble { Some(seed) } else { None };
    let mut random = Random::new(slow.unwrap_or_default() ^ number, "slow");
    let mut buffer = [0; 4096];
    while let Ok(read @ 1..) = server.read(&mut buffer) {
        if slow.is_some() && random.share() < 0.08 {
            way.hit();
            std::thread::sleep(Duration::from_millis(100 + random.next() % 500));
        }
        if client.write_all(&buffer[..read]).is_err() {
            break;
        }
    }
    // Either may be gone already.
    let _ = client.shutdown(Shutdown::Both);
    let _ = server.shutdown(Shutdown::Both);
}
