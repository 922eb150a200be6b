//! Servers that others wrote, started by a test on this machine and stopped with it.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// A process that ends with the test.
pub struct Server {
    process: Child,
    pub port: u16,
    /// Its files, removed with it.
    pub dir: TempDir,
}

impl Drop for Server {
    fn drop(&mut self) {
        // It has ended already, or ends now.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Server {
    /// Starts a program that listens on `port`, and waits until it does.
    pub fn start(mut command: Command, port: u16, dir: TempDir) -> Server {
        let log = fs::File::create(dir.path().join("log")).unwrap();
        command.stdin(Stdio::null()).stdout(log.try_clone().unwrap()).stderr(log);
        let process = command.spawn().unwrap_or_else(|error| panic!("{command:?} does not start: {error}"));
        let mut server = Server { process, port, dir };
        let since = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            let ended = server.process.try_wait().unwrap();
            let log = || fs::read_to_string(server.dir.path().join("log")).unwrap_or_default();
            assert!(ended.is_none() && since.elapsed() < Duration::from_secs(60), "{command:?}: {}", log());
            std::thread::sleep(Duration::from_millis(20));
        }
        server
    }
}

/// A port that is free now.
pub fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port()
}

/// The program, if it is installed; where `CI` is set it has to be.
pub fn installed(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let places = |name: &str| std::env::split_paths(&path).map(|dir| dir.join(name)).collect::<Vec<_>>();
    let found = names.iter().flat_map(|name| places(name)).find(|program| program.is_file());
    if found.is_none() {
        let words = format!("not tested: there is no {} on this machine", names[0]);
        assert!(std::env::var_os("CI").is_none(), "{words}");
        eprintln!("{words}");
    }
    found
}

/// OpenSSH's server as the user who runs the tests, with a key of its own, and settings for the client.
pub struct Ssh {
    pub server: Server,
    pub client: String,
}

impl Ssh {
    /// The server; none if it is not installed. Clients talk to `port` instead, if there is one.
    pub fn start() -> Option<Ssh> {
        let program = installed(&["sshd", "../sbin/sshd", "/usr/sbin/sshd"])?;
        installed(&["sftp"])?;
        let dir = TempDir::new().unwrap();
        let at = |name: &str| dir.path().join(name).to_str().unwrap().to_owned();
        for key in ["host", "desk"] {
            let made = Command::new("ssh-keygen").args(["-q", "-t", "ed25519", "-N", "", "-f", &at(key)]).status();
            assert!(made.unwrap().success());
        }
        fs::copy(at("desk.pub"), at("authorized")).unwrap();
        let port = free_port();
        let settings = format!(
            "ListenAddress 127.0.0.1\nPort {port}\nHostKey {}\nAuthorizedKeysFile {}\nStrictModes no\nUsePAM no\n\
             PidFile none\nPasswordAuthentication no\nSubsystem sftp internal-sftp\nMaxStartups 100\n",
            at("host"),
            at("authorized")
        );
        fs::write(at("sshd_config"), settings).unwrap();
        // Where root starts it, it wants a folder that systems make when they boot.
        let _ = fs::create_dir_all("/run/sshd");
        let mut command = Command::new(program);
        command.args(["-D", "-e", "-f", &at("sshd_config")]);
        let server = Server::start(command, port, dir);
        let client = Ssh::client(server.dir.path(), port);
        Some(Ssh { server, client })
    }

    /// The client's program with settings to reach `port`.
    pub fn client(dir: &Path, port: u16) -> String {
        let config = dir.join(format!("ssh_config_{port}"));
        let settings = format!(
            "Host web\n  HostName 127.0.0.1\n  Port {port}\n  IdentityFile {}\n  IdentitiesOnly yes\n  \
             StrictHostKeyChecking no\n  UserKnownHostsFile /dev/null\n  KexAlgorithms curve25519-sha256\n  LogLevel ERROR\n",
            dir.join("desk").display()
        );
        fs::write(&config, settings).unwrap();
        format!("sftp -F {}", config.display())
    }
}

/// Passes bytes on to a server, and cuts every connection once a number of bytes from the client has passed.
pub struct Cut {
    pub port: u16,
    bytes: usize,
    left: Arc<AtomicUsize>,
}

impl Cut {
    /// Connections to `port` are cut after `bytes` in all.
    pub fn after(bytes: usize, port: u16) -> Cut {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let own = listener.local_addr().unwrap().port();
        let left = Arc::new(AtomicUsize::new(bytes));
        let cut = Cut { port: own, bytes, left: left.clone() };
        std::thread::spawn(move || {
            for client in listener.incoming() {
                let Ok(mut client) = client else { return };
                if left.load(Ordering::SeqCst) == 0 {
                    continue;
                }
                let Ok(mut server) = TcpStream::connect((Ipv4Addr::LOCALHOST, port)) else { return };
                let (mut answers, mut back) = (server.try_clone().unwrap(), client.try_clone().unwrap());
                std::thread::spawn(move || {
                    let _ = std::io::copy(&mut answers, &mut back);
                    let _ = back.shutdown(std::net::Shutdown::Both);
                });
                let left = left.clone();
                std::thread::spawn(move || {
                    let mut buffer = [0; 4096];
                    while let Ok(read @ 1..) = client.read(&mut buffer) {
                        let may = left
                            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| Some(left.saturating_sub(read)));
                        let may = may.unwrap().min(read);
                        if server.write_all(&buffer[..may]).is_err() || may < read {
                            break;
                        }
                    }
                    let _ = server.shutdown(std::net::Shutdown::Both);
                    let _ = client.shutdown(std::net::Shutdown::Both);
                });
            }
        });
        cut
    }

    /// How many bytes clients have sent.
    pub fn passed(&self) -> usize {
        self.bytes - self.left.load(Ordering::SeqCst)
    }
}
