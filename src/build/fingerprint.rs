//! Whether a build would make what is there already.
//!
//! A file is known by its path, its length and the time of its last change, and by its bytes if it is so young that it
//! may have changed again within the same tick of the clock. The same content gives the same bytes, so where all that
//! a build reads and all that it wrote is as it was, it has nothing to do.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use walkdir::WalkDir;

use super::{BuildOptions, Built};
use crate::emit::Sha256Sum;
use crate::judge::JudgeOptions;

/// What is in a record, and how.
const FORMAT: &str = "recoupe-build/1";

/// How coarse the clock of a file system may be.
const TICK: Duration = Duration::from_secs(2);

/// What a build is made from, as it stands before the build.
#[derive(Debug)]
pub struct Fingerprint {
    root: PathBuf,
    /// Tells what is kept in `.recoupe` for this output folder from what is kept for others.
    key: String,
    out: PathBuf,
    options: String,
    /// Those that decide how pages look; the others decide findings alone.
    lasting: String,
    inputs: Vec<Seen>,
    taken: SystemTime,
}

/// What an earlier build made, and what is there still.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remembered {
    /// How many records it read.
    pub records: usize,
    /// How many pages it made.
    pub pages: usize,
    /// How many files there are.
    pub files: usize,
    /// Their length in all.
    pub bytes: u64,
    /// What was said of its findings.
    pub report: String,
}

#[derive(Debug)]
struct Seen {
    path: PathBuf,
    bytes: u64,
    changed: SystemTime,
}

impl Fingerprint {
    /// Looks at everything that a build reads: the program, its options, the folder and the vault of captures.
    ///
    /// None where something cannot be looked at; then only building can say what is wrong.
    pub fn take(program: &Path, root: &Path, options: &BuildOptions) -> Option<Self> {
        let taken = SystemTime::now();
        let mut inputs = vec![Seen::at(program.to_path_buf()).ok()?];
        let folders = ["content", "templates", "static"].map(|folder| root.join(folder));
        for folder in folders.into_iter().chain([options.judge.captures.vault(root)]) {
            look(&folder, &mut inputs).ok()?;
        }
        let out = std::path::absolute(&options.out).ok()?;
        let name = Sha256Sum::of(out.as_os_str().as_encoded_bytes()).to_string();
        let key = name[..16].to_owned();
        let JudgeOptions { as_of: _, drafts, base_url, published: _, captures } = &options.judge;
        let lasting = format!("{drafts:?} {base_url:?} {captures:?} {out:?}");
        Some(Self { root: root.to_path_buf(), key, out, options: format!("{options:?}"), lasting, inputs, taken })
    }

    /// What is there, if the last build was made from the same and nothing was done to it since.
    pub fn unchanged(&self) -> Option<Remembered> {
        let record = fs::read_to_string(self.record()).ok()?;
        let (line, report) = record.split_once('\n')?;
        let mut fields = line.split_whitespace();
        let mut next = || fields.next();
        if next()? != FORMAT {
            return None;
        }
        let taken = UNIX_EPOCH + Duration::from_nanos(next()?.parse().ok()?);
        let same = next()? == self.inputs_since(taken)?.to_string() && next()? == self.outputs()?.to_string();
        let mut number = || next()?.parse::<u64>().ok();
        let (records, pages, files, bytes) = (number()?, number()?, number()?, number()?);
        let count = |number| usize::try_from(number).ok();
        let (records, pages, files) = (count(records)?, count(pages)?, count(files)?);
        let there = Remembered { records, pages, files, bytes, report: report.to_owned() };
        same.then_some(there)
    }

    /// Remembers a build that was made from this, with what was said of its findings.
    ///
    /// What cannot be written is not remembered, which costs the next build its time and nothing else.
    pub fn remember(&self, built: &Built, report: &str) {
        if self.write(built, report).is_none() {
            // Neither may be there.
            let _ = fs::remove_file(self.record());
            let _ = fs::remove_file(self.of_pages());
        }
    }

