//! The preview's own addresses, below `/_recoupe/`, and what it adds to every page.

use axum::http::StatusCode;

use super::answer::Content;
use super::live::State;

/// Where the preview's own things are.
pub(super) const PREFIX: &str = "/_recoupe/";
/// Where open pages listen.
pub(super) const EVENTS: &str = "/_recoupe/events";

/// The header that says what a page was made of, for those who ask whether theirs is still right.
pub(super) const MADE: &str = "x-recoupe-made";

const HTML: &str = "text/html; charset=utf-8";

/// What is at one of the preview's own addresses.
pub(super) fn content(path: &str, state: &State) -> Option<Content<'static>> {
    let (media_type, bytes) = match path {
        "/_recoupe/" => (HTML, findings(state).into_bytes()),
        "/_recoupe/preview.js" => ("text/javascript; charset=utf-8", include_bytes!("preview.js").to_vec()),
        "/_recoupe/preview.css" => ("text/css; charset=utf-8", include_bytes!("preview.css").to_vec()),
        _ => return None,
    };
    Some(Content { status: StatusCode::OK, media_type, bytes })
}

/// The page of the desk: the findings of the last reading.
fn findings(state: &State) -> String {
    let findings = state.findings_html.as_deref().unwrap_or("<p>Nothing to mend.</p>");
    let page = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>Findings · recoupe</title>\n\
         <link rel=\"stylesheet\" href=\"/_recoupe/preview.css\">\n</head>\n\
         <body class=\"recoupe-desk\">\n<main>\n<h1>Findings</h1>\n\
         <div id=\"recoupe-findings\">{findings}</div>\n<p><a href=\"/\">The site</a></p>\n</main>\n</body>\n</html>\n"
    );
    with_script(page, state)
}

/// The page with the script that keeps it up to date.
pub(super) fn in_page(bytes: Vec<u8>, state: &State) -> Vec<u8> {
    match String::from_utf8(bytes) {
        Ok(page) => with_script(page, state).into_bytes(),
        Err(error) => error.into_bytes(),
    }
}

/// What stands for the bytes of a page as they would be built: while it is the same, the page need not load again.
pub(super) fn made(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..32].to_owned()
}

fn with_script(mut page: String, state: &State) -> String {
    let script = format!(
        "<script src=\"/_recoupe/preview.js\" data-pages=\"{}\" data-styles=\"{}\" data-made=\"{}\" defer></script>\n",
        state.pages(),
        state.styles(),
        made(page.as_bytes())
    );
    let end = page.to_ascii_lowercase().rfind("</body>").unwrap_or(page.len());
    page.insert_str(end, &script);
    page
}
