//! The preview's own addresses, below `/_recoupe/`, and what it adds to every page.

use axum::http::StatusCode;

use super::DeskPage;
use super::answer::Content;
use super::live::State;
use crate::text::html::{escape_attr, escape_text};

/// Where the preview's own things are.
pub(super) const PREFIX: &str = "/_recoupe/";
/// Where open pages listen.
pub(super) const EVENTS: &str = "/_recoupe/events";

/// The header that says what a page was made of, for those who ask whether theirs is still right.
pub(super) const MADE: &str = "x-recoupe-made";

const HTML: &str = "text/html; charset=utf-8";

/// What is at one of the preview's own addresses; `desk` is what stands on the page of the desk.
pub(super) fn content(path: &str, state: &State, desk: impl FnOnce() -> DeskPage) -> Option<Content<'static>> {
    let (media_type, bytes) = match path {
        "/_recoupe/" => (HTML, with_script(page(&desk()), state).into_bytes()),
        "/_recoupe/preview.js" => ("text/javascript; charset=utf-8", include_bytes!("preview.js").to_vec()),
        "/_recoupe/preview.css" => ("text/css; charset=utf-8", include_bytes!("preview.css").to_vec()),
        _ => return None,
    };
    Some(Content { status: StatusCode::OK, media_type, bytes })
}

fn page(DeskPage { lang, title, html }: &DeskPage) -> String {
    let (lang, title) = (escape_attr(lang), escape_text(title));
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title} · recoupe</title>\n\
         <link rel=\"stylesheet\" href=\"/_recoupe/preview.css\">\n</head>\n\
         <body class=\"recoupe-desk\">\n<main>{html}</main>\n</body>\n</html>\n"
    )
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
