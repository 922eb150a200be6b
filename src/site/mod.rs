//! The pages of a site, its files for machines, their addresses, and how they are to be served.
//!
//! [`SiteMap::routes`] names every page before one is made. An address is readable and stays: segments
//! are words of the page's language, the rest are ids; the first language stands at the root, the others
//! below their tags.

mod address;
mod chronicle;
mod dataset;
mod embed;
mod hosting;
mod identity;
mod lists;
mod map;
mod paging;
mod published;
mod redirect;
mod route;
mod search;
mod segments;
pub mod serving;
mod signpost;

pub use chronicle::{Change, Moment, What};
pub use dataset::{Dataset, Growth, Table};
pub use embed::EmbedFolders;
pub use hosting::HostFile;
pub use map::SiteMap;
pub use paging::{Leaf, Paging};
pub use published::{
    ClaimDigests, ClaimThenAndNow, Comparison, Earlier, Ledger, LedgerEntry, LostClaim, Names, Retreat,
};
pub use redirect::Redirect;
pub use route::{ClaimList, Route, Subject};
pub use search::{SearchFile, SearchPart};
pub use signpost::{Feed, FeedFormat, FeedOf, Signpost};
