//! The default theme, which the binary carries.

use include_dir::{Dir, include_dir};

static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");
static STATIC: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/static");

/// The templates of the default theme by name: `claim.html`, `parts/marks.html`.
pub fn templates() -> impl Iterator<Item = (&'static str, &'static str)> {
    texts(".html")
}

/// The words of the interface by language: `fr` and the Fluent text of `strings/fr.ftl`.
pub fn strings() -> impl Iterator<Item = (&'static str, &'static str)> {
    texts(".ftl").filter_map(|(name, text)| Some((name.strip_prefix("strings/")?.strip_suffix(".ftl")?, text)))
}

/// The files that are copied as they are, by path under the root of the site: `recoupe.css`.
pub fn assets() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    files(&STATIC).into_iter()
}

fn texts(extension: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    files(&TEMPLATES)
        .into_iter()
        .filter(move |(path, _)| path.ends_with(extension))
        .map(|(path, bytes)| (path, std::str::from_utf8(bytes).expect("the theme is UTF-8, which a test holds")))
}

/// Every file under `dir`, sorted by path.
fn files(dir: &'static Dir<'static>) -> Vec<(&'static str, &'static [u8])> {
    let mut found = Vec::new();
    let mut pending = vec![dir];
    while let Some(dir) = pending.pop() {
        pending.extend(dir.dirs());
        found.extend(dir.files().map(|file| {
            (file.path().to_str().expect("the theme has ASCII names, which a test holds"), file.contents())
        }));
    }
    found.sort_unstable();
    found
}
