//! What others do to what a source says, and what rests on it.

use super::local::Local;
use crate::corpus::Entry;
use crate::model::{ClaimId, Source};
use crate::site::{ClaimList, Leaf, Subject};
use crate::view::{Company, CompanyLine, Link, Resting};
use crate::weigh::Bond;

/// Other sources named for each thing that they do; the claims name the rest.
const SOURCES: usize = 10;

/// Claims named beside one of them; the page of that source leads to the rest.
const CLAIMS: usize = 3;

/// Verdicts named that rest on one source.
const RESTING: usize = 12;

/// Who relays, confirms and contradicts a source; what nobody does is left out.
pub(super) fn company(local: Local<'_, '_>, entry: &Entry<Source>) -> Vec<Company> {
    let company = local.context.shown.assessments().company(local.corpus(), &entry.id);
    let kinds = [
        ("company_relayed_by", &company.relayed_by),
        ("company_confirmed_by", &company.confirmed_by),
        ("company_contradicted_by", &company.contradicted_by),
    ];
    let kind = |(key, bonds): (&str, &Vec<Bond>)| Company {
        label: local.say(key),
        lines: bonds.iter().take(SOURCES).map(|bond| line(local, bond)).collect(),
        more: (bonds.len() > SOURCES).then(|| local.count("company_more_sources", bonds.len() - SOURCES)),
    };
    kinds.into_iter().filter(|(_, bonds)| !bonds.is_empty()).map(kind).collect()
}

fn line(local: Local<'_, '_>, bond: &Bond) -> CompanyLine {
    let left = bond.claims.len().saturating_sub(CLAIMS);
    let more = || {
        let words = local.count("company_more_claims", left);
        Link::to(words, local.href(Subject::Source(bond.source.clone())))
    };
    CompanyLine {
        source: local.source_link(&bond.source),
        claims: local.claim_links(bond.claims.iter().take(CLAIMS)),
        more: (left > 0).then(more),
    }
}

/// The verdicts that do not hold without a source; none if there are none.
pub(super) fn resting(local: Local<'_, '_>, entry: &Entry<Source>) -> Option<Resting> {
    let claims: &[ClaimId] = local.context.shown.assessments().resting_on(local.corpus(), &entry.id);
    let list = ClaimList::Supported(entry.id.clone());
    let map = &local.context.map;
    let more = || {
        let words = local.count("more_claims", map.claims(&list).len());
        Link::to(words, local.href(Subject::Claims(list.clone(), Leaf::Newest)))
    };
    (!claims.is_empty()).then(|| Resting {
        sentence: local.count("resting_sentence", claims.len()),
        claims: local.claim_links(claims.iter().take(RESTING)),
        more: (claims.len() > RESTING && map.has_list(&list)).then(more),
    })
}
