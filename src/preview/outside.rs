//! The links out of the site, asked beside everything else while a preview runs, where that was wanted.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};

use super::{locked, report};
use crate::corpus::Corpus;
use crate::diagnostic::{Diagnostic, Texts};
use crate::links::{self, Answer, Asker, Link};
use crate::serve::News;
use crate::view::Words;

/// After how many answers an open desk is told.
const NEWS: usize = 25;

/// What is known of the links out of the site; an address is asked once as long as the preview runs.
#[derive(Debug)]
pub(super) struct Outside {
    root: PathBuf,
    state: Mutex<State>,
    wake: Sender<()>,
}

#[derive(Default)]
struct State {
    /// The site in whose name others are asked.
    site: String,
    /// Each link with the text that it stands in.
    links: Vec<(Link, Arc<str>)>,
    answers: HashMap<String, Answer>,
    /// Whether somebody is being asked, or why nobody is.
    asking: Option<Result<(), String>>,
    words: Said,
    news: Option<News>,
}

impl std::fmt::Debug for State {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("State").field("links", &self.links.len()).finish_non_exhaustive()
    }
}

/// What the desk says of links, in its language.
#[derive(Default)]
struct Said {
    heading: String,
    none: String,
    asking: String,
    more: String,
    open: String,
}

impl Outside {
    /// Starts the thread that asks; it sleeps until there are links.
    pub fn start(root: &Path, asker: Asker) -> Arc<Self> {
        let (wake, woken) = channel();
        let outside = Arc::new(Self { root: root.to_path_buf(), state: Mutex::default(), wake });
        let watched = Arc::downgrade(&outside);
        std::thread::spawn(move || {
            while woken.recv().is_ok() {
                let Some(outside) = watched.upgrade() else { return };
                outside.round(&asker, &woken);
            }
        });
        outside
    }

    /// Takes the links of a corpus in place of those before, and asks those that nobody has asked.
    pub fn take(&self, corpus: &Corpus, words: &Words) {
        let texts: HashMap<&str, &Arc<str>> = corpus.files.iter().map(|file| (&*file.path, &file.text)).collect();
        let links = links::of(corpus).into_iter().filter_map(|link| {
            let text = Arc::clone(texts.get(&*link.place.file)?);
            Some((link, text))
        });
        let get = |key: &str| words.get(key);
        let said = Said {
            heading: get("desk_links"),
            none: get("desk_links_none"),
            asking: get("desk_links_asking"),
            more: get("desk_links_more"),
            open: get("desk_open"),
        };
        {
            let mut state = locked(&self.state);
            state.site.clone_from(&corpus.site.base_url);
            state.links = links.collect();
            state.words = said;
        }
        // The thread ends only with this.
        let _ = self.wake.send(());
    }

    /// Whom to tell when there are answers.
    pub fn tell(&self, news: News) {
        locked(&self.state).news = Some(news);
    }

    /// Asks what is not known yet.
    fn round(&self, asker: &Asker, woken: &Receiver<()>) {
        while woken.try_recv().is_ok() {}
        let (site, urls) = {
            let mut state = locked(&self.state);
            let unasked = state.links.iter().map(|(link, _)| &link.url).filter(|url| !state.answers.contains_key(*url));
            let urls: BTreeSet<String> = unasked.cloned().collect();
            if !urls.is_empty() {
                state.asking = Some(Ok(()));
            }
            (state.site.clone(), urls)
        };
        if urls.is_empty() {
            return;
        }
        self.announce();
        let urls: BTreeSet<&str> = urls.iter().map(String::as_str).collect();
        let asked = asker.ask(&site, &urls, &|url, answer| {
            let known = {
                let mut state = locked(&self.state);
                state.answers.insert(url.to_owned(), answer);
                state.answers.len()
            };
            if known.is_multiple_of(NEWS) {
                self.announce();
            }
        });
        locked(&self.state).asking = asked.err().map(|error| Err(error.to_string()));
        self.announce();
    }

    fn announce(&self) {
        let news = locked(&self.state).news.clone();
        if let Some(news) = news {
            news();
        }
    }

    /// What the desk shows of it.
    pub fn section(&self) -> String {
        let state = locked(&self.state);
        let Said { heading, none, asking, more, open } = &state.words;
        if heading.is_empty() {
            return String::new();
        }
        let found = state.links.iter().filter_map(|(link, text)| {
            let finding = links::finding(link, state.answers.get(&link.url)?)?;
            Some((finding, text))
        });
        let mut found: Vec<(Diagnostic, &Arc<str>)> = found.collect();
        found.sort_by(|(a, _), (b, _)| b.severity.cmp(&a.severity).then_with(|| a.order(b)));
        let item = |(finding, text): &(Diagnostic, &Arc<str>)| {
            let texts = Texts::from([(&*finding.place.file, &***text)]);
            report::finding(&self.root, open, finding, &texts)
        };
        let items: String = found.iter().take(report::LINES).map(item).collect();
        let mut html = format!("<h2>{heading}</h2>");
        match &state.asking {
            Some(Ok(())) => html.push_str(&format!("<p>{asking}</p>")),
            Some(Err(why)) => html.push_str(&super::pages::text(why)),
            None if items.is_empty() => html.push_str(&format!("<p>{none}</p>")),
            None => {}
        }
        if !items.is_empty() {
            html.push_str(&format!("<ul>{items}</ul>"));
        }
        if found.len() > report::LINES {
            html.push_str(&format!("<p>{more}</p>"));
        }
        html
    }
}
