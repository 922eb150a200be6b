//! `render`: a page and the templates → its bytes.

mod dataset;
mod engine;
mod error;
mod redirect;
mod rules;
mod structured;
pub mod theme;

pub use dataset::{Framed, dataset, entry, record};
pub use engine::{Engine, Language};
pub use error::RenderError;
pub use redirect::redirect;
pub use rules::{ASSET_NAME, RULES, TEMPLATE, WORDS};
