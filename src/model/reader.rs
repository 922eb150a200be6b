//! The reader of one record: where it is, and what it found wrong.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, FieldPath, FilePath, Marks, Part, Place, Rule, Step};
use crate::text::nearest;

use super::field::Field;
use super::node::Node;
use super::rules;
use super::shape::{RecordShape, Shape};

/// Reads nodes into records and collects findings, each with its field path.
#[derive(Debug)]
pub struct Reader<'a> {
    file: &'a FilePath,
    yaml: &'a str,
    /// Top-level keys whose text is no YAML: already reported, so neither missing nor unknown.
    broken: &'a [String],
    path: FieldPath,
    findings: Vec<Diagnostic>,
    ids: Option<Vec<NamedId>>,
}

/// An id as it stands in a field, with the name of its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedId {
    /// The field.
    pub path: FieldPath,
    /// The name of the kind.
    pub kind: &'static str,
    /// The id.
    pub id: Arc<str>,
}

impl<'a> Reader<'a> {
    /// A reader at the top of a file's front matter.
    pub fn new(file: &'a FilePath, yaml: &'a str, broken: &'a [String]) -> Self {
        Self { file, yaml, broken, path: FieldPath::root(), findings: Vec::new(), ids: None }
    }

    /// A reader that also keeps the ids it meets, for a record of which nothing else will be left.
    pub fn keeping_ids(self) -> Self {
        Self { ids: Some(Vec::new()), ..self }
    }

    /// Keeps an id, if it is asked to.
    pub fn keep_id(&mut self, kind: &'static str, id: &Arc<str>) {
        if let Some(ids) = &mut self.ids {
            ids.push(NamedId { path: self.path.clone(), kind, id: id.clone() });
        }
    }

    /// The ids it kept.
    pub fn into_ids(self) -> Vec<NamedId> {
        self.ids.unwrap_or_default()
    }

    /// What was found wrong.
    pub fn into_findings(self) -> Vec<Diagnostic> {
        self.findings
    }

    /// The place where the reader is.
    pub fn place(&self, part: Part) -> Place {
        let path = self.path.clone();
        match part {
            Part::Key => Place::key(self.file, path),
            Part::Value => Place::value(self.file, path),
            Part::Missing => Place::missing(self.file, path),
        }
    }

    /// Adds a finding.
    pub fn push(&mut self, finding: Diagnostic) {
        self.findings.push(finding);
    }

    /// Adds a finding about the value where the reader is.
    pub fn report(&mut self, rule: &'static Rule, message: impl Into<String>, help: &[&str]) {
        let mut finding = Diagnostic::new(rule, self.place(Part::Value), message);
        finding.help = help.iter().map(|&help| help.to_owned()).collect();
        self.push(finding);
    }

    /// Reads inside an element of a list.
    pub fn at_index<T>(&mut self, index: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        self.inside(Step::Index(index), read)
    }

    /// Reads inside a key of a map.
    pub fn at_key<T>(&mut self, key: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        self.inside(Step::Key(key.into(), 0), read)
    }

    fn inside<T>(&mut self, step: Step, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(step);
        let value = read(self);
        self.path.pop();
        value
    }

    /// Refuses `yes`, `no`, `on`, `off`, `y`, `n` without quotation marks.
    ///
    /// YAML 1.1 reads them as true and false, YAML 1.2 as texts; neither is what was meant often
    /// enough. Whether there were quotation marks is only looked up for these words.
    pub fn refuse_bare_word(&mut self, text: &str, help: &str) -> Option<()> {
        if !is_yes_or_no(text) {
            return Some(());
        }
        let found = Marks::read(self.yaml).find(&self.path);
        if found.is_some_and(|found| !found.plain) {
            return Some(());
        }
        let message = format!("`{text}` without quotation marks can be read as true or false");
        self.report(&rules::BARE_WORD, message, &[help]);
        None
    }

