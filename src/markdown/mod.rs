//! Bodies and short texts: Markdown with links to records and citations of documents.
//!
//! CommonMark with tables, footnotes and strikethrough. `[[id]]` and `[[id|text]]` link to a record (in
//! tables `[[id\|text]]`), `[@id]`, `[@id, p. 3]` and `[@a; @b]` cite documents. Raw HTML is refused
//! and never reaches a page. Punctuation is put right by [`crate::text::typography`].

mod address;
mod citation;
mod html;
mod line;
mod links;
mod mentions;
mod pieces;
mod plain;
mod problems;

pub use html::{Citation, Context, Link, html, inline};
pub use links::{inline_links, is_web_address, links};
pub use mentions::{Mention, MentionKind, inline_mentions, mentions};
pub use plain::{block_quotations, plain, plain_with, prose};
pub use problems::{Problem, ProblemKind, inline_problems, problems};
