//! Figures compared: what meets, what differs, what nobody can compare.

mod support;

use std::path::Path;

use proptest::prelude::*;
use recoupe::check::Judged;
use recoupe::judge::{self, JudgeOptions};
use recoupe::model::{ClaimId, EventId};
use recoupe::resolve::Drafts;
use recoupe::text::quantity::Interval;
use recoupe::weigh::{ContradictionKind, EventAssessment, Gathered, Outcome};

const SITE: &str = "title: Checks in Port Velm
description: Invented people in an invented place.
base_url: https://velm.example
languages: en
publisher: { name: The Velm desk }
authors: { id: desk, name: The desk }
measures:
  injured: { label: injured, unit: people, accumulates: true }
populations:
  people: { label: people }
  crew: { label: crew, within: people }
verdicts:
  attributed: { label: Attributed only, about: proposition }
";

/// A small site with one event and one claim; each report is a day of March, a value and what it counts.
fn judged(reports: &[(u32, String, &str)], series: &[usize]) -> Judged {
    let mut files = vec![
        ("content/site.yaml".to_owned(), SITE.to_owned()),
        ("content/sources/gazette.md".to_owned(), "---\nname: The Gazette\nkind: media\n---\n".to_owned()),
    ];
    let document = |day: u32| {
        format!("---\ntitle: News\npublisher: gazette\nkind: article\nlanguage: en\ndate: 2024-03-{day:02}\n---\n")
    };
    let mut evidence = String::new();
    for (i, (day, value, scope)) in reports.iter().enumerate() {
        files.push((format!("content/documents/news-{i}.md"), document(*day)));
        evidence.push_str(&format!(
            "  - document: news-{i}\n    stance: refines\n    origin: self\n    figures: {{ measure: injured, value: \"{value}\", {scope} }}\n"
        ));
    }
    files.push(("content/documents/notice.md".to_owned(), document(1)));
    let series: Vec<String> = series.iter().map(|i| format!("news-{i}")).collect();
    let series = if series.is_empty() {
        String::new()
    } else {
        format!("series: {{ measure: injured, of: people, documents: [{}] }}\n", series.join(", "))
    };
    files.push((
        "content/events/grounding.md".to_owned(),
        format!("---\nname: The grounding\nkind: background\n{series}---\n"),
    ));
    let evidence = if evidence.is_empty() { String::new() } else { format!("evidence:\n{evidence}") };
    files.push((
        "content/claims/injured.md".to_owned(),
        format!(
            "---\ntitle: The injured\nclaim: People were injured.\npublished: 2024-03-05\nauthors: desk\n\
             said: {{ by: gazette, in: notice }}\nevent: grounding\nverdict: attributed\n{evidence}---\n"
        ),
    ));
    support::judge_texts(files)
}

fn event(judged: &Judged) -> &EventAssessment {
    judged.assessments.event(&judged.corpus, &EventId::new("grounding"))
}

fn contradictions(judged: &Judged) -> usize {
    judged.assessments.claim(&judged.corpus, &ClaimId::new("injured")).contradictions.len()
}

const DAY: &str = "of: people, date: 2024-03-02";

fn reports<'s>(values: &[(u32, &str, &'s str)]) -> Vec<(u32, String, &'s str)> {
    values.iter().map(|(day, value, scope)| (*day, (*value).to_owned(), *scope)).collect()
}

#[test]
fn a_declared_series_that_rises_is_reconciled_and_an_undeclared_one_is_not() {
    let toll = reports(&[(2, "8", DAY), (2, "10", DAY), (4, "at least 12", DAY)]);
    let declared = judged(&toll, &[0, 1, 2]);
    let group = &event(&declared).gathered[0].groups[0];
    assert_eq!(group.outcome, Outcome::Rising(vec![0, 1, 2], Interval::closed(12.0, f64::INFINITY)));
    assert_eq!(contradictions(&declared), 0);
    let undeclared = judged(&toll, &[]);
    assert_eq!(event(&undeclared).gathered[0].groups[0].outcome, Outcome::Unreconciled);
    assert!(contradictions(&undeclared) > 0);
}

#[test]
fn a_series_that_falls_is_not_reconciled() {
    let fallen = judged(&reports(&[(2, "5", DAY), (3, "6", DAY), (4, "4", DAY)]), &[0, 1, 2]);
    assert_eq!(event(&fallen).gathered[0].groups[0].outcome, Outcome::Unreconciled);
    // A later day that is named first is no order.
    let turned = judged(&reports(&[(4, "5", DAY), (2, "6", DAY)]), &[0, 1]);
    assert_eq!(event(&turned).gathered[0].groups[0].outcome, Outcome::Unreconciled);
}

#[test]
fn what_is_about_other_days_or_does_not_say_is_compared_with_nothing() {
    let other = "of: people, date: 2024-03-03";
    let half = "of: people, from: 2024-03-02";
    let judged = judged(&reports(&[(2, "8", DAY), (2, "5", other), (2, "3", half), (2, "2", half)]), &[]);
    assert_eq!(contradictions(&judged), 0);
    assert!(event(&judged).gathered[0].groups.iter().all(|group| matches!(group.outcome, Outcome::Single(_))));
    assert_eq!(event(&judged).gathered[0].apart.len(), 2, "a period that is not stated, and another period");
}

