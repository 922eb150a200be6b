//! Corroboration is never manufactured: what may and may not raise a count, over invented claims.

mod support;

use std::fmt::Write;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use recoupe::model::ClaimId;
use recoupe::weigh::ClaimAssessment;

const SOURCES: usize = 7;
const PARTIES: usize = 2;

/// An invented claim by source 0 in document 0, and its evidence.
#[derive(Clone, Debug)]
struct World {
    owners: Vec<Option<usize>>,
    parties: Vec<Option<usize>>,
    leanings: Vec<Option<usize>>,
    evidence: Vec<Piece>,
}

#[derive(Clone, Debug)]
struct Piece {
    publisher: usize,
    /// The piece whose document this is a copy of.
    copy_of: Option<usize>,
    stance: &'static str,
    sees: &'static str,
    origins: Vec<Origin>,
}

#[derive(Clone, Debug, PartialEq)]
enum Origin {
    Own,
    Unknown,
    Source(usize),
}

/// Everything that counts towards a minimum.
#[derive(Debug, PartialEq)]
struct Counts([usize; 4]);

impl Counts {
    fn of(assessment: &ClaimAssessment) -> Self {
        Self([
            assessment.independent_origins(),
            assessment.camps(),
            assessment.witnesses(),
            assessment.parties_that_agree().len().min(1),
        ])
    }

    fn within(&self, other: &Self) -> bool {
        self.0.iter().zip(other.0).all(|(here, there)| *here <= there)
    }
}

impl World {
    fn files(&self) -> Vec<(String, String)> {
        let mut files = vec![(
            "content/site.yaml".to_owned(),
            "title: Port Velm\ndescription: An invented place.\nbase_url: https://velm.example\nlanguages: en\npublisher: { name: The desk }\nauthors:\n  - { id: desk, name: The desk }\nverdicts:\n  firm: { label: Firm, about: proposition, requires: { independent_origins: 2 } }\n  loose: { label: Loose, about: proposition }\n".to_owned(),
        )];
        let name = |index: usize| format!("s{index}");
        for index in 0..SOURCES {
            let mut text = format!("---\nname: Source {index}\nkind: media\n");
            let mut field = |field: &str, value: Option<usize>| {
                if let Some(value) = value {
                    writeln!(text, "{field}: {}", name(value)).unwrap();
                }
            };
            field("owner", self.owners[index]);
            field("party", self.parties[index]);
            field("alignment", self.leanings[index]);
            text.push_str("---\n");
            files.push((format!("content/sources/{}.md", name(index)), text));
        }
        let document = |publisher: usize, copy: Option<(usize, usize)>| {
            let copy = copy.map(|(of, by)| format!("copy-of: {{ publisher: s{by}, document: d{of} }}\n"));
            format!("---\npublisher: s{publisher}\nkind: article\nlanguage: en\n{}---\n", copy.unwrap_or_default())
        };
        files.push(("content/documents/carrier.md".to_owned(), document(1, None)));
        let mut claim = "---\ntitle: It happened\nclaim: It happened.\npublished: 2024-03-05\nauthors: desk\nsaid: { by: s0, in: carrier }\nverdict: firm\nevidence:\n".to_owned();
        for (index, piece) in self.evidence.iter().enumerate() {
            let copied = piece.copy_of.map(|of| (of, self.evidence[of].publisher));
            files.push((format!("content/documents/d{index}.md"), document(piece.publisher, copied)));
            let origins: Vec<String> = piece
                .origins
                .iter()
                .map(|origin| match origin {
                    Origin::Own => "self".to_owned(),
                    Origin::Unknown => "unknown".to_owned(),
                    Origin::Source(source) => name(*source),
                })
                .collect();
            writeln!(
                claim,
                "  - {{ document: d{index}, stance: {}, sees: {}, origin: [{}] }}",
                piece.stance,
                piece.sees,
                origins.join(", ")
            )
            .unwrap();
        }
        claim.push_str("---\n");
        files.push(("content/claims/it.md".to_owned(), claim));
        files
    }

    fn weighed(&self) -> ClaimAssessment {
        let judged = support::judge_texts(self.files());
        judged.assessments.claim(&judged.corpus, &ClaimId::new("it")).clone()
    }

    fn counts(&self) -> Counts {
        Counts::of(&self.weighed())
    }

    fn with(&self, piece: Piece) -> Self {
        let mut world = self.clone();
        world.evidence.push(piece);
        world
    }

