//! recoupe, a compiler for fact-checks.

pub mod diagnostic;
pub mod emit;
pub mod markdown;
pub mod publish;
pub mod render;
#[cfg(feature = "serve")]
pub mod serve;
pub mod text;
pub mod view;
