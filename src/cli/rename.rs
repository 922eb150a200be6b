//! `recoupe rename`: another id, with every reference to it.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::common::{Failure, SiteArgs};
use crate::corpus::{Corpus, Entry, Record, SourceFile, Table, Target};
use crate::diagnostic::{FieldPath, FilePath, Place, locate};
use crate::judge;
use crate::markdown;
use crate::model::{
    AuthorId, Field, FormerId, MeasureId, PopulationId, ShortText, Trail, VerdictId, Visitor, id_problem,
};
use crate::resolve::Drafts;

/// Give a record another id, in every file that names it; the old address becomes a redirect.
#[derive(Args, Debug)]
pub struct Rename {
    #[command(flatten)]
    site: SiteArgs,
    /// The id it has.
    old: String,
    /// The id it gets.
    new: String,
}

impl Rename {
    pub fn run(self) -> Result<ExitCode, Failure> {
        if let Some(problem) = id_problem(&self.new) {
            return Err(Failure(format!("`{}` is not an id: {problem}", self.new)));
        }
        let mut options = self.site.judge_options(None)?;
        options.drafts = Drafts::Included;
        let corpus = judge::folder(&self.site.root, &options).map_err(Failure::of)?.judged.corpus;
        // A file that cannot be read may hold references that would be missed.
        if let Some((kind, id)) = corpus.unreadable.first() {
            return Err(Failure(format!("the {kind} `{id}` cannot be read; mend it first (`recoupe check`)")));
        }
        match corpus.target(&self.old) {
            Some(Target::Record(_)) => {}
            Some(Target::Verdict) => {
                return Err(Failure(format!("`{}` is a verdict; rename it in `content/site.yaml`", self.old)));
            }
            None => return Err(Failure(format!("there is no record `{}`", self.old))),
        }
        if corpus.target(&self.new).is_some() {
            return Err(Failure(format!("`{}` is the id of something else", self.new)));
        }
        let mut renaming =
            Renaming { old: &self.old, new: &self.new, edits: BTreeMap::new(), moves: Vec::new(), problem: None };
        renaming.look(&corpus);
        if let Some(problem) = renaming.problem {
            return Err(problem);
        }
        let changed = renaming.edits.len();
        renaming.write(&self.site.root)?;
        println!(
            "`{}` is now `{}`; {changed} files changed, and the old address leads to the new one",
            self.old, self.new
        );
        Ok(ExitCode::SUCCESS)
    }
}

/// Bytes of a text, and what stands there instead.
type Edit = (Range<usize>, String);

/// Everything that has to change, found before anything is written.
struct Renaming<'a> {
    old: &'a str,
    new: &'a str,
    /// By path: the text and what to put where.
    edits: BTreeMap<FilePath, (SourceFile, Vec<Edit>)>,
    /// Files that get another name.
    moves: Vec<(FilePath, String)>,
    problem: Option<Failure>,
}

