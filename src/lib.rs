//! recoupe, a compiler for fact-checks.

pub mod diagnostic;
pub mod emit;
pub mod markdown;
pub mod publish;
pub mod text;
#[cfg(feature = "serve")]
pub mod serve;