#[test]
fn a_part_may_not_count_more_than_its_whole() {
    let week = "of: people, from: 2024-03-01, to: 2024-03-07";
    let crew = "of: crew, date: 2024-03-02";
    assert!(event(&judged(&reports(&[(2, "8", week), (2, "at least 9", DAY)]), &[])).overflows.len() == 1);
    assert!(event(&judged(&reports(&[(2, "8", week), (2, "at least 9", crew)]), &[])).overflows.len() == 1);
    assert!(event(&judged(&reports(&[(2, "8", week), (2, "at least 8", crew)]), &[])).overflows.is_empty());
    // A first count that a later one replaced bounds no one.
    let replaced = reports(&[(2, "8", DAY), (4, "12", DAY), (4, "9", crew)]);
    assert!(event(&judged(&replaced, &[0, 1])).overflows.is_empty());
    assert_eq!(event(&judged(&replaced, &[1, 0])).overflows.len(), 1);
}

#[test]
fn a_source_is_at_odds_with_what_it_said_on_another_day_only() {
    let own = |days: [u32; 2]| {
        let judged = judged(&reports(&[(days[0], "8", DAY), (days[1], "5", DAY)]), &[]);
        let assessment = judged.assessments.claim(&judged.corpus, &ClaimId::new("injured"));
        let own = |kind: &ContradictionKind| matches!(kind, ContradictionKind::OwnStatement { .. });
        assessment.contradictions.iter().filter(|found| own(&found.kind)).count()
    };
    assert_eq!(own([2, 4]), 1);
    assert_eq!(own([2, 2]), 0, "versions of one day have no order");
}

#[test]
fn the_tolls_of_jubas_rise_and_its_children_stand_unreconciled() {
    let options = JudgeOptions {
        as_of: support::as_of(),
        drafts: Drafts::LeftOut,
        base_url: None,
        published: None,
        captures: Default::default(),
    };
    let judged = judge::folder(Path::new(env!("CARGO_MANIFEST_DIR")), &options).expect("the folder is there").judged;
    let event = judged.assessments.event(&judged.corpus, &EventId::new("frappe-joubass"));
    let outcome = |population: &str| {
        let of = |gathered: &&Gathered| gathered.of.as_ref().is_some_and(|of| of.as_str() == population);
        &event.gathered.iter().find(of).expect("the event has figures of it").groups[0].outcome
    };
    assert!(
        matches!(outcome("people"), Outcome::Rising(_, latest) if *latest == Interval::closed(12.0, f64::INFINITY))
    );
    assert!(
        matches!(outcome("civilians"), Outcome::Rising(_, latest) if *latest == Interval::closed(10.0, f64::INFINITY))
    );
    assert_eq!(*outcome("children"), Outcome::Unreconciled);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_reconciled_lies_in_every_value(values in prop::collection::vec((0u32..20, 0u32..20), 1..5)) {
        let toll: Vec<_> = values.iter().map(|(low, more)| (2, format!("{low} to {}", low + more), DAY)).collect();
        let judged = judged(&toll, &[]);
        let gathered = &event(&judged).gathered[0];
        let group = &gathered.groups[0];
        match group.reconciled() {
            Some(common) => prop_assert!(gathered.reports.iter().all(|report| report.interval.encloses(&common))),
            None => {
                let all = &gathered.reports;
                prop_assert!(all.iter().any(|a| all.iter().any(|b| !a.interval.meets(&b.interval))));
            }
        }
    }

    #[test]
    fn widening_never_makes_a_contradiction(
        values in prop::collection::vec((1u32..5, 0u32..12, 0u32..4, any::<bool>()), 1..5),
        widened in any::<prop::sample::Index>(),
        by in (0u32..6, 0u32..6),
    ) {
        let crew = "of: crew, date: 2024-03-02";
        let at = widened.index(values.len());
        let toll = |wide: bool| -> Vec<(u32, String, &str)> {
            let report = |(i, (day, low, more, of_crew)): (usize, &(u32, u32, u32, bool))| {
                let (down, up) = if wide && i == at { by } else { (0, 0) };
                let value = format!("{} to {}", low.saturating_sub(down), low + more + up);
                (*day, value, if *of_crew { crew } else { DAY })
            };
            values.iter().enumerate().map(report).collect()
        };
        let series: Vec<usize> = (0..values.len()).collect();
        let [narrow, wide] = [false, true].map(|wide| judged(&toll(wide), &series));
        let conflicts = |judged: &Judged| {
            let event = event(judged);
            let pairs = event.gathered.iter().flat_map(|gathered| {
                let pairs = gathered.groups.iter().flat_map(move |group| {
                    let all = &group.reports;
                    all.iter().flat_map(move |a| all.iter().map(move |b| (a, b)))
                        .filter(move |(a, b)| a < b && group.conflict(&gathered.reports, **a, **b))
                });
                pairs.map(|(a, b)| [a, b].map(|at| gathered.reports[*at].document.clone()))
            });
            pairs.collect::<Vec<_>>()
        };
        for pair in conflicts(&wide) {
            prop_assert!(conflicts(&narrow).contains(&pair));
        }
        prop_assert!(event(&wide).overflows.len() <= event(&narrow).overflows.len());
    }

    #[test]
    fn sums_are_monotone(parts in prop::collection::vec((0.0..9.0f64, 0.0..9.0f64), 0..6), by in 0.0..5.0f64) {
        let narrow: Vec<Interval> = parts.iter().map(|(low, more)| Interval::closed(*low, low + more)).collect();
        let wide: Vec<Interval> = narrow.iter().map(|part| Interval::closed(part.low - by, part.high + by)).collect();
        prop_assert!(Interval::sum(&wide).encloses(&Interval::sum(&narrow)));
        let one_more = Interval::closed(0.0, by);
        prop_assert!(Interval::sum(narrow.iter().chain([&one_more])).high >= Interval::sum(&narrow).high);
    }
}
