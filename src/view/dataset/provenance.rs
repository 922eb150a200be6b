//! Where everything comes from, as nodes of RDF in the words of PROV-O.

use crate::text::PartialDate;

/// Something with a provenance: a claim, its check, a document, a copy of one, a source.
#[derive(Clone, Debug, PartialEq)]
pub struct Traced {
    /// Its name: the `@id` that the pages give it in JSON-LD, where they do.
    pub iri: String,
    /// What it is, each as a prefixed name: `prov:Entity`.
    pub kinds: Vec<&'static str>,
    /// What is said of it, each under a prefixed name: `prov:wasDerivedFrom`.
    pub says: Vec<(&'static str, Told)>,
}

/// What is said of something.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// Another thing, by its name.
    Node(String),
    /// Words in a language.
    Words {
        /// The words.
        text: String,
        /// Their language.
        lang: String,
    },
    /// A code in no language.
    Code(String),
    /// A date, as exactly as it is known.
    Date(PartialDate),
}

impl Traced {
    /// Something of which nothing is said yet.
    pub fn new(iri: String, kinds: Vec<&'static str>) -> Self {
        Self { iri, kinds, says: Vec::new() }
    }

    /// Says something of it, once.
    pub fn say(&mut self, of: &'static str, told: Told) {
        let said = (of, told);
        if !self.says.contains(&said) {
            self.says.push(said);
        }
    }

    /// Says that it stands in a relation to something else.
    pub fn link(&mut self, relation: &'static str, to: impl Into<String>) {
        self.say(relation, Told::Node(to.into()));
    }
}
