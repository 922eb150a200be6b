//! The words of the interface in one language, from a Fluent file of the theme.

use std::collections::BTreeMap;
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::text::format;

/// The words of the interface in one language.
pub struct Words {
    lang: String,
    bundle: FluentBundle<FluentResource>,
    /// Every message that takes no argument, for the templates.
    plain: BTreeMap<String, String>,
    /// Every message, in order.
    keys: Vec<String>,
}

/// What a message is told: a count, which chooses the plural and is written for the language, or a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Argument<'a> {
    /// A count.
    Count(usize),
    /// A text.
    Text(&'a str),
}

impl From<usize> for Argument<'_> {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Argument<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl Words {
    /// Reads the messages of `source` for `lang`; gives every mistake it finds in them.
    pub fn new(lang: &str, source: &str) -> Result<Self, Vec<String>> {
        let identifier: LanguageIdentifier =
            lang.parse().map_err(|error| vec![format!("`{lang}` is not a language tag: {error}")])?;
        let resource = FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| {
            let finding = |at: usize, what: String| {
                let line = source.get(..at).map_or(1, |before| before.matches('\n').count() + 1);
                format!("line {line}: {what}")
            };
            errors.iter().map(|error| finding(error.pos.start, error.to_string())).collect::<Vec<_>>()
        })?;
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // The marks that isolate directions would end up in titles, attributes and data.
        bundle.set_use_isolating(false);
        // A formatter cannot hold the language, so there is one for each.
        bundle.set_formatter(Some(match lang.split('-').next() {
            Some("fr") => |value, _| written(value, "fr"),
            Some("ar") => |value, _| written(value, "ar"),
            _ => |value, _| written(value, "en"),
        }));
        bundle.add_resource(resource).map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>())?;
        // In Fluent a message starts at the first column and nothing else there looks like `name =`.
        let keys: Vec<String> = source
            .lines()
            .filter_map(|line| line.split_once('='))
            .map(|(key, _)| key.trim_end())
            .filter(|key| bundle.has_message(key))
            .map(str::to_owned)
            .collect();
        let mut words = Self { lang: lang.to_owned(), bundle, plain: BTreeMap::new(), keys };
        words.plain =
            words.keys.iter().filter_map(|key| Some((key.clone(), words.formatted(key, None).ok()?))).collect();
        Ok(words)
    }

    /// The language.
    pub fn lang(&self) -> &str {
        &self.lang
    }

    /// The message `key`, which takes no argument.
    ///
    /// A key that is missing is a mistake of ours, or of a theme; the key itself is shown then.
    pub fn get(&self, key: &str) -> String {
        self.plain.get(key).cloned().unwrap_or_else(|| key.to_owned())
    }

    /// The message `key`, which takes no argument, if there is one: for names that may be of any language or country.
    pub fn find(&self, key: &str) -> Option<&str> {
        self.plain.get(key).map(String::as_str)
    }

    /// The message `key` with its arguments; the key itself if it is missing or wants others.
    pub fn with(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        let mut values = FluentArgs::with_capacity(arguments.len());
        for (name, argument) in arguments {
            match argument {
                Argument::Count(count) => values.set(*name, *count),
                Argument::Text(text) => values.set(*name, *text),
            }
        }
        self.formatted(key, Some(&values)).unwrap_or_else(|_| key.to_owned())
    }

    /// A count as it is written in the language: `40 000`, `40,000`.
    pub fn number(&self, count: usize) -> String {
        self.with("number", &[("n", Argument::Count(count))])
    }

    /// The messages that take no argument, by key: what templates see as `t`.
    pub fn plain(&self) -> &BTreeMap<String, String> {
        &self.plain
    }

    /// The keys of all messages, in the order of the file.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(String::as_str)
    }

    fn formatted(&self, key: &str, arguments: Option<&FluentArgs<'_>>) -> Result<String, ()> {
        let pattern = self.bundle.get_message(key).and_then(|message| message.value()).ok_or(())?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, arguments, &mut errors);
        if errors.is_empty() { Ok(text.into_owned()) } else { Err(()) }
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Words").field("lang", &self.lang).field("keys", &self.keys.len()).finish()
    }
}

fn written(value: &FluentValue<'_>, lang: &str) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    Some(format::number(number.value, lang))
}
