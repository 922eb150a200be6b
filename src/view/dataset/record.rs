//! One claim in one language, as data.

use serde::{Serialize, Serializer};

use super::package::LicenceLine;
use super::provenance::Traced;
use super::quotations::Annotation;
use crate::citation::CslItem;
use crate::view::ClaimReview;

/// One claim in one language. What is not known is left out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ClaimRecord {
    /// The schema that it satisfies.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// The id of the claim, the same in every language.
    pub id: String,
    /// The language of its texts.
    pub language: String,
    /// Its page.
    pub url: String,
    /// The same claim in the other languages.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub editions: Vec<Edition>,
    /// Who publishes it.
    pub publisher: Named,
    /// On what terms it may be reused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<LicenceLine>,
    /// Whether it is a draft.
    #[serde(skip_serializing_if = "is_false")]
    pub draft: bool,
    /// The title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The proposition that was checked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claim: Option<String>,
    /// What a reader should know first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// What the desk concluded.
    pub verdict: VerdictFacts,
    /// What it concluded on the other layer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub substance: Option<VerdictFacts>,
    /// What the verdict rests on.
    pub basis: BasisFacts,
    /// Who said it, where and when.
    pub said: Vec<SaidFacts>,
    /// The picture, video or recording that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media: Option<MediaFacts>,
    /// When it happened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<Named>,
    /// The places.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Named>,
    /// Its quantities.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<FigureFacts>,
    /// What bears on it.
    pub evidence: Vec<EvidenceFacts>,
    /// How it stands to other claims.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub relations: Vec<RelationFacts>,
    /// What explains contradictions.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub resolutions: Vec<String>,
    /// Clauses of the verdict's rule that are not met, and why it stands.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub exceptions: Vec<String>,
    /// The right of reply.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply: Option<ReplyFacts>,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// The day of the latest change that is not a typo, else that of publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modified: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// The second reading.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<ReviewFacts>,
    /// What changed since, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub revisions: Vec<ChangeFacts>,
    /// The check in a few sentences, to be repeated as it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
    /// How to cite it; none for a draft.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub citation: Option<CslItem>,
    /// The quotations that were found in copies of their documents.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub annotations: Vec<Annotation>,
    /// How many texts are left out because they name a private person.
    #[serde(skip_serializing_if = "is_zero")]
    pub withheld: usize,
    /// What its page says of it to machines; files of the whole site take it from here.
    #[serde(skip)]
    pub review: Option<Box<ClaimReview>>,
    /// Where it comes from, told in the first language for all.
    #[serde(skip)]
    pub provenance: Vec<Traced>,
}

/// The same claim in another language.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Edition {
    /// The language.
    pub language: String,
    /// The page.
    pub url: String,
    /// The file.
    pub data: String,
}

/// Something by id and name. A private person has neither.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Named {
    /// The id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its page, or its website.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Whether it is a private person.
    #[serde(skip_serializing_if = "is_false")]
    pub private: bool,
}

/// A verdict.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct VerdictFacts {
    /// Its id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// What it is about: `utterance` or `proposition`.
    pub layer: &'static str,
    /// Its place on the truth scale, from 1 to 5; most verdicts have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rating: Option<u8>,
}

/// What the verdict rests on, counted on its layer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BasisFacts {
    /// In a sentence.
    pub sentence: String,
    /// Origins that do not depend on one another.
    pub independent_origins: usize,
    /// How many there may be at most: all of unknown origin counts as one more.
    pub possible_origins: usize,
    /// Camps among them.
    pub camps: usize,
    /// Witnesses of different owners.
    pub witnesses: usize,
    /// Publications of known origin, copies of one counted once.
    pub publications: usize,
    /// Publications that do not say where they have it from.
    pub unknown_publications: usize,
    /// Whether a record of the speaker's own words is cited.
    pub primary_document: bool,
    /// Whether something that undermines it is cited.
    pub evidence_against: bool,
}

/// Who said it, where and when.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SaidFacts {
    /// Who; nobody if the document does not say.
    pub by: Vec<Named>,
    /// Who spoke for them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Named>,
    /// The document that carries it.
    pub document: DocumentFacts,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The paragraphs of the document.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<u32>,
    /// The words, as fragments that were never joined.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub quotations: Vec<QuotationFacts>,
}

