//! Sitemaps.

use crate::site::{ClaimList, Route, Signpost, Subject};
use crate::text::PartialDate;
use crate::view::build::ViewContext;
use crate::view::{NewsEntry, SitemapRef, SitemapUrl};

/// How many days a check stands in the sitemap of news, the day of the newest included.
const NEWS_DAYS: i64 = 2;

/// The most checks in the sitemap of news, as the standard limits it.
const NEWS_ENTRIES: usize = 1_000;

/// The sitemaps, that of news last.
pub(super) fn index(context: &ViewContext<'_>) -> Vec<SitemapRef> {
    let signposts = context.map.signposts().into_iter();
    let reference = |signpost: Signpost| {
        let modified = match &signpost {
            Signpost::Sitemap(number) => {
                context.map.sitemap(*number).iter().filter_map(|route| modified(context, route)).max()
            }
            Signpost::NewsSitemap => newest(context),
            _ => return None,
        };
        let url = context.map.signpost_url(&signpost);
        Some(SitemapRef { url, modified: day(modified) })
    };
    signposts.filter_map(reference).collect()
}

/// The pages of one sitemap.
pub(super) fn pages(context: &ViewContext<'_>, number: usize) -> Vec<SitemapUrl> {
    let map = &context.map;
    let languages = |route: &Route| {
        let all = map.languages().iter().filter(|_| map.languages().len() > 1);
        all.map(|lang| (lang.to_string(), map.url(&Route::new(lang, route.subject.clone())))).collect()
    };
    let page = |route: &Route| SitemapUrl {
        url: map.url(route),
        modified: day(modified(context, route)),
        languages: languages(route),
    };
    map.sitemap(number).iter().map(page).collect()
}

/// The checks of the last days on which any was published. What day it is today decides no byte.
pub(super) fn news(context: &ViewContext<'_>) -> Vec<NewsEntry> {
    let Some(newest) = newest(context) else { return Vec::new() };
    let corpus = context.shown.corpus();
    let mut entries = Vec::new();
    for &at in context.map.claims(&ClaimList::All) {
        let entry = &corpus.claims.as_slice()[at];
        let Some(PartialDate::Day(day)) = entry.record.published else { continue };
        let age = (newest.last_day() - day).num_days();
        if entry.record.draft || entry.record.is_retracted() || age >= NEWS_DAYS {
            continue;
        }
        for lang in context.map.languages() {
            let local = context.local(lang);
            entries.push(NewsEntry {
                url: local.url(Subject::Claim(entry.id.clone())),
                publication: local.text(&corpus.site.title),
                lang: lang.to_string(),
                published: day.to_string(),
                title: local.claim_title(entry),
            });
        }
    }
    entries.truncate(NEWS_ENTRIES);
    entries
}

/// The day on which a check was published last.
fn newest(context: &ViewContext<'_>) -> Option<PartialDate> {
    let claims = context.shown.corpus().claims.iter();
    claims.filter(|entry| !entry.record.draft).filter_map(|entry| entry.record.published).max()
}

/// A date that is known to the day: the schema of sitemaps takes no other.
fn day(date: Option<PartialDate>) -> Option<String> {
    date.filter(|date| matches!(date, PartialDate::Day(_))).map(|date| date.to_string())
}

/// The latest change of a page that is not a typo; none where nothing dates it.
fn modified(context: &ViewContext<'_>, route: &Route) -> Option<PartialDate> {
    let claims = &context.shown.corpus().claims;
    match &route.subject {
        Subject::Claim(id) => claims.get(id)?.record.modified(),
        Subject::Claims(list, leaf) => {
            let rows = context.map.paging(list).rows(*leaf)?;
            let listed = context.map.claims(list)[rows].iter().map(|&at| &claims.as_slice()[at].record);
            listed.filter(|claim| !claim.draft).filter_map(|claim| claim.modified()).max()
        }
        Subject::Corrections(leaf) => {
            let changes = &context.map.changes()[context.map.corrections_paging().rows(*leaf)?];
            changes.first().map(|change| claims.as_slice()[change.claim].record.revisions[change.revision].date)
        }
        _ => None,
    }
}
