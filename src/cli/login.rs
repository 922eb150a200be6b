//! User and password of a WebDAV server: from the environment, else from `.netrc`.

use std::path::PathBuf;

use super::common::Failure;
use crate::publish::Login;

/// The login for an address; none where the server may let everybody in.
pub fn webdav(url: &str) -> Result<Option<Login>, Failure> {
    let secret = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    match (secret("RECOUPE_WEBDAV_USER"), secret("RECOUPE_WEBDAV_PASSWORD")) {
        (Some(user), Some(password)) => return Ok(Some(Login { user, password })),
        (Some(_), None) => {
            return Err(Failure("`RECOUPE_WEBDAV_USER` is set, `RECOUPE_WEBDAV_PASSWORD` is not".into()));
        }
        (None, _) => {}
    }
    let home = || Some(PathBuf::from(std::env::var_os("HOME")?).join(".netrc"));
    let netrc = std::env::var_os("NETRC").map(PathBuf::from).or_else(home);
    let text = netrc.and_then(|file| std::fs::read_to_string(file).ok());
    Ok(text.and_then(|text| Login::from_netrc(&text, url)))
}
