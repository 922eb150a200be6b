//! `recoupe capture`: archived bytes go into the vault.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::common::{Failure, SiteArgs};
use crate::capture::{Unreadable, media_of, sha256, text_of};
use crate::corpus::Entry;
use crate::diagnostic::{FieldPath, Place, locate};
use crate::judge;
use crate::model::{Access, Document};
use crate::read;

/// Keep captures of documents, to compare quotations with.
#[derive(Args, Debug)]
pub struct Capture {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    Add(Add),
}

/// Store a file in the vault under its SHA-256 sum, and print the front matter of its document.
#[derive(Args, Debug)]
struct Add {
    #[command(flatten)]
    site: SiteArgs,
    /// The file as it was archived.
    file: PathBuf,
    /// The document that it is a capture of.
    #[arg(long, value_name = "ID")]
    document: String,
    /// Its media type. Default: from its first bytes and its name.
    #[arg(long, value_name = "TYPE")]
    media: Option<String>,
    /// Publish nothing but its sum and how far quotations agree with it.
    #[arg(long)]
    private: bool,
    /// Write the front matter into the document instead of printing it.
    #[arg(long)]
    write: bool,
}

impl Capture {
    pub fn run(self) -> Result<ExitCode, Failure> {
        let Action::Add(add) = self.action;
        add.run()
    }
}

impl Add {
    fn run(self) -> Result<ExitCode, Failure> {
        let options = self.site.judge_options(None)?;
        let corpus = judge::folder(&self.site.root, &options).map_err(Failure::of)?.judged.corpus;
        let document = corpus.documents.find(&self.document);
        let document = document.ok_or_else(|| Failure(format!("there is no document `{}`", self.document)))?;
        let bytes =
            fs::read(&self.file).map_err(|error| Failure(format!("cannot read {}: {error}", self.file.display())))?;
        let name = self.file.file_name().unwrap_or_default().to_string_lossy();
        let media = self.media.as_deref().or_else(|| media_of(&name, &bytes));
        let media = media.ok_or_else(|| Failure("say what it is with `--media TYPE`".to_owned()))?;
        let sum = sha256(&bytes);
        let stored = store(&options.captures.vault(&self.site.root), &sum, &bytes)?;
        let seen = match text_of(&bytes, media, document.record.url.as_deref()) {
            Ok(text) => format!("its text has {} blocks, as {} reads it", text.blocks(), text.extractor()),
            Err(Unreadable { why, help }) => format!("{why}, so no quotation is compared with it; {help}"),
        };
        anstream::eprintln!("{}\n{seen}", stored.display());
        let access = if self.private { Access::Private } else { Access::Public };
        let item = format!("{{ sha256: \"{sum}\", media: {media}, access: {} }}", access.word());
        let declared = document.record.captures.iter().any(|capture| capture.sha256 == sum);
        if declared {
            println!("{} names it already", document.file.path);
        } else if self.write {
            write(&self.site.root, document, &item)?;
            println!("{} names it now", document.file.path);
        } else {
            println!("captures:\n  - {item}");
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// Puts bytes into the vault, whole or not at all; what is there already stays.
fn store(vault: &Path, sum: &str, bytes: &[u8]) -> Result<PathBuf, Failure> {
    let failed = |file: &Path, error: std::io::Error| Failure(format!("cannot write {}: {error}", file.display()));
    let file = read::capture_file(vault, sum);
    let folder = file.parent().unwrap_or(vault);
    fs::create_dir_all(folder).map_err(|error| failed(folder, error))?;
    // A vault holds what others wrote: it stays out of git even where nobody thought of it.
    let ignore = vault.join(".gitignore");
    if !ignore.exists() {
        fs::write(&ignore, "*\n").map_err(|error| failed(&ignore, error))?;
    }
    if fs::read(&file).is_ok_and(|there| there == bytes) {
        return Ok(file);
    }
    let beside = file.with_extension("recoupe~");
    fs::write(&beside, bytes).map_err(|error| failed(&beside, error))?;
    fs::rename(&beside, &file).map_err(|error| failed(&file, error))?;
    Ok(file)
}

/// Adds a capture to a document's front matter.
fn write(root: &Path, document: &Entry<Document>, item: &str) -> Result<(), Failure> {
    let text = &document.file.text;
    let by_hand = || Failure(format!("write this into `captures` of {} by hand:\n  - {item}", document.file.path));
    let (at, new) = if document.record.captures.is_empty() {
        if locate_field(document, "captures").is_some() {
            return Err(by_hand());
        }
        let fence = text[..document.body.start].trim_end().rfind("---").ok_or_else(by_hand)?;
        (fence, format!("captures:\n  - {item}\n"))
    } else {
        let last = FieldPath::of("captures").index(document.record.captures.len() - 1);
        let last = locate(&Place::value(&document.file.path, last), text).range;
        let line = text[..last.start].rfind('\n').map_or(0, |newline| newline + 1);
        // Only a list whose elements have lines of their own can be continued without looking at the rest.
        let before = &text[line..last.start];
        if before.trim() != "-" {
            return Err(by_hand());
        }
        let end = text[..last.end].trim_end().len();
        (end, format!("\n{before}{item}"))
    };
    let mut written = text.to_string();
    written.insert_str(at, &new);
    let target = root.join(&*document.file.path);
    let beside = target.with_extension("md.recoupe~");
    let failed = |error: std::io::Error| Failure(format!("cannot write {}: {error}", target.display()));
    fs::write(&beside, written).map_err(failed)?;
    fs::rename(&beside, &target).map_err(failed)
}

/// Where a field stands in the front matter, if it is written.
fn locate_field(document: &Entry<Document>, field: &str) -> Option<Range<usize>> {
    let range = locate(&Place::key(&document.file.path, FieldPath::of(field)), &document.file.text).range;
    (&document.file.text[range.clone()] == field).then_some(range)
}
