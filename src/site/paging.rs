//! How a list is cut into pages, so that full pages never change.

use std::ops::Range;

/// One page of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Leaf {
    /// The page with the newest rows, at the list's plain address.
    Newest,
    /// A full page, numbered from the oldest, which is 1.
    Numbered(u32),
}

/// A list of so many rows, newest first, cut into pages.
///
/// Pages are filled from the oldest row on. The newest page takes what is left, and joins the full page
/// before it while that is less than half a page; so a numbered page never changes again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paging {
    rows: usize,
    size: usize,
}

impl Paging {
    /// Rows on a full page of claims or of corrections.
    pub const ROWS: usize = 50;

    /// Lines on a full page of documents, of events or of the timeline, which are shorter.
    pub const LINES: usize = 200;

    /// `rows` rows, `size` on a full page.
    pub fn new(rows: usize, size: usize) -> Self {
        Self { rows, size: size.max(1) }
    }

    /// How many numbered pages there are beside the newest.
    pub fn numbered(self) -> u32 {
        let full = self.rows / self.size;
        let left = self.rows % self.size;
        let joined = usize::from(left < self.size.div_ceil(2));
        u32::try_from(full.saturating_sub(joined)).unwrap_or(u32::MAX)
    }

    /// All pages, the newest first.
    pub fn leaves(self) -> impl Iterator<Item = Leaf> {
        let numbered = (1..=self.numbered()).rev().map(Leaf::Numbered);
        std::iter::once(Leaf::Newest).chain(numbered)
    }

    /// The rows of a page, counted from the newest; none if there is no such page.
    pub fn rows(self, leaf: Leaf) -> Option<Range<usize>> {
        let last = self.numbered();
        match leaf {
            Leaf::Newest => Some(0..self.rows - last as usize * self.size),
            Leaf::Numbered(number) if (1..=last).contains(&number) => {
                let oldest = (number - 1) as usize * self.size;
                Some(self.rows - oldest - self.size..self.rows - oldest)
            }
            Leaf::Numbered(_) => None,
        }
    }

    /// The page with the rows that follow those of `leaf` in time.
    pub fn newer(self, leaf: Leaf) -> Option<Leaf> {
        match leaf {
            Leaf::Newest => None,
            Leaf::Numbered(number) if number < self.numbered() => Some(Leaf::Numbered(number + 1)),
            Leaf::Numbered(_) => Some(Leaf::Newest),
        }
    }

    /// The page with the rows that precede those of `leaf` in time.
    pub fn older(self, leaf: Leaf) -> Option<Leaf> {
        match leaf {
            Leaf::Newest => (self.numbered() > 0).then(|| Leaf::Numbered(self.numbered())),
            Leaf::Numbered(number) => (number > 1).then(|| Leaf::Numbered(number - 1)),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The rows of a page, counted from the oldest: what a reader would find on it.
    fn content(paging: Paging, leaf: Leaf) -> Option<Range<usize>> {
        let rows = paging.rows(leaf)?;
        Some(paging.rows - rows.end..paging.rows - rows.start)
    }

    #[test]
    fn a_short_newest_page_joins_the_one_before() {
        let numbered = |rows| Paging::new(rows, 50).numbered();
        assert_eq!([0, 1, 50, 74, 75, 100, 124, 125].map(numbered), [0, 0, 0, 0, 1, 1, 1, 2]);
        assert_eq!(Paging::new(74, 50).rows(Leaf::Newest), Some(0..74));
        assert_eq!(Paging::new(75, 50).rows(Leaf::Newest), Some(0..25));
        assert_eq!(Paging::new(75, 50).rows(Leaf::Numbered(1)), Some(25..75));
        assert_eq!(Paging::new(75, 50).rows(Leaf::Numbered(2)), None);
    }

    proptest! {
        #[test]
        fn full_pages_never_change(rows in 0usize..5000, added in 0usize..500, size in 1usize..80) {
            let (before, after) = (Paging::new(rows, size), Paging::new(rows + added, size));
            for leaf in (1..=before.numbered()).map(Leaf::Numbered) {
                prop_assert_eq!(content(before, leaf), content(after, leaf));
            }
        }

        #[test]
        fn every_row_stands_on_one_page(rows in 0usize..5000, size in 1usize..80) {
            let paging = Paging::new(rows, size);
            let mut next = 0;
            let mut leaf = Some(Leaf::Newest);
            for expected in paging.leaves() {
                prop_assert_eq!(leaf, Some(expected));
                let found = paging.rows(expected).expect("a page of the list");
                prop_assert_eq!(found.start, next);
                prop_assert!(expected == Leaf::Newest || found.len() == size);
                next = found.end;
                leaf = paging.older(expected);
                prop_assert!(leaf.is_none_or(|older| paging.newer(older) == Some(expected)));
            }
            prop_assert_eq!((leaf, next), (None, rows));
        }
    }
}
