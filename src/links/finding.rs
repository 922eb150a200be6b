//! What an answer means for those who wrote the link.

use crate::diagnostic::Diagnostic;

use super::rules::{BROKEN_LINK, MOVED_LINK, UNCLEAR_LINK};
use super::{Answer, Link};

/// Everything that is wrong with links, as far as their addresses were asked.
pub fn findings<'a>(links: &[Link], answers: impl Fn(&str) -> Option<&'a Answer>) -> Vec<Diagnostic> {
    links.iter().filter_map(|link| finding(link, answers(&link.url)?)).collect()
}

/// What is wrong with a link whose address gave this answer, if anything is.
pub fn finding(link: &Link, answer: &Answer) -> Option<Diagnostic> {
    let url = &link.url;
    let new = |rule, message: String| Diagnostic::new(rule, link.place.clone(), message);
    let found = match answer {
        Answer::Good => return None,
        Answer::Moved(to) => new(&MOVED_LINK, format!("`{url}` has moved for good")).with_help(format!("write `{to}`")),
        Answer::Broken(words) => broken(link, new(&BROKEN_LINK, format!("`{url}` {words}"))),
        Answer::Silent(why) => broken(link, new(&BROKEN_LINK, format!("nobody answers at `{url}`: {why}"))),
        Answer::Unclear(words) => {
            new(&UNCLEAR_LINK, format!("`{url}` {words}")).with_help("open it in a browser: readers may see it")
        }
    };
    Some(found)
}

fn broken(link: &Link, finding: Diagnostic) -> Diagnostic {
    let Link { url, archived, is_document, .. } = link;
    let finding = match archived {
        Some(copy) => finding.with_help(format!("send readers to the archived copy: `{copy}`")),
        None => finding.with_help(format!("look for a copy to link to instead: `https://web.archive.org/web/*/{url}`")),
    };
    let keep = "or keep the address as it was seen, and no link: `link: false`, with the reason in `because`";
    if *is_document { finding.with_help(keep) } else { finding }
}
