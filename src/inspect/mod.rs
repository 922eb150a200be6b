//! The finished pages: every internal link lands, and ids are unique.
//!
//! A page is looked at once, while its bytes are at hand. Links to pages are settled at once, for all
//! addresses are known before anything is rendered; fragments wait until all pages have been seen. What waits are
//! hashes: a page on which something does not land is made and looked at once more, to say what.
//! Bytes are never changed.

mod html;
pub mod rules;

use std::borrow::Cow;
use std::hash::{Hash, Hasher};

pub use html::{Attribute, Attributes, attributes};
pub use rules::RULES;

use memchr::{memchr, memchr2};
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use crate::diagnostic::{Diagnostic, Place, Rule};
use crate::text::quick_sum;

/// The addresses of a site, as root-relative paths: `/sources/osdh/`, `/recoupe.css`.
#[derive(Debug, Default)]
pub struct Addresses {
    /// Each as its hash, with whether a page stands there.
    known: FxHashMap<u64, bool>,
    base: Box<str>,
}

impl Addresses {
    /// The addresses of a site that stands below `base`, such as `/checks` or nothing: its pages, and whatever else
    /// can be linked.
    pub fn new(base: &str, pages: impl IntoIterator<Item = String>, others: impl IntoIterator<Item = String>) -> Self {
        let others = others.into_iter().map(|path| (quick_sum(&path), false));
        let known = others.chain(pages.into_iter().map(|path| (quick_sum(&path), true))).collect();
        Self { base: base.into(), known }
    }

    /// The addresses as hashes, in their order.
    pub fn hashes(&self) -> Vec<u64> {
        let mut hashes: Vec<u64> = self.known.keys().copied().collect();
        hashes.sort_unstable();
        hashes
    }

    /// The address that a link on a page leads to, without its fragment; none for other sites.
    fn internal<'h>(&self, page: &'h str, href: &'h str) -> Option<Cow<'h, str>> {
        let path = &href[..memchr2(b'#', b'?', href.as_bytes()).unwrap_or(href.len())];
        if path.is_empty() {
            return Some(page.into());
        }
        if path.starts_with("//") {
            return None;
        }
        if path.starts_with('/') {
            return Some(path.into());
        }
        let first = &path[..memchr(b'/', path.as_bytes()).unwrap_or(path.len())];
        (!first.contains(':')).then(|| joined(page, path).into())
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

/// What is kept of a page until all have been seen. A hash stands for an address with an id on its page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageFacts {
    /// The ids that the page has.
    pub ids: Box<[u64]>,
    /// Those that its links lead to.
    pub fragments: Box<[u64]>,
}

/// The ids of all pages of a site.
#[derive(Debug)]
pub struct Landings(FxHashSet<u64>);

impl Landings {
    /// The ids of some pages.
    pub fn of<'f>(pages: impl IntoIterator<Item = &'f PageFacts>) -> Self {
        Self(pages.into_iter().flat_map(|page| &page.ids).copied().collect())
    }

    /// Whether every fragment on a page lands.
    pub fn hold(&self, page: &PageFacts) -> bool {
        page.fragments.iter().all(|fragment| self.0.contains(fragment))
    }
}

/// Looks at one page: its address, its bytes.
pub fn page(path: &str, bytes: &[u8], addresses: &Addresses) -> (PageFacts, Vec<Diagnostic>) {
    let (mut ids, mut fragments, mut findings) = (Vec::new(), Vec::new(), Vec::new());
    let here = quick_sum(path);
    for attribute in html::attributes(bytes) {
        match attribute.name {
            b"id" => {
                let value = attribute.value();
                let id = landing(here, &value);
                if ids.contains(&id) {
                    let message = format!("the id `{value}` stands twice");
                    findings.push(finding(&rules::DUPLICATE_HTML_ID, path, message));
                }
                ids.push(id);
            }
            b"href" | b"src" => {
                let value = attribute.value();
                let Some(target) = addresses.internal(path, &value) else { continue };
                if addresses.is_outside(&target) {
                    continue;
                }
                let at = quick_sum(&target);
                match addresses.known.get(&at) {
                    Some(true) => fragments.extend(fragment(&value).map(|fragment| landing(at, fragment))),
                    Some(false) => {}
                    None => {
                        let message = format!("a link leads to `{target}`, which is not there");
                        findings.push(finding(&rules::DEAD_LINK, path, message));
                    }
                }
            }
            _ => {}
        }
    }
    (PageFacts { ids: ids.into(), fragments: fragments.into() }, findings)
}

/// The fragments on a page that are the id of nothing on the page they lead to.
pub fn dead_fragments(path: &str, bytes: &[u8], addresses: &Addresses, landings: &Landings) -> Vec<Diagnostic> {
    let links = html::attributes(bytes).filter(|attribute| matches!(attribute.name, b"href" | b"src"));
    let dead = links.filter_map(|link| {
        let value = link.value();
        let target = addresses.internal(path, &value).filter(|target| !addresses.is_outside(target))?;
        let (at, fragment) = (quick_sum(&target), fragment(&value)?);
        let lands = addresses.known.get(&at) != Some(&true) || landings.0.contains(&landing(at, fragment));
        let message = || format!("a link leads to `#{fragment}`, which the page it leads to does not have");
        (!lands).then(|| finding(&rules::DEAD_FRAGMENT, path, message()))
    });
    dead.collect()
}

/// The fragment of a link that must be an id. Text fragments are the browser's; `#top` is every page's.
fn fragment(href: &str) -> Option<&str> {
    let (_, fragment) = href.split_once('#')?;
    (!fragment.is_empty() && !fragment.starts_with(":~:") && fragment != "top").then_some(fragment)
}

fn finding(rule: &'static Rule, page: &str, message: String) -> Diagnostic {
    Diagnostic::new(rule, Place::file(&page.into()), message)
}

/// An id on the page of an address.
fn landing(page: u64, id: &str) -> u64 {
    let mut hasher = FxHasher::default();
    (page, id).hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(pages: &[(&str, &str)]) -> Vec<&'static str> {
        let addresses = Addresses::new("", pages.iter().map(|(path, _)| (*path).to_owned()), []);
        let mut codes = Vec::new();
        let mut facts = Vec::new();
        for (path, html) in pages {
            let (fact, findings) = page(path, html.as_bytes(), &addresses);
            codes.extend(findings.iter().map(|finding| finding.rule.code));
            facts.push(fact);
        }
        let landings = Landings::of(&facts);
        for ((path, html), facts) in pages.iter().zip(&facts) {
            let dead = dead_fragments(path, html.as_bytes(), &addresses, &landings);
            assert_eq!(dead.is_empty(), landings.hold(facts), "{path}");
            codes.extend(dead.iter().map(|finding| finding.rule.code));
        }
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
