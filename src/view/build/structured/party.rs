//! Sources as people and organisations.

use crate::model::{Source, SourceId, SourceKind};
use crate::site::Subject;
use crate::view::build::local::Local;
use crate::view::{Party, PartyKind};

/// A source; none for a private person.
pub(super) fn party(local: Local<'_, '_>, id: &SourceId) -> Option<Party> {
    let source = &local.corpus().sources.get(id)?.record;
    if source.is_private() {
        return None;
    }
    let kind = kind(source);
    let (name, short) = (local.text(&source.name), local.source_name(id).text);
    let (name, alternate_name) = match kind {
        // The long name of a person says their office, which is not part of it.
        PartyKind::Person => (short, None),
        PartyKind::Organization if short == name => (name, None),
        PartyKind::Organization => (name, Some(short)),
    };
    Some(Party {
        kind,
        id: format!("{}#source", local.context.map.permanent_url(&Subject::Source(id.clone()))),
        name,
        alternate_name,
        same_as: source.homepage.clone(),
    })
}

fn kind(source: &Source) -> PartyKind {
    match source.kind {
        SourceKind::Person => PartyKind::Person,
        // A team of reporters is no person; one reporter has what protects them, or their name, in the record.
        SourceKind::Reporter if source.person.is_some() => PartyKind::Person,
        SourceKind::Reporter
        | SourceKind::NewsAgency
        | SourceKind::Media
        | SourceKind::Monitor
        | SourceKind::Rescue
        | SourceKind::Ngo
        | SourceKind::Government
        | SourceKind::Military
        | SourceKind::ArmedGroup
        | SourceKind::Intergovernmental
        | SourceKind::UnAgency => PartyKind::Organization,
    }
}
