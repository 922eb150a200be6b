//! Pages that an earlier build made and that this one would make again, byte for byte.
//!
//! A page is a function of what it looks up in the checked corpus ([`crate::corpus::Reads`]) and of what is around all
//! of them: the program, its options, `site.yaml`, templates, words, files and captures. A build remembers of each page
//! the names of what it looked up, one digest of all that, and the ids and fragments on it. Where the digest is what it
//! was, the page is neither made nor looked at, and its file stays. A page that read everything is always made.
//!
//! Nothing is kept if a file of the site is not as the earlier build left it, or if an address is gone: a page that is
//! kept could link to it.

mod digests;
mod file;

use std::fs;
use std::time::SystemTime;

use rustc_hash::FxHashMap;

use digests::{Digest, Digests, digest};
use file::Header;

use super::Fingerprint;
use super::fingerprint::Without;
use crate::check::Checked;
use crate::corpus::{PrivatePersons, Reads};
use crate::emit::Sha256Sum;
use crate::inspect::{Addresses, PageFacts};
use crate::text::quick_sum;
use crate::view::ViewContext;

/// What an earlier build knew of its pages, and what this one learns of them.
#[derive(Debug)]
pub struct Kept {
    digests: Digests,
    around: Digest,
    addresses: Box<[u64]>,
    earlier: Option<Earlier>,
}

/// What an earlier build knew, with what it must be held against.
#[derive(Debug)]
struct Earlier {
    pages: FxHashMap<u64, Page>,
    now: FxHashMap<u64, Digest>,
}

/// What a build remembers of its pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remembered {
    /// Everything that a page could link to, as hashes in their order.
    addresses: Box<[u64]>,
    /// By the hash of their addresses.
    pages: FxHashMap<u64, Page>,
}

/// What is remembered of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// What it was made from.
    pub trace: Trace,
    /// What is on it that others lead to, and where it leads.
    pub facts: PageFacts,
}

/// What a page was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    key: Digest,
    /// The names of what it looked up.
    reads: Box<[u64]>,
}

impl Kept {
    /// What is known of the pages of a site; none where the disk does not say what the build is made from.
    pub fn of(
        fingerprint: &Fingerprint,
        checked: &Checked,
        context: &ViewContext<'_>,
        addresses: &Addresses,
    ) -> Option<Self> {
        let around = Around::of(fingerprint, checked, context);
        let addresses = addresses.hashes().into_boxed_slice();
        let (pages, digests) =
            rayon::join(|| earlier(fingerprint, &addresses, &around), || Digests::of(checked, context.map()));
        let earlier = pages.map(|pages| Earlier { pages, now: digests.by_name() });
        Some(Self { around: around.digest(fingerprint.taken())?, digests, addresses, earlier })
    }

    /// What is remembered of the page at an address, if making it would give the same bytes.
    pub fn page(&self, path: &str) -> Option<&Page> {
        let Earlier { pages, now } = self.earlier.as_ref()?;
        let page = pages.get(&quick_sum(path))?;
        let told = page.trace.reads.iter().map(|name| (*name, now.get(name).copied().unwrap_or_default()));
        (key(told) == page.trace.key).then_some(page)
    }

    /// What a page was made from that looked this up; none if it was everything.
    pub fn trace(&self, reads: Reads) -> Option<Trace> {
        let mut told: Vec<(u64, Digest)> = reads.each()?.into_iter().map(|read| self.digests.told(read)).collect();
        told.sort_unstable();
        let reads = told.iter().map(|(name, _)| *name).collect();
        Some(Trace { key: key(told), reads })
    }

    /// What is to be remembered of a site, by the addresses of its pages.
    pub fn remembered(self, pages: impl Iterator<Item = (String, Page)>) -> Memory {
        let pages = pages.map(|(path, page)| (quick_sum(&path), page)).collect();
        Memory { around: self.around, remembered: Remembered { addresses: self.addresses, pages } }
    }
}

/// What a build remembers of its pages, once its files are in place.
#[derive(Debug)]
pub struct Memory {
    around: Digest,
    remembered: Remembered,
}

impl Memory {
    /// Writes it down; `outputs` are the files of the site as the build left them.
    pub fn write(&self, fingerprint: &Fingerprint, outputs: Sha256Sum) -> Option<()> {
        let header = Header { taken: fingerprint.taken(), around: self.around, outputs };
        fs::write(fingerprint.of_pages(), file::bytes(&header, &self.remembered)?).ok()
    }
}

/// The pages that an earlier build remembered, if what was around them is still the same.
fn earlier(fingerprint: &Fingerprint, addresses: &[u64], around: &Around<'_>) -> Option<FxHashMap<u64, Page>> {
    let bytes = fs::read(fingerprint.of_pages()).ok()?;
    let (header, rest) = file::header(&bytes)?;
    if around.digest(header.taken)? != header.around || fingerprint.outputs()? != header.outputs {
        return None;
    }
    let Remembered { addresses: before, pages } = file::remembered(rest)?;
    before.iter().all(|address| addresses.binary_search(address).is_ok()).then_some(pages)
}

/// All that pages are made from and that is no record. Names of private persons count for every page, and so does what
/// stands around it, of which a part comes from records.
struct Around<'f> {
    files: Without<'f>,
    shown: String,
}

impl<'f> Around<'f> {
    fn of(fingerprint: &'f Fingerprint, checked: &Checked, context: &ViewContext<'_>) -> Self {
        let corpus = &checked.corpus;
        let records = corpus.files.iter().map(|file| &*file.path).filter(|path| *path != &*corpus.site_file.path);
        let shown: Vec<_> = context.languages().map(|(site, _)| site).collect();
        let shown = format!("{:?} {shown:?}", PrivatePersons::of(corpus));
        Self { files: fingerprint.without(records), shown }
    }

    /// With the files as they were looked at at a time.
    fn digest(&self, taken: SystemTime) -> Option<Digest> {
        Some(digest(format!("{} {}", self.files.sum(taken)?, self.shown).as_bytes()))
    }
}

fn key(told: impl IntoIterator<Item = (u64, Digest)>) -> Digest {
    let mut bytes = Vec::with_capacity(2048);
    for (name, digest) in told {
        bytes.extend_from_slice(&name.to_le_bytes());
        bytes.extend_from_slice(&digest.to_le_bytes());
    }
    digest(&bytes)
}
