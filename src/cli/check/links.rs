//! Asking the links of a site, at the command line.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::io::IsTerminal as _;

use crate::check::Judged;
use crate::cli::common::Failure;
use crate::links::{self, Answer, Asker};

/// From how many addresses on it is more likely that this machine has no network than that all of them are gone.
const MANY: usize = 3;

/// Asks every web address that readers are sent to, and adds what is wrong with it to the findings.
pub fn ask(judged: &mut Judged) -> Result<(), Failure> {
    let asker = Asker::new().map_err(Failure::of)?;
    let links = links::of(&judged.corpus);
    let urls: BTreeSet<&str> = links.iter().map(|link| link.url.as_str()).collect();
    let answers = RefCell::new(BTreeMap::new());
    let is_watched = std::io::stderr().is_terminal();
    let asked = asker.ask(&judged.corpus.site.base_url, &urls, &|url, answer| {
        let mut answers = answers.borrow_mut();
        answers.insert(url.to_owned(), answer);
        if is_watched {
            anstream::eprint!("\rasking links: {} of {} ", answers.len(), urls.len());
        }
    });
    if is_watched {
        anstream::eprint!("\r\u{1b}[K");
    }
    asked.map_err(Failure::of)?;
    let answers = answers.into_inner();
    let count = |wanted: fn(&Answer) -> bool| answers.values().filter(|answer| wanted(answer)).count();
    let silent = count(|answer| matches!(answer, Answer::Silent(_)));
    if urls.len() >= MANY && silent == urls.len() {
        return Err(Failure(format!(
            "none of the {silent} addresses answers; is this machine connected to the network?"
        )));
    }
    let (broken, moved, unclear) = (
        silent + count(|answer| matches!(answer, Answer::Broken(_))),
        count(|answer| matches!(answer, Answer::Moved(_))),
        count(|answer| matches!(answer, Answer::Unclear(_))),
    );
    let asked = urls.len();
    drop(urls);
    anstream::eprintln!("addresses asked: {asked}; {broken} broken, {moved} moved, {unclear} unclear");
    judged.also(links::findings(&links, |url| answers.get(url)));
    Ok(())
}
