//! Whether a WebDAV server honours conditions: many do not say so, and some take them and do what they like.

use crate::publish::PublishError;
use crate::publish::tree::store::{Condition, PART};

use super::{Guard, WebDav};

/// What a server honours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Conditions {
    /// That a name has to be free.
    free: bool,
    /// That a name has to be that of a certain version.
    tag: bool,
}

impl Conditions {
    /// Tries it with two files that nobody reads.
    pub(super) async fn find(store: &WebDav, publisher: &str) -> Result<Conditions, PublishError> {
        let name = |number: usize| format!("recoupe-trial-{number}{PART}{publisher}");
        let (one, two) = (name(1), name(2));
        store.write(&two, b"two").await?;
        let tag = match store.read(&two).await?.and_then(|object| object.version?.e_tag) {
            None => false,
            Some(tag) => {
                let wrong = Guard::Tag("\"recoupe-no-such-version\"".to_owned());
                store.write(&one, b"one").await?;
                store.rename(&one, &two, Some(wrong)).await?.status == 412
                    && store.rename(&one, &two, Some(Guard::Tag(tag))).await?.is_done()
            }
        };
        store.write(&one, b"one").await?;
        let free = store.rename(&one, &two, Some(Guard::Free)).await?.status == 412;
        store.remove(&one).await?;
        store.remove(&two).await?;
        Ok(Conditions { free, tag })
    }

    pub(super) fn are_honoured(&self) -> bool {
        self.free && self.tag
    }

    /// How the server is told of a condition; none if it would not listen.
    pub(super) fn guard(&self, condition: Condition<'_>) -> Option<Guard> {
        match condition {
            Condition::Absent => self.free.then_some(Guard::Free),
            Condition::Is(object) => {
                let tag = object.version.as_ref().and_then(|version| version.e_tag.clone());
                tag.filter(|_| self.tag).map(Guard::Tag)
            }
        }
    }
}
