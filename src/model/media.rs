//! Pictures, videos and recordings that claims are about.

use super::field::OneOrMore;
use super::id::DocumentId;
use super::reader::{record, words};
use super::short_text::ShortText;

record! {
    /// A picture, a video or a recording that a claim is about, and what was found of it in the way it was shared.
    Media {
        /// What it is.
        "kind" kind: MediaKind,
        /// The document that shows it.
        "document" document: Option<DocumentId>,
        /// Its own address, if it has one.
        "url" url: Option<String>,
        /// What was found of it.
        "authenticity" authenticity: OneOrMore<Authenticity>,
        /// The document that holds the original, if that was found.
        "original" original: Option<DocumentId>,
        /// What it really shows, where and when, for readers.
        "context" context: Option<ShortText>,
    }
}

words! {
    /// A kind of media.
    MediaKind {
        /// A picture.
        Image = "image",
        /// Moving pictures, with sound or without.
        Video = "video",
        /// Sound alone.
        Audio = "audio",
    }
}

words! {
    /// What was found of a picture, a video or a recording, in the words of schema.org.
    Authenticity {
        /// It is shown as something that it is not: another day, another place, or without what belongs to it.
        Decontextualized = "decontextualized-content",
        /// Parts of it were left out or put together anew, so that it tells something else.
        EditedOrCropped = "edited-or-cropped-content",
        /// Nothing suggests that it was altered.
        Original = "original-media-content",
        /// It was made as humour or satire, and is shown as that.
        SatireOrParody = "satire-or-parody-content",
        /// It was acted or set up.
        Staged = "staged-content",
        /// What it shows was changed, added, removed or generated.
        Transformed = "transformed-content",
    }
}

impl Authenticity {
    /// Whether it says that the thing is not as it was taken.
    pub fn is_altered(self) -> bool {
        match self {
            Self::EditedOrCropped | Self::Staged | Self::Transformed => true,
            Self::Decontextualized | Self::Original | Self::SatireOrParody => false,
        }
    }
}
