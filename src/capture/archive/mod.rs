//! Web archives: which record of a WARC or WACZ is the page of a document, and its text.
//!
//! An archive may hold many pages, and the page of a document is the one whose address the document names. A
//! redirect is not followed and nothing is guessed: a page that its readers did not see proves nothing.

mod address;
mod http;
mod wacz;
mod warc;

use super::extract::text_of_page;
use super::inflate::{gunzip, is_gzip};
use super::{CaptureText, Unreadable};
use http::Message;
use warc::{Kind, Record};

/// The text of the page that a WARC file holds of an address.
pub fn warc(bytes: &[u8], url: Option<&str>) -> Result<CaptureText, Unreadable> {
    let unpacked = if is_gzip(bytes) { Some(gunzip(bytes)?) } else { None };
    page(&warc::records(unpacked.as_deref().unwrap_or(bytes))?, url, "warc 1")
}

/// The text of the page that a WACZ file holds of an address.
pub fn wacz(bytes: &[u8], url: Option<&str>) -> Result<CaptureText, Unreadable> {
    let files = wacz::archives(bytes)?;
    let mut records = Vec::new();
    for file in &files {
        records.extend(warc::records(file)?);
    }
    page(&records, url, "wacz 1")
}

/// What a record has under the address of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Page {
    media: String,
    bytes: Vec<u8>,
}

fn page(records: &[Record<'_>], url: Option<&str>, extractor: &str) -> Result<CaptureText, Unreadable> {
    let Some(url) = url else {
        return Err(Unreadable::with_help(
            "the archive can hold many pages, and the document has no `url` that says which is meant",
            "give the address of the page as it was archived as the document's `url`",
        ));
    };
    let here: Vec<&Record<'_>> = records.iter().filter(|record| address::is_same(&record.target, url)).collect();
    let mut pages: Vec<Page> = Vec::new();
    let mut refused = None;
    // What somebody made of a page counts only where the page itself is not there.
    for kind in [Kind::Original, Kind::Conversion] {
        if !pages.is_empty() {
            break;
        }
        for record in here.iter().filter(|record| record.kind == kind) {
            match content(record) {
                Ok(page) if pages.contains(&page) => {}
                Ok(page) => pages.push(page),
                Err(why) => refused = Some(why),
            }
        }
    }
    match (pages.as_slice(), refused) {
        ([page], _) => {
            let text = text_of_page(&page.bytes, &page.media)?;
            Ok(text.unpacked_by(extractor))
        }
        ([], Some(why)) => Err(why),
        ([], None) => Err(absent(records, url)),
        (pages, _) => Err(Unreadable::with_help(
            format!("the archive holds {} different pages of `{url}`", pages.len()),
            "keep the one that was quoted in an archive of its own, or add a capture of it as `text/html`",
        )),
    }
}

fn content(record: &Record<'_>) -> Result<Page, Unreadable> {
    if !record.is_response {
        return Ok(Page { media: record.media.clone(), bytes: record.block.to_vec() });
    }
    let Message { status, location, media, body } = http::message(record.block)?;
    match (status, location) {
        (200, _) => Ok(Page { media, bytes: body }),
        (300..=399, Some(location)) => Err(Unreadable::with_help(
            format!("in the archive `{}` leads on to `{location}`", record.target),
            "give the address that it leads to as the document's `url`",
        )),
        (status, _) => {
            Err(Unreadable::because(format!("in the archive `{}` answers with status {status}", record.target)))
        }
    }
}

fn absent(records: &[Record<'_>], url: &str) -> Unreadable {
    let mut others: Vec<&str> = records.iter().map(|record| &*record.target).collect();
    others.sort_unstable();
    others.dedup();
    let holds = match others.as_slice() {
        [] => "it holds no page at all".to_owned(),
        [one] => format!("it holds `{one}`"),
        [first, rest @ ..] => format!("it holds `{first}` and {} more", rest.len()),
    };
    Unreadable::with_help(
        format!("the archive has no page of `{url}`; {holds}"),
        "give the address of the page as it was archived as the document's `url`",
    )
}