/// A document. Of one that a private person published only that is said.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct DocumentFacts {
    /// The id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The title, if it was seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Named,
    /// What sort of document it is.
    pub kind: &'static str,
    /// Its language.
    pub language: String,
    /// The date it bears.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Its address, if it may be linked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The copy that a web archive keeps.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archived: Option<ArchivedFacts>,
    /// Its page on the site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
}

/// The copy of a document that a web archive keeps.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ArchivedFacts {
    /// Its address.
    pub url: String,
    /// When it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
}

/// A picture, a video or a recording.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MediaFacts {
    /// `image`, `video` or `audio`.
    pub kind: &'static str,
    /// The document that shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<DocumentFacts>,
    /// Its own address; none where a private person published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// What was found of it.
    pub authenticity: Vec<&'static str>,
    /// The document that holds the original.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub original: Option<DocumentFacts>,
    /// What it really shows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub context: Option<String>,
}

/// Words of someone.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct QuotationFacts {
    /// The words.
    pub text: String,
    /// Their language.
    pub language: String,
    /// What they mean in the language of the record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub translation: Option<String>,
    /// How far they agree with a copy of the document; absent if they were compared with none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// The SHA-256 sum of the copy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
}

/// A document that bears on the claim.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EvidenceFacts {
    /// The document.
    pub document: DocumentFacts,
    /// How it bears on it: `supports`, `refines`, `undermines` or `context`.
    pub stance: &'static str,
    /// The layer that it bears on.
    pub layer: &'static str,
    /// How its origin knows: `witness`, `record` or `report`.
    pub sees: &'static str,
    /// Where its information first came from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub origins: Vec<OriginFacts>,
    /// What it says in its own words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub quotations: Vec<QuotationFacts>,
    /// The figures that it gives.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<FigureFacts>,
    /// What the desk says about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Where information first came from.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OriginFacts {
    /// `source`; `self`, the publisher; `unknown`.
    pub kind: &'static str,
    /// The source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Named>,
}

/// A quantity with what is needed to compare it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FigureFacts {
    /// What is counted or measured.
    pub measure: String,
    /// Of whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// The quantity in the words of the language of the record.
    pub text: String,
    /// How the number is meant: `at-least`, `about`.
    pub qualifier: &'static str,
    /// The one number that was given, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stated: Option<Exact>,
    /// The least that it allows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<Exact>,
    /// The most that it allows; absent where nothing bounds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<Exact>,
    /// The unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<&'static str>,
    /// The first day that it covers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// How the days are known: `stated`, `inferred` or `unstated`.
    pub window: &'static str,
    /// The id of the place that it covers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Whether the desk worked it out from other figures.
    #[serde(skip_serializing_if = "is_false")]
    pub derived: bool,
}

/// How the claim stands to another.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RelationFacts {
    /// The relation: `part-of`, `diverges`.
    pub kind: &'static str,
    /// The id of the other claim.
    pub claim: String,
}

/// The right of reply.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReplyFacts {
    /// The day that a reply was asked for.
    pub asked: String,
    /// Of whom.
    pub of: Named,
    /// What they answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
}

/// A second reading.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReviewFacts {
    /// The day.
    pub date: String,
    /// Who read it.
    pub by: String,
}

/// A change after publication.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChangeFacts {
    /// The day.
    pub date: String,
    /// What sort of change.
    pub kind: &'static str,
    /// What changed and why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// A number that is written without decimals where it has none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Exact(f64);

impl Exact {
    /// A number; none if it has no end.
    pub fn new(number: f64) -> Option<Self> {
        number.is_finite().then_some(Self(number))
    }

    /// The number.
    pub fn number(self) -> f64 {
        self.0
    }

    /// The whole number that it is, as far as a float counts every one.
    fn whole(self) -> Option<i64> {
        #[expect(clippy::cast_possible_truncation, reason = "it is whole and below 2^53")]
        (self.0.fract() == 0.0 && self.0.abs() < 9e15).then_some(self.0 as i64)
    }
}

impl std::fmt::Display for Exact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.whole() {
            Some(whole) => write!(f, "{whole}"),
            None => write!(f, "{}", self.0),
        }
    }
}

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.whole() {
            Some(whole) => serializer.serialize_i64(whole),
            None => serializer.serialize_f64(self.0),
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_false(value: &bool) -> bool {
    !value
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_zero(value: &usize) -> bool {
    *value == 0
}
