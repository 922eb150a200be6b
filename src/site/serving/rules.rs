//! The headers of files, by where they lie.

use std::collections::BTreeMap;

use crate::site::EmbedFolders;

/// Which files a rule is about. Paths are those below the site's root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Files {
    /// Every file.
    All,
    /// What lies in a folder: `data/`.
    Below(String),
    /// One file.
    One(String),
}

/// What some files are served with. Of two rules about a file, the later holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The files.
    pub files: Files,
    /// Names and values.
    pub headers: Vec<(&'static str, String)>,
}

impl Files {
    /// Whether a file is one of them.
    pub fn hold(&self, path: &str) -> bool {
        match self {
            Self::All => true,
            Self::Below(folder) => path.starts_with(folder.as_str()),
            Self::One(file) => path == file,
        }
    }
}

/// The header that says how long a file may be kept.
pub const CACHE: &str = "Cache-Control";
/// The folder of the feeds.
pub const FEEDS: &str = "feeds/";

/// A name that changes with the bytes can be kept for ever.
pub(super) const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// A font of yesterday harms no page of today.
const A_WEEK: &str = "public, max-age=604800";
/// Anything else may change with the next publication, and a page must not meet an old style sheet.
const ASK_FIRST: &str = "public, max-age=0, must-revalidate";

/// How long files are kept, by folder; what lies in none is asked for each time.
const KEPT: [(&str, &str); 1] = [("fonts/", A_WEEK)];

/// What pages of others may read by script: data, feeds, and the sums of all files.
const OPEN: [&str; 3] = ["data/", FEEDS, "recoupe-manifest.json"];

/// What the pages of the default theme load: their own style, faces and pictures, and the script of the search with
/// the files that it reads. No page has a script within.
const POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; \
                      connect-src 'self'; form-action 'self'; base-uri 'none'";

/// What holds for every file.
///
/// That no page of others may frame ours stands in a header of its own and not in the policy: where a policy has
/// `frame-ancestors`, browsers ignore `X-Frame-Options`, so that a rule for a folder can allow it with a policy of
/// its own. Two policies would both hold.
const SECURITY: [(&str, &str); 4] = [
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
];

/// The rules of a site; `policy` takes the place of ours, the names of `fingerprinted` files tell their bytes, and the
/// pages in the folders of `embeds` may be framed.
pub fn rules(policy: Option<&str>, fingerprinted: &[String], embeds: Option<&EmbedFolders>) -> Vec<Rule> {
    let policy = policy.unwrap_or(POLICY);
    let mut all = vec![("Content-Security-Policy", policy.to_owned())];
    all.extend(SECURITY.map(|(name, value)| (name, value.to_owned())));
    all.push((CACHE, ASK_FIRST.to_owned()));
    let mut rules = vec![Rule { files: Files::All, headers: all }];
    let cached = |files, value: &str| Rule { files, headers: vec![(CACHE, value.to_owned())] };
    rules.extend(KEPT.map(|(folder, value)| cached(Files::Below(folder.to_owned()), value)));
    let answers = embeds.map(|embeds| embeds.answers.as_str());
    rules.extend(OPEN.into_iter().chain(answers).map(|path| Rule {
        files: if path.ends_with('/') { Files::Below(path.to_owned()) } else { Files::One(path.to_owned()) },
        headers: vec![("Access-Control-Allow-Origin", "*".to_owned())],
    }));
    rules.extend(embeds.into_iter().flat_map(|embeds| &embeds.cards).map(|folder| Rule {
        files: Files::Below(folder.clone()),
        headers: vec![("Content-Security-Policy", framed(policy))],
    }));
    rules.extend(fingerprinted.iter().map(|path| cached(Files::One(path.clone()), FOR_EVER)));
    rules
}

/// A policy under which pages of others may frame ours, whatever it said of that.
///
/// Hosts that join what several rules say of a file then have two policies, of which the first must not forbid it.
fn framed(policy: &str) -> String {
    let directives = policy.split(';').map(str::trim).filter(|directive| !directive.is_empty());
    let others = directives.filter(|directive| !directive.to_ascii_lowercase().starts_with("frame-ancestors"));
    others.chain(["frame-ancestors *"]).collect::<Vec<_>>().join("; ")
}

/// Every header of a file.
pub fn headers_of<'r>(rules: &'r [Rule], path: &str) -> BTreeMap<&'static str, &'r str> {
    let about = rules.iter().filter(|rule| rule.files.hold(path));
    about.flat_map(|rule| rule.headers.iter().map(|(name, value)| (*name, value.as_str()))).collect()
}

pub(super) fn cache_of(path: &str) -> &'static str {
    let kept = KEPT.iter().find(|(folder, _)| path.starts_with(folder));
    kept.map_or(ASK_FIRST, |(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_later_rule_holds() {
        let rules = rules(Some("default-src 'self'"), &["app.0123456789.js".to_owned()], None);
        let cache = |path: &str| headers_of(&rules, path)[CACHE].to_owned();
        assert_eq!(cache("index.html"), ASK_FIRST);
        assert_eq!(cache("fonts/a.woff2"), A_WEEK);
        assert_eq!(cache("app.0123456789.js"), FOR_EVER);
        assert!(headers_of(&rules, "data/claims.csv").contains_key("Access-Control-Allow-Origin"));
        assert!(!headers_of(&rules, "index.html").contains_key("Access-Control-Allow-Origin"));
        assert_eq!(headers_of(&rules, "data/claims.csv")["Content-Security-Policy"], "default-src 'self'");
    }

    #[test]
    fn cards_alone_may_be_framed() {
        let embeds = EmbedFolders { cards: vec!["embed/".to_owned()], answers: "oembed/".to_owned() };
        let own = "default-src 'self'; Frame-Ancestors 'none'; img-src *;";
        for (policy, expected) in [
            (None, format!("{POLICY}; frame-ancestors *")),
            (Some(own), "default-src 'self'; img-src *; frame-ancestors *".to_owned()),
        ] {
            let rules = rules(policy, &[], Some(&embeds));
            let policy_of = |path: &str| headers_of(&rules, path)["Content-Security-Policy"].to_owned();
            assert_eq!(policy_of("embed/ferry/index.html"), expected);
            assert_eq!(policy_of("checks/ferry/index.html"), policy.unwrap_or(POLICY));
            assert!(headers_of(&rules, "oembed/en/ferry.json").contains_key("Access-Control-Allow-Origin"));
        }
    }

    #[test]
    fn caches_of_single_files_are_those_of_the_rules() {
        let rules = rules(None, &[], None);
        for path in ["index.html", "fonts/a.woff2", "data/claims.csv"] {
            assert_eq!(headers_of(&rules, path)[CACHE], cache_of(path), "{path}");
        }
    }
}
