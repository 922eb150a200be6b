//! What is said aloud of a place, although the publication goes on.

use std::fmt;

/// Something that whoever publishes should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The server replaces files whatever is asked of it; the place, without any password.
    NoConditions(String),
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Notice::NoConditions(place) => write!(
                f,
                "`{place}` honours no condition: it cannot tell two people apart who publish within the same second\n\
                 help: let one person or one machine publish there"
            ),
        }
    }
}
