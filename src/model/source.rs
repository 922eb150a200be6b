//! Sources.

use super::id::{FormerId, SourceId};
use super::reader::{record, words};
use super::short_text::ShortText;

record! {
    /// A person or an organisation that asserts things or publishes documents.
    Source {
        /// Its name, by language.
        "name" name: ShortText,
        /// A shorter name for running text and charts.
        "short-name" short_name: Option<ShortText>,
        /// Other names and spellings.
        "aliases" aliases: Vec<String>,
        /// What it is.
        "kind" kind: SourceKind,
        /// The country it works from, as two letters (ISO 3166-1).
        "country" country: Option<String>,
        /// Its own website.
        "homepage" homepage: Option<String>,
        /// Who decides what it says; the two count as one.
        "owner" owner: Option<SourceId>,
        /// What it belongs to without being one with it.
        "member-of" member_of: Option<SourceId>,
        /// The belligerent or guarantor that it is or belongs to.
        "party" party: Option<SourceId>,
        /// The party it leans to without belonging to it; of a party, the one that it stands beside: the two are one camp.
        "alignment" alignment: Option<SourceId>,
        /// What it stands to gain.
        "interests" interests: Option<ShortText>,
        /// What is known of how it works.
        "reliability" reliability: Option<ShortText>,
        /// For a person: what protects them.
        "person" person: Option<Person>,
        /// Earlier ids, which become redirects.
        "former" former: Vec<FormerId>,
    }
}

impl Source {
    /// Whether it is a private person: named inside the claim only, without a page of its own.
    pub fn is_private(&self) -> bool {
        self.person.as_ref().is_some_and(|person| person.private)
    }
}

record! {
    /// What is particular to a person.
    Person {
        /// Whether the person is named inside the claim only: no page, list, feed or data entry.
        "private" private: bool,
    }
}

words! {
    /// What a source is.
    SourceKind {
        /// A news agency.
        NewsAgency = "news-agency",
        /// A newspaper, broadcaster or news site.
        Media = "media",
        /// An organisation that records events and counts.
        Monitor = "monitor",
        /// A rescue service.
        Rescue = "rescue",
        /// Another non-governmental organisation.
        Ngo = "ngo",
        /// A government or one of its ministries.
        Government = "government",
        /// An army.
        Military = "military",
        /// An armed group that is not a state's army.
        ArmedGroup = "armed-group",
        /// An organisation of states.
        Intergovernmental = "intergovernmental",
        /// An agency or office of the United Nations.
        UnAgency = "un-agency",
        /// A reporter or a team of reporters.
        Reporter = "reporter",
        /// A person.
        Person = "person",
    }
}