    fn write(&self, built: &Built, report: &str) -> Option<()> {
        let outputs = self.outputs()?;
        fs::create_dir_all(self.kept()).ok()?;
        if let Some(memory) = &built.memory {
            memory.write(self, outputs)?;
        }
        fs::write(self.record(), self.line(built, outputs)? + report).ok()
    }

    fn line(&self, built: &Built, outputs: Sha256Sum) -> Option<String> {
        let taken = self.taken.duration_since(UNIX_EPOCH).ok()?.as_nanos();
        let inputs = self.inputs_since(self.taken)?;
        let (records, summary) = (built.judged.corpus.records(), &built.summary);
        let (pages, files, bytes) = (built.pages, summary.files, summary.bytes);
        Some(format!("{FORMAT} {taken} {inputs} {outputs} {records} {pages} {files} {bytes}\n"))
    }

    /// When the files were looked at.
    pub(super) fn taken(&self) -> SystemTime {
        self.taken
    }

    fn kept(&self) -> PathBuf {
        self.root.join(".recoupe")
    }

    /// The file with what the last build left.
    fn record(&self) -> PathBuf {
        self.kept().join(format!("built-{}", self.key))
    }

    /// The file with what is remembered of pages.
    pub(super) fn of_pages(&self) -> PathBuf {
        self.kept().join(format!("pages-{}", self.key))
    }

    /// Everything that a build reads but some files of the root.
    pub(super) fn without<'p>(&self, files: impl Iterator<Item = &'p str>) -> Without<'_> {
        let files: HashSet<PathBuf> = files.map(|path| self.root.join(path)).collect();
        let others = self.inputs.iter().filter(|seen| !files.contains(&seen.path)).collect();
        Without { options: &self.lasting, others }
    }

    fn inputs_since(&self, taken: SystemTime) -> Option<Sha256Sum> {
        sum(&self.options, &self.inputs, Some(taken))
    }

    /// The files of the site as they stand there.
    pub(super) fn outputs(&self) -> Option<Sha256Sum> {
        let mut outputs = Vec::new();
        look(&self.out, &mut outputs).ok()?;
        // All of them are young; nobody changes one within a tick of its being written.
        sum("", &outputs, None)
    }
}

/// A part of what a build is made from.
#[derive(Debug)]
pub(super) struct Without<'f> {
    options: &'f str,
    others: Vec<&'f Seen>,
}

impl Without<'_> {
    /// As it was looked at at a time.
    pub(super) fn sum(&self, taken: SystemTime) -> Option<Sha256Sum> {
        sum(self.options, self.others.iter().copied(), Some(taken))
    }
}

impl Seen {
    fn at(path: PathBuf) -> io::Result<Self> {
        let metadata = fs::metadata(&path)?;
        Ok(Self { bytes: metadata.len(), changed: metadata.modified()?, path })
    }
}

/// Looks at every file below a folder, in the order of their paths; one that is not there has none.
fn look(folder: &Path, seen: &mut Vec<Seen>) -> io::Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    for entry in WalkDir::new(folder).follow_links(true).sort_by_file_name() {
        let entry = entry?;
        if !entry.file_type().is_dir() {
            seen.push(Seen::at(entry.into_path())?);
        }
    }
    Ok(())
}

/// The sum of what was seen, with the bytes of files that changed less than a tick before `taken`, or after it.
fn sum<'s>(options: &str, seen: impl IntoIterator<Item = &'s Seen>, taken: Option<SystemTime>) -> Option<Sha256Sum> {
    let mut all = options.as_bytes().to_vec();
    for Seen { path, bytes, changed } in seen {
        let since = changed.duration_since(UNIX_EPOCH).ok()?.as_nanos();
        all.extend_from_slice(path.as_os_str().as_encoded_bytes());
        all.extend_from_slice(format!("\0{bytes}\0{since}\0").as_bytes());
        if taken.is_some_and(|taken| *changed + TICK >= taken) {
            all.extend_from_slice(Sha256Sum::of(&fs::read(path).ok()?).to_string().as_bytes());
        }
    }
    Some(Sha256Sum::of(&all))
}
