//! Claims.

use super::field::{Field, OneOrMore};
use super::figure::Figure;
use super::id::{AuthorId, ClaimId, DocumentId, EventId, FormerId, PlaceId, RecordId, SourceId, VerdictId};
use super::media::Media;
use super::node::Node;
use super::reader::{Reader, record, words};
use super::shape::{Shape, Word};
use super::short_text::ShortText;
use super::visit::{Trail, Visitor};
use crate::text::{Lang, PartialDate};

record! {
    /// One checkable statement: who said it and where, what would have to be true, and the evidence.
    Claim {
        /// The headline: short, without the verdict.
        "title" title: String,
        /// The proposition in the desk's own words: what would have to be true.
        "claim" claim: String,
        /// One or two sentences that a reader sees first; they carry the precision.
        "summary" summary: Option<String>,
        /// The day the check was published; it never changes. Left out only in a draft.
        "published" published: Option<PartialDate>,
        /// The desks or people of `site.yaml` who wrote it.
        "authors" authors: OneOrMore<AuthorId>,
        /// The second reading, if a second person did one.
        "reviewed" reviewed: Option<Review>,
        /// The utterance, or several.
        "said" said: OneOrMore<Said>,
        /// The picture, video or recording that it is about.
        "media" media: Option<Media>,
        /// When the proposition happened, if not when its event did.
        "date" date: Option<PartialDate>,
        /// The event that it is about.
        "event" event: Option<EventId>,
        /// The places that it is about.
        "places" places: Vec<PlaceId>,
        /// Its quantities.
        "figures" figures: Vec<Figure>,
        /// The desk's conclusion.
        "verdict" verdict: VerdictId,
        /// A second verdict, on the other layer.
        "substance" substance: Option<VerdictId>,
        /// What bears on it.
        "evidence" evidence: Vec<Evidence>,
        /// How it stands to other claims.
        "relations" relations: Relations = Relations::default(),
        /// What explains a contradiction.
        "resolution" resolution: Vec<Resolution>,
        /// A clause of the verdict's rule that is not met, and why the verdict stands; readers see it.
        "exception" exception: Vec<Exception>,
        /// The right of reply.
        "reply" reply: Option<Reply>,
        /// Changes after publication, oldest first.
        "revisions" revisions: Vec<Revision>,
        /// Findings that are known and accepted.
        "allow" allow: Vec<Allow>,
        /// Earlier ids, which become redirects.
        "former" former: Vec<FormerId>,
        /// Whether it is left out of the site unless drafts are asked for.
        "draft" draft: bool,
    }
}

impl Claim {
    /// The changes after publication that are more than typos, oldest first.
    pub fn changes(&self) -> impl DoubleEndedIterator<Item = &Revision> {
        self.revisions.iter().filter(|revision| revision.kind != RevisionType::Typo)
    }

    /// The date of the latest change that is more than a typo, else that of publication; none for a draft.
    pub fn modified(&self) -> Option<PartialDate> {
        self.changes().map(|revision| revision.date).max().max(self.published)
    }

    /// Whether the check no longer stands.
    pub fn is_retracted(&self) -> bool {
        self.changes().next_back().is_some_and(|revision| revision.kind == RevisionType::Retraction)
    }
}

record! {
    /// An utterance: who said it, in which document.
    Said {
        /// The source or sources who said it, or `unstated`.
        "by" by: By,
        /// Who spoke for the source.
        "speaker" speaker: Option<SourceId>,
        /// The document that carries it.
        "in" document: DocumentId,
        /// When it was said.
        "date" date: Option<PartialDate>,
        /// The paragraphs of the document, counted from 1 without headings.
        "paragraphs" paragraphs: Vec<u32>,
        /// The words themselves: one quotation, or separate fragments that are never joined.
        "quote" quote: Vec<String>,
        /// The quotation translated, by language.
        "translation" translation: Option<ShortText>,
    }
}

