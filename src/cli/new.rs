//! `recoupe new`: a record to fill in.

mod skeleton;

use std::fs;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::common::{Failure, SiteArgs};
use crate::judge;
use crate::model::{RecordKind, id_problem};
use crate::resolve::Drafts;

/// Make a record to fill in.
#[derive(Args, Debug)]
pub struct New {
    #[command(flatten)]
    site: SiteArgs,
    /// What to make.
    #[arg(value_enum)]
    kind: Kind,
    /// Its id: lower-case letters, digits and hyphens; it becomes its address for good.
    id: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// A checkable statement.
    Claim,
    /// Who asserts things or publishes documents.
    Source,
    /// A citable publication.
    Document,
    /// Something that happened.
    Event,
    /// A named place.
    Place,
    /// A page of the desk's own.
    Page,
}

impl From<Kind> for RecordKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Claim => Self::Claim,
            Kind::Source => Self::Source,
            Kind::Document => Self::Document,
            Kind::Event => Self::Event,
            Kind::Place => Self::Place,
            Kind::Page => Self::Page,
        }
    }
}

impl New {
    pub fn run(self) -> Result<ExitCode, Failure> {
        if let Some(problem) = id_problem(&self.id) {
            return Err(Failure(format!("`{}` is not an id: {problem}", self.id)));
        }
        let mut options = self.site.judge_options(None)?;
        options.drafts = Drafts::Included;
        let corpus = judge::folder(&self.site.root, &options).map_err(Failure::of)?.judged.corpus;
        let unreadable = corpus.unreadable.iter().any(|(_, id)| *id == self.id);
        if corpus.target(&self.id).is_some() || unreadable {
            return Err(Failure(format!("`{}` is the id of something else; ids are unique across all kinds", self.id)));
        }
        let kind = RecordKind::from(self.kind);
        let folder = self.site.root.join("content").join(kind.folder());
        fs::create_dir_all(&folder).map_err(|error| Failure(format!("cannot make {}: {error}", folder.display())))?;
        for (name, text) in skeleton::files(kind, &self.id, &corpus, options.as_of) {
            let file = folder.join(name);
            let made = fs::OpenOptions::new().write(true).create_new(true).open(&file);
            made.and_then(|mut file| std::io::Write::write_all(&mut file, text.as_bytes()))
                .map_err(|error| Failure(format!("cannot write {}: {error}", file.display())))?;
            println!("{}", file.display());
        }
        if kind == RecordKind::Claim {
            println!("fill it in, then remove `draft: true`; until then it is no part of the site");
        } else {
            println!("fill it in; `recoupe check` says what is missing");
        }
        Ok(ExitCode::SUCCESS)
    }
}
