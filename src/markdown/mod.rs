//! Stub.
use std::ops::Range;
pub struct Mention<'a> {
    pub range: Range<usize>,
    pub kind: MentionKind<'a>,
}
pub enum MentionKind<'a> {
    Link { id: &'a str, text: Option<&'a str> },
    Cite { id: &'a str, locator: Option<&'a str> },
}
impl<'a> Mention<'a> {
    pub fn id(&self) -> &'a str {
        match &self.kind {
            MentionKind::Link { id, .. } | MentionKind::Cite { id, .. } => id,
        }
    }
}
pub fn mentions(_: &str) -> Vec<Mention<'_>> {
    Vec::new()
}
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ProblemKind {
    RawHtml,
    UnsafeAddress,
    MissingFootnote,
    UnusedFootnote,
    TopHeading,
    HiddenCitation,
    Embed,
}
pub struct Problem {
    pub range: Range<usize>,
    pub kind: ProblemKind,
}
pub fn problems(_: &str) -> Vec<Problem> {
    Vec::new()
}
pub fn plain(t: &str) -> String {
    t.to_owned()
}
