//! A claim where others show it: a card for frames, the markup around it, and what oEmbed says of it.

use super::local::Local;
use super::{ViewContext, structured};
use crate::corpus::Entry;
use crate::model::{Claim, ClaimId, RevisionType};
use crate::site::Subject;
use crate::text::Lang;
use crate::text::html::escape_attr;
use crate::view::{EmbedPage, Embedding, Notice, OEmbed, Verdict, Wording};

/// The narrowest and the widest card, in pixels, and the one that oEmbed promises.
const NARROW: u32 = 280;
const WIDE: u32 = 700;
const USUAL: u32 = 560;

/// A day: what changes in a check is to be seen soon.
const CACHE_AGE: u32 = 86_400;

/// The card of a claim.
pub(super) fn page(local: Local<'_, '_>, entry: &Entry<Claim>) -> EmbedPage {
    let claim = &entry.record;
    let retracted = claim.is_retracted();
    // What names a private person stands on the page of the claim alone.
    let private = local.concerns_private_person(claim);
    let row = local.context.map.corpus().claims.position(&entry.id).map(|at| local.claim_row(at)).unwrap_or_default();
    let publisher = local.plain_html(&local.typeset(&local.corpus().site.publisher.name));
    let checked = match claim.published {
        Some(date) => local.say_html("embed_checked", &[("publisher", &publisher), ("date", &local.time(date))]),
        None => publisher,
    };
    EmbedPage {
        title: local.claim_title(entry),
        href: local.href(Subject::Claim(entry.id.clone())),
        notice: notice(local, entry, private),
        verdict: (!retracted).then(|| local.verdict(&claim.verdict)),
        claim: (!private).then(|| local.claim_text(entry)),
        by: (!row.sources.is_empty()).then(|| local.list(&row.sources)),
        said: row.said,
        checked,
    }
}

/// The latest change that a reader must know of. Only a retraction says why: the rest is on the page.
fn notice(local: Local<'_, '_>, entry: &Entry<Claim>, private: bool) -> Option<Notice> {
    let latest = entry.record.changes().rev().find(|revision| match revision.kind {
        RevisionType::Correction | RevisionType::VerdictChange | RevisionType::Retraction => true,
        RevisionType::Typo | RevisionType::Clarification | RevisionType::Update => false,
    })?;
    let says_why = latest.kind == RevisionType::Retraction && !private;
    Some(Notice {
        kind: local.say_word("revision", latest.kind.word()),
        date: local.date(latest.date),
        text: if says_why { local.wording(&latest.text) } else { Wording::default() },
    })
}

/// How to show a claim in an article; nothing for one that no longer stands, though its card stays.
pub(super) fn embedding(local: Local<'_, '_>, entry: &Entry<Claim>) -> Option<Embedding> {
    let offered = local.context.map.has_embed(&entry.id) && !entry.record.is_retracted();
    offered.then(|| Embedding { code: code(local, entry, &page(local, entry)) })
}

/// What oEmbed says of a claim in a language; nothing if the site has no card of it.
pub fn oembed(context: &ViewContext<'_>, lang: &Lang, id: &ClaimId) -> Option<OEmbed> {
    let local = context.local(lang);
    let entry = local.corpus().claims.get(id).filter(|_| context.map.has_embed(id))?;
    let site = &local.corpus().site;
    let card = page(local, entry);
    Some(OEmbed {
        version: "1.0",
        kind: "rich",
        title: local.claim_title(entry),
        author_name: local.typeset(&site.publisher.name),
        author_url: structured::publisher_url(local),
        provider_name: local.text(&site.title),
        provider_url: local.url(Subject::Home),
        cache_age: CACHE_AGE,
        html: code(local, entry, &card),
        width: USUAL,
        height: height(local, &card, NARROW),
    })
}

