//! The text of a PDF that its readers see.
//!
//! A PDF draws glyphs at places; which letters they are and where a word ends has to be found out. What the file
//! does not say becomes U+FFFD, which stands in no quotation, and text that is not painted is left out: that
//! verifies less, never more.

mod cmap;
mod encoding;
mod font;
mod hyphen;
mod layout;
mod page;

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_syntax::object::Stream;
use hayro_syntax::{Filter, LoadPdfError, Pdf};

use super::inflate::inflate;
use super::{CaptureText, Unreadable};
use layout::Lines;
use page::Painter;

/// More pages than any document that is quoted has.
const MOST_PAGES: usize = 5000;

/// Reads a PDF.
pub fn read(bytes: &[u8]) -> Result<CaptureText, Unreadable> {
    // The reader below is made to fail on no bytes. Should it panic all the same, one capture is unreadable, and the
    // site can still be checked.
    let text = catch_unwind(AssertUnwindSafe(|| text(bytes)));
    let text = text.unwrap_or_else(|_| Err(Unreadable::because("this PDF is broken in a way that nobody expected")))?;
    if !text.contains(|c: char| c.is_alphanumeric()) {
        return Err(Unreadable::because("this PDF shows no text: its pages are pictures"));
    }
    Ok(CaptureText::new(text, "hayro-syntax 0.9, painted text 1"))
}

fn text(bytes: &[u8]) -> Result<String, Unreadable> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| {
        Unreadable::because(match error {
            LoadPdfError::Decryption(_) => "this PDF is locked with a password",
            LoadPdfError::Invalid => "this is no PDF that can be read",
        })
    })?;
    let pages = pdf.pages();
    if pages.len() > MOST_PAGES {
        return Err(Unreadable::because(format!("this PDF has more than {MOST_PAGES} pages")));
    }
    let mut lines = Lines::default();
    let mut painter = Painter::default();
    for page in pages.iter() {
        lines.begin_page();
        painter.paint(page, &mut lines)?;
    }
    Ok(hyphen::joined(&lines.text()))
}

/// The bytes of a stream.
fn unpacked(stream: &Stream<'_>) -> Result<Vec<u8>, Unreadable> {
    let packed = stream.raw_data();
    let filters = stream.filters();
    let is_packed = filters.iter().filter(|filter| matches!(filter, Filter::FlateDecode | Filter::LzwDecode)).count();
    // A byte of these unfolds to a thousand: what could become too much is measured first.
    let is_bounded = match (is_packed, filters.first()) {
        (0, _) => true,
        (1, _) if packed.len() < 256 << 10 => true,
        (1, Some(Filter::FlateDecode)) => inflate(&packed).is_ok(),
        _ => false,
    };
    let bytes = if is_bounded { stream.decoded_data().ok() } else { None };
    // Without a part of a page, what stands around it would close up.
    bytes.map(|bytes| bytes.into_owned()).ok_or_else(|| Unreadable::because("a part of this PDF cannot be unpacked"))
}
