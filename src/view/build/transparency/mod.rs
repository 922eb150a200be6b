//! What the verdicts rest on, in numbers. A private person is never named here, not in the reasons of their own
//! claims either: those stand on the pages of the claims.

mod counts;
mod remarks;

use super::local::Local;
use super::prose::Prose;
use crate::model::SourceId;
use crate::site::{Leaf, Subject};
use crate::view::{Link, Measured, TransparencyPage, Without, Wording};
use crate::weigh::Rests;

/// The most rows of a list: this page is for the whole, and the rest is on the pages of the claims.
const MOST: usize = 100;

/// The page.
pub(super) fn page(local: Local<'_, '_>) -> TransparencyPage {
    let mut prose = Prose::new(local);
    let exceptions = remarks::exceptions(local, &mut prose);
    let (explained, unexplained) = remarks::contradictions(local, &mut prose);
    let reviewers = counts::reviewers(local);
    let reviewed = counts::reviewed(local);
    TransparencyPage {
        title: local.say("transparency"),
        sentence: local.say("transparency_sentence"),
        tally: local.edition.tally().clone(),
        claimants: counts::claimants(local),
        resting: resting(local),
        exceptions,
        explained,
        unexplained,
        quotations: counts::quotations(local),
        documents: counts::documents(local),
        reviews: local.count("transparency_reviews", reviewed),
        reviewers,
        corrections: local.count("transparency_changes", local.context.map.changes().len()),
        corrections_link: Link::to(local.say("all_corrections"), local.href(Subject::Corrections(Leaf::Newest))),
        references: prose.references(),
    }
}

/// What rests on one source.
fn resting(local: Local<'_, '_>) -> Vec<Without> {
    let one = |Rests { source, claims }: &Rests| {
        let name = local.public_name(source).text;
        let counted = [("name", (&name).into()), ("n", claims.len().into())];
        let heading = Link::unlinked(local.say_with("transparency_without", &counted));
        let subject = Subject::Source(source.clone());
        let href = local.context.map.holds(&subject).then(|| local.href(subject));
        Without { heading: Link { href, ..heading }, claims: local.claim_links(claims.iter().take(MOST)) }
    };
    local.context.shown.assessments().rests(local.context.shown.corpus()).iter().take(MOST).map(one).collect()
}

impl Local<'_, '_> {
    /// The short name of a source, but of no private person.
    fn public_name(self, id: &SourceId) -> Wording {
        match self.is_private(id) {
            true => Wording::here(self.say("private_person")),
            false => self.source_name(id),
        }
    }

    fn measured(self, key: &str, count: usize) -> Measured {
        Measured { label: self.say(key), count, count_text: self.words().number(count) }
    }
}
