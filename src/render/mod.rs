//! `render`: a page and the templates → its bytes.

mod dataset;
mod engine;
mod error;
mod feed;
mod hosting;
mod program;
mod redirect;
mod rules;
mod search;
mod signpost;
mod sitemap;
mod structured;
pub mod theme;
mod xml;

pub use dataset::{Framed, TypedFile, TypedRows, dataset, entry, oembed, record};
pub use engine::{Engine, Language};
pub use error::RenderError;
pub use hosting::host_file;
pub use redirect::redirect;
pub use rules::{ASSET_NAME, RULES, TEMPLATE, WORDS};
pub use search::{ClaimWords, SearchIndex, search_rows};
pub use signpost::signpost;