    /// The entries of a record's map, after findings about equal and unknown keys.
    pub fn entries<'n>(
        &mut self,
        node: &'n Node,
        shape: impl Fn() -> RecordShape,
        keys: &[&str],
    ) -> Option<Entries<'n>> {
        let Node::Map(entries) = node else {
            if self.path.steps().is_empty() {
                let message = format!("expected fields, found {}", node.description());
                self.report(&rules::WRONG_TYPE, message, &["write each field on a line of its own, as `key: value`"]);
            } else {
                self.wrong_shape(&Shape::Record(shape()), node);
            }
            return None;
        };
        for (i, (key, _)) in entries.iter().enumerate() {
            let earlier = entries[..i].iter().filter(|(other, _)| other == key).count();
            if earlier > 0 {
                self.duplicate_key(key, earlier);
            } else if !keys.contains(&key.as_str()) {
                self.unknown_field(key, keys);
            }
        }
        Some(Entries { entries })
    }

    /// Reports the `nth` repetition of a key, counted from 1.
    pub fn duplicate_key(&mut self, key: &str, nth: usize) {
        let mut second = self.path.clone();
        second.push(Step::Key(key.into(), nth));
        let finding = Diagnostic::new(
            &rules::DUPLICATE_KEY,
            Place::key(self.file, second),
            format!("the key `{key}` stands here twice"),
        )
        .with_related(Place::key(self.file, self.path.key(key)), "first here")
        .with_help("keep one of them");
        self.push(finding);
    }

    fn unknown_field(&mut self, key: &str, keys: &[&str]) {
        let place = Place::key(self.file, self.path.key(key));
        let finding = Diagnostic::new(&rules::UNKNOWN_FIELD, place, format!("there is no field `{key}` here"));
        let help = if is_yes_or_no(key) {
            format!("YAML can read `{key}` as true or false; the key of a day is `date`")
        } else if let Some(near) = nearest(key, keys.iter().copied()) {
            format!("did you mean `{near}`?")
        } else {
            format!("the fields are {}", keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", "))
        };
        self.push(finding.with_help(help));
    }

    /// Reads one field of a record.
    ///
    /// A value that cannot be read is reported, and the field counts as not written where it may be
    /// left out, so that the rest of the record can still be judged.
    pub fn field<T: Field>(&mut self, entries: &Entries<'_>, key: &'static str) -> Option<T> {
        match entries.get(key) {
            Some(node) => {
                let value = self.at_key(key, |reader| T::read(node, reader));
                value.or_else(T::absent)
            }
            None => self.missing_field(key),
        }
    }

    fn missing_field<T: Field>(&mut self, key: &'static str) -> Option<T> {
        let absent = T::absent();
        let at_top = self.path.steps().is_empty();
        if absent.is_none() && !(at_top && self.broken.iter().any(|broken| broken == key)) {
            let place = Place::missing(self.file, self.path.key(key));
            let message = format!("the field `{key}` is missing");
            let help = format!("add `{key}:` with {}", T::shape().expectation());
            self.push(Diagnostic::new(&rules::MISSING_FIELD, place, message).with_help(help));
        }
        absent
    }
}

/// The entries of one map.
#[derive(Debug)]
pub struct Entries<'n> {
    entries: &'n [(String, Node)],
}

impl Entries<'_> {
    fn get(&self, key: &str) -> Option<&Node> {
        self.entries.iter().find(|(name, _)| name == key).map(|(_, node)| node)
    }
}

fn is_yes_or_no(text: &str) -> bool {
    ["yes", "no", "on", "off", "y", "n"].iter().any(|word| word.eq_ignore_ascii_case(text))
}

