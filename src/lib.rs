//! recoupe, a compiler for fact-checks.

pub mod check;
pub mod cli;
pub mod corpus;
pub mod diagnostic;
pub mod emit;
pub mod inspect;
pub mod judge;
pub mod markdown;
pub mod model;
pub mod parse;
pub mod publish;
pub mod read;
pub mod reference;
pub mod render;
pub mod resolve;
#[cfg(feature = "serve")]
pub mod serve;
pub mod site;
pub mod text;
pub mod view;
pub mod weigh;
