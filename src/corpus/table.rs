//! Records of one kind in the order of their ids. What is looked up is noted for whoever asks: [`super::Reads`].

use rustc_hash::FxHashMap;

use super::reads::{note_everything, note_missing, note_record};
use super::{Entry, Record};

/// Records of one kind, in the order of their ids, each found by its id.
#[derive(Debug)]
pub struct Table<R: Record> {
    entries: Vec<Entry<R>>,
    positions: FxHashMap<R::Id, usize>,
}

impl<R: Record> Table<R> {
    /// A table of records whose ids differ.
    pub fn new(mut entries: Vec<Entry<R>>) -> Self {
        entries.sort_by(|a, b| a.id.cmp(&b.id));
        let positions = entries.iter().enumerate().map(|(i, entry)| (entry.id.clone(), i)).collect();
        Self { entries, positions }
    }

    /// Puts a record in the place of the one of its id, which is given back; without one, it is itself.
    pub(crate) fn replace(&mut self, entry: Entry<R>) -> Entry<R> {
        match self.positions.get(entry.id.as_ref()) {
            Some(&at) => std::mem::replace(&mut self.entries[at], entry),
            None => entry,
        }
    }

    /// The record of an id.
    pub fn get(&self, id: &R::Id) -> Option<&Entry<R>> {
        self.find(id.as_ref())
    }

    /// The record of an id given as text.
    pub fn find(&self, id: &str) -> Option<&Entry<R>> {
        self.position_of(id).map(|at| &self.entries[at])
    }

    /// The record at a position of the table's order, which must be one of it.
    pub fn at(&self, position: usize) -> &Entry<R> {
        note_record(R::KIND, position);
        &self.entries[position]
    }

    /// Where the record of an id stands in the table's order.
    pub fn position(&self, id: &R::Id) -> Option<usize> {
        self.position_of(id.as_ref())
    }

    /// Whether an id names one of these records.
    pub fn holds(&self, id: &str) -> bool {
        self.position_of(id).is_some()
    }

    /// Where the record of an id given as text stands in the table's order.
    pub fn position_of(&self, id: &str) -> Option<usize> {
        let at = self.positions.get(id).copied();
        match at {
            Some(at) => note_record(R::KIND, at),
            None => note_missing(R::KIND, id),
        }
        at
    }

    /// The records in the order of their ids.
    pub fn iter(&self) -> std::slice::Iter<'_, Entry<R>> {
        note_everything();
        self.entries.iter()
    }

    /// The records as a slice, for work in parallel.
    pub fn as_slice(&self) -> &[Entry<R>] {
        note_everything();
        &self.entries
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        note_everything();
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl<'a, R: Record> IntoIterator for &'a Table<R> {
    type Item = &'a Entry<R>;
    type IntoIter = std::slice::Iter<'a, Entry<R>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
