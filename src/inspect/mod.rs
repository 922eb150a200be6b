//! The finished pages: every internal link lands, and ids are unique.
//!
//! A page is looked at once, while its bytes are at hand. Links to pages are settled at once, for all
//! addresses are known before anything is rendered; fragments wait until all pages have been seen.
//! Bytes are never changed.

mod html;
pub mod rules;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

pub use html::{Attribute, Attributes, attributes};
pub use rules::RULES;

use rustc_hash::FxHashSet;

use crate::diagnostic::{Diagnostic, Place};

/// The addresses of a site, as root-relative paths: `/sources/osdh/`, `/recoupe.css`.
#[derive(Debug, Default)]
pub struct Addresses {
    known: FxHashSet<Box<str>>,
    base: Box<str>,
}

impl Addresses {
    /// The addresses of a site that stands below `base`, such as `/checks` or nothing.
    pub fn new(base: &str, paths: impl IntoIterator<Item = String>) -> Self {
        Self { base: base.into(), known: paths.into_iter().map(String::into_boxed_str).collect() }
    }

    /// Whether an address is one of the site's.
    pub fn holds(&self, path: &str) -> bool {
        self.known.contains(path)
    }

    /// The address that a link on a page leads to, without its fragment; none for other sites.
    fn internal<'h>(&self, page: &'h str, href: &'h str) -> Option<Cow<'h, str>> {
        let path = href.split(['#', '?']).next().unwrap_or_default();
        if path.is_empty() {
            return Some(page.into());
        }
        let leads_out = path.starts_with("//") || path.split('/').next().is_some_and(|first| first.contains(':'));
        if leads_out {
            return None;
        }
        if path.starts_with('/') {
            return Some(path.into());
        }
        Some(joined(page, path).into())
    }

    /// Whether a root-relative address lies outside the folder of the site, on the same host.
    fn is_outside(&self, path: &str) -> bool {
        !self.base.is_empty() && !path.strip_prefix(&*self.base).is_some_and(|rest| rest.starts_with('/'))
    }
}

/// A relative path seen from a page: `../a/` from `/x/y/` is `/x/a/`.
fn joined(page: &str, path: &str) -> String {
    let folder = &page[..page.rfind('/').map_or(0, |slash| slash)];
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    let mut joined = format!("/{}", parts.join("/"));
    if path.ends_with('/') && !joined.ends_with('/') {
        joined.push('/');
    }
    joined
}

/// What is kept of a page until all have been seen; ids and addresses as hashes.
#[derive(Debug)]
pub struct PageFacts {
    path: Box<str>,
    ids: Vec<u64>,
    fragments: Vec<(u64, Box<str>)>,
}

/// Looks at one page: its address, its bytes.
pub fn page(path: &str, bytes: &[u8], addresses: &Addresses) -> (PageFacts, Vec<Diagnostic>) {
    let mut facts = PageFacts { path: path.into(), ids: Vec::new(), fragments: Vec::new() };
    let mut findings = Vec::new();
    // A page of ours is UTF-8, of which this makes sure in the fastest way.
    let text = str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed);
    for attribute in html::attributes(&text) {
        match attribute.name {
            "id" => {
                let id = hash(&*attribute.value);
                if facts.ids.contains(&id) {
                    findings.push(finding(
                        &rules::DUPLICATE_HTML_ID,
                        path,
                        format!("the id `{}` stands twice", attribute.value),
                    ));
                }
                facts.ids.push(id);
            }
            "href" | "src" => {
                let Some(target) = addresses.internal(path, &attribute.value) else { continue };
                if addresses.is_outside(&target) {
                    continue;
                }
                if !addresses.holds(&target) {
                    let message = format!("a link leads to `{target}`, which is not there");
                    findings.push(finding(&rules::DEAD_LINK, path, message));
                } else if let Some((_, fragment)) =
                    attribute.value.split_once('#').filter(|(_, fragment)| !fragment.is_empty())
                {
                    facts.fragments.push((hash(&*target), fragment.into()));
                }
            }
            _ => {}
        }
    }
    (facts, findings)
}

/// Looks at all pages together: every fragment is the id of something on the page it leads to.
pub fn fragments(pages: &[PageFacts]) -> Vec<Diagnostic> {
    let ids: HashMap<u64, HashSet<u64>> =
        pages.iter().map(|page| (hash(&page.path), page.ids.iter().copied().collect())).collect();
    let mut findings = Vec::new();
    for page in pages {
        for (target, fragment) in &page.fragments {
            // Text fragments are the browser's; `#top` is every page's.
            if fragment.starts_with(":~:") || &**fragment == "top" {
                continue;
            }
            let lands = ids.get(target).is_none_or(|ids| ids.contains(&hash(&**fragment)));
            if !lands {
                let message = format!("a link leads to `#{fragment}`, which the page it leads to does not have");
                findings.push(finding(&rules::DEAD_FRAGMENT, &page.path, message));
            }
        }
    }
    findings
}

fn finding(rule: &'static crate::diagnostic::Rule, page: &str, message: String) -> Diagnostic {
    Diagnostic::new(rule, Place::file(&page.into()), message)
}

fn hash(value: impl AsRef<str>) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.as_ref().hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(pages: &[(&str, &str)]) -> Vec<&'static str> {
        let addresses = Addresses::new("", pages.iter().map(|(path, _)| (*path).to_owned()));
        let mut codes = Vec::new();
        let mut facts = Vec::new();
        for (path, html) in pages {
            let (fact, findings) = page(path, html.as_bytes(), &addresses);
            codes.extend(findings.iter().map(|finding| finding.rule.code));
            facts.push(fact);
        }
        codes.extend(fragments(&facts).iter().map(|finding| finding.rule.code));
        codes
    }

    #[test]
    fn a_link_lands_or_is_reported() {
        assert_eq!(codes(&[("/", "<a href=\"/a/#x\">"), ("/a/", "<p id=x><a href='../'>")]), [] as [&str; 0]);
        assert_eq!(codes(&[("/", "<a href=\"/b/\">")]), ["dead-link"]);
        assert_eq!(codes(&[("/", "<a href=\"/a/#y\">"), ("/a/", "<p id=x>")]), ["dead-fragment"]);
        assert_eq!(codes(&[("/", "<p id=a><p id=\"a\">")]), ["duplicate-html-id"]);
    }

    #[test]
    fn other_sites_comments_and_scripts_are_left_alone() {
        let html = "<a href=\"https://example.org/x\"><a href=\"mailto:a@b\"><a href=\"data:text/plain,x\"><!-- <a href=/x/> --><script>\"<a href=/x/>\"</script>";
        assert_eq!(codes(&[("/", html)]), [] as [&str; 0]);
    }

    #[test]
    fn relative_addresses_are_joined() {
        assert_eq!(joined("/x/y/", "../a/"), "/x/a/");
        assert_eq!(joined("/x/y/", "b.css"), "/x/y/b.css");
        assert_eq!(joined("/404.html", "a/"), "/a/");
    }
}
