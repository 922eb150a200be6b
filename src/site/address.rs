//! Where a page stands: its address and its file, and the page of an address.

use super::map::SiteMap;
use super::paging::Leaf;
use super::route::{ClaimList, Route, Subject};
use super::segments::Segments;
use crate::model::{ClaimId, DocumentId, EventId, PageId, PlaceId, SourceId, VerdictId};
use crate::text::Lang;

impl SiteMap<'_> {
    /// The path under which the site lives, with both slashes: `/`, or `/checks/` for `https://x.org/checks`.
    pub fn root(&self) -> String {
        let (_, path) = self.base();
        format!("{path}/")
    }

    /// The address of a page on its host, base path included: `/verifications/joubass-huit-morts/`.
    pub fn path(&self, route: &Route) -> String {
        let (_, base) = self.base();
        self.behind(&[base, "/"], route)
    }

    /// The full address of a page.
    pub fn url(&self, route: &Route) -> String {
        let (origin, base) = self.base();
        self.behind(&[origin, base, "/"], route)
    }

    /// The full address of one on the host: `/verifications/joubass-huit-morts/`.
    pub fn on_host(&self, path: &str) -> String {
        let (origin, _) = self.base();
        format!("{origin}{path}")
    }

    /// The full address of a path below the root.
    pub(super) fn full(&self, below_root: &str) -> String {
        let (origin, base) = self.base();
        format!("{origin}{base}/{below_root}")
    }

    /// The file of a page below the output directory.
    pub fn out_path(&self, route: &Route) -> String {
        let mut path = self.below_root(route);
        if path.is_empty() || path.ends_with('/') {
            path.push_str("index.html");
        }
        path
    }

    /// The page of an address on its host; the last slash and `index.html` may be missing or there.
    pub fn route_of(&self, path: &str) -> Option<Route> {
        let (_, base) = self.base();
        let path = path.strip_prefix(base)?.strip_prefix('/')?;
        let path = path.strip_suffix("index.html").unwrap_or(path).trim_end_matches('/');
        let (first, others) = self.languages().split_first().expect("a site has a language");
        let (head, rest) = path.split_once('/').unwrap_or((path, ""));
        let (lang, path) = match others.iter().find(|lang| lang.as_str() == head) {
            Some(lang) => (lang, rest),
            None => (first, path),
        };
        let subject = if path == "404.html" { Subject::NotFound } else { self.named(lang, path)? };
        let known = self.holds(&subject) && (subject != Subject::NotFound || lang == first);
        known.then(|| Route::new(lang, subject))
    }

    /// Scheme and host, and the path below them without a slash at its end.
    fn base(&self) -> (&str, &str) {
        let url = self.corpus.site.base_url.trim_end_matches('/');
        let host = url.find("://").map_or(0, |scheme| scheme + 3);
        let end = url[host..].find('/').map_or(url.len(), |slash| host + slash);
        url.split_at(end)
    }

    fn below_root(&self, route: &Route) -> String {
        self.behind(&[], route)
    }

    /// What stands before the path of a page below the root, and that path.
    fn behind(&self, before: &[&str], route: &Route) -> String {
        let segments = Segments::of(&route.lang);
        // Enough for nearly all, so that an address is one allocation.
        let mut path = String::with_capacity(120);
        before.iter().for_each(|part| path.push_str(part));
        if self.languages().first() != Some(&route.lang) {
            path.push_str(route.lang.as_str());
            path.push('/');
        }
        let parts: [&str; 3] = match &route.subject {
            Subject::NotFound => {
                path.push_str("404.html");
                return path;
            }
            Subject::Home => [""; 3],
            Subject::Claim(id) => [segments.claims, id.as_str(), ""],
            Subject::Embed(id) => [segments.embeds, id.as_str(), ""],
            Subject::Source(id) => [segments.sources, id.as_str(), ""],
            Subject::Document(id) => [segments.documents, id.as_str(), ""],
            Subject::Coverage(id) => [segments.documents, id.as_str(), segments.paragraphs],
            Subject::Event(id) => [segments.events, id.as_str(), ""],
            Subject::Place(id) => [segments.places, id.as_str(), ""],
            Subject::Verdict(id) => [segments.verdicts, id.as_str(), ""],
            Subject::Text(id) if segments.reserves(id.as_str(), self.languages()) => [segments.pages, id.as_str(), ""],
            Subject::Text(id) => [id.as_str(), "", ""],
            Subject::Claims(list, _) => list_segments(list, segments),
            Subject::Sources => [segments.sources, "", ""],
            Subject::Places => [segments.places, "", ""],
            Subject::Verdicts => [segments.verdicts, "", ""],
            Subject::Transparency => [segments.transparency, "", ""],
            Subject::Search => [segments.search, "", ""],
            Subject::Documents(_) => [segments.documents, "", ""],
            Subject::Events(_) => [segments.events, "", ""],
            Subject::Timeline(_) => [segments.timeline, "", ""],
            Subject::Corrections(_) => [segments.corrections, "", ""],
        };
        for part in parts.into_iter().filter(|part| !part.is_empty()) {
            path.push_str(part);
            path.push('/');
        }
        if let Subject::Claims(_, leaf)
        | Subject::Documents(leaf)
        | Subject::Events(leaf)
        | Subject::Timeline(leaf)
        | Subject::Corrections(leaf) = &route.subject
            && let Leaf::Numbered(number) = leaf
        {
            path.push_str(&format!("{}/{number}/", segments.page));
        }
        path
    }

    /// What a path below a language's root names, whether or not there is such a page.
    pub(super) fn named(&self, lang: &Lang, path: &str) -> Option<Subject> {
        let s = Segments::of(lang);
        let parts: Vec<&str> = path.split('/').collect();
        let (parts, leaf) = match parts.as_slice() {
            [list @ .., page, number] if *page == s.page && !list.is_empty() => {
                let canonical = !number.starts_with(['0', '+']);
                (list, Leaf::Numbered(number.parse().ok().filter(|_| canonical)?))
            }
            all => (all, Leaf::Newest),
        };
        let subject = match *parts {
            [""] => Subject::Home,
            [list] if list == s.claims => Subject::Claims(ClaimList::All, leaf),
            [list] if list == s.sources => Subject::Sources,
            [list] if list == s.documents => Subject::Documents(leaf),
            [list] if list == s.events => Subject::Events(leaf),
            [list] if list == s.places => Subject::Places,
            [list] if list == s.verdicts => Subject::Verdicts,
            [page] if page == s.transparency => Subject::Transparency,
            [page] if page == s.search => Subject::Search,
            [list] if list == s.timeline => Subject::Timeline(leaf),
            [list] if list == s.corrections => Subject::Corrections(leaf),
            [id] => Subject::Text(PageId::new(id)),
            [kind, id] if kind == s.claims => Subject::Claim(ClaimId::new(id)),
            [kind, id] if kind == s.embeds => Subject::Embed(ClaimId::new(id)),
            [kind, id] if kind == s.sources => Subject::Source(SourceId::new(id)),
            [kind, id] if kind == s.documents => Subject::Document(DocumentId::new(id)),
            [kind, id] if kind == s.events => Subject::Event(EventId::new(id)),
            [kind, id] if kind == s.places => Subject::Place(PlaceId::new(id)),
            [kind, id] if kind == s.verdicts => Subject::Verdict(VerdictId::new(id)),
            [kind, id] if kind == s.pages => Subject::Text(PageId::new(id)),
            [kind, id, below] if kind == s.documents && below == s.paragraphs => Subject::Coverage(DocumentId::new(id)),
            [kind, id, below] => Subject::Claims(list_of(s, kind, id, below)?, leaf),
            _ => return None,
        };
        // A numbered page of something that is no list, or a page under the name it does not have.
        let route = Route::new(lang, subject);
        let written = self.below_root(&route);
        let language = self.below_root(&Route::new(lang, Subject::Home));
        (written.strip_prefix(&language)?.trim_end_matches('/') == path).then_some(route.subject)
    }
}

