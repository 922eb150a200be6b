//! `_headers` and `_redirects`, as Netlify and Cloudflare Pages read them.

use crate::site::serving::{BY_NAME, CACHE, FEEDS, Files, media_type};
use crate::view::Hosting;

/// Of how many rules Cloudflare Pages reads headers.
const MOST_RULES: usize = 100;
/// How many addresses Cloudflare Pages redirects.
const MOST_REDIRECTS: usize = 2_000;

/// What these hosts take for something else, or without saying that it is UTF-8.
const ENDINGS: [&str; 7] = ["csv", "geojson", "jsonl", "txt", "md", "bib", "cff"];

/// Headers by path. Where several rules are about a file, these hosts join what they say, so that no header may
/// stand in two of them but the policy, for two policies both hold; without a rule, both ask for a file each time, as ours do.
pub fn headers(hosting: &Hosting) -> String {
    let root = &hosting.root;
    let mut rules: Vec<(String, Vec<(&str, &str)>)> = Vec::new();
    for rule in &hosting.rules {
        let headers = rule.headers.iter().filter(|(name, _)| rule.files != Files::All || *name != CACHE);
        let headers = headers.map(|(name, value)| (*name, value.as_str())).collect();
        let path = match &rule.files {
            Files::All => format!("{root}*"),
            Files::Below(folder) => format!("{root}{folder}*"),
            Files::One(file) => format!("{root}{file}"),
        };
        rules.push((path, headers));
    }
    let typed = |path: String, media_type| (path, vec![("Content-Type", media_type)]);
    // Before the rules of single files, which a site may have many of.
    let at = rules.len().min(1);
    let types = BY_NAME.map(|(name, media_type)| typed(format!("{root}{FEEDS}*/{name}"), media_type));
    let endings = ENDINGS.map(|ending| typed(format!("{root}*.{ending}"), media_type(&format!("a.{ending}"))));
    rules.splice(at..at, types.into_iter().chain(endings));

    let mut text = format!("# How {} is to be served. Written by recoupe with every build.\n", hosting.url);
    let left_out = rules.len().saturating_sub(MOST_RULES);
    if left_out > 0 {
        text.push_str(&format!(
            "# Left out: {left_out} files that could be kept for ever, for Cloudflare reads {MOST_RULES} rules.\n"
        ));
    }
    for (path, headers) in rules.iter().take(MOST_RULES) {
        text.push_str(&format!("{path}\n"));
        text.extend(headers.iter().map(|(name, value)| format!("  {name}: {value}\n")));
    }
    text
}

/// The addresses that lead elsewhere. A page that leads there too stands at each, for those that are left out.
pub fn redirects(hosting: &Hosting) -> String {
    // A page of ours stands at the old address, and Netlify shows it if it is not told to override it.
    let status = if hosting.overrides_pages { "301!" } else { "301" };
    let mut text = format!("# Addresses that changed on {}. Written by recoupe with every build.\n", hosting.url);
    let left_out = hosting.moved.len().saturating_sub(MOST_REDIRECTS);
    if left_out > 0 {
        text.push_str(&format!(
            "# Left out: {left_out}, for Cloudflare reads {MOST_REDIRECTS}; pages at those addresses lead on.\n"
        ));
    }
    text.extend(
        hosting.moved.iter().take(MOST_REDIRECTS).map(|moved| format!("{} {} {status}\n", moved.from, moved.to)),
    );
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::serving::rules;
    use crate::view::Moved;

    fn hosting(fingerprinted: usize, moved: usize) -> Hosting {
        let names: Vec<String> = (0..fingerprinted).map(|number| format!("app.{number:08x}.js")).collect();
        Hosting {
            url: "https://example.org/".to_owned(),
            root: "/".to_owned(),
            not_found: "/404.html".to_owned(),
            rules: rules(None, &names, None),
            moved: (0..moved).map(|n| Moved { from: format!("/a{n}/"), to: format!("/b{n}/") }).collect(),
            gone: Vec::new(),
            precompressed: Vec::new(),
            overrides_pages: false,
        }
    }

    #[test]
    fn what_cloudflare_would_not_read_is_left_out_and_counted() {
        let few = headers(&hosting(3, 0));
        assert!(few.contains("/app.00000002.js\n  Cache-Control:") && !few.contains("Left out"), "{few}");
        let many = headers(&hosting(200, 0));
        assert_eq!(many.lines().filter(|line| line.starts_with('/')).count(), MOST_RULES);
        assert!(many.contains("# Left out: ") && many.contains("/data/*\n"), "{many}");
        let redirects = redirects(&hosting(0, 2_001));
        assert_eq!(redirects.lines().filter(|line| line.starts_with('/')).count(), MOST_REDIRECTS);
        assert!(redirects.contains("# Left out: 1, "), "{redirects}");
    }
}
