//! Who has it from whom: the origins of a claim and what was published of them.
//!
//! Every publication is a square, but of one text only the first is joined to its origins: what is printed twice was
//! not found out twice. All that is of unknown origin hangs on one hollow disc, which is the most it may count for.

use std::collections::BTreeSet;

use super::layout::{self, Text, baselines, folded};
use super::local::Local;
use crate::corpus::Entry;
use crate::model::{Claim, DocumentId, SourceId};
use crate::site::Subject;
use crate::view::{Direction, Graph, GraphColumn, GraphLine, GraphPoint, GraphWords};
use crate::weigh::{ClaimAssessment, Publication, voice};

/// Where the discs and the squares stand, in percent from the side on which readers begin.
const COLUMNS: [i32; 2] = [40, 60];

/// From the middle of a disc or a square to its words.
const GAP: i32 = 12;

/// The graph of a claim; none where it would tell nothing: of one publication, unless that relays another's word.
pub(super) fn graph(local: Local<'_, '_>, entry: &Entry<Claim>) -> Option<Graph> {
    let claim = &entry.record;
    let assessment = local.context.shown.assessments().claim(local.corpus(), &entry.id);
    let works = works(assessment);
    if !tells(local, claim, assessment, &works) {
        return None;
    }
    let unknown = assessment.origins.len();
    let joined = |at: &usize| works.iter().any(|work| work.origins.contains(at));
    let shown: Vec<usize> = (0..=unknown).filter(joined).collect();
    let origin_name = |at: &usize| match assessment.origins.get(*at) {
        Some(group) => local.origin_name(claim, group),
        None => local.say("origin_unknown"),
    };
    let origins: Vec<String> = shown.iter().map(origin_name).collect();
    let names: Vec<Vec<Name>> = works.iter().map(|work| names(local, &works, work)).collect();
    let discs: Vec<Vec<String>> = origins.iter().map(|name| folded(name)).collect();
    let text = |(work, names): (&Work<'_>, &Vec<Name>)| Text {
        squares: names.iter().map(|name| name.lines().len()).collect(),
        origins: (0..shown.len()).filter(|at| work.origins.contains(&shown[*at])).collect(),
    };
    let texts: Vec<Text> = works.iter().zip(&names).map(text).collect();
    let heights: Vec<usize> = discs.iter().map(Vec::len).collect();
    let layout = layout::layout(&heights, &texts);
    let lines = texts.iter().zip(&layout.squares).flat_map(|(text, squares)| {
        let line = |at: &usize| (layout.origins[*at], squares[0], shown[*at] == unknown);
        text.origins.iter().map(line).map(|(from, to, unknown)| GraphLine { from, to, unknown }).collect::<Vec<_>>()
    });
    let copies = layout.squares.iter().flat_map(|squares| squares.windows(2));
    let discs = layout.origins.iter().zip(discs).zip(&shown);
    let discs = discs.map(|((y, words), at)| point(*y, words, *at == unknown)).collect();
    let squares = layout.squares.iter().flatten().zip(names.iter().flatten());
    let squares = squares.map(|(y, name)| point(*y, name.lines(), false)).collect();
    let told = origins.iter().enumerate().map(|(at, origin)| {
        let own = texts.iter().zip(&names).filter(|(text, _)| text.origins.contains(&at));
        let names: Vec<String> = own.flat_map(|(_, names)| names).map(Name::in_a_row).collect();
        let names = local.list(&names);
        local.say_with("graph_line", &[("origin", origin.into()), ("publications", (&names).into())])
    });
    let told = told.collect::<Vec<String>>().join(" ");
    let direction = Direction::of(local.lang());
    Some(Graph {
        label: local.say_with("graph_label", &[("list", (&told).into())]),
        legend: legend(local, shown.contains(&unknown), works.iter().any(|work| work.publications.len() > 1)),
        height: layout.height,
        lines: lines.collect(),
        copies: copies.map(|two| GraphLine { from: two[0], to: two[1], unknown: false }).collect(),
        origins: column(direction, COLUMNS[0], -GAP, discs),
        publications: column(direction, COLUMNS[1], GAP, squares),
    })
}

/// Publications of one text, the original first if it is among them.
struct Work<'w> {
    id: &'w DocumentId,
    publications: Vec<&'w Publication>,
    /// The origins that it goes back to, by their place in the assessment; one more for what is unknown.
    origins: BTreeSet<usize>,
}