/// Declares a record: its fields, their meanings, and how it is read.
///
/// A field is `"key" name: Type,` with a doc comment that becomes its line in the author's reference.
/// Whether it must be written follows from its type; ` = value` gives a default.
macro_rules! record {
    ($(#[doc = $meaning:literal])+ $name:ident {
        $($(#[doc = $field_meaning:literal])+ $key:literal $field:ident : $ty:ty $(= $default:expr)?,)*
    }) => {
        $(#[doc = $meaning])+
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name { $($(#[doc = $field_meaning])+ pub $field: $ty,)* }

        impl $name {
            /// The keys that an author can write.
            pub const KEYS: &'static [&'static str] = &[$($key),*];

            /// Its fields, for the reference and the schema.
            pub fn record_shape() -> $crate::model::RecordShape {
                $crate::model::RecordShape {
                    name: stringify!($name),
                    meaning: concat!($($meaning, "\n"),+),
                    fields: vec![$($crate::model::FieldShape {
                        key: $key,
                        meaning: concat!($($field_meaning, "\n"),+),
                        required: record!(@required $ty $(, $default)?),
                        shape: <$ty as $crate::model::Field>::shape(),
                    }),*],
                }
            }
        }

        impl $crate::model::Field for $name {
            fn shape() -> $crate::model::Shape {
                $crate::model::Shape::Record(Self::record_shape())
            }

            fn read(node: &$crate::model::Node, reader: &mut $crate::model::Reader<'_>) -> Option<Self> {
                let entries = reader.entries(node, Self::record_shape, Self::KEYS)?;
                // Every field is read before giving up, so one run reports every mistake.
                $(let $field: Option<$ty> = record!(@read reader, entries, $key, $ty $(, $default)?);)*
                Some(Self { $($field: $field?),* })
            }

            fn visit<'a>(&'a self, at: &$crate::model::Trail<'_>, visitor: &mut dyn $crate::model::Visitor<'a>) {
                $($crate::model::Field::visit(&self.$field, &$crate::model::Trail::Key(at, $key), visitor);)*
            }
        }
    };
    (@required $ty:ty) => { <$ty as $crate::model::Field>::absent().is_none() };
    (@required $ty:ty, $default:expr) => { false };
    (@read $reader:ident, $entries:ident, $key:literal, $ty:ty) => { $reader.field::<$ty>(&$entries, $key) };
    (@read $reader:ident, $entries:ident, $key:literal, $ty:ty, $default:expr) => {
        $reader.field::<Option<$ty>>(&$entries, $key).map(|value| value.unwrap_or_else(|| $default))
    };
}

/// Declares a closed vocabulary: an enum whose words an author writes.
macro_rules! words {
    ($(#[doc = $meaning:literal])+ $name:ident {
        $($(#[doc = $word_meaning:literal])+ $variant:ident = $word:literal,)+
    }) => {
        $(#[doc = $meaning])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[doc = $word_meaning])+ $variant,)+ }

        impl $name {
            /// The words in the order of the reference.
            pub const WORDS: &'static [$crate::model::Word] = &[
                $($crate::model::Word { word: $word, meaning: concat!($($word_meaning, "\n"),+) }),+
            ];

            /// All values in the order of the reference.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word an author writes.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The value of a word.
            pub fn of_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }

        impl $crate::model::Field for $name {
            fn shape() -> $crate::model::Shape {
                $crate::model::Shape::Words(Self::WORDS)
            }

            fn read(node: &$crate::model::Node, reader: &mut $crate::model::Reader<'_>) -> Option<Self> {
                reader.word(node, Self::WORDS, Self::of_word)
            }
        }
    };
}

pub(super) use {record, words};

impl Reader<'_> {
    /// Reads one of a few words.
    pub fn word<T>(&mut self, node: &Node, words: &'static [super::Word], of: fn(&str) -> Option<T>) -> Option<T> {
        let Node::Text(text) = node else {
            self.wrong_shape(&Shape::Words(words), node);
            return None;
        };
        let value = of(text);
        if value.is_none() {
            let near = nearest(text, words.iter().map(|word| word.word));
            let all = format!("write {}", Shape::Words(words).expectation());
            let near = near.map(|near| format!("did you mean `{near}`?"));
            let help: Vec<&str> = near.iter().chain([&all]).map(String::as_str).collect();
            self.report(&rules::UNKNOWN_WORD, format!("`{text}` is not a word that can stand here"), &help);
        }
        value
    }
}
