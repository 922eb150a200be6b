//! One event: every figure that anyone gives for it, side by side.

use std::collections::BTreeMap;

use crate::corpus::{Corpus, Entry};
use crate::model::{Claim, ClaimId, DocumentId, Event, Figure, MeasureId, OriginRef, PopulationId, SourceId};
use crate::text::PartialDate;

/// The figures of one event.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EventAssessment {
    /// By measure and population, in the order of their ids.
    pub gathered: Vec<Gathered>,
}

/// All values of one measure of one population.
#[derive(Clone, Debug, PartialEq)]
pub struct Gathered {
    /// What is counted.
    pub measure: MeasureId,
    /// Of whom.
    pub of: Option<PopulationId>,
    /// The values in the order they were reported; undated ones last.
    pub reports: Vec<Report>,
}

/// One value, as one document gives it.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The document.
    pub document: DocumentId,
    /// Who says so: the claimants, or the origins of the evidence; none where it is unknown.
    pub by: Vec<SourceId>,
    /// When it was reported.
    pub reported: Option<PartialDate>,
    /// The claims that cite it, in the order of their ids; the first is where it was found.
    pub claims: Vec<ClaimId>,
    /// The value.
    pub figure: Figure,
    /// Whether it is a claim's own figure.
    pub claimed: bool,
}

/// Gathers the figures of an event from its claims.
pub fn gather(corpus: &Corpus, event: &Entry<Event>) -> EventAssessment {
    let position = corpus.events.position(&event.id).expect("the event is one of the corpus");
    let mut gathered: BTreeMap<(MeasureId, Option<PopulationId>), Vec<Report>> = BTreeMap::new();
    let claims = corpus.backlinks.event(position).claims.iter().filter_map(|id| corpus.claims.get(id));
    for report in claims.flat_map(|entry| reports(corpus, &entry.id, &entry.record)) {
        let key = (report.figure.measure.clone(), report.figure.of.clone());
        let reports = gathered.entry(key).or_default();
        // One number cited by two claims is one number.
        match reports.iter_mut().find(|other| is_same(other, &report)) {
            Some(other) => {
                other.claimed |= report.claimed;
                if !other.claims.contains(&report.claims[0]) {
                    other.claims.extend(report.claims);
                }
            }
            None => reports.push(report),
        }
    }
    let gathered = gathered.into_iter().map(|((measure, of), mut reports)| {
        reports.sort_by_key(|report| (report.reported.is_none(), report.reported));
        Gathered { measure, of, reports }
    });
    EventAssessment { gathered: gathered.collect() }
}

fn reports<'a>(corpus: &'a Corpus, id: &'a ClaimId, claim: &'a Claim) -> impl Iterator<Item = Report> + 'a {
    let said = claim.said.first();
    let own = claim.figures.iter().map(move |figure| Report {
        document: said.document.clone(),
        by: said.by.sources().to_vec(),
        reported: said.date.or_else(|| date(corpus, &said.document)),
        claims: vec![id.clone()],
        figure: figure.clone(),
        claimed: true,
    });
    let cited = claim.evidence.iter().flat_map(move |evidence| {
        let publisher = corpus.documents.get(&evidence.document).map(|entry| super::origins::voice(&entry.record));
        let by: Vec<SourceId> = evidence
            .origin
            .iter()
            .filter_map(|origin| match origin {
                OriginRef::Own => publisher.cloned(),
                OriginRef::Source(source) => Some(source.clone()),
                OriginRef::Unknown => None,
            })
            .collect();
        evidence.figures.iter().map(move |figure| Report {
            document: evidence.document.clone(),
            by: by.clone(),
            reported: date(corpus, &evidence.document),
            claims: vec![id.clone()],
            figure: figure.clone(),
            claimed: false,
        })
    });
    own.chain(cited)
}

fn date(corpus: &Corpus, document: &DocumentId) -> Option<PartialDate> {
    corpus.documents.get(document).and_then(|entry| entry.record.date)
}

fn is_same(a: &Report, b: &Report) -> bool {
    let value = |report: &Report| (report.figure.value.clone(), report.figure.period(), report.figure.place.clone());
    a.document == b.document && a.by == b.by && value(a) == value(b)
}
