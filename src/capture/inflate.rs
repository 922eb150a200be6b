//! Compressed bytes, as far as they stay within bounds.

use std::io::Read;

use flate2::read::{MultiGzDecoder, ZlibDecoder};

use super::Unreadable;

/// How many bytes a capture may unfold to: more is no document, but an attack or a whole site.
pub const LARGEST: usize = 256 << 20;

/// All members of a gzip file, one behind the other.
pub fn gunzip(bytes: &[u8]) -> Result<Vec<u8>, Unreadable> {
    bounded(MultiGzDecoder::new(bytes), LARGEST)
}

/// The bytes of a zlib stream.
pub fn inflate(bytes: &[u8]) -> Result<Vec<u8>, Unreadable> {
    bounded(ZlibDecoder::new(bytes), LARGEST)
}

/// Whether some bytes begin like a gzip file.
pub fn is_gzip(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0x1f, 0x8b])
}

/// What a reader gives, if it is no more than a number of bytes.
pub fn bounded(reader: impl Read, limit: usize) -> Result<Vec<u8>, Unreadable> {
    let mut bytes = Vec::new();
    let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    let read = reader.take(most).read_to_end(&mut bytes);
    read.map_err(|error| Unreadable::because(format!("the capture cannot be unpacked: {error}")))?;
    if bytes.len() > limit {
        return Err(Unreadable::because(format!("the capture unpacks to more than {} MiB", LARGEST >> 20)));
    }
    Ok(bytes)
}
