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
    Some(Party { kind, id: self::id(local, id), name, alternate_name, same_as: source.homepage.clone() })
}

/// The name of a source for machines, one for all languages.
pub(in crate::view::build) fn id(local: Local<'_, '_>, id: &SourceId) -> String {
    format!("{}#source", local.context.map.permanent_url(&Subject::Source(id.clone())))
}

/// Whether a source is a person or an organisation.
pub(in crate::view::build) fn kind(source: &Source) -> PartyKind {
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
