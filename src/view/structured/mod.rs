//! What a page says to machines in its head: JSON-LD in the words of schema.org.
//!
//! The order of the fields is that of the output. Addresses are whole, with scheme and host.

mod claim_review;
mod data;
mod list;
mod media_review;
mod publisher;

use serde::Serialize;

pub use claim_review::{CitedWork, ClaimReview, CorrectionComment, NodeId, Party, PartyKind, Rating, ReviewedClaim};
pub use data::{DataDescription, DataDownload, SpatialPlace};
pub use list::{BreadcrumbList, ItemList, ListItem};
pub use media_review::{InterpretedClaim, MediaReview, MediaReviewItem, MediaSnapshot};
pub use publisher::{ContactPoint, NewsMediaOrganization, Publisher, WebSite};

/// One block of JSON-LD, complete by itself.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Structured {
    /// The vocabulary: exactly this address, for some consumers compare it as text.
    #[serde(rename = "@context")]
    context: &'static str,
    /// What it describes.
    #[serde(flatten)]
    thing: Thing,
}

impl Structured {
    /// The block that describes `thing`.
    pub fn of(thing: Thing) -> Self {
        Self { context: "https://schema.org", thing }
    }

    /// What it describes.
    pub fn thing(&self) -> &Thing {
        &self.thing
    }
}

/// What a block describes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Thing {
    /// The check of one claim: on its page, and nowhere else.
    ClaimReview(Box<ClaimReview>),
    /// The check of the picture, video or recording that a claim is about: beside the other.
    MediaReview(Box<MediaReview>),
    /// The claims of a list, or of a document.
    ItemList(ItemList),
    /// The data of the site, on the page that explains them.
    Dataset(Box<DataDescription>),
    /// The site.
    WebSite(WebSite),
    /// Who publishes it.
    Publisher(Box<NewsMediaOrganization>),
    /// The way here from the first page.
    Breadcrumbs(BreadcrumbList),
}
