//! Quotations as W3C Web Annotations.

use serde::Serialize;

/// A W3C `AnnotationPage`: one annotation for each quotation that was found in a capture.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AnnotationPage {
    /// The context of Web Annotations, and what our own words mean.
    #[serde(rename = "@context")]
    pub context: (&'static str, Terms),
    /// Its address.
    pub id: String,
    /// `AnnotationPage`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The quotations by claim; first those of what was said, then those of the evidence.
    pub items: Vec<Annotation>,
}

/// What the words mean that Web Annotations do not have.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Terms {
    /// The sum of the capture.
    pub sha256: &'static str,
    /// How far the quotation agrees with it.
    pub level: &'static str,
    /// What read its text.
    pub extractor: &'static str,
}

/// A quotation, as a W3C `Annotation`: the claim is about a passage of a document.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Annotation {
    /// The page, with the claim and the place of the quotation in it: `#ferry/evidence/1/1`.
    pub id: String,
    /// `Annotation`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// `linking`.
    pub motivation: &'static str,
    /// The address of the claim.
    pub body: String,
    /// The passage.
    pub target: QuotedPassage,
}

/// A passage, as a W3C `SpecificResource`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct QuotedPassage {
    /// `SpecificResource`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The address of the document; that of its page here if it has none that may be linked.
    pub source: String,
    /// The SHA-256 sum of the capture.
    pub sha256: String,
    /// How far the quotation agrees with it: `exact`, `typographic` or `elided`.
    pub level: String,
    /// What read the text of the capture.
    pub extractor: String,
    /// Where it stands; nothing for a private capture.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub selector: Vec<Selector>,
}

/// Where a passage stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type")]
pub enum Selector {
    /// By its words and those around it.
    TextQuoteSelector {
        /// The passage.
        exact: String,
        /// What stands right before it.
        prefix: String,
        /// What stands right behind it.
        suffix: String,
    },
    /// By what follows `#` in a link that leads there and nowhere else.
    FragmentSelector {
        /// What defines it.
        #[serde(rename = "conformsTo")]
        conforms_to: &'static str,
        /// What follows `#`.
        value: String,
    },
}
