//! Which files are fetched back after a publication.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::emit::{Sha256Sum, Sum};

/// How many of each phase.
const FILES: usize = 2;

/// Some of these files: others for another site, and the same whenever the same site is published.
pub(super) fn sample<'p, P: AsRef<str> + Ord + ?Sized>(
    manifest: Option<&Sum>,
    paths: impl IntoIterator<Item = &'p P>,
) -> Vec<&'p P> {
    let seed = manifest.map(|sum| sum.sha256.to_string()).unwrap_or_default();
    let drawn = paths.into_iter().map(|path| {
        let lot = Sha256Sum::of(format!("{seed} {}", path.as_ref()).as_bytes());
        Reverse((lot, path))
    });
    let mut lots: BinaryHeap<_> = drawn.collect();
    (0..FILES).filter_map(|_| lots.pop()).map(|Reverse((_, path))| path).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_site_decides_which_files_are_drawn() {
        let paths: Vec<String> = (0..40).map(|at| format!("claims/{at}/index.html")).collect();
        let drawn = |site: &str| sample(Some(&Sum::of(site.as_bytes())), &paths);
        assert_eq!(drawn("one").len(), FILES);
        assert_eq!(drawn("one"), drawn("one"));
        assert!(["two", "three", "four"].iter().any(|other| drawn(other) != drawn("one")));
        assert_eq!(sample(None, &paths[..1]), [&paths[0]]);
    }
}
