//! The records of a WARC file (ISO 28500, versions 1.0 and 1.1).

use super::super::Unreadable;

/// What a record says that was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What a server sent, or a file as it was.
    Original,
    /// What somebody made of it.
    Conversion,
}

/// A record that holds a page.
#[derive(Clone, Debug)]
pub struct Record<'a> {
    /// Whether it is the page itself.
    pub kind: Kind,
    /// Whether its block is an HTTP message; else it is the page.
    pub is_response: bool,
    /// The address.
    pub target: String,
    /// The media type of the block.
    pub media: String,
    /// Its bytes.
    pub block: &'a [u8],
}

/// More records than any capture of a document has.
const MOST: usize = 100_000;
/// More than any head of a record or message takes.
const LARGEST_HEAD: usize = 64 << 10;

/// The records of a file that hold pages; those of requests, metadata and repeated visits are passed over.
pub fn records(mut bytes: &[u8]) -> Result<Vec<Record<'_>>, Unreadable> {
    let broken = |why: &str| Unreadable::because(format!("this is no WARC file that can be read: {why}"));
    let mut records = Vec::new();
    for _ in 0..MOST {
        while let [b'\r' | b'\n', rest @ ..] = bytes {
            bytes = rest;
        }
        if bytes.is_empty() {
            return Ok(records);
        }
        let (head, rest) = head(bytes).ok_or_else(|| broken("a record has no end of its head"))?;
        let mut lines = head.lines();
        if !matches!(lines.next().map(str::trim_end), Some("WARC/1.0" | "WARC/1.1")) {
            return Err(broken("a record does not begin with `WARC/1.0` or `WARC/1.1`"));
        }
        let fields = Fields::of(lines);
        let length = fields.get("content-length").and_then(|length| length.parse::<usize>().ok());
        let length = length.ok_or_else(|| broken("a record does not say its length"))?;
        let block = rest.get(..length).ok_or_else(|| broken("it ends within a record"))?;
        bytes = &rest[length..];
        let (kind, is_response) = match fields.get("warc-type").map(str::to_ascii_lowercase).as_deref() {
            Some("response") => (Kind::Original, true),
            Some("resource") => (Kind::Original, false),
            Some("conversion") => (Kind::Conversion, false),
            _ => continue,
        };
        let Some(target) = fields.get("warc-target-uri") else { continue };
        // A part of a page may lack the word that turns the rest.
        if fields.get("warc-truncated").is_some() || fields.get("warc-segment-number").is_some() {
            continue;
        }
        let target = target.trim_start_matches('<').trim_end_matches('>').to_owned();
        let media = fields.get("content-type").unwrap_or_default().to_owned();
        // What a server sent that is no HTTP message is as good as a file.
        let is_response = is_response && media.to_ascii_lowercase().starts_with("application/http");
        records.push(Record { kind, is_response, target, media, block });
    }
    Err(broken("it has too many records"))
}

/// A head as text, and what follows its empty line.
pub fn head(bytes: &[u8]) -> Option<(String, &[u8])> {
    let window = &bytes[..bytes.len().min(LARGEST_HEAD)];
    let end = |mark: &[u8]| window.windows(mark.len()).position(|found| found == mark).map(|at| (at, at + mark.len()));
    let (end, next) = [end(b"\r\n\r\n"), end(b"\n\n")].into_iter().flatten().min()?;
    Some((String::from_utf8_lossy(&bytes[..end]).into_owned(), &bytes[next..]))
}

/// The fields of a head, their names in lower case.
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// Reads the lines of a head; a line that begins with a space continues the one before it.
    pub fn of<'l>(lines: impl Iterator<Item = &'l str>) -> Self {
        let mut fields: Vec<(String, String)> = Vec::new();
        for line in lines {
            match (line.starts_with([' ', '\t']), fields.last_mut(), line.split_once(':')) {
                (true, Some((_, value)), _) => {
                    value.push(' ');
                    value.push_str(line.trim());
                }
                (false, _, Some((name, value))) => {
                    fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
                }
                _ => {}
            }
        }
        Self(fields)
    }

    /// The first field of a name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}