impl Renaming<'_> {
    fn look(&mut self, corpus: &Corpus) {
        self.fields(&corpus.site_file, &corpus.site);
        self.table(&corpus.claims);
        self.table(&corpus.sources);
        self.table(&corpus.documents);
        self.table(&corpus.events);
        self.table(&corpus.places);
        self.table(&corpus.pages);
    }

    fn table<R: Record>(&mut self, table: &Table<R>) {
        for entry in table {
            self.fields(&entry.file, &entry.record);
            self.body(&entry.file, &entry.body);
            for translated in entry.translations.values() {
                self.body(&translated.file, &translated.body);
            }
            if entry.id.as_ref() == self.old {
                self.own(entry);
            }
        }
    }

    /// The record itself: its files' names, and the id it had.
    fn own<R: Record>(&mut self, entry: &Entry<R>) {
        let translations = entry.translations.values().map(|translated| &translated.file.path);
        for path in std::iter::once(&entry.file.path).chain(translations) {
            let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
            let rest = &name[self.old.len()..];
            self.moves.push((path.clone(), format!("{folder}/{}{rest}", self.new)));
        }
        let mut former: Vec<&str> =
            entry.record.former().iter().map(FormerId::as_str).filter(|id| *id != self.new).collect();
        former.push(self.old);
        let list = format!("[{}]", former.join(", "));
        if entry.record.former().is_empty() {
            let fence = entry.file.text[..entry.body.start].trim_end().rfind("---").unwrap_or_default();
            self.edit(&entry.file, fence..fence, format!("former: {list}\n"));
            return;
        }
        let place = Place::value(&entry.file.path, FieldPath::of("former"));
        let range = locate(&place, &entry.file.text).range;
        if entry.file.text[range.clone()].starts_with('[')
            || entry.record.former().len() == 1 && !self.is_block(entry, &range)
        {
            self.edit(&entry.file, range, list);
        } else {
            let message = format!("write `former` in {} as `{list}` by hand, then run this again", entry.file.path);
            self.problem = Some(Failure(message));
        }
    }

    fn is_block<R: Record>(&self, entry: &Entry<R>, range: &Range<usize>) -> bool {
        entry.file.text[..range.start].trim_end().ends_with('-')
    }

    fn fields(&mut self, file: &SourceFile, record: &impl Field) {
        let mut found = Found { old: self.old, paths: Vec::new(), texts: Vec::new() };
        record.visit(&Trail::Top, &mut found);
        for path in found.texts {
            let range = locate(&Place::value(&file.path, path), &file.text).range;
            let mut written = file.text[range.clone()].to_owned();
            for (before, after) in [("[[", "]]"), ("[[", "|"), ("@", "]"), ("@", ","), ("@", ";")] {
                let mention = |id| format!("{before}{id}{after}");
                written = written.replace(&mention(self.old), &mention(self.new));
            }
            self.edit(file, range, written);
        }
        for path in found.paths {
            let range = locate(&Place::value(&file.path, path), &file.text).range;
            // Keep the quotation marks, if the author wrote some.
            let written = &file.text[range.clone()];
            let new = written.replace(self.old, self.new);
            self.edit(file, range, new);
        }
    }

    fn body(&mut self, file: &SourceFile, body: &Range<usize>) {
        for mention in markdown::mentions(&file.text[body.clone()]) {
            if mention.id() == self.old {
                let range = body.start + mention.range.start..body.start + mention.range.end;
                self.edit(file, range, self.new.to_owned());
            }
        }
    }

    fn edit(&mut self, file: &SourceFile, range: Range<usize>, text: String) {
        let (_, edits) = self.edits.entry(file.path.clone()).or_insert_with(|| (file.clone(), Vec::new()));
        edits.push((range, text));
    }

    /// Writes each changed file beside itself and moves it into place, then gives files their new names.
    fn write(self, root: &Path) -> Result<(), Failure> {
        let failed = |file: &Path, error: std::io::Error| Failure(format!("cannot write {}: {error}", file.display()));
        for (path, (file, mut edits)) in self.edits {
            let mut text = file.text.to_string();
            edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
            edits.dedup();
            for (range, new) in edits {
                text.replace_range(range, &new);
            }
            let target: PathBuf = root.join(&*path);
            let beside = target.with_extension("md.recoupe~");
            fs::write(&beside, text).map_err(|error| failed(&beside, error))?;
            fs::rename(&beside, &target).map_err(|error| failed(&target, error))?;
        }
        for (from, to) in self.moves {
            let to = root.join(to);
            fs::rename(root.join(&*from), &to).map_err(|error| failed(&to, error))?;
        }
        Ok(())
    }
}

/// The paths of the fields that name an id.
struct Found<'a> {
    old: &'a str,
    paths: Vec<FieldPath>,
    /// Short texts that mention it.
    texts: Vec<FieldPath>,
}

impl<'v> Visitor<'v> for Found<'_> {
    fn id(&mut self, at: &Trail<'_>, kind: &'static str, id: &'v str) {
        let of_site = [AuthorId::KIND, VerdictId::KIND, MeasureId::KIND, PopulationId::KIND, FormerId::KIND];
        if id == self.old && !of_site.contains(&kind) {
            self.paths.push(at.path());
        }
    }

    fn short_text(&mut self, at: &Trail<'_>, text: &'v ShortText) {
        let languages = match text {
            ShortText::First(text) => vec![(at.path(), text)],
            ShortText::ByLanguage(texts) => {
                texts.iter().map(|(lang, text)| (at.path().key(lang.as_str()), text)).collect()
            }
        };
        let mentions = |text: &str| markdown::inline_mentions(text).iter().any(|mention| mention.id() == self.old);
        self.texts.extend(languages.into_iter().filter(|(_, text)| mentions(text)).map(|(path, _)| path));
    }
}
