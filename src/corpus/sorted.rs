//! A set that is small, or filled in order.

use std::cmp::Ordering;
use std::ops::Deref;

/// Values in their order, each once, as a list: most records are pointed at by few others, and those that many point at
/// are told of them in order.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Sorted<T>(Vec<T>);

impl<T> Default for Sorted<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Ord> Sorted<T> {
    /// Adds a value, unless it is there.
    pub(super) fn insert(&mut self, value: T) {
        // Nearly always it comes last, or has just come.
        match self.0.last().map(|last| last.cmp(&value)) {
            None | Some(Ordering::Less) => self.0.push(value),
            Some(Ordering::Equal) => {}
            Some(Ordering::Greater) => {
                if let Err(at) = self.0.binary_search(&value) {
                    self.0.insert(at, value);
                }
            }
        }
    }

    /// Takes away a value, if it is there.
    pub(super) fn remove(&mut self, value: &T) {
        if let Ok(at) = self.0.binary_search(value) {
            self.0.remove(at);
        }
    }

    /// Keeps some of the values.
    pub(super) fn retain(&mut self, keep: impl FnMut(&T) -> bool) {
        self.0.retain(keep);
    }
}

impl<T> Deref for Sorted<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<'s, T> IntoIterator for &'s Sorted<T> {
    type Item = &'s T;
    type IntoIter = std::slice::Iter<'s, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_holds_what_a_set_holds(steps in proptest::collection::vec((0u8..12, any::<bool>()), 0..40)) {
            let (mut sorted, mut set) = (Sorted::default(), BTreeSet::new());
            for (value, add) in steps {
                if add {
                    sorted.insert(value);
                    set.insert(value);
                } else {
                    sorted.remove(&value);
                    set.remove(&value);
                }
            }
            prop_assert!(sorted.iter().eq(&set));
            sorted.retain(|value| value % 2 == 0);
            set.retain(|value| value % 2 == 0);
            prop_assert!(sorted.iter().eq(&set));
        }
    }
}
