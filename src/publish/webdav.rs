//! A folder of a WebDAV server, and who may write there.

use std::fmt;
use std::time::Duration;

/// A folder that is reached over WebDAV.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebDavFolder {
    /// Its address, without user and password.
    pub url: String,
    /// Who writes there; nobody where the server lets everybody in.
    pub login: Option<Login>,
    /// How long the server may say nothing before it is asked again.
    pub patience: Duration,
}

impl WebDavFolder {
    /// The usual patience, which is that of the library for object stores.
    pub const PATIENCE: Duration = Duration::from_secs(30);
}

/// A user and a password, which no message shows.
#[derive(Clone, PartialEq, Eq)]
pub struct Login {
    /// The user.
    pub user: String,
    /// The password.
    pub password: String,
}

impl Login {
    /// The login for the host of an address, or else the default one, from the text of a `.netrc` file.
    pub fn from_netrc(text: &str, url: &str) -> Option<Login> {
        let host = host(url);
        let (mut user, mut password, mut is_ours) = (None, None, false);
        let mut words = text.lines().flat_map(words);
        while let Some(word) = words.next() {
            match word {
                "machine" | "default" => {
                    if let (true, Some(user), Some(password)) = (is_ours, user, password) {
                        return Some(Login { user, password });
                    }
                    (user, password) = (None, None);
                    is_ours = word == "default" || words.next() == Some(host);
                }
                "login" => user = words.next().map(str::to_owned),
                "password" => password = words.next().map(str::to_owned),
                "account" => drop(words.next()),
                _ => {}
            }
        }
        is_ours.then_some(Login { user: user?, password: password? })
    }
}

/// The words of a line up to a comment.
fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split_whitespace().take_while(|word| !word.starts_with('#'))
}

/// The host of an address, without user and port.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let place = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let place = place.rsplit('@').next().unwrap_or_default();
    match place.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) => host,
        _ => place,
    }
}

impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Login").field("user", &self.user).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NETRC: &str = "# ours\nmachine dav.example.org login desk\n  password pass-word account x\n\
                         machine other.example.org login somebody password else\ndefault login guest password none\n";

    #[test]
    fn the_login_of_a_host_is_found_in_netrc() {
        let user = |url: &str| Login::from_netrc(NETRC, url).map(|login| (login.user, login.password));
        let desk = Some(("desk".to_owned(), "pass-word".to_owned()));
        assert_eq!(user("https://dav.example.org:8443/site/"), desk);
        assert_eq!(user("https://other.example.org").map(|login| login.1).as_deref(), Some("else"));
        assert_eq!(user("https://example.net/").map(|login| login.0).as_deref(), Some("guest"));
        assert_eq!(Login::from_netrc("machine a login b", "https://a/"), None, "no password");
        assert_eq!(Login::from_netrc("machine a login b password c", "https://d/"), None);
    }

    #[test]
    fn a_login_is_shown_without_its_password() {
        let shown = format!("{:?}", Login::from_netrc(NETRC, "https://dav.example.org/"));
        assert!(shown.contains("desk") && !shown.contains("pass-word"), "{shown}");
    }
}
