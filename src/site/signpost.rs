//! Files that tell machines what there is: feeds, sitemaps, notes for robots and people who look for them.

use super::map::SiteMap;
use super::paging::{Leaf, Paging};
use super::route::{ClaimList, Route, Subject};
use super::search;
use crate::model::{ClaimId, SourceId, VerdictId};
use crate::text::Lang;

/// A file that tells machines what there is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Signpost {
    /// A page of a feed.
    Feed(Feed, FeedFormat),
    /// The list of sitemaps.
    SitemapIndex,
    /// A sitemap, from 1.
    Sitemap(usize),
    /// The sitemap of what was published last.
    NewsSitemap,
    /// How browsers search the site, in one language.
    OpenSearch(Lang),
    /// What robots may read: everything.
    Robots,
    /// Where short answers stand.
    Llms,
    /// Who made the site.
    Humans,
    /// How to report a weakness of the site.
    Security,
    /// Whom the publisher belongs to.
    Trust,
}

/// A page of a feed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Feed {
    /// The language.
    pub lang: Lang,
    /// What it tells of.
    pub of: FeedOf,
    /// Which page.
    pub leaf: Leaf,
}

/// What a feed tells of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FeedOf {
    /// Every check.
    Checks,
    /// What was changed after publication.
    Corrections,
    /// The checks of one verdict.
    Verdict(VerdictId),
    /// The checks of what one source said.
    Source(SourceId),
}

/// The form of a feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FeedFormat {
    /// Atom.
    Atom,
    /// JSON Feed.
    Json,
}

impl FeedFormat {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Atom, Self::Json];

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Atom => "application/atom+xml",
            Self::Json => "application/feed+json",
        }
    }

    /// The name of a file of this form, from which a host tells its media type.
    fn file(self) -> &'static str {
        match self {
            Self::Atom => "atom.xml",
            Self::Json => "feed.json",
        }
    }
}

impl FeedOf {
    /// The list of claims that it tells of; none for corrections.
    pub fn claims(&self) -> Option<ClaimList> {
        match self {
            Self::Checks => Some(ClaimList::All),
            Self::Corrections => None,
            Self::Verdict(id) => Some(ClaimList::Verdict(id.clone())),
            Self::Source(id) => Some(ClaimList::Made(id.clone())),
        }
    }

    /// The page that shows readers the same.
    pub fn subject(&self) -> Subject {
        match self {
            Self::Checks => Subject::Claims(ClaimList::All, Leaf::Newest),
            Self::Corrections => Subject::Corrections(Leaf::Newest),
            Self::Verdict(id) => Subject::Verdict(id.clone()),
            Self::Source(id) => Subject::Source(id.clone()),
        }
    }

    fn folder(&self) -> String {
        match self {
            Self::Checks => "checks".to_owned(),
            Self::Corrections => "corrections".to_owned(),
            Self::Verdict(id) => format!("verdicts/{id}"),
            Self::Source(id) => format!("sources/{id}"),
        }
    }
}

impl Feed {
    /// The newest page of a feed.
    pub fn newest(lang: &Lang, of: FeedOf) -> Self {
        Self { lang: lang.clone(), of, leaf: Leaf::Newest }
    }
}