/// Who said it.
#[derive(Clone, Debug, PartialEq)]
pub enum By {
    /// The document does not say.
    Unstated,
    /// These sources.
    Sources(OneOrMore<SourceId>),
}

impl By {
    const WORDS: &'static [Word] = &[Word { word: "unstated", meaning: "The document does not say." }];

    /// The sources; none if unstated.
    pub fn sources(&self) -> &[SourceId] {
        match self {
            Self::Unstated => &[],
            Self::Sources(sources) => sources,
        }
    }
}

impl Field for By {
    fn shape() -> Shape {
        Shape::IdOrWords(SourceId::KIND, Self::WORDS)
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        if matches!(node, Node::Text(text) if text == "unstated") {
            return Some(Self::Unstated);
        }
        OneOrMore::read(node, reader).map(Self::Sources)
    }

    fn visit<'a>(&'a self, at: &Trail<'_>, visitor: &mut dyn Visitor<'a>) {
        if let Self::Sources(sources) = self {
            sources.visit(at, visitor);
        }
    }
}

words! {
    /// The layer that a verdict or a piece of evidence is about.
    Layer {
        /// That it was said.
        Utterance = "utterance",
        /// What was said.
        Proposition = "proposition",
    }
}

record! {
    /// A document that bears on a claim.
    Evidence {
        /// The document.
        "document" document: DocumentId,
        /// The layer it bears on; by default the verdict's.
        "about" about: Option<Layer>,
        /// How it bears on it.
        "stance" stance: Stance,
        /// Where its information first came from: sources, `self` or `unknown`. Required unless context.
        "origin" origin: Vec<OriginRef>,
        /// How its origin knows; by default `report`.
        "sees" sees: Sees = Sees::Report,
        /// The quantities that it gives.
        "figures" figures: Vec<Figure>,
        /// Its words, in its language; one quotation or separate fragments.
        "quote" quote: Vec<String>,
        /// The language of the quotation, if not the document's.
        "lang" lang: Option<Lang>,
        /// The quotation translated, by language.
        "translation" translation: Option<ShortText>,
        /// What a reader should know about it, in one sentence.
        "note" note: Option<ShortText>,
    }
}

words! {
    /// How a piece of evidence bears on a claim.
    Stance {
        /// It says the same.
        Supports = "supports",
        /// It says the same with more or other precision.
        Refines = "refines",
        /// It says otherwise.
        Undermines = "undermines",
        /// It helps to understand, and counts for nothing.
        Context = "context",
    }
}

impl Stance {
    /// Whether it says the same, with more precision or without.
    pub fn carries(self) -> bool {
        match self {
            Self::Supports | Self::Refines => true,
            Self::Undermines | Self::Context => false,
        }
    }
}

words! {
    /// How the origin of a piece of evidence knows.
    Sees {
        /// It was there.
        Witness = "witness",
        /// It holds a record of the act itself.
        Record = "record",
        /// It was told.
        Report = "report",
    }
}

/// Where information first came from.
#[derive(Clone, Debug, PartialEq)]
pub enum OriginRef {
    /// The publisher saw, counted or holds it.
    Own,
    /// The document does not say.
    Unknown,
    /// A source.
    Source(SourceId),
}

impl OriginRef {
    const WORDS: &'static [Word] = &[
        Word { word: "self", meaning: "The publisher saw, counted or holds it." },
        Word { word: "unknown", meaning: "The document does not say; it counts for nothing." },
    ];
}

impl Field for OriginRef {
    fn shape() -> Shape {
        Shape::IdOrWords(SourceId::KIND, Self::WORDS)
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        match node {
            Node::Text(text) if text == "self" => Some(Self::Own),
            Node::Text(text) if text == "unknown" => Some(Self::Unknown),
            _ => SourceId::read(node, reader).map(Self::Source),
        }
    }

    fn visit<'a>(&'a self, at: &Trail<'_>, visitor: &mut dyn Visitor<'a>) {
        if let Self::Source(source) = self {
            source.visit(at, visitor);
        }
    }
}

