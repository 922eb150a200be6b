//! Who may ask, and how.

use std::net::IpAddr;

use axum::http::{HeaderMap, Method, StatusCode, header};

/// Why a request is refused, if it is.
pub(super) fn refusal(method: &Method, headers: &HeaderMap) -> Option<(StatusCode, &'static str)> {
    let mut hosts = headers.get_all(header::HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else {
        return Some((StatusCode::BAD_REQUEST, "a request names one host"));
    };
    if !host.to_str().is_ok_and(is_local_name) {
        return Some((StatusCode::MISDIRECTED_REQUEST, "this preview answers to localhost and to IP addresses only"));
    }
    if ![Method::GET, Method::HEAD].contains(method) {
        return Some((StatusCode::METHOD_NOT_ALLOWED, "a preview can only be read"));
    }
    None
}

/// Whether a host is `localhost` or an address, for a name of somebody else's may point anywhere.
fn is_local_name(host: &str) -> bool {
    let is_port = |port: &str| port.is_empty() || port.parse::<u16>().is_ok();
    if let Some((address, rest)) = host.strip_prefix('[').and_then(|host| host.split_once(']')) {
        return matches!(address.parse(), Ok(IpAddr::V6(_))) && rest.strip_prefix(':').map_or(rest.is_empty(), is_port);
    }
    let (name, port) = host.split_once(':').unwrap_or((host, ""));
    let name = name.to_ascii_lowercase();
    let known = name == "localhost" || name.ends_with(".localhost") || matches!(name.parse(), Ok(IpAddr::V4(_)));
    known && is_port(port)
}

#[cfg(test)]
mod tests {
    use super::is_local_name;

    #[test]
    fn names_of_others_are_refused() {
        for host in
            ["localhost", "LOCALHOST:4000", "127.0.0.1:4000", "[::1]:4000", "[::1]", "a.localhost", "192.168.1.2"]
        {
            assert!(is_local_name(host), "{host}");
        }
        for host in [
            "",
            "example.org",
            "localhost.example.org",
            "127.0.0.1.example.org",
            "127.0.0.1@example.org",
            "[::1",
            "[::1]x",
            "localhost:x",
            "notlocalhost",
            "::1",
            "[example.org]",
            "127.0.0.1:80:80",
        ] {
            assert!(!is_local_name(host), "{host}");
        }
    }
}