impl SiteMap<'_> {
    /// The most addresses in one sitemap: the limit of the standard, less where many languages make entries long.
    fn sitemap_size(&self) -> usize {
        50_000 / self.languages().len().div_ceil(4).max(1)
    }

    /// Every file that tells machines what there is.
    pub fn signposts(&self) -> Vec<Signpost> {
        let mut all: Vec<Signpost> = Vec::new();
        for lang in self.languages() {
            for of in self.feeds() {
                for leaf in self.feed_paging(&of).leaves() {
                    let feed = Feed { lang: lang.clone(), of: of.clone(), leaf };
                    all.extend(FeedFormat::ALL.map(|format| Signpost::Feed(feed.clone(), format)));
                }
            }
        }
        let sitemaps = self.indexed().len().div_ceil(self.sitemap_size()).max(1);
        all.push(Signpost::SitemapIndex);
        all.extend((1..=sitemaps).map(Signpost::Sitemap));
        all.extend([Signpost::NewsSitemap, Signpost::Robots, Signpost::Llms]);
        all.extend(self.languages().iter().filter(|_| self.has_search()).cloned().map(Signpost::OpenSearch));
        let site = &self.corpus.site;
        all.extend((!site.authors.is_empty()).then_some(Signpost::Humans));
        all.extend(site.security.as_ref().map(|_| Signpost::Security));
        all.extend(site.trust.as_ref().map(|_| Signpost::Trust));
        all
    }

    /// What there are feeds of; of a source from its first claim on.
    fn feeds(&self) -> Vec<FeedOf> {
        let corpus = self.corpus;
        let verdicts = corpus.site.verdicts.iter().map(|(id, _)| FeedOf::Verdict(id.clone()));
        let sources = corpus.sources.iter().map(|entry| FeedOf::Source(entry.id.clone()));
        let all = [FeedOf::Checks, FeedOf::Corrections].into_iter().chain(verdicts).chain(sources);
        all.filter(|of| self.has_feed(of)).collect()
    }

    /// Whether there is such a feed.
    pub fn has_feed(&self, of: &FeedOf) -> bool {
        match of {
            FeedOf::Checks | FeedOf::Corrections => true,
            FeedOf::Verdict(id) => self.corpus.site.verdicts.get(id).is_some(),
            FeedOf::Source(id) => self.holds(&of.subject()) && !self.claims(&ClaimList::Made(id.clone())).is_empty(),
        }
    }

    /// The pages of a feed, cut as the list that readers see.
    pub fn feed_paging(&self, of: &FeedOf) -> Paging {
        of.claims().map_or_else(|| self.corrections_paging(), |list| self.paging(&list))
    }

    /// The file of a signpost below the output directory.
    pub fn signpost_out_path(&self, signpost: &Signpost) -> String {
        match signpost {
            Signpost::Feed(Feed { lang, of, leaf }, format) => {
                let page = match leaf {
                    Leaf::Newest => String::new(),
                    Leaf::Numbered(number) => format!("page/{number}/"),
                };
                format!("feeds/{lang}/{}/{page}{}", of.folder(), format.file())
            }
            Signpost::SitemapIndex => "sitemap.xml".to_owned(),
            Signpost::Sitemap(number) => format!("sitemaps/{number}.xml"),
            Signpost::NewsSitemap => "sitemaps/news.xml".to_owned(),
            Signpost::OpenSearch(lang) => format!("{}{lang}/opensearch.xml", search::FOLDER),
            Signpost::Robots => "robots.txt".to_owned(),
            Signpost::Llms => "llms.txt".to_owned(),
            Signpost::Humans => "humans.txt".to_owned(),
            Signpost::Security => ".well-known/security.txt".to_owned(),
            Signpost::Trust => ".well-known/trust.txt".to_owned(),
        }
    }

    /// Its address on its host.
    pub fn signpost_path(&self, signpost: &Signpost) -> String {
        format!("{}{}", self.root(), self.signpost_out_path(signpost))
    }

    /// Its full address.
    pub fn signpost_url(&self, signpost: &Signpost) -> String {
        self.full(&self.signpost_out_path(signpost))
    }

    /// The signpost at an address on the host.
    pub fn signpost_of(&self, path: &str) -> Option<Signpost> {
        self.signposts().into_iter().find(|signpost| self.signpost_path(signpost) == path)
    }

    /// The pages that search engines may list.
    fn indexed(&self) -> Vec<Route> {
        let draft = |id: &ClaimId| self.corpus.claims.get(id).is_some_and(|entry| entry.record.draft);
        let listed = |route: &Route| match &route.subject {
            // A card is no page to be found: the page of its claim is.
            Subject::NotFound | Subject::Embed(_) => false,
            Subject::Claim(id) => !draft(id),
            _ => true,
        };
        self.routes().into_iter().filter(listed).collect()
    }

    /// The pages of a sitemap, from 1.
    pub fn sitemap(&self, number: usize) -> Vec<Route> {
        let size = self.sitemap_size();
        self.indexed().into_iter().skip((number - 1) * size).take(size).collect()
    }
}