    fn root(&self, source: usize) -> usize {
        self.owners[source].map_or(source, |owner| self.root(owner))
    }
}

fn worlds() -> impl Strategy<Value = World> {
    // An owner comes later than what it owns, so that there is no circle.
    let owners = (0..SOURCES).map(|at| prop::option::weighted(0.25, at + 1..SOURCES + 1)).collect::<Vec<_>>();
    let owners =
        owners.prop_map(|owners| owners.into_iter().map(|owner| owner.filter(|owner| *owner < SOURCES)).collect());
    let party = || prop::collection::vec(prop::option::weighted(0.3, 0..PARTIES), SOURCES);
    let evidence = prop::collection::vec(piece(), 0..6).prop_map(|mut pieces: Vec<Piece>| {
        for (at, piece) in pieces.iter_mut().enumerate() {
            // A copy is of an earlier document.
            piece.copy_of = piece.copy_of.filter(|of| *of < at);
        }
        pieces
    });
    (owners, party(), party(), evidence).prop_map(|(owners, parties, leanings, evidence)| {
        // The last two sources stand for the parties.
        let party = |parties: Vec<Option<usize>>| {
            parties.into_iter().map(|party: Option<usize>| party.map(|party| SOURCES - 1 - party)).collect()
        };
        World { owners, parties: party(parties), leanings: party(leanings), evidence }
    })
}

fn piece() -> impl Strategy<Value = Piece> {
    let origin = prop_oneof![
        2 => Just(Origin::Own),
        1 => Just(Origin::Unknown),
        4 => (0..SOURCES).prop_map(Origin::Source),
    ];
    let stances = select(vec!["supports", "refines", "supports", "undermines"]);
    let sees = select(vec!["report", "report", "witness"]);
    let copied = prop::option::weighted(0.2, 0..5usize);
    (0..SOURCES, copied, stances, sees, prop::collection::vec(origin, 1..3))
        .prop_map(|(publisher, copy_of, stance, sees, origins)| Piece { publisher, copy_of, stance, sees, origins })
}

fn report(publisher: usize, origins: Vec<Origin>) -> Piece {
    Piece { publisher, copy_of: None, stance: "supports", sees: "report", origins }
}

fn config() -> ProptestConfig {
    ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_relay_raises_no_count(world in worlds(), publisher in 0..SOURCES, which: Index) {
        let before = world.weighed();
        let Some(group) = (!before.origins.is_empty()).then(|| &before.origins[which.index(before.origins.len())]) else {
            return Ok(());
        };
        let origin: usize = group.source.as_str()[1..].parse().unwrap();
        // Whoever names itself relays nobody.
        if publisher == origin {
            return Ok(());
        }
        let after = world.with(report(publisher, vec![Origin::Source(origin)])).counts();
        prop_assert!(after.within(&Counts::of(&before)), "{after:?}");
    }

    #[test]
    fn an_unknown_origin_raises_no_count(world in worlds(), publisher in 0..SOURCES) {
        let before = world.weighed();
        let after = world.with(report(publisher, vec![Origin::Unknown])).weighed();
        prop_assert!(Counts::of(&after).within(&Counts::of(&before)));
        prop_assert!(after.supporting() <= before.supporting());
        prop_assert!(after.possible_origins() <= before.independent_origins() + 1);
    }

    #[test]
    fn a_copy_raises_no_count(world in worlds(), copy in piece(), of: Index) {
        if world.evidence.is_empty() {
            return Ok(());
        }
        let of = of.index(world.evidence.len());
        if world.evidence[of].stance == "undermines" {
            return Ok(());
        }
        let copied = &world.evidence[of];
        // Whatever else its author says of it, even where it has it from.
        let copy = Piece { copy_of: Some(of), sees: copied.sees, stance: copied.stance, ..copy };
        let (before, after) = (world.weighed(), world.with(copy).weighed());
        prop_assert!(Counts::of(&after).within(&Counts::of(&before)), "{:?} {:?}", Counts::of(&before), Counts::of(&after));
        prop_assert!(after.supporting() <= before.supporting());
        prop_assert!(after.known_publications() + after.unknown_publications() <= before.known_publications() + before.unknown_publications());
    }

    #[test]
    fn merging_owners_raises_no_count(world in worlds(), one in 0..SOURCES, other in 0..SOURCES) {
        let (one, other) = (world.root(one), world.root(other));
        let mut merged = world.clone();
        if one != other {
            merged.owners[one] = Some(other);
        }
        let (before, after) = (world.weighed(), merged.weighed());
        prop_assert!(after.independent_origins() <= before.independent_origins());
        // Witnesses and documents may become more: what one house relays within itself is its own account.
    }

    #[test]
    fn leaving_a_source_out_raises_no_count(world in worlds()) {
        let before = world.weighed();
        for at in 0..before.origins.len() {
            let after = before.without(at);
            prop_assert!(Counts::of(&after).within(&Counts::of(&before)));
            prop_assert!(after.supporting() <= before.supporting());
        }
    }

    #[test]
    fn camps_and_witnesses_are_no_more_than_origins(world in worlds()) {
        let assessment = world.weighed();
        prop_assert!(assessment.camps() <= assessment.independent_origins());
        prop_assert!(assessment.witnesses() <= assessment.independent_origins());
    }

    #[test]
    fn a_verdict_rests_on_a_source_only_if_it_holds_with_it(world in worlds()) {
        let judged = support::judge_texts(world.files());
        let assessment = judged.assessments.claim(&judged.corpus, &ClaimId::new("it"));
        let rests = judged.assessments.rests(&judged.corpus);
        prop_assert_eq!(!rests.is_empty(), assessment.independent_origins() == 2);
    }
}

