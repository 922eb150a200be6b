//! What a page was made from: every record, backlink and list that was looked up while it was made.
//!
//! Tables, backlinks, lists and assessments note here what they are asked for. Nothing comes in this way: what is
//! noted goes out with the work that looked it up, so that a later build can tell whether the same work would find the
//! same. Whoever looks at a whole table has read everything.

use std::cell::RefCell;

use crate::model::RecordKind;
use crate::text::quick_sum;

/// One thing that was looked up, by the position of a record in its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Read {
    /// A record, and what weighing it gave.
    Record(RecordKind, u32),
    /// What points at a record, and what weighing all that gave.
    Links(RecordKind, u32),
    /// The claims of a list about a record, in their order; a number tells the lists of one kind of record apart. Lists
    /// about no record are those of claims.
    List(RecordKind, u8, u32),
    /// An id that no record of a kind has, as its hash.
    Missing(RecordKind, u64),
}

/// Everything that a piece of work looked up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reads {
    reads: Vec<Read>,
    everything: bool,
}

thread_local! {
    /// What the work of this thread has looked up so far, if anyone wants to know.
    static OPEN: RefCell<Option<Reads>> = const { RefCell::new(None) };
}

impl Reads {
    /// What `work` gives, and what it looked up on this thread. What it looked up is not counted to work around it.
    pub fn of<T>(work: impl FnOnce() -> T) -> (T, Self) {
        let around = OPEN.replace(Some(Self::default()));
        let value = work();
        (value, OPEN.replace(around).unwrap_or_default())
    }

    /// Each thing once, in order; none if it was everything.
    pub fn each(mut self) -> Option<Vec<Read>> {
        self.reads.sort_unstable();
        self.reads.dedup();
        (!self.everything).then_some(self.reads)
    }

    /// Counts this to the work of this thread, which uses what another found.
    pub fn again(&self) {
        with_open(|open| {
            open.reads.extend_from_slice(&self.reads);
            open.everything |= self.everything;
        });
    }
}

/// Notes one thing, if anyone wants to know.
pub fn note(read: impl FnOnce() -> Read) {
    with_open(|open| open.reads.push(read()));
}

/// Notes that more was read than can be told.
pub fn note_everything() {
    with_open(|open| open.everything = true);
}

/// Notes a record, by its position.
pub(super) fn note_record(kind: RecordKind, at: usize) {
    note(|| Read::Record(kind, position(at)));
}

/// Notes what points at a record, by its position.
pub(super) fn note_links(kind: RecordKind, at: usize) {
    note(|| Read::Links(kind, position(at)));
}

/// Notes an id that no record has.
pub(super) fn note_missing(kind: RecordKind, id: &str) {
    note(|| Read::Missing(kind, quick_sum(id)));
}

/// A position in a table as reads have it.
pub fn position(at: usize) -> u32 {
    u32::try_from(at).expect("no corpus has four thousand million records of a kind")
}

#[inline]
fn with_open(tell: impl FnOnce(&mut Reads)) {
    OPEN.with(|open| {
        if let Ok(mut open) = open.try_borrow_mut()
            && let Some(open) = open.as_mut()
        {
            tell(open);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: Read = Read::Record(RecordKind::Claim, 1);
    const B: Read = Read::Links(RecordKind::Source, 0);

    #[test]
    fn work_within_work_is_counted_where_it_is_used() {
        let (inner, reads) = Reads::of(|| {
            note(|| B);
            let (inner, found) = Reads::of(|| {
                note(|| A);
                note(|| A);
                1
            });
            found.again();
            inner
        });
        assert_eq!((inner, reads.each()), (1, Some(vec![A, B])));
        let ((), apart) = Reads::of(|| drop(Reads::of(|| note(|| A))));
        assert_eq!(apart.each(), Some(Vec::new()));
        note(|| A);
        assert_eq!(Reads::of(|| ()).1.each(), Some(Vec::new()), "what nobody asks for is not kept");
    }

    #[test]
    fn everything_is_more_than_can_be_told() {
        let ((), reads) = Reads::of(note_everything);
        assert_eq!(reads.each(), None);
        let ((), around) = Reads::of(|| Reads::of(note_everything).1.again());
        assert_eq!(around.each(), None);
    }
}
