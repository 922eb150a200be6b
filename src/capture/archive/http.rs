//! What a server sent, as a WARC record holds it.

use super::super::Unreadable;
use super::super::inflate::{gunzip, inflate, is_gzip};
use super::warc::{Fields, head};

/// An answer of a server.
#[derive(Debug)]
pub struct Message {
    /// The status: 200 for a page.
    pub status: u16,
    /// Where it sends its reader.
    pub location: Option<String>,
    /// The media type of the body.
    pub media: String,
    /// The body, without the encodings of its transport.
    pub body: Vec<u8>,
}

/// Reads an answer of HTTP/1; archives write newer ones in the same form.
pub fn message(block: &[u8]) -> Result<Message, Unreadable> {
    let broken = |why: &str| Unreadable::because(format!("what the archive holds of the page {why}"));
    let (head, rest) = head(block).ok_or_else(|| broken("has no head"))?;
    let mut lines = head.lines();
    let status = lines.next().filter(|line| line.starts_with("HTTP/"));
    let status = status.and_then(|line| line.split_whitespace().nth(1)?.parse().ok());
    let status = status.ok_or_else(|| broken("does not begin with a status"))?;
    let fields = Fields::of(lines);
    let is_chunked =
        fields.get("transfer-encoding").is_some_and(|encoding| encoding.to_ascii_lowercase().contains("chunked"));
    // Some archivers keep the field and undo what it says.
    let mut body = if is_chunked { dechunked(rest).unwrap_or_else(|| rest.to_vec()) } else { rest.to_vec() };
    let encodings = fields.get("content-encoding").unwrap_or_default().to_ascii_lowercase();
    let encodings: Vec<&str> =
        encodings.split(',').map(str::trim).filter(|encoding| !matches!(*encoding, "" | "identity")).collect();
    match encodings.as_slice() {
        [] => {}
        ["gzip" | "x-gzip"] if is_gzip(&body) => body = gunzip(&body)?,
        ["gzip" | "x-gzip"] => {}
        ["deflate"] => body = inflate(&body)?,
        others => {
            let others = others.join(", ");
            return Err(broken(&format!("is packed as `{others}`, which this build cannot undo")));
        }
    }
    let media = fields.get("content-type").unwrap_or_default().to_owned();
    Ok(Message { status, location: fields.get("location").map(str::to_owned), media, body })
}

/// The body that was sent in chunks; none if it was not.
fn dechunked(mut bytes: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let end = bytes.iter().take(64).position(|byte| *byte == b'\n')?;
        let size = std::str::from_utf8(&bytes[..end]).ok()?;
        let size = usize::from_str_radix(size.split(';').next()?.trim(), 16).ok()?;
        bytes = &bytes[end + 1..];
        if size == 0 {
            return Some(body);
        }
        body.extend_from_slice(bytes.get(..size)?);
        bytes = &bytes[size..];
        bytes = bytes.strip_prefix(b"\r\n").or_else(|| bytes.strip_prefix(b"\n"))?;
    }
}
