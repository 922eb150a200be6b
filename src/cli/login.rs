//! User and password of a WebDAV server, from the environment, else from `.netrc`; and how long it may say nothing.

use std::path::PathBuf;
use std::time::Duration;

use super::common::Failure;
use crate::publish::{Login, WebDavFolder};

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

/// How long the server may say nothing before it is asked again.
pub fn patience() -> Result<Duration, Failure> {
    let Ok(text) = std::env::var("RECOUPE_WEBDAV_TIMEOUT") else { return Ok(WebDavFolder::PATIENCE) };
    let seconds = text.trim().parse().ok().filter(|seconds| *seconds > 0);
    let wrong = || Failure("`RECOUPE_WEBDAV_TIMEOUT` is a whole number of seconds, such as 30".into());
    seconds.map(Duration::from_secs).ok_or_else(wrong)
}
