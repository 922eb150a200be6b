//! What is remembered of pages, as bytes: a line of text, then numbers of eight bytes, the lowest first.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rustc_hash::FxHashMap;

use super::{Digest, Page, Remembered, Trace};
use crate::emit::Sha256Sum;
use crate::inspect::PageFacts;

/// What is in a file, and how.
const FORMAT: &str = "recoupe-pages/1";

/// What must be as it was for anything of a file to hold.
#[derive(Debug, PartialEq, Eq)]
pub struct Header {
    /// When the files were looked at.
    pub taken: SystemTime,
    /// All that pages are made from and that is no record.
    pub around: Digest,
    /// The files of the site.
    pub outputs: Sha256Sum,
}

/// The bytes of what is remembered.
pub fn bytes(header: &Header, remembered: &Remembered) -> Option<Vec<u8>> {
    let Header { taken, around, outputs } = header;
    let taken = taken.duration_since(UNIX_EPOCH).ok()?.as_nanos();
    let mut bytes = format!("{FORMAT} {taken} {around:032x} {outputs}\n").into_bytes();
    let mut put = |number: u64| bytes.extend_from_slice(&number.to_le_bytes());
    let mut put_all = |numbers: &[u64]| {
        put(numbers.len() as u64);
        numbers.iter().copied().for_each(&mut put);
    };
    put_all(&remembered.addresses);
    for (path, Page { trace: Trace { key, reads }, facts }) in &remembered.pages {
        put_all(&[*path, (*key >> 64) as u64, *key as u64]);
        for numbers in [reads, &facts.ids, &facts.fragments] {
            put_all(numbers);
        }
    }
    Some(bytes)
}

/// The first line of a file, and the rest; none if it is another format's.
pub fn header(bytes: &[u8]) -> Option<(Header, &[u8])> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let line = str::from_utf8(&bytes[..end]).ok()?;
    let [FORMAT, taken, around, outputs] = line.split(' ').collect::<Vec<_>>()[..] else { return None };
    let taken = UNIX_EPOCH.checked_add(Duration::from_nanos(taken.parse().ok()?))?;
    let (around, outputs) = (Digest::from_str_radix(around, 16).ok()?, outputs.to_owned().try_into().ok()?);
    Some((Header { taken, around, outputs }, &bytes[end + 1..]))
}

/// What is remembered behind the first line; none if it is cut off.
pub fn remembered(mut bytes: &[u8]) -> Option<Remembered> {
    let addresses = numbers(&mut bytes)?;
    let mut pages = FxHashMap::default();
    while !bytes.is_empty() {
        let [path, high, low] = *numbers(&mut bytes)? else { return None };
        let key = Digest::from(high) << 64 | Digest::from(low);
        let trace = Trace { key, reads: numbers(&mut bytes)? };
        let facts = PageFacts { ids: numbers(&mut bytes)?, fragments: numbers(&mut bytes)? };
        pages.insert(path, Page { trace, facts });
    }
    Some(Remembered { addresses, pages })
}

/// A number, and as many numbers as it says.
fn numbers(bytes: &mut &[u8]) -> Option<Box<[u64]>> {
    let (count, rest) = bytes.split_first_chunk::<8>()?;
    let length = usize::try_from(u64::from_le_bytes(*count)).ok()?.checked_mul(8)?;
    let (numbers, rest) = rest.split_at_checked(length)?;
    *bytes = rest;
    Some(numbers.as_chunks::<8>().0.iter().map(|number| u64::from_le_bytes(*number)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_and_nothing_that_was_cut_off() {
        let outputs = Sha256Sum::of(b"site");
        let header = Header { taken: UNIX_EPOCH + Duration::from_nanos(12_345), around: 1 << 100 | 7, outputs };
        let facts = PageFacts { ids: [3, u64::MAX].into(), fragments: [].into() };
        let page = Page { trace: Trace { key: u128::MAX - 5, reads: [9, 8, 7].into() }, facts };
        let there = Remembered { addresses: [1, 2].into(), pages: FxHashMap::from_iter([(42, page)]) };
        let bytes = bytes(&header, &there).unwrap();
        let (read, rest) = self::header(&bytes).unwrap();
        assert_eq!((read, remembered(rest).as_ref()), (header, Some(&there)));
        for cut in 1..rest.len() {
            assert_ne!(remembered(&rest[..rest.len() - cut]).as_ref(), Some(&there), "{cut} bytes less");
        }
        assert_eq!(self::header(b"recoupe-pages/0 1 2 3\n"), None);
        assert_eq!(self::header(b"recoupe-pages/1"), None);
        assert_eq!(remembered(&u64::MAX.to_le_bytes()), None);
    }
}
