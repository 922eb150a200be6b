//! Names for machines that stay when an address does not.

use sha2::{Digest, Sha256};

use super::map::SiteMap;
use super::route::{Route, Subject};
use super::signpost::{Feed, FeedOf};
use crate::corpus::{Record, Table};
use crate::model::{ClaimId, DocumentId, SourceId};
use crate::text::Lang;

impl SiteMap<'_> {
    /// The address of a page in the first language under the first id that its record had.
    ///
    /// It names the thing in all languages, and goes on doing so when the record is renamed; the address itself
    /// then leads to the new one.
    pub fn permanent_url(&self, subject: &Subject) -> String {
        let corpus = self.corpus;
        let subject = match subject {
            Subject::Claim(id) => Subject::Claim(ClaimId::new(original(&corpus.claims, id.as_str()))),
            Subject::Source(id) => Subject::Source(SourceId::new(original(&corpus.sources, id.as_str()))),
            Subject::Document(id) => Subject::Document(DocumentId::new(original(&corpus.documents, id.as_str()))),
            other => other.clone(),
        };
        self.url(&Route::new(&self.languages()[0], subject))
    }

    /// The name of a claim in the feeds of a language.
    pub fn claim_urn(&self, id: &ClaimId, lang: &Lang) -> String {
        self.urn(&format!("claim/{}/{lang}", original(&self.corpus.claims, id.as_str())))
    }

    /// The name of the revision of a claim, counted from 0, in the feeds of a language.
    pub fn revision_urn(&self, id: &ClaimId, revision: usize, lang: &Lang) -> String {
        self.urn(&format!("claim/{}/{lang}/revision/{revision}", original(&self.corpus.claims, id.as_str())))
    }

    /// The name of a feed, the same for all its pages and forms.
    pub fn feed_urn(&self, feed: &Feed) -> String {
        let of = match &feed.of {
            FeedOf::Checks => "checks".to_owned(),
            FeedOf::Corrections => "corrections".to_owned(),
            FeedOf::Verdict(id) => format!("verdict/{id}"),
            FeedOf::Source(id) => format!("source/{}", original(&self.corpus.sources, id.as_str())),
        };
        self.urn(&format!("feed/{of}/{}", feed.lang))
    }

    /// A name made of the site's address without its scheme: a UUID of version 8.
    fn urn(&self, name: &str) -> String {
        let site = self.full("");
        let site = site.split_once("://").map_or(site.as_str(), |(_, site)| site);
        let sum = Sha256::digest(format!("{site}\n{name}").as_bytes());
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&sum[..16]);
        bytes[6] = bytes[6] & 0x0f | 0x80;
        bytes[8] = bytes[8] & 0x3f | 0x80;
        let mut urn = String::from("urn:uuid:");
        for (at, byte) in bytes.iter().enumerate() {
            if [4, 6, 8, 10].contains(&at) {
                urn.push('-');
            }
            urn.push_str(&format!("{byte:02x}"));
        }
        urn
    }
}

/// The first id that a record had.
fn original<'t, R: Record>(table: &'t Table<R>, id: &'t str) -> &'t str {
    let former = table.find(id).and_then(|entry| entry.record.former().first());
    former.map_or(id, |former| former.as_str())
}