/// The frame of a card. No script tells it how high it must be: the width of its place does, in a straight line
/// between the narrowest and the widest card, under which the text of no card in between runs out. A browser that does
/// not know the unit, and a page that allows no style, keep the height of the narrowest.
fn code(local: Local<'_, '_>, entry: &Entry<Claim>, card: &EmbedPage) -> String {
    let (high, low) = (height(local, card, NARROW), height(local, card, WIDE));
    let slope = high.saturating_sub(low) * 100 / (WIDE - NARROW);
    let at_nothing = (high + (slope * NARROW).div_ceil(100)).max(low + (slope * WIDE).div_ceil(100));
    let source = local.url(Subject::Embed(entry.id.clone()));
    let title = local.say_with("embed_title", &[("title", (&card.title).into())]);
    format!(
        "<div style=\"container-type:inline-size;max-width:{WIDE}px\">\
         <iframe src=\"{}\" title=\"{}\" width=\"{USUAL}\" height=\"{high}\" loading=\"lazy\" \
         style=\"border:0;width:100%;height:calc({at_nothing}px - {slope}cqi)\"></iframe></div>",
        escape_attr(&source),
        escape_attr(&title),
    )
}

/// How high a card is at a width, in pixels: never too low, as a test holds in a browser. The sizes are those of
/// `embed.css`.
fn height(local: Local<'_, '_>, card: &EmbedPage, width: u32) -> u32 {
    let inner = width - 2 * (16 + 1);
    let mark = |verdict: &Verdict| lines(&verdict.label, inner - 28, 20, 55) * 26;
    let notice = |notice: &Notice| {
        let said = format!("{}, {} {}", notice.kind, plain(notice.date.text.as_str()), notice.text.text);
        lines(&said, inner, 15, 55) * 23
    };
    let by = card.by.as_ref().map(|by| format!("{} {by}", local.say("embed_by")));
    let said = card.said.as_ref().map(|date| plain(date.text.as_str()));
    let who = [by, said].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let rows = [
        card.notice.as_ref().map(notice),
        card.verdict.as_ref().map(mark),
        Some(lines(&card.title, inner, 20, 55) * 26),
        card.claim.as_ref().map(|claim| lines(claim, inner, 16, 52) * 24),
        (!who.is_empty()).then(|| lines(&who, inner, 15, 52) * 23),
        Some(lines(&format!("{} · {}", plain(card.checked.as_str()), local.say("embed_read")), inner, 15, 52) * 23),
    ];
    // Padding and border, and a gap between two rows.
    let rows: Vec<u32> = rows.into_iter().flatten().collect();
    let gaps = u32::try_from(rows.len()).unwrap_or_default() * 8;
    2 * (16 + 1) + gaps + rows.iter().sum::<u32>()
}

/// How many lines a text takes in letters of `size` pixels that are `share` hundredths of it wide: words are kept
/// whole. Scripts whose letters are as wide as high count double.
fn lines(text: &str, width: u32, size: u32, share: u32) -> u32 {
    let letter = |c: char| if c >= '\u{2e80}' { size * 100 } else { size * share };
    let room = width * 100;
    let (mut lines, mut used) = (1, 0);
    for word in text.split_inclusive([' ', '-']) {
        let long: u32 = word.chars().map(letter).sum();
        if used > 0 && used + long > room + letter(' ') {
            (lines, used) = (lines + 1, 0);
        }
        used += long;
        // A word that is longer than a line is broken.
        lines += used.saturating_sub(1) / room;
        used -= used.saturating_sub(1) / room * room;
    }
    lines
}

/// Markup of ours without its tags.
fn plain(markup: &str) -> String {
    markup.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_whole_and_long_ones_broken() {
        // Ten letters of ten pixels a line.
        assert_eq!(lines("one two", 100, 20, 50), 1);
        assert_eq!(lines("three words here", 100, 20, 50), 2);
        assert_eq!(lines("incomprehensibilities", 100, 20, 50), 3);
        assert_eq!(lines("", 100, 20, 50), 1);
    }

    #[test]
    fn tags_are_no_words() {
        assert_eq!(plain("<time datetime=\"2019\">1<sup>er</sup> mai</time>"), "1er mai");
    }
}
