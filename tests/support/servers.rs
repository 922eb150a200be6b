//! Servers that others wrote, started by a test on this machine and stopped with it.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use tempfile::TempDir;

#[path = "servers/azurite.rs"]
pub mod azurite;
#[path = "servers/dav.rs"]
pub mod dav;

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

/// A port that is free now, below those that the system gives to clients: one that knocks before the server is there
/// could be given the very port that it knocks at, and meet itself.
pub fn free_port() -> u16 {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let from = std::process::id() as usize * 101;
    let ports = std::iter::repeat_with(|| 12_000 + (from + NEXT.fetch_add(1, Ordering::SeqCst)) % 20_000);
    let is_free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    ports.filter_map(|port| u16::try_from(port).ok()).find(is_free).unwrap()
}

/// The program, if it is installed; where `CI` is set it has to be.
pub fn installed(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let ours = ["target/servers/bin", "tests/servers-npm/node_modules/.bin"];
    let ours = ours.map(|dir| Path::new(env!("CARGO_MANIFEST_DIR")).join(dir));
    let places =
        |name: &str| std::env::split_paths(&path).chain(ours.clone()).map(|dir| dir.join(name)).collect::<Vec<_>>();
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
    /// The server; none if it is not installed.
    pub fn start() -> Option<Ssh> {
        Ssh::refusing("")
    }

    /// The same, refusing some requests of the protocol.
    pub fn refusing(requests: &str) -> Option<Ssh> {
        let refused = if requests.is_empty() { String::new() } else { format!(" -P {requests}") };
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
             PidFile none\nPasswordAuthentication no\nSubsystem sftp internal-sftp{refused}\nMaxStartups 100\n",
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

impl Ssh {
    /// The client's program with a key that the server does not know.
    pub fn stranger(&self) -> String {
        let dir = self.server.dir.path();
        let key = dir.join("stranger");
        let made = Command::new("ssh-keygen").args(["-q", "-t", "ed25519", "-N", "", "-f"]).arg(&key).status();
        assert!(made.unwrap().success());
        let known = fs::read_to_string(dir.join(format!("ssh_config_{}", self.server.port))).unwrap();
        let config = dir.join("ssh_config_stranger");
        let ours = dir.join("desk").display().to_string();
        fs::write(&config, known.replace(&ours, &key.display().to_string())).unwrap();
        format!("sftp -F {}", config.display())
    }
}

/// An S3 server with a bucket `site`.
pub struct Moto {
    pub server: Server,
}

impl Moto {
    /// The server; none if it is not installed.
    pub fn start() -> Option<Moto> {
        Moto::with(&[])
    }

    /// The server, which knows nobody: every key is refused.
    pub fn closed() -> Option<Moto> {
        // The bucket is made by the only request that needs no key.
        Moto::with(&[("INITIAL_NO_AUTH_ACTION_COUNT", "1")])
    }

    fn with(settings: &[(&str, &str)]) -> Option<Moto> {
        let program = installed(&["moto_server"])?;
        let port = free_port();
        let mut command = Command::new(program);
        command.envs(settings.iter().copied());
        command.args(["--host", "127.0.0.1", "--port", &port.to_string()]);
        let server = Server::start(command, port, TempDir::new().unwrap());
        let mut connection = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
        connection.write_all(b"PUT /site HTTP/1.0\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n").unwrap();
        let mut answer = String::new();
        connection.read_to_string(&mut answer).unwrap();
        assert!(answer.contains(" 200 "), "{answer}");
        Some(Moto { server })
    }
}
