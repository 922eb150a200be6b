//! The path of a file inside the output directory.

use std::fmt;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::site::serving;

/// A relative path that cannot leave the output directory: `en/claims/joubass/index.html`.
///
/// Components are separated by `/`; none is empty, `.`, `..`, longer than 255 bytes or holds a backslash or control
/// character. A leading dot is refused, but for the few names that hosts look for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OutPath(Box<str>);

/// Names with a leading dot that hosts look for; all others are hidden files that nobody meant to publish.
const DOT_NAMES: [&str; 4] = [".well-known", ".nojekyll", ".htaccess", ".domains"];

/// What file systems allow for one name.
const LONGEST_NAME_BYTES: usize = 255;

/// Why a text is not an output path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OutPathError {
    /// The path or one of its components is empty: ``, `/a`, `a//b`, `a/`.
    #[error("an output path has no empty part and neither begins nor ends with `/`")]
    Empty,
    /// A component is `.` or `..`.
    #[error("an output path has no `.` or `..`")]
    Relative,
    /// A component begins with a dot and is not one that hosts look for.
    #[error("a name that begins with a dot is not published")]
    Hidden,
    /// A backslash or a control character.
    #[error("an output path has no backslash and no control character")]
    Character,
    /// A component that file systems refuse.
    #[error("a name in an output path has at most 255 bytes")]
    Long,
}

impl OutPath {
    /// The path that `text` spells.
    pub fn new(text: &str) -> Result<OutPath, OutPathError> {
        if text.chars().any(|c| c == '\\' || c.is_control()) {
            return Err(OutPathError::Character);
        }
        text.split('/').try_for_each(component)?;
        Ok(OutPath(text.into()))
    }

    /// The path as text, with `/` on every platform.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The media type to serve this file with, `application/octet-stream` if its name says nothing.
    pub fn media_type(&self) -> &'static str {
        serving::media_type(&self.0)
    }

    /// The place of this path below `dir`.
    pub fn below(&self, dir: &Path) -> PathBuf {
        let mut path = dir.to_path_buf();
        path.extend(self.0.split('/'));
        path
    }

    /// The directories that hold this path, outermost first: `en`, `en/claims`.
    pub(super) fn directories(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.0.match_indices('/').map(|(end, _)| &self.0[..end])
    }
}

fn component(name: &str) -> Result<(), OutPathError> {
    match name {
        "" => Err(OutPathError::Empty),
        "." | ".." => Err(OutPathError::Relative),
        _ if name.len() > LONGEST_NAME_BYTES => Err(OutPathError::Long),
        _ if name.starts_with('.') && !DOT_NAMES.contains(&name) => Err(OutPathError::Hidden),
        _ => Ok(()),
    }
}

impl AsRef<str> for OutPath {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OutPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

// Sorted maps of paths can be asked for a `str`: the order of the two is the same.
impl std::borrow::Borrow<str> for OutPath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for OutPath {
    type Error = OutPathError;

    fn try_from(text: String) -> Result<OutPath, OutPathError> {
        OutPath::new(&text)
    }
}

impl From<OutPath> for String {
    fn from(path: OutPath) -> String {
        path.0.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_stays_inside() {
        for good in ["index.html", "en/claims/a/index.html", ".nojekyll", ".well-known/security.txt", "é à/ü.css"] {
            assert_eq!(OutPath::new(good).unwrap().as_str(), good);
        }
        for (bad, why) in [
            ("", OutPathError::Empty),
            ("/etc/passwd", OutPathError::Empty),
            ("a/", OutPathError::Empty),
            ("a//b", OutPathError::Empty),
            ("../a", OutPathError::Relative),
            ("a/./b", OutPathError::Relative),
            (".git/config", OutPathError::Hidden),
            (".recoupe-stage/journal.json", OutPathError::Hidden),
            ("a\\b", OutPathError::Character),
            ("a\0", OutPathError::Character),
            (&"a".repeat(256), OutPathError::Long),
        ] {
            assert_eq!(OutPath::new(bad), Err(why), "{bad:?}");
        }
    }

    #[test]
    fn directories_are_outermost_first() {
        let path = OutPath::new("en/claims/a.html").unwrap();
        assert_eq!(path.directories().collect::<Vec<_>>(), ["en", "en/claims"]);
    }
}
