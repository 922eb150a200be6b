//! What a build says of its files: when they go into place, how they compare, what became of them.

/// When a file goes into place: what pages need comes before them, what names them after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Order {
    /// Style sheets, scripts, fonts, images.
    Asset,
    /// JSON, CSV and other data that pages point to.
    Data,
    /// Claims, sources, documents and all that stands alone.
    Page,
    /// Home, lists, sitemap: what points to pages.
    List,
    /// Feeds, which call readers in.
    Feed,
    /// Sums of all of them.
    Manifest,
}

/// How a file compares with the one in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// There was none.
    Added,
    /// It had other bytes.
    Changed,
    /// It has the same bytes, and is left alone.
    Unchanged,
}

/// What a commit did. The manifest counts as a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files of the site.
    pub files: usize,
    /// Their length in all.
    pub bytes: u64,
    /// Files that were written, because they were new or differed.
    pub written: usize,
    /// Files that were left alone.
    pub unchanged: usize,
    /// Files of the site before that are gone.
    pub removed: usize,
}
