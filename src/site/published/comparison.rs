//! The corpus of today beside a site that was published before.

use std::collections::{BTreeMap, BTreeSet};

use super::ledger::typos;
use super::{ClaimDigests, Earlier, LedgerEntry, Names};
use crate::corpus::{Corpus, Entry};
use crate::model::Claim;
use crate::site::{SiteMap, Subject};
use crate::text::Lang;

/// A corpus beside a site that was published before.
#[derive(Debug)]
pub struct Comparison<'a> {
    earlier: &'a Earlier,
    map: SiteMap<'a>,
    names: Names,
}

/// What became of a claim that was published.
#[derive(Debug)]
pub struct ClaimThenAndNow<'a> {
    /// What was published.
    pub then: &'a LedgerEntry,
    /// The digests of today.
    pub now: ClaimDigests,
    /// Revisions that are no typos, and were not there.
    pub substantial: usize,
    /// Typos that were not there.
    pub typos: usize,
    /// Revisions that were there, and are no more.
    pub removed: usize,
}

impl<'a> Comparison<'a> {
    /// The two side by side.
    pub fn new(corpus: &'a Corpus, earlier: &'a Earlier) -> Self {
        let map = SiteMap::new(corpus);
        let names = Names::of(&map, earlier);
        Self { earlier, map, names }
    }

    /// What became of a claim; none if it was not published.
    pub fn claim(&self, entry: &Entry<Claim>) -> Option<ClaimThenAndNow<'a>> {
        let then = self.earlier.claim(entry)?;
        let now = ClaimDigests::of(entry, self.map.corpus().first_lang(), &self.names);
        let typos = typos(&entry.record);
        let all = entry.record.revisions.len();
        Some(ClaimThenAndNow {
            then,
            now,
            substantial: (all - typos).saturating_sub(then.substantial()),
            typos: typos.saturating_sub(then.typos),
            removed: then.revisions.saturating_sub(all),
        })
    }

    /// The pages of records that were published and have neither a page nor a redirect today, with their addresses.
    pub fn vanished(&self) -> BTreeMap<Subject, Vec<&'a str>> {
        let map = &self.map;
        let routes = map.routes();
        let today = routes.iter().map(|route| map.out_path(route));
        let today: BTreeSet<String> = today.chain(map.redirects().into_iter().map(|to| to.out_path)).collect();
        let languages = self.languages();
        let mut vanished: BTreeMap<Subject, Vec<&str>> = BTreeMap::new();
        for path in self.earlier.files.iter().filter(|path| !today.contains(*path)) {
            let Some(address) = path.strip_suffix("index.html") else { continue };
            if let Some(subject) = self.record_at(address.trim_end_matches('/'), &languages) {
                vanished.entry(subject).or_default().push(address);
            }
        }
        vanished
    }

    /// Whether a page is there today, in some language.
    pub fn holds(&self, subject: &Subject) -> bool {
        self.map.holds(subject)
    }

    /// The languages of today and of then.
    fn languages(&self) -> BTreeSet<Lang> {
        let then = self.earlier.ledger.iter().flat_map(|ledger| ledger.of.values());
        let then = then.flat_map(|entry| entry.digests.proposition.keys()).filter_map(|tag| Lang::parse(tag));
        self.map.languages().iter().cloned().chain(then).collect()
    }

    /// The record that has its page at a path; lists come and go with what is in them.
    fn record_at(&self, path: &str, languages: &BTreeSet<Lang>) -> Option<Subject> {
        let of_lang = |lang: &Lang| {
            let below = path.strip_prefix(lang.as_str()).and_then(|rest| rest.strip_prefix('/'));
            below.and_then(|below| self.map.named(lang, below))
        };
        let at_root = |lang: &Lang| self.map.named(lang, path);
        let subject = languages.iter().find_map(of_lang).or_else(|| languages.iter().find_map(at_root))?;
        subject.is_record().then_some(subject)
    }
}
