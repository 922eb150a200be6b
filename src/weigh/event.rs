//! One event: every figure that anyone gives for it, side by side.

use std::collections::BTreeMap;

use super::compare::interval;
use super::reconcile::{Group, groups};
use crate::corpus::{Corpus, Entry};
use crate::model::{Claim, ClaimId, DocumentId, Event, Figure, MeasureId, OriginRef, PopulationId, Series, SourceId};
use crate::text::PartialDate;
use crate::text::quantity::Interval;
use crate::weigh::compare::{Apart, Scope, exceeds, scope};

/// The figures of one event.
#[derive(Clone, Debug, Default, PartialEq, Hash)]
pub struct EventAssessment {
    /// By measure and population, in the order of their ids.
    pub gathered: Vec<Gathered>,
    /// Parts that count more than their whole.
    pub overflows: Vec<Overflow>,
}

/// All values of one measure of one population.
#[derive(Clone, Debug, PartialEq, Hash)]
pub struct Gathered {
    /// What is counted.
    pub measure: MeasureId,
    /// Of whom.
    pub of: Option<PopulationId>,
    /// The values in the order they were reported; undated ones last.
    pub reports: Vec<Report>,
    /// Those that can be compared, and what comes of it.
    pub groups: Vec<Group>,
    /// Why the groups, and the values in none of them, cannot be compared with one another.
    pub apart: Vec<Apart>,
}

/// One value, as one document gives it.
#[derive(Clone, Debug, PartialEq, Hash)]
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
    /// What the value allows, in the unit of the figure.
    pub interval: Interval,
    /// Whether it is a claim's own figure.
    pub claimed: bool,
}

/// A part that counts more than its whole.
#[derive(Clone, Debug, PartialEq, Hash)]
pub struct Overflow {
    /// The part.
    pub part: Report,
    /// The whole.
    pub whole: Report,
}

/// Gathers the figures of an event from its claims.
pub fn gather(corpus: &Corpus, event: &Entry<Event>) -> EventAssessment {
    let position = corpus.events.position(&event.id).expect("the event is one of the corpus");
    let claims = corpus.backlinks.event(position).claims.iter().filter_map(|id| corpus.claims.get(id));
    compared(corpus, claims, &event.record.series)
}

/// Gathers the figures of claims and compares them; a series says which were reported after which.
pub fn compared<'a>(
    corpus: &'a Corpus,
    claims: impl Iterator<Item = &'a Entry<Claim>>,
    series: &[Series],
) -> EventAssessment {
    let mut gathered: BTreeMap<(MeasureId, Option<PopulationId>), Vec<Report>> = BTreeMap::new();
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
        reports.shrink_to_fit();
        let series = series.iter().filter(|series| series.measure == measure && series.of == of);
        let groups = groups(corpus, &reports, series);
        let apart = apart(&reports, &groups);
        Gathered { measure, of, reports, groups, apart }
    });
    let gathered: Vec<Gathered> = gathered.collect();
    let overflows = overflows(corpus, &gathered);
    EventAssessment { gathered, overflows }
}

fn reports<'a>(corpus: &'a Corpus, id: &'a ClaimId, claim: &'a Claim) -> impl Iterator<Item = Report> + 'a {
    let said = claim.said.first();
    let own = claim.figures.iter().map(move |figure| Report {
        document: said.document.clone(),
        by: said.by.sources().to_vec(),
        reported: said.date.or_else(|| date(corpus, &said.document)),
        claims: vec![id.clone()],
        interval: interval(&corpus.site, figure),
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
            interval: interval(&corpus.site, figure),
            figure: figure.clone(),
            claimed: false,
        })
    });
    own.chain(cited)
}

fn date(corpus: &Corpus, document: &DocumentId) -> Option<PartialDate> {
    corpus.documents.get(document).and_then(|entry| entry.record.date)
}

/// Whether two claims cite one number; “8” and “eight” are the same number.
fn is_same(a: &Report, b: &Report) -> bool {
    let value = |report: &Report| {
        let value = &report.figure.value;
        (value.qualifier, value.low.to_bits(), value.high.to_bits(), value.unit, report.figure.unit)
    };
    let about = |report: &Report| (report.figure.period(), report.figure.place.clone());
    a.document == b.document && a.by == b.by && value(a) == value(b) && about(a) == about(b)
}

/// Why what was gathered falls apart.
fn apart(reports: &[Report], groups: &[Group]) -> Vec<Apart> {
    let first = |group: &Group| &reports[group.reports[0]];
    let differ = |differ: &dyn Fn(&Group, &Group) -> bool| groups.windows(2).any(|two| differ(&two[0], &two[1]));
    let grouped: usize = groups.iter().map(|group| group.reports.len()).sum();
    let mut apart = Vec::new();
    if differ(&|a, b| first(a).figure.unit != first(b).figure.unit) {
        apart.push(Apart::Unit);
    }
    if differ(&|a, b| a.place != b.place) {
        apart.push(Apart::Place);
    }
    if grouped < reports.len() && reports.len() > 1 {
        apart.push(Apart::Unstated);
    }
    if differ(&|a, b| a.window() != b.window()) {
        apart.push(Apart::Window);
    }
    apart
}

/// The most counted in each part against the least counted in each whole around it.
fn overflows(corpus: &Corpus, gathered: &[Gathered]) -> Vec<Overflow> {
    let current: Vec<(&Report, &Report)> = gathered
        .iter()
        .flat_map(|gathered| gathered.groups.iter().filter_map(|group| group.bounds(&gathered.reports)))
        .collect();
    let mut overflows = Vec::new();
    for (most, _) in &current {
        for (_, least) in &current {
            let inside = scope(&corpus.site, &most.figure, &least.figure) == Scope::Inside;
            if inside && exceeds(&most.interval, &least.interval) {
                overflows.push(Overflow { part: (*most).clone(), whole: (*least).clone() });
            }
        }
    }
    overflows
}
