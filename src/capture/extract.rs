//! From archived bytes to text.

use super::{CaptureText, html};

/// Why a capture cannot be read, for people: “this build cannot read `application/pdf`”.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable(pub String);

/// The text of a capture of a media type.
///
/// # Errors
///
/// This build cannot read the type, or the bytes are not UTF-8.
pub fn text_of(bytes: &[u8], media: &str) -> Result<CaptureText, Unreadable> {
    let essence = media.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let read: fn(&str) -> CaptureText = match essence.as_str() {
        "text/plain" => plain,
        "text/html" | "application/xhtml+xml" => html::read,
        _ => return Err(Unreadable(format!("this build cannot read `{media}`"))),
    };
    // Guessing an encoding would let a wrong letter pass for what was written.
    let text = std::str::from_utf8(bytes).map_err(|_| Unreadable("the capture is not UTF-8".to_owned()))?;
    Ok(read(text.trim_start_matches('\u{feff}')))
}

fn plain(text: &str) -> CaptureText {
    CaptureText::new(text.replace("\r\n", "\n").replace('\r', "\n"), "plain-text 1")
}
