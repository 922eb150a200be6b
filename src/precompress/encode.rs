//! Bytes, compressed; the same bytes always to the same.

use std::io::Write as _;

use flate2::{Compression, GzBuilder};

use crate::model::Coding;

/// A site asks for files that this program cannot compress.
#[derive(Debug, thiserror::Error)]
#[error(
    "`precompress` of content/site.yaml asks for `{}`, which this program was built without; \
     build it with the feature `compress`",
    .0.word()
)]
pub struct UnknownCoding(pub Coding);

/// Whether this program can compress in all of these ways.
///
/// # Errors
///
/// It cannot.
pub fn known(codings: &[Coding]) -> Result<(), UnknownCoding> {
    let unknown = |coding: &&Coding| **coding != Coding::Gzip && !cfg!(feature = "compress");
    codings.iter().find(unknown).map_or(Ok(()), |coding| Err(UnknownCoding(*coding)))
}

/// The bytes compressed; those that it cannot compress come back as they are.
pub fn bytes(coding: Coding, bytes: &[u8]) -> Vec<u8> {
    match coding {
        Coding::Gzip => gzip(bytes),
        #[cfg(feature = "compress")]
        Coding::Brotli => brotli(bytes),
        #[cfg(feature = "compress")]
        Coding::Zstandard => zstandard(bytes),
        #[cfg(not(feature = "compress"))]
        Coding::Brotli | Coding::Zstandard => bytes.to_vec(),
    }
}

/// Without a time and a name, which would differ from machine to machine.
fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("a Vec takes everything")
}

/// Quality 5: 9 takes twelve times as long for one byte in a hundred less.
#[cfg(feature = "compress")]
fn brotli(bytes: &[u8]) -> Vec<u8> {
    let settings = brotli::enc::BrotliEncoderParams { quality: 5, size_hint: bytes.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &settings).expect("a Vec takes everything");
    compressed
}

#[cfg(feature = "compress")]
fn zstandard(bytes: &[u8]) -> Vec<u8> {
    zstd::bulk::compress(bytes, 12).expect("memory for as many bytes again")
}
