//! The files in which hosts look for how a site is to be served.

mod apache;
mod netlify;
mod nginx;

use crate::site::HostFile;
use crate::view::Hosting;

/// A file in which a host looks for how the site is to be served, as it is published.
pub fn host_file(file: HostFile, hosting: &Hosting) -> Vec<u8> {
    let text = match file {
        HostFile::Headers => netlify::headers(hosting),
        HostFile::Redirects => netlify::redirects(hosting),
        HostFile::Htaccess => apache::htaccess(hosting),
        HostFile::Nginx => nginx::server(hosting),
    };
    text.into_bytes()
}

/// A text in which no character means anything in a regular expression.
fn literal(text: &str) -> String {
    text.chars()
        .flat_map(|c| (!c.is_ascii_alphanumeric() && !"/-_".contains(c)).then_some('\\').into_iter().chain([c]))
        .collect()
}
