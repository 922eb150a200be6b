//! Notes in plain text.

use crate::site::{ClaimList, Feed, FeedFormat, FeedOf, Leaf, Signpost, Subject};
use crate::view::build::ViewContext;
use crate::view::build::local::Local;

/// Everything may be read, and the sitemaps say what there is.
pub(super) fn robots(context: &ViewContext<'_>) -> String {
    let sitemap = context.map.signpost_url(&Signpost::SitemapIndex);
    format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n")
}

/// Where short answers stand: the newest checks, each in a line, then what holds all of them.
pub(super) fn llms(local: Local<'_, '_>) -> String {
    let map = &local.context.map;
    let site = &local.corpus().site;
    let mut text =
        format!("# {}\n\n> {}\n", one_line(&local.text(&site.title)), one_line(&local.text(&site.description)));
    text.push_str(&format!("\n## {}\n\n", local.say("list_all")));
    let rows = map.paging(&ClaimList::All).rows(Leaf::Newest).unwrap_or_default();
    let table = local.corpus().claims.as_slice();
    let stands = map.claims(&ClaimList::All)[rows].iter().map(|&at| &table[at]);
    for entry in stands.filter(|entry| !entry.record.draft && !entry.record.is_retracted()) {
        let answer = local.claim_answer(entry);
        let title = local.claim_title(entry);
        text.push_str(&line(&title, &local.url(Subject::Claim(entry.id.clone())), Some(&answer)));
    }
    text.push_str(&format!("\n## {}\n\n", local.say("footer_follow")));
    for lang in map.languages() {
        let there = local.context.local(lang);
        for of in [FeedOf::Checks, FeedOf::Corrections] {
            let title = there.feed_title(&of);
            let feed = Signpost::Feed(Feed::newest(lang, of), FeedFormat::Json);
            text.push_str(&line(&title, &map.signpost_url(&feed), None));
        }
    }
    let datasets = map.datasets();
    if !datasets.is_empty() {
        text.push_str(&format!("\n## {}\n\n", local.say("llms_data")));
    }
    for dataset in datasets {
        text.push_str(&line(dataset.out_path(), &map.dataset_url(dataset), None));
    }
    let pages = local.pages();
    if !pages.is_empty() {
        text.push_str(&format!("\n## {}\n\n", local.say("footer_policy")));
        for entry in pages {
            text.push_str(&line(&local.page_title(entry), &local.url(Subject::Text(entry.id.clone())), None));
        }
    }
    text
}

/// A link of a list in Markdown, and what it says.
fn line(title: &str, url: &str, text: Option<&str>) -> String {
    let title = one_line(title).replace('[', "\\[").replace(']', "\\]");
    match text {
        Some(text) => format!("- [{title}]({url}): {}\n", one_line(text)),
        None => format!("- [{title}]({url})\n"),
    }
}

/// Who made the site, in the form of humanstxt.org.
pub(super) fn humans(local: Local<'_, '_>) -> String {
    let site = &local.corpus().site;
    let mut text = format!("/* TEAM */\n{}\n", one_line(&site.publisher.name));
    for author in &site.authors {
        text.push_str(&format!("{}\n", one_line(&local.text(&author.name))));
    }
    let languages: Vec<String> = site.languages.iter().map(ToString::to_string).collect();
    text.push_str(&format!("\n/* SITE */\nLanguages: {}\nSoftware: recoupe\n", languages.join(", ")));
    text
}

/// How to report a weakness, as RFC 9116 has it.
pub(super) fn security(context: &ViewContext<'_>) -> String {
    let site = &context.shown.corpus().site;
    let Some(security) = &site.security else { return String::new() };
    let mut fields: Vec<(&str, String)> = Vec::new();
    fields.extend(security.contact.iter().map(|contact| ("Contact", contact.clone())));
    fields.push(("Expires", format!("{}T00:00:00Z", security.expires.first_day())));
    fields.extend(security.policy.iter().map(|policy| ("Policy", policy.clone())));
    let languages: Vec<String> = site.languages.iter().map(ToString::to_string).collect();
    fields.push(("Preferred-Languages", languages.join(", ")));
    fields.push(("Canonical", context.map.signpost_url(&Signpost::Security)));
    fields.iter().map(|(name, value)| format!("{name}: {}\n", one_line(value))).collect()
}

/// Whom the publisher belongs to, as the JournalList specification has it.
pub(super) fn trust(context: &ViewContext<'_>) -> String {
    let Some(trust) = &context.shown.corpus().site.trust else { return String::new() };
    let fields = [
        ("member", &trust.member),
        ("belongto", &trust.belongto),
        ("control", &trust.control),
        ("controlledby", &trust.controlledby),
        ("social", &trust.social),
        ("disclosure", &trust.disclosure),
        ("contact", &trust.contact),
    ];
    let lines = fields.iter().flat_map(|(name, values)| values.iter().map(move |value| (name, value)));
    lines.map(|(name, value)| format!("{name}={}\n", one_line(value))).collect()
}

/// A text that cannot begin a line of its own.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
