//! Web servers that others wrote, serving a folder on this machine until the test ends.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// A server that ends with the test.
pub struct Web {
    process: Child,
    port: u16,
    dir: TempDir,
}

/// What a server answered.
pub struct Answer {
    pub status: u16,
    headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    /// A header by its name in lower case; several of that name are a mistake.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str());
        let value = values.next();
        assert_eq!(values.next(), None, "{name} stands there twice");
        value
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Drop for Web {
    fn drop(&mut self) {
        // It has ended already, or ends now.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Web {
    /// Debian's nginx with the file of a site that lies in or below the folder that is served; none if it is not
    /// installed.
    pub fn nginx(root: &Path, site: &Path) -> Option<Self> {
        let program = installed(&["/usr/sbin/nginx", "/usr/local/sbin/nginx"])?;
        Some(Self::start(|dir, port| {
            let (root, site) = (root.display(), site.display());
            let settings = format!(
                "daemon off;\nmaster_process off;\nworker_processes 1;\npid {dir}/pid;\nerror_log {dir}/log;\n\
                 events {{ }}\nhttp {{\n  access_log off;\n  client_body_temp_path {dir}/a;\n  proxy_temp_path {dir}/b;\n  \
                 fastcgi_temp_path {dir}/c;\n  uwsgi_temp_path {dir}/d;\n  scgi_temp_path {dir}/e;\n  \
                 server {{\n    listen 127.0.0.1:{port};\n    root {root};\n    include {site}/recoupe-nginx.conf;\n  }}\n}}\n",
            );
            fs::write(format!("{dir}/nginx.conf"), settings).unwrap();
            let mut command = Command::new(&program);
            command.args(["-c", &format!("{dir}/nginx.conf"), "-e", &format!("{dir}/log")]);
            command
        }))
    }

    /// Debian's Apache as a host sets it up that lets sites bring a `.htaccess`; none if it is not installed.
    pub fn apache(root: &Path) -> Option<Self> {
        let program = installed(&["/usr/sbin/apache2"])?;
        // Where root starts it, its children are somebody else, who must get to the files.
        for folder in root
            .ancestors()
            .take_while(|folder| folder.starts_with(std::env::temp_dir()) && *folder != std::env::temp_dir())
        {
            fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
        }
        Some(Self::start(|dir, port| {
            let modules =
                ["mpm_event", "authz_core", "dir", "mime", "headers", "rewrite", "alias", "deflate", "filter"];
            let load: String = modules
                .iter()
                .map(|name| format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"))
                .collect();
            let root = root.display();
            let settings = format!(
                "{load}ServerName localhost\nServerRoot {dir}\nPidFile {dir}/pid\nListen 127.0.0.1:{port}\n\
                 User www-data\nGroup www-data\nErrorLog {dir}/log\nTypesConfig /dev/null\nDefaultRuntimeDir {dir}\n\
                 AddOutputFilterByType DEFLATE text/css\nDocumentRoot {root}\n<FilesMatch \"^\\.ht\">\nRequire all denied\n</FilesMatch>\n\
                 <Directory {root}>\nOptions FollowSymLinks\nAllowOverride FileInfo Indexes\nRequire all granted\n</Directory>\n",
            );
            fs::write(format!("{dir}/apache.conf"), settings).unwrap();
            let mut command = Command::new(&program);
            command.args(["-X", "-f", &format!("{dir}/apache.conf")]);
            command
        }))
    }

    fn start(command: impl Fn(&str, u16) -> Command) -> Self {
        let dir = TempDir::new().unwrap();
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port();
        let mut command = command(dir.path().to_str().unwrap(), port);
        let said = fs::File::create(dir.path().join("said")).unwrap();
        command.stdin(Stdio::null()).stdout(said.try_clone().unwrap()).stderr(said);
        let process = command.spawn().unwrap_or_else(|error| panic!("{command:?} does not start: {error}"));
        let mut web = Self { process, port, dir };
        let since = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            let ended = web.process.try_wait().unwrap();
            assert!(ended.is_none() && since.elapsed() < Duration::from_secs(30), "{command:?}: {}", web.log());
            std::thread::sleep(Duration::from_millis(20));
        }
        web
    }

    /// The server's address, for those who ask by themselves.
    #[allow(dead_code, reason = "each test uses a part of this")]
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// What the server wrote.
    fn log(&self) -> String {
        ["said", "log"].iter().filter_map(|name| fs::read_to_string(self.dir.path().join(name)).ok()).collect()
    }

    /// Asks for a path, as a browser without a memory does.
    pub fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut connection = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).unwrap();
        connection.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        let more: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        write!(connection, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{more}\r\n").unwrap();
        let mut bytes = Vec::new();
        connection.read_to_end(&mut bytes).unwrap();
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n");
        let end = end.unwrap_or_else(|| panic!("{path} has no answer: {}", self.log()));
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        let headers = head.lines().skip(1).filter_map(|line| line.split_once(": "));
        let headers: Vec<_> = headers.map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned())).collect();
        assert!(headers.iter().all(|(name, _)| name != "transfer-encoding"), "{path} is made while it is sent");
        Answer { status, headers, body: bytes.split_off(end + 4) }
    }
}

/// The program, if it is installed; where `CI` is set it has to be.
fn installed(places: &[&str]) -> Option<PathBuf> {
    let found = places.iter().map(PathBuf::from).find(|program| program.is_file());
    if found.is_none() {
        left_out(&format!("there is no {}", places[0]));
    }
    found
}

/// Says what was not tested, and why; where `CI` is set that is a failure.
pub fn left_out(why: &str) {
    assert!(std::env::var_os("CI").is_none(), "not tested: {why}");
    // Straight to the terminal: what a passing test prints is kept back.
    let mut terminal = std::io::stderr();
    writeln!(terminal, "LEFT OUT: {why}").unwrap();
}
