//! A page that sends its reader on, for hosts that know no redirects.

use crate::text::html::{escape_attr, escape_text};

/// A page that leads to another: its full address, its path on the host, and that of the site.
pub fn redirect(url: &str, path: &str, root: &str) -> String {
    let (url, path, root) = (escape_attr(url), escape_attr(path), escape_attr(root));
    let shown = escape_text(&url);
    format!(
        "<!doctype html>\n<html lang=\"und\">\n<head>\n<meta charset=\"utf-8\">\n<title>{shown}</title>\n\
         <link rel=\"canonical\" href=\"{url}\">\n<link rel=\"icon\" href=\"{root}favicon.svg\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <meta http-equiv=\"refresh\" content=\"0; url={path}\">\n</head>\n<body>\n\
         <p><a href=\"{path}\">{shown}</a></p>\n</body>\n</html>\n"
    )
}
