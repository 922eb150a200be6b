//! Other claims, by what joins them to a claim.

use super::local::Local;
use crate::corpus::Entry;
use crate::model::{Claim, ClaimId, Relation};
use crate::site::ClaimList;
use crate::view::{Link, RelatedClaims};

/// How many claims a group names; the rest stands on the page of what they share.
const NAMED: usize = 6;

/// Claims that are related by the desk, then those of the same event, source and place.
pub(super) fn groups(local: Local<'_, '_>, entry: &Entry<Claim>) -> Vec<RelatedClaims> {
    let claim = &entry.record;
    let corpus = local.corpus();
    let own = corpus.claims.position(&entry.id);
    let mut gathering = Gathering { local, seen: own.into_iter().collect(), groups: Vec::new() };
    let backlinks = own.map(|at| corpus.backlinks.claim(at));
    for &relation in Relation::ALL {
        let key = format!("relation_{}", relation.word().replace('-', "_"));
        let from = backlinks.into_iter().flat_map(|links| &links.relations);
        let from = from.filter(|(other, _)| *other == relation).map(|(_, id)| id);
        match relation {
            // These hold in both directions.
            Relation::SameEvent | Relation::SameStatement | Relation::Diverges => {
                gathering.named(&key, claim.relations.of(relation).iter().chain(from));
            }
            Relation::PartOf | Relation::SumOf | Relation::Updates | Relation::BackgroundFor => {
                gathering.named(&key, claim.relations.of(relation));
                gathering.named(&format!("{key}_of"), from);
            }
        }
    }
    if let Some(event) = &claim.event {
        gathering.list("relation_same_event", local.event_link(event), &ClaimList::Event(event.clone()));
    }
    for source in claim.said.iter().flat_map(|said| said.by.sources()) {
        gathering.list("relation_same_source", local.source_link(source), &ClaimList::Made(source.clone()));
    }
    if let Some(place) = claim.places.first() {
        gathering.list("relation_same_place", local.place_link(place), &ClaimList::Place(place.clone()));
    }
    gathering.named("relation_linked", backlinks.into_iter().flat_map(|links| &links.mentions));
    gathering.groups
}

/// The groups as they fill; claims are positions in their table.
struct Gathering<'c, 'a> {
    local: Local<'c, 'a>,
    /// Claims that stand in a group already.
    seen: Vec<usize>,
    groups: Vec<RelatedClaims>,
}

impl<'c> Gathering<'c, '_> {
    fn add(&mut self, key: &str, shared: Option<Link>, others: impl IntoIterator<Item = usize>) {
        let mut claims = Vec::new();
        for at in others {
            if claims.len() == NAMED {
                break;
            }
            if !self.seen.contains(&at) {
                self.seen.push(at);
                claims.push(self.local.claim_link(at));
            }
        }
        if !claims.is_empty() {
            let label = self.local.say(key);
            // The desk's own relation and the shared event go under one heading.
            match self.groups.iter_mut().find(|group| group.label == label) {
                Some(group) => {
                    group.claims.extend(claims);
                    group.shared = group.shared.take().or(shared);
                }
                None => self.groups.push(RelatedClaims { label, shared, claims }),
            }
        }
    }

    fn named<'i>(&mut self, key: &str, ids: impl IntoIterator<Item = &'i ClaimId>) {
        let claims = &self.local.corpus().claims;
        self.add(key, None, ids.into_iter().filter_map(|id| claims.position(id)));
    }

    fn list(&mut self, key: &str, shared: Link, list: &ClaimList) {
        let claims = self.local.context.map.claims(list);
        self.add(key, Some(shared), claims.iter().copied());
    }
}