record! {
    /// How a claim stands to other claims.
    Relations {
        /// Claims about the same event.
        "same-event" same_event: Vec<ClaimId>,
        /// Claims made in the same statement.
        "same-statement" same_statement: Vec<ClaimId>,
        /// The claims that contain it.
        "part-of" part_of: Vec<ClaimId>,
        /// The claims whose figures add up to its own, with nothing left over.
        "sum-of" sum_of: Vec<ClaimId>,
        /// Claims that say otherwise.
        "diverges" diverges: Vec<ClaimId>,
        /// Earlier claims that it brings up to date.
        "updates" updates: Vec<ClaimId>,
        /// Claims that it helps to understand.
        "background-for" background_for: Vec<ClaimId>,
    }
}

words! {
    /// A relation between claims.
    Relation {
        /// About the same event.
        SameEvent = "same-event",
        /// Made in the same statement.
        SameStatement = "same-statement",
        /// Contained in.
        PartOf = "part-of",
        /// Exhaustive parts.
        SumOf = "sum-of",
        /// Says otherwise.
        Diverges = "diverges",
        /// Brings up to date.
        Updates = "updates",
        /// Helps to understand.
        BackgroundFor = "background-for",
    }
}

impl Default for Relations {
    fn default() -> Self {
        let none = Vec::new;
        Self {
            same_event: none(),
            same_statement: none(),
            part_of: none(),
            sum_of: none(),
            diverges: none(),
            updates: none(),
            background_for: none(),
        }
    }
}

impl Relations {
    /// The claims of one relation.
    pub fn of(&self, relation: Relation) -> &[ClaimId] {
        match relation {
            Relation::SameEvent => &self.same_event,
            Relation::SameStatement => &self.same_statement,
            Relation::PartOf => &self.part_of,
            Relation::SumOf => &self.sum_of,
            Relation::Diverges => &self.diverges,
            Relation::Updates => &self.updates,
            Relation::BackgroundFor => &self.background_for,
        }
    }

    /// All relations in the order of the vocabulary.
    pub fn all(&self) -> impl Iterator<Item = (Relation, &ClaimId)> {
        let each = |&relation: &Relation| self.of(relation).iter().map(move |claim| (relation, claim));
        Relation::ALL.iter().flat_map(each)
    }
}

record! {
    /// Explains a contradiction.
    Resolution {
        /// The documents or claims that contradict one another.
        "of" of: OneOrMore<RecordId>,
        /// The explanation, shown to readers.
        "text" text: ShortText,
    }
}

record! {
    /// A clause of the verdict's rule that is not met.
    Exception {
        /// The clause, by its name in the rule.
        "clause" clause: String,
        /// Why the verdict stands all the same; readers see it.
        "text" text: ShortText,
    }
}

record! {
    /// A second reading.
    Review {
        /// The day.
        "date" date: PartialDate,
        /// Who read it.
        "by" by: AuthorId,
    }
}

record! {
    /// The right of reply.
    Reply {
        /// The day a reply was asked for.
        "asked" asked: PartialDate,
        /// Of whom.
        "of" of: SourceId,
        /// What they answered, if they did.
        "answer" answer: Option<ShortText>,
    }
}

record! {
    /// A change after publication.
    Revision {
        /// The day.
        "date" date: PartialDate,
        /// What sort of change.
        "type" kind: RevisionType,
        /// What changed, for readers.
        "text" text: ShortText,
    }
}

words! {
    /// What sort of change a revision is.
    RevisionType {
        /// A slip of the pen; nothing else.
        Typo = "typo",
        /// The same, said more clearly.
        Clarification = "clarification",
        /// Something new was added.
        Update = "update",
        /// Something was wrong.
        Correction = "correction",
        /// The verdict is another.
        VerdictChange = "verdict-change",
        /// The check no longer stands.
        Retraction = "retraction",
    }
}

record! {
    /// A finding that is known and accepted.
    Allow {
        /// The rule's code.
        "rule" rule: String,
        /// Why it is accepted here.
        "because" because: String,
    }
}