/// The address of a list, up to the first part that is empty.
fn list_segments<'l>(list: &'l ClaimList, s: &Segments) -> [&'l str; 3] {
    match list {
        ClaimList::All => [s.claims, "", ""],
        ClaimList::Verdict(id) => [s.verdicts, id.as_str(), s.claims],
        ClaimList::Made(id) => [s.sources, id.as_str(), s.claims],
        ClaimList::Relayed(id) => [s.sources, id.as_str(), s.relayed],
        ClaimList::Supported(id) => [s.sources, id.as_str(), s.supported],
        ClaimList::Undermined(id) => [s.sources, id.as_str(), s.undermined],
        ClaimList::Carried(id) => [s.documents, id.as_str(), s.claims],
        ClaimList::Citing(id) => [s.documents, id.as_str(), s.citing],
        ClaimList::Event(id) => [s.events, id.as_str(), s.claims],
        ClaimList::Place(id) => [s.places, id.as_str(), s.claims],
    }
}

fn list_of(s: &Segments, kind: &str, id: &str, below: &str) -> Option<ClaimList> {
    let list = match kind {
        _ if kind == s.verdicts && below == s.claims => ClaimList::Verdict(VerdictId::new(id)),
        _ if kind == s.sources && below == s.claims => ClaimList::Made(SourceId::new(id)),
        _ if kind == s.sources && below == s.relayed => ClaimList::Relayed(SourceId::new(id)),
        _ if kind == s.sources && below == s.supported => ClaimList::Supported(SourceId::new(id)),
        _ if kind == s.sources && below == s.undermined => ClaimList::Undermined(SourceId::new(id)),
        _ if kind == s.documents && below == s.claims => ClaimList::Carried(DocumentId::new(id)),
        _ if kind == s.documents && below == s.citing => ClaimList::Citing(DocumentId::new(id)),
        _ if kind == s.events && below == s.claims => ClaimList::Event(EventId::new(id)),
        _ if kind == s.places && below == s.claims => ClaimList::Place(PlaceId::new(id)),
        _ => return None,
    };
    Some(list)
}
