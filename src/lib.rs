#![doc = include_str!("README.md")]
#![warn(clippy::unwrap_used)]

pub mod build;
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
#[cfg(feature = "serve")]
pub mod preview;
pub mod publish;
pub mod read;
pub mod reference;
pub mod render;
pub mod resolve;
#[cfg(feature = "serve")]
pub mod serve;
pub mod site;
pub mod text;
pub mod theme;
pub mod view;
pub mod weigh;
