//! A folder of a WebDAV server.

use super::{At, Patience, Place, Way};
use crate::faults::desk::files;
use crate::faults::process::Environment;
use crate::faults::reader::Files;
use crate::faults::record;
use crate::servers::dav::{Dav, PASSWORD, USER};

pub struct WebDav {
    dav: Dav,
    name: &'static str,
}

impl WebDav {
    /// None where there is no server.
    pub fn wsgidav() -> Option<WebDav> {
        Dav::wsgidav().map(|dav| WebDav { dav, name: "WebDAV (wsgidav)" })
    }

    /// None where there is no server.
    pub fn apache() -> Option<WebDav> {
        Dav::apache().map(|dav| WebDav { dav, name: "WebDAV (Apache)" })
    }
}

impl Place for WebDav {
    fn name(&self) -> &'static str {
        self.name
    }

    fn way(&self) -> Way {
        Way::Http
    }

    fn target(&self, at: &At, port: u16) -> String {
        format!("{{ kind: webdav, url: \"http://127.0.0.1:{port}/{}/\" }}", at.name)
    }

    fn port(&self) -> Option<u16> {
        Some(self.dav.server.port)
    }

    fn environment(&self, _port: u16, patience: Patience) -> Environment {
        let timeout = if patience == Patience::Short { "2" } else { "30" };
        let settings =
            [("RECOUPE_WEBDAV_USER", USER), ("RECOUPE_WEBDAV_PASSWORD", PASSWORD), ("RECOUPE_WEBDAV_TIMEOUT", timeout)];
        settings.map(|(name, value)| (name.to_owned(), value.to_owned())).into()
    }

    fn files(&self, at: &At) -> Files {
        files(&self.dav.www().join(&at.name))
    }

    fn is_aside(&self, path: &str) -> bool {
        record::is_own(path) || path.contains(".recoupe-part")
    }

    fn stays(&self, path: &str, now: &Files, old: &Files) -> bool {
        record::stays(path, now, old)
    }

    fn left_over(&self, _at: &At, now: &Files) -> Option<String> {
        record::left_over(now)
    }
}
