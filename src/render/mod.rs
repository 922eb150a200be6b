//! `render`: a page and the templates → its bytes.

mod engine;
mod error;
pub mod theme;

pub use engine::{Engine, Language};
pub use error::RenderError;
