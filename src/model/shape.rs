//! What a field may hold, for messages, the author's reference and the JSON Schema.

use super::FormerId;
use crate::text::article;

/// What a field may hold.
#[derive(Clone, Debug)]
pub enum Shape {
    /// A text that is not empty.
    Text,
    /// `true` or `false`.
    Bool,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// A date known to the year, month or day.
    Date,
    /// A language tag.
    Lang,
    /// A quantity: a number, or words such as “au moins 8”.
    Quantity,
    /// A short text: a string in the site's first language, or a map by language.
    ShortText,
    /// The id of a record or of an entry of `site.yaml`, by the name of its kind.
    Id(&'static str),
    /// One of a few words.
    Words(&'static [Word]),
    /// One or several; one may be written without its list.
    List(Box<Shape>),
    /// A map from ids of a kind to values.
    Map(&'static str, Box<Shape>),
    /// A record.
    Record(RecordShape),
    /// An id of a kind, or one of a few words, or several of them.
    IdOrWords(&'static str, &'static [Word]),
    /// A record that may hold itself again; only its name is given.
    Again(&'static str),
}

/// One word of a closed vocabulary.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// What an author writes.
    pub word: &'static str,
    /// What it means, in one sentence.
    pub meaning: &'static str,
}

/// The fields of a record.
#[derive(Clone, Debug)]
pub struct RecordShape {
    /// Its name in the vocabulary.
    pub name: &'static str,
    /// What it is.
    pub meaning: &'static str,
    /// Its fields in the order of the reference.
    pub fields: Vec<FieldShape>,
}

/// One field of a record.
#[derive(Clone, Debug)]
pub struct FieldShape {
    /// The key an author writes.
    pub key: &'static str,
    /// What it means.
    pub meaning: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// What it may hold.
    pub shape: Shape,
}

impl Shape {
    /// What to write, for a message: “a date such as `2019-12-24`”.
    pub fn expectation(&self) -> String {
        match self {
            Self::Text => "a text".to_owned(),
            Self::Bool => "`true` or `false`".to_owned(),
            Self::Integer => "a whole number".to_owned(),
            Self::Number => "a number".to_owned(),
            Self::Date => "a date such as `2019`, `2019-12` or `2019-12-24`".to_owned(),
            Self::Lang => "a language such as `fr`".to_owned(),
            Self::Quantity => "a quantity such as `8` or `\"au moins 8\"`".to_owned(),
            Self::ShortText => "a text, or a map by language such as `{ fr: …, en: … }`".to_owned(),
            Self::Id(FormerId::KIND) => "an id that it had before".to_owned(),
            Self::Id(kind) => format!("the id of {} {kind}", article(kind)),
            Self::Words(words) => format!("one of {}", quoted(words)),
            Self::List(element) => format!("{}, or a list of them", element.expectation()),
            Self::Map(kind, _) => format!("a map by {kind}"),
            Self::Record(record) => record.example(),
            Self::IdOrWords(kind, words) => {
                let words: Vec<_> = words.iter().map(|word| format!("`{}`", word.word)).collect();
                format!("the id of {} {kind}, or {}", article(kind), words.join(" or "))
            }
            Self::Again(_) => "a map like the one around it".to_owned(),
        }
    }
}

impl RecordShape {
    /// “a map such as `{ by: …, in: … }`”: what must be there, else what comes first.
    fn example(&self) -> String {
        let required: Vec<_> = self.fields.iter().filter(|field| field.required).collect();
        let shown = if required.is_empty() { self.fields.iter().take(2).collect() } else { required };
        let shown: Vec<_> = shown.iter().map(|field| format!("{}: …", field.key)).collect();
        format!("a map such as `{{ {} }}`", shown.join(", "))
    }
}

fn quoted(words: &[Word]) -> String {
    words.iter().map(|word| format!("`{}`", word.word)).collect::<Vec<_>>().join(", ")
}
