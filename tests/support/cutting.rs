//! A way to a server that ends after so many bytes.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Passes bytes on until clients have sent so many in all, and then nothing any more; the port, and what is left.
pub fn cutting(bytes: usize, port: u16) -> (u16, Arc<AtomicUsize>) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let own = listener.local_addr().unwrap().port();
    let left = Arc::new(AtomicUsize::new(bytes));
    let told = left.clone();
    std::thread::spawn(move || {
        for mut client in listener.incoming().map_while(Result::ok) {
            let mut server = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
            let (mut answers, mut back, left) =
                (server.try_clone().unwrap(), client.try_clone().unwrap(), left.clone());
            std::thread::spawn(move || {
                // Whoever ends the connection, it has ended.
                let _ = std::io::copy(&mut answers, &mut back);
                let _ = back.shutdown(Shutdown::Both);
            });
            std::thread::spawn(move || {
                let mut buffer = [0; 4096];
                while let Ok(read @ 1..) = client.read(&mut buffer) {
                    let take = |left: usize| Some(left.saturating_sub(read));
                    let may = left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, take).unwrap().min(read);
                    if server.write_all(&buffer[..may]).is_err() || may < read {
                        break;
                    }
                }
                let _ = server.shutdown(Shutdown::Both);
                let _ = client.shutdown(Shutdown::Both);
            });
        }
    });
    (own, told)
}
