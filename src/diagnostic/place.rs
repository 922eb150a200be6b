//! Where a finding is.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// A file's path below the site's root, with `/` between its parts.
pub type FilePath = Arc<str>;

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file.
    pub file: FilePath,
    /// Where in the file.
    pub at: At,
}

/// A place inside one file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum At {
    /// The file as a whole.
    File,
    /// A field of the front matter.
    Field(FieldPath, Part),
    /// Bytes of the file's text: of a body, a template, or a text that is no YAML. Start and end.
    Bytes(usize, usize),
}

/// Which part of a field is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The key before the colon.
    Key,
    /// What stands after it.
    Value,
    /// Nothing: the field is not there, and its parent is pointed at.
    Missing,
}

/// The way from the top of the front matter to a field, such as `evidence[1].document`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct FieldPath(Vec<Step>);

/// One step of a field path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Into an element of a list, counted from 0.
    Index(usize),
    /// Into a key of a map; of several equal keys, which one, counted from 0.
    Key(Box<str>, usize),
}

impl FieldPath {
    /// The path of the front matter itself.
    pub fn root() -> Self {
        Self::default()
    }

    /// The path written as in our documents: `evidence[1].document`.
    ///
    /// Only for paths known at compile time: a text of another form is read as one key.
    pub fn of(text: &str) -> Self {
        let mut steps = Vec::new();
        for part in text.split('.') {
            let (key, indices) = part.split_at(part.find('[').unwrap_or(part.len()));
            if !key.is_empty() {
                steps.push(Step::Key(key.into(), 0));
            }
            let indices = indices.split(['[', ']']).filter_map(|index| index.parse().ok());
            steps.extend(indices.map(Step::Index));
        }
        Self(steps)
    }

    /// This path and one more key.
    pub fn key(&self, key: &str) -> Self {
        let mut path = self.clone();
        path.push(Step::Key(key.into(), 0));
        path
    }

    /// This path and one more element.
    pub fn index(&self, index: usize) -> Self {
        let mut path = self.clone();
        path.push(Step::Index(index));
        path
    }

    /// Goes one step down.
    pub fn push(&mut self, step: Step) {
        self.0.push(step);
    }

    /// Goes one step up.
    pub fn pop(&mut self) {
        self.0.pop();
    }

    /// The steps from the top.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, step) in self.0.iter().enumerate() {
            match step {
                Step::Index(index) => write!(f, "[{index}]")?,
                Step::Key(key, _) if i == 0 => f.write_str(key)?,
                Step::Key(key, _) => write!(f, ".{key}")?,
            }
        }
        Ok(())
    }
}

impl Place {
    /// A whole file.
    pub fn file(file: &FilePath) -> Self {
        Self { file: file.clone(), at: At::File }
    }

    /// The value of a field.
    pub fn value(file: &FilePath, path: FieldPath) -> Self {
        Self { file: file.clone(), at: At::Field(path, Part::Value) }
    }

    /// The key of a field.
    pub fn key(file: &FilePath, path: FieldPath) -> Self {
        Self { file: file.clone(), at: At::Field(path, Part::Key) }
    }

    /// A field that is not there.
    pub fn missing(file: &FilePath, path: FieldPath) -> Self {
        Self { file: file.clone(), at: At::Field(path, Part::Missing) }
    }

    /// Bytes of the file's text.
    pub fn bytes(file: &FilePath, range: Range<usize>) -> Self {
        Self { file: file.clone(), at: At::Bytes(range.start, range.end) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_shown_as_it_was_written() {
        for text in ["said.by", "evidence[1].document", "said[0].paragraphs[2]", "title"] {
            assert_eq!(FieldPath::of(text).to_string(), text);
        }
    }
}