/// The origins of a claim by `s0`, counted.
fn origins(evidence: Vec<Piece>) -> usize {
    let none = || vec![None; SOURCES];
    World { owners: none(), parties: none(), leanings: none(), evidence }.weighed().independent_origins()
}

#[test]
fn two_bodies_that_cite_one_another_are_one_origin() {
    let (two, three) = (Origin::Source(2), Origin::Source(3));
    assert_eq!(origins(vec![report(4, vec![two.clone()]), report(4, vec![three.clone()])]), 3);
    assert_eq!(origins(vec![report(3, vec![two.clone()]), report(2, vec![three.clone()])]), 2);
    let both = [report(3, vec![Origin::Own, two]), report(2, vec![Origin::Own, three])];
    assert_eq!(origins(both.to_vec()), 2);
}

#[test]
fn a_source_that_only_relays_is_no_origin_of_what_is_taken_from_it() {
    let relayed = report(2, vec![Origin::Source(3)]);
    let taken = report(4, vec![Origin::Source(2)]);
    assert_eq!(origins(vec![relayed.clone(), taken.clone()]), 2);
    // It is one as soon as it also saw for itself.
    assert_eq!(origins(vec![relayed, taken, report(2, vec![Origin::Own])]), 3);
}

#[test]
fn whoever_the_claimant_has_it_from_does_not_confirm_it() {
    assert_eq!(origins(vec![report(2, vec![Origin::Own])]), 2);
    assert_eq!(origins(vec![report(2, vec![Origin::Own]), report(0, vec![Origin::Source(2)])]), 1);
}

#[test]
fn a_party_does_not_confirm_itself_and_the_other_camp_is_named() {
    let mut parties = vec![None; SOURCES];
    (parties[0], parties[2], parties[3]) = (Some(6), Some(6), Some(5));
    let mut world = World {
        owners: vec![None; SOURCES],
        parties,
        leanings: vec![None; SOURCES],
        evidence: vec![report(2, vec![Origin::Own]), report(6, vec![Origin::Own])],
    };
    assert_eq!(world.weighed().independent_origins(), 1);
    assert!(world.weighed().parties_that_agree().is_empty());
    world.evidence.push(report(3, vec![Origin::Own]));
    assert_eq!((world.weighed().independent_origins(), world.weighed().camps()), (2, 2));
    assert_eq!(world.weighed().parties_that_agree().len(), 2);
    // Allies are one camp.
    world.leanings[5] = Some(6);
    assert_eq!((world.weighed().independent_origins(), world.weighed().camps()), (2, 1));
    assert!(world.weighed().parties_that_agree().is_empty());
}

#[test]
fn members_of_one_body_are_counted_apart() {
    let mut files = World {
        owners: vec![None; SOURCES],
        parties: vec![None; SOURCES],
        leanings: vec![None; SOURCES],
        evidence: vec![report(2, vec![Origin::Own]), report(3, vec![Origin::Own])],
    }
    .files();
    for (_, text) in files.iter_mut().filter(|(path, _)| path.ends_with("s2.md") || path.ends_with("s3.md")) {
        *text = text.replace("kind: media\n", "kind: media\nmember-of: s4\n");
    }
    let judged = support::judge_texts(files);
    assert_eq!(judged.assessments.claim(&judged.corpus, &ClaimId::new("it")).independent_origins(), 3);
}
