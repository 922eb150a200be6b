//! References, as the styles have them.
//!
//! A processor of the Citation Style Language makes them of CSL-JSON. That takes it a third of a millisecond, so works
//! of one shape share one: see [`Shape`].

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::CslItem;
use super::shape::{Form, Shape};

/// A style of references.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Style {
    /// That of the American Psychological Association, 7th edition.
    Apa,
    /// The international standard, with author and date.
    Iso690,
}

impl Style {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Apa, Self::Iso690];

    /// Its name, the same in all languages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Apa => "APA",
            Self::Iso690 => "ISO 690",
        }
    }
}

/// By language and shape, the forms in all styles; none for a style in which the shape could not be made.
type Forms = HashMap<(String, String), Arc<[Option<Form>; 2]>>;

/// The forms that were made so far; one serves all threads.
#[derive(Debug, Default)]
pub struct References {
    forms: Mutex<Forms>,
}

impl References {
    /// The references to a work in all styles, as HTML; none if the program was built without styles.
    pub fn of(&self, lang: &str, work: &CslItem) -> Vec<(Style, String)> {
        let work = named_once(work);
        let Some((shape, filling)) = Shape::of(&work) else {
            let made = Style::ALL.into_iter().filter_map(|style| Some((style, made(style, lang, &json(&work))?)));
            return made.collect();
        };
        let forms = self.forms(lang, &shape);
        let filled = |(style, form): (Style, &Option<Form>)| Some((style, form.as_ref()?.filled(&filling)));
        Style::ALL.into_iter().zip(&*forms).filter_map(filled).collect()
    }

    fn forms(&self, lang: &str, shape: &Shape) -> Arc<[Option<Form>; 2]> {
        let key = (lang.to_owned(), json(shape.work()));
        let known = self.forms.lock().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        // Two threads may make the same one; neither waits for the other.
        known.unwrap_or_else(|| {
            let made = Style::ALL.map(|style| made(style, lang, &key.1).map(|html| shape.form(&html)));
            let made = Arc::new(made);
            self.forms.lock().unwrap_or_else(PoisonError::into_inner).insert(key, Arc::clone(&made));
            made
        })
    }
}

#[cfg(test)]
impl References {
    /// How many shapes the processor was asked for.
    pub fn shapes(&self) -> usize {
        self.forms.lock().unwrap().len()
    }
}

/// The work as references have it: without its id, and naming nobody twice.
fn named_once(work: &CslItem) -> CslItem {
    let known = |publisher: &String| {
        let site = work.container_title.as_deref().unwrap_or_default();
        site.contains(publisher.as_str()) || work.author.iter().any(|author| author.literal == *publisher)
    };
    let publisher = work.publisher.clone().filter(|publisher| !known(publisher));
    CslItem { id: String::new(), publisher, ..work.clone() }
}

fn json(work: &CslItem) -> String {
    serde_json::to_string(work).expect("works have text as keys")
}

#[cfg(feature = "citations")]
fn made(style: Style, lang: &str, work: &str) -> Option<String> {
    super::csl::reference(style, lang, work)
}

#[cfg(not(feature = "citations"))]
fn made(_: Style, _: &str, _: &str) -> Option<String> {
    None
}
