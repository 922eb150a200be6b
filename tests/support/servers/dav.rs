//! WebDAV servers: wsgidav, Apache's and nginx's, each with a folder `www` in its files.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use super::{Server, free_port, installed};

/// Who may write to the servers that ask.
pub const USER: &str = "desk";
pub const PASSWORD: &str = "the-secret-of-the-desk";
/// The password as Apache keeps it.
const PASSWORD_SHA1: &str = "{SHA}zw3gLP63Jk2kQacpACbCdXdZZmc=";

/// A WebDAV server.
pub struct Dav {
    pub server: Server,
    /// Whether it asks who writes.
    pub asks: bool,
}

impl Dav {
    /// A server in Python, which removes a file before it moves another to its place.
    pub fn wsgidav() -> Option<Dav> {
        let (program, dir, port) = (installed(&["wsgidav"])?, files(), free_port());
        let settings = serde_json::json!({
            "host": "127.0.0.1",
            "port": port,
            "provider_mapping": { "/": dir.path().join("www") },
            "simple_dc": { "user_mapping": { "*": { USER: { "password": PASSWORD } } } },
            "http_authenticator": { "accept_basic": true, "accept_digest": false, "default_to_digest": false },
            "verbose": 1,
        });
        let file = dir.path().join("settings.json");
        fs::write(&file, settings.to_string()).unwrap();
        let mut command = Command::new(program);
        command.arg("--config").arg(file);
        Some(Dav { server: Server::start(command, port, dir), asks: true })
    }

    /// Apache with `mod_dav`.
    pub fn apache() -> Option<Dav> {
        let program = installed(&["apache2", "/usr/sbin/apache2"])?;
        let (dir, port) = (files(), free_port());
        let at = dir.path().display();
        let mut settings = format!(
            "ServerRoot {at}\nServerName 127.0.0.1\nPidFile {at}/pid\nListen 127.0.0.1:{port}\nErrorLog {at}/errors\n             DavLockDB {at}/locks/db\nDocumentRoot {at}/www\n<Directory {at}/www>\nDav On\nAuthType Basic\n             AuthName site\nAuthUserFile {at}/users\nRequire valid-user\n</Directory>\n"
        );
        let modules =
            ["mpm_event", "authn_core", "authn_file", "authz_core", "authz_user", "auth_basic", "dav", "dav_fs"];
        for module in modules {
            settings += &format!("LoadModule {module}_module /usr/lib/apache2/modules/mod_{module}.so\n");
        }
        // Started by root, it works as somebody else.
        if fs::metadata("/proc/self").is_ok_and(|this| std::os::unix::fs::MetadataExt::uid(&this) == 0) {
            settings += "User www-data\nGroup www-data\n";
        }
        fs::write(dir.path().join("users"), format!("{USER}:{PASSWORD_SHA1}\n")).unwrap();
        let file = dir.path().join("settings");
        fs::write(&file, settings).unwrap();
        let mut command = Command::new(program);
        // One process, so that nothing of it is left when it is killed.
        command.arg("-X").arg("-f").arg(file);
        Some(Dav { server: Server::start(command, port, dir), asks: true })
    }

    /// nginx, which honours no condition on versions and lets everybody in.
    pub fn nginx() -> Option<Dav> {
        let program = installed(&["nginx", "/usr/sbin/nginx"])?;
        let (dir, port) = (files(), free_port());
        let at = dir.path().display();
        let folders: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|name| format!("{name}_temp_path {at}/{name};\n"))
            .concat();
        let settings = format!(
            "daemon off;\nmaster_process off;\nuser root;\npid {at}/pid;\nerror_log {at}/errors;\nevents {{}}\nhttp {{\naccess_log off;\n{folders}             server {{\nlisten 127.0.0.1:{port};\nroot {at}/www;\ndav_methods PUT DELETE MKCOL MOVE;\n}}\n}}\n"
        );
        let file = dir.path().join("settings");
        fs::write(&file, settings).unwrap();
        let mut command = Command::new(program);
        command.arg("-e").arg(dir.path().join("errors")).arg("-c").arg(file);
        Some(Dav { server: Server::start(command, port, dir), asks: false })
    }

    /// Its folder on the disk.
    pub fn www(&self) -> PathBuf {
        self.server.dir.path().join("www")
    }
}

/// Folders that a server may use whoever it works as.
fn files() -> TempDir {
    let dir = TempDir::new().unwrap();
    let open = |path: &Path| fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o777)).unwrap();
    open(dir.path());
    for name in ["www", "locks"] {
        fs::create_dir(dir.path().join(name)).unwrap();
        open(&dir.path().join(name));
    }
    dir
}
