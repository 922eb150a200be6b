//! From archived bytes to text.

use super::{CaptureText, archive, html, pdf};

/// Why a capture cannot be read, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Why, for people: “this build cannot read `image/png`”.
    pub why: String,
    /// The way out.
    pub help: String,
}

impl Unreadable {
    /// What is wrong with bytes for which a text beside them is the way out.
    pub(super) fn because(why: impl Into<String>) -> Self {
        Self::with_help(why, "add a capture of the same document as `text/plain` or `text/html`, in UTF-8")
    }

    pub(super) fn with_help(why: impl Into<String>, help: impl Into<String>) -> Self {
        Self { why: why.into(), help: help.into() }
    }
}

/// The text of a capture of a media type; of a web archive, that of the page whose address is `url`.
///
/// # Errors
///
/// This build cannot read the type, the bytes are not what it says, or an archive does not say which page is meant.
pub fn text_of(bytes: &[u8], media: &str, url: Option<&str>) -> Result<CaptureText, Unreadable> {
    match essence(media).as_str() {
        "application/warc" | "application/warc+gzip" => archive::warc(bytes, url),
        "application/wacz" | "application/wacz+zip" => archive::wacz(bytes, url),
        _ => text_of_page(bytes, media),
    }
}

/// The text of something that holds nothing but itself.
pub(super) fn text_of_page(bytes: &[u8], media: &str) -> Result<CaptureText, Unreadable> {
    let read: fn(&str) -> CaptureText = match essence(media).as_str() {
        "text/plain" => plain,
        "text/html" | "application/xhtml+xml" => html::read,
        "application/pdf" => return pdf::read(bytes),
        _ => return Err(Unreadable::because(format!("this build cannot read `{media}`"))),
    };
    // Guessing an encoding would let a wrong letter pass for what was written.
    if let Some(charset) = charset(media).filter(|charset| !matches!(charset.as_str(), "utf-8" | "utf8" | "us-ascii")) {
        return Err(Unreadable::because(format!("the capture is said to be in `{charset}`, and only UTF-8 is read")));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Unreadable::because("the capture is not UTF-8"))?;
    Ok(read(text.trim_start_matches('\u{feff}')))
}

fn essence(media: &str) -> String {
    media.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

fn charset(media: &str) -> Option<String> {
    let mut parameters = media.split(';').skip(1).filter_map(|parameter| parameter.split_once('='));
    let (_, value) = parameters.find(|(name, _)| name.trim().eq_ignore_ascii_case("charset"))?;
    Some(value.trim().trim_matches(['"', '\'']).to_ascii_lowercase())
}

fn plain(text: &str) -> CaptureText {
    CaptureText::new(text.replace("\r\n", "\n").replace('\r', "\n"), "plain-text 1")
}