/// The texts of a claim in the order of their origins; what is known of one copy is known of all.
fn works(assessment: &ClaimAssessment) -> Vec<Work<'_>> {
    let mut works: Vec<Work<'_>> = Vec::new();
    let known = assessment.origins.iter().map(|group| &group.publications);
    for (origin, publications) in known.chain([&assessment.unknown]).enumerate() {
        for publication in publications {
            let at = works.iter().position(|work| *work.id == publication.work).unwrap_or_else(|| {
                works.push(Work { id: &publication.work, publications: Vec::new(), origins: BTreeSet::new() });
                works.len() - 1
            });
            let work = &mut works[at];
            if origin < assessment.origins.len() || work.origins.is_empty() {
                work.origins.insert(origin);
            }
            if !work.publications.iter().any(|other| other.document == publication.document) {
                work.publications.push(publication);
            }
        }
    }
    for work in &mut works {
        work.publications.sort_by_key(|publication| publication.document != *work.id);
    }
    works
}

fn tells(local: Local<'_, '_>, claim: &Claim, assessment: &ClaimAssessment, works: &[Work<'_>]) -> bool {
    let publications = works.iter().flat_map(|work| &work.publications).count();
    let relays = || {
        assessment.origins.iter().any(|group| {
            let own = local.origin_sources(claim, group);
            group.publications.iter().any(|publication| !own.contains(&&publication.publisher))
        })
    };
    publications > 1 || relays()
}

/// Who published, and what tells it from the others.
struct Name {
    publisher: String,
    more: Option<String>,
}

impl Name {
    fn lines(&self) -> Vec<String> {
        std::iter::once(&self.publisher).chain(&self.more).flat_map(|words| folded(words)).collect()
    }

    fn in_a_row(&self) -> String {
        match &self.more {
            Some(more) => format!("{} ({more})", self.publisher),
            None => self.publisher.clone(),
        }
    }
}

/// The names of the publications of one text: that they are copies, whose text they print, or else the day where
/// the publisher alone does not tell them apart.
fn names(local: Local<'_, '_>, works: &[Work<'_>], work: &Work<'_>) -> Vec<Name> {
    let documents = &local.corpus().documents;
    let of = |publisher: &SourceId| {
        let all = works.iter().flat_map(|work| &work.publications);
        all.filter(|publication| publication.publisher == *publisher).count()
    };
    let name = |(at, publication): (usize, &&Publication)| {
        let document = documents.get(&publication.document).map(|entry| &entry.record);
        let by = document.map(voice).filter(|by| **by != publication.publisher);
        // A private person is named as the evidence names them, and no further.
        let by = by.filter(|by| local.context.map.holds(&Subject::Source((*by).clone())));
        let more = if at > 0 {
            Some(local.say("graph_copy"))
        } else if let Some(by) = by {
            let name = local.source_name(by).text;
            Some(local.say_with("graph_text_of", &[("name", (&name).into())]))
        } else if of(&publication.publisher) > 1 {
            document.map(|document| match document.date {
                Some(date) => local.date_words(date),
                None => local.document_described(document),
            })
        } else {
            None
        };
        Name { publisher: local.source_name(&publication.publisher).text, more }
    };
    work.publications.iter().enumerate().map(name).collect()
}

fn legend(local: Local<'_, '_>, unknown: bool, copies: bool) -> String {
    let keys = [("graph_legend", true), ("graph_legend_copies", copies), ("graph_legend_unknown", unknown)];
    let sentences = keys.into_iter().filter(|(_, told)| *told).map(|(key, _)| local.say(key));
    sentences.collect::<Vec<String>>().join(" ")
}

fn point(y: i32, words: Vec<String>, unknown: bool) -> GraphPoint {
    let words = baselines(y, words.len()).zip(words).map(|(y, text)| GraphWords { y, text });
    GraphPoint { y, unknown, words: words.collect() }
}

/// A column, from the right where the page is read from there.
fn column(direction: Direction, percent: i32, dx: i32, points: Vec<GraphPoint>) -> GraphColumn {
    let (percent, dx) = match direction {
        Direction::Ltr => (percent, dx),
        Direction::Rtl => (100 - percent, -dx),
    };
    GraphColumn { x: format!("{percent}%"), dx, points }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_mirrored_for_those_who_read_from_the_right() {
        let of = |direction, percent, dx| {
            let column = column(direction, percent, dx, Vec::new());
            (column.x, column.dx)
        };
        assert_eq!(of(Direction::Ltr, COLUMNS[0], -GAP), ("40%".to_owned(), -12));
        assert_eq!(of(Direction::Rtl, COLUMNS[0], -GAP), ("60%".to_owned(), 12));
        assert_eq!(of(Direction::Rtl, COLUMNS[1], GAP), ("40%".to_owned(), -12));
    }
}
