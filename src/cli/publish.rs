//! `recoupe publish`: build, hold the site against the one that is live, then send it there.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::build::{self, Finished, Progress, bytes};
use super::common::{Failure, SiteArgs, show_findings};
use super::login;
use super::published;
use super::rollback;
use super::signing::Signing;
use crate::check::{self, Judged};
use crate::corpus::Corpus;
use crate::diagnostic::has_errors;
use crate::judge::{self, CaptureOptions, JudgeOptions};
use crate::model::{Coding, PublishTarget, Site, TargetKind};
use crate::publish::{
    self, Author, Bucket, BucketKind, Directory, GitBranch, Notice, Plan, Prepared, PublishError, Release, Sending,
    SftpFolder, SftpReleases, State, Target, WebDavFolder,
};
use crate::text::nearest;

/// The address in commits, where git wants one.
const AUTHOR: &str = "recoupe@localhost";

/// Build the site, hold it against what is live, and publish it.
#[derive(Args, Debug)]
pub struct Publish {
    #[command(flatten)]
    site: SiteArgs,
    /// The target, by its name in `publish` of `site.yaml`; needed if there are several.
    target: Option<String>,
    /// The directory to build into. Default: public.
    #[arg(long, value_name = "DIR", default_value = "public")]
    out: PathBuf,
    /// The address to use instead of `base_url` of `site.yaml`.
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// Say what would change, and send nothing.
    #[arg(long)]
    dry_run: bool,
    /// Publish although somebody else seems to: after a publication that was interrupted on another machine.
    #[arg(long)]
    break_lock: bool,
    #[command(flatten)]
    signing: Signing,
    /// List the releases that the target has kept, and publish nothing.
    #[arg(long, conflicts_with_all = ["rollback", "sign"])]
    releases: bool,
    /// Build nothing and go back: by so many releases, 1 if nothing else is said, or to the one of that name.
    #[arg(long, value_name = "N|RELEASE", num_args = 0..=1, default_missing_value = "1", conflicts_with = "sign")]
    rollback: Option<String>,
}

impl Publish {
    pub fn run(self) -> Result<ExitCode, Failure> {
        if self.releases || self.rollback.is_some() {
            return self.look_back();
        }
        let Some(Finished { built, .. }) =
            build::site(&self.site, self.out.clone(), self.base_url.clone(), &|site| self.codings(site), None)?
        else {
            return Ok(ExitCode::from(1));
        };
        let corpus = &built.judged.corpus;
        let (name, target) = self.target(&corpus.site)?;
        let (site, scratch) = (self.site.root.join(&self.out), self.site.root.join(".recoupe"));
        let release = self.release(&site, &scratch, corpus);
        let mut prepared = publish::prepare(&release, &target).map_err(failure)?;
        match self.signing.signer(self.base_url.as_deref().unwrap_or(&corpus.site.base_url))? {
            Some(signer) => prepared.sign(&signer).map_err(failure)?,
            None if prepared.is_signed().map_err(failure)? => {
                eprintln!("note: the site at {name} is signed, and this publication is not: `--sign` signs it");
            }
            None => (),
        }
        let changed = self.changed_silently(&name, &prepared, &built.judged)?;
        if self.dry_run {
            print_plan(&prepared.plan().map_err(failure)?);
        } else if changed {
            eprintln!("nothing was sent; {name} is as it was");
        }
        if changed {
            return Ok(ExitCode::from(1));
        }
        if self.dry_run {
            return Ok(ExitCode::SUCCESS);
        }
        let progress = Progress::new("files");
        let show = |done, all| progress.show(done, all);
        let warn = |notice: &Notice| eprintln!("warning: {notice}");
        let how = Sending { progress: &show, break_lease: self.break_lock, notice: &warn };
        let publication = prepared.send_as(&how).map_err(failure)?;
        progress.clear();
        match publication.state {
            State::Unchanged => println!("{name}: nothing has changed"),
            State::Release(release) => println!("{name}: {} ({})", release.display(), summary(&publication.plan)),
            State::Commit(commit) => println!("{name}: commit {commit} ({})", summary(&publication.plan)),
            State::Files => println!("{name}: {}", summary(&publication.plan)),
        }
        Ok(ExitCode::SUCCESS)
    }

    /// The codings of compressed files that the target has a use for. An object store sends a file as it is to
    /// whoever asks, so it gets none.
    fn codings(&self, site: &Site) -> Vec<Coding> {
        let is_asked = |name: &str| self.target.as_deref().is_none_or(|target| target == name);
        let mut asked = site.publish.iter().filter(|(name, _)| is_asked(name)).map(|(_, target)| target.kind);
        let is_store = |kind| matches!(kind, TargetKind::S3 | TargetKind::Google | TargetKind::Azure);
        if asked.any(is_store) { Vec::new() } else { site.codings() }
    }

    /// Lists earlier releases, or goes back to one; of `content/` only the settings are needed.
    fn look_back(self) -> Result<ExitCode, Failure> {
        let options = JudgeOptions { captures: CaptureOptions::default(), ..self.site.judge_options(None)? };
        let judged = judge::folder(&self.site.root, &options).map_err(Failure::of)?.judged;
        let corpus = &judged.corpus;
        if corpus.site_damaged {
            return Err(Failure("content/site.yaml cannot be read; `recoupe check` says why".into()));
        }
        let (name, target) = self.target(&corpus.site)?;
        let (site, scratch) = (self.site.root.join(&self.out), self.site.root.join(".recoupe"));
        let release = self.release(&site, &scratch, corpus);
        match &self.rollback {
            Some(wanted) => rollback::go_back(&name, &release, &target, wanted, self.dry_run),
            None => rollback::list(&name, &release, &target),
        }
    }

    /// What is published: the site at `site`, in the name of the desk.
    fn release<'a>(&'a self, site: &'a Path, scratch: &'a Path, corpus: &'a Corpus) -> Release<'a> {
        let author = Author { name: title(corpus), email: AUTHOR };
        Release { site, root: &self.site.root, scratch, author }
    }

    /// Holds the site against the one that readers see, and shows what must not have changed.
    fn changed_silently(&self, name: &str, prepared: &Prepared, judged: &Judged) -> Result<bool, Failure> {
        let Some(manifest) = prepared.live().map_err(failure)? else {
            println!("{name}: no site is there yet to compare with");
            return Ok(false);
        };
        let earlier = published::known_by(manifest, name)?;
        let findings = check::against(judged, self.site.judge_options(None)?.as_of, &earlier);
        show_findings(&findings, &judged.corpus.texts());
        Ok(has_errors(&findings))
    }

    fn target(&self, site: &Site) -> Result<(String, Target), Failure> {
        let names: Vec<&str> = site.publish.iter().map(|(name, _)| name.as_str()).collect();
        let name = match (&self.target, names.as_slice()) {
            (Some(name), _) => name.as_str(),
            (None, [only]) => only,
            (None, []) => {
                return Err(Failure("there is no target; add one under `publish` in content/site.yaml".into()));
            }
            (None, several) => return Err(Failure(format!("name a target: {}", several.join(", ")))),
        };
        let Some((_, target)) = site.publish.iter().find(|(known, _)| known.as_str() == name) else {
            let near = nearest(name, names).map_or(String::new(), |near| format!("; did you mean `{near}`?"));
            return Err(Failure(format!("there is no target `{name}` in content/site.yaml{near}")));
        };
        Ok((name.to_owned(), self.read_target(name, target)?))
    }

    fn read_target(&self, name: &str, target: &PublishTarget) -> Result<Target, Failure> {
        let missing = |field: &str| Failure(format!("the target `{name}` in content/site.yaml needs `{field}`"));
        let keep = || {
            let keep = target.keep.map_or(Some(NonZeroUsize::MIN), |keep| NonZeroUsize::new(keep as usize));
            keep.ok_or_else(|| Failure(format!("the target `{name}` keeps at least 1 release")))
        };
        let in_bucket = |kind| {
            let keep = target.keep.map(|_| keep()).transpose()?;
            bucket(kind, target, keep).map(Target::Bucket).ok_or_else(|| missing("bucket"))
        };
        if target.kind == TargetKind::WebDav && target.keep.is_some() {
            let why = "its files are replaced one by one; leave out `keep`";
            return Err(Failure(format!("the target `{name}` in content/site.yaml keeps no earlier releases: {why}")));
        }
        Ok(match target.kind {
            TargetKind::Directory => {
                let path = target.path.as_ref().ok_or_else(|| missing("path"))?;
                Target::Directory(Directory { path: path.into(), keep: keep()? })
            }
            TargetKind::Git => Target::Git(GitBranch {
                remote: target.remote.clone().ok_or_else(|| missing("remote"))?,
                branch: target.branch.clone().ok_or_else(|| missing("branch"))?,
                cname: target.cname.clone(),
            }),
            TargetKind::S3 => in_bucket(BucketKind::S3)?,
            TargetKind::Google => in_bucket(BucketKind::Google)?,
            TargetKind::Azure => in_bucket(BucketKind::Azure)?,
            TargetKind::WebDav => {
                let url = target.url.clone().ok_or_else(|| missing("url"))?;
                Target::WebDav(WebDavFolder { login: login::webdav(&url)?, patience: login::patience()?, url })
            }
            TargetKind::Sftp => {
                let folder = SftpFolder {
                    host: target.host.clone().ok_or_else(|| missing("host"))?,
                    path: target.path.clone().ok_or_else(|| missing("path"))?,
                    program: std::env::var("RECOUPE_SFTP").unwrap_or_else(|_| "sftp".to_owned()),
                };
                match target.keep {
                    Some(_) => Target::SftpReleases(SftpReleases { link: folder, keep: keep()? }),
                    None => Target::Sftp(folder),
                }
            }
        })
    }
}

/// The bucket of a target, with the settings and secrets of the environment and, above them, those of the target.
fn bucket(kind: BucketKind, target: &PublishTarget, keep: Option<NonZeroUsize>) -> Option<Bucket> {
    let (prefix, endpoint) = match kind {
        BucketKind::S3 => ("AWS_", "AWS_ENDPOINT"),
        BucketKind::Google => ("GOOGLE_", "GOOGLE_BASE_URL"),
        BucketKind::Azure => ("AZURE_", "AZURE_STORAGE_ENDPOINT"),
    };
    let mut settings: Vec<(String, String)> = std::env::vars().filter(|(key, _)| key.starts_with(prefix)).collect();
    let own =
        [("AWS_REGION", &target.region), (endpoint, &target.endpoint), ("AZURE_STORAGE_ACCOUNT_NAME", &target.account)];
    settings.extend(own.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value.clone()?))));
    // Without encryption only on this machine, unless the environment allows more.
    let here = ["http://127.0.0.1:", "http://localhost:", "http://[::1]:"];
    if target.endpoint.as_ref().is_some_and(|url| here.iter().any(|here| url.starts_with(here))) {
        settings.push((format!("{prefix}ALLOW_HTTP"), "true".to_owned()));
    }
    let folder = target.path.clone().unwrap_or_default();
    Some(Bucket { kind, bucket: target.bucket.clone()?, folder, settings, keep })
}

/// An error with what to do about it.
pub fn failure(error: PublishError) -> Failure {
    Failure(match error.help() {
        Some(help) => format!("{error}\nhelp: {help}"),
        None => error.to_string(),
    })
}

/// How much a plan changes, in one line.
pub fn summary(plan: &Plan) -> String {
    let Plan { added, changed, removed, kept, .. } = plan;
    let sent = bytes(plan.bytes_to_send());
    let kept = match kept.iter().map(|item| item.bytes).sum() {
        0 => String::new(),
        aside => format!("; {} kept, {}", kept.len(), bytes(aside)),
    };
    format!("{} added, {} changed, {} removed, {sent}{kept}", added.len(), changed.len(), removed.len())
}

fn print_plan(plan: &Plan) {
    print_changes(plan);
    println!("{}; nothing was sent", summary(plan));
}

/// What a plan adds, changes and removes, a line a file.
pub fn print_changes(plan: &Plan) {
    for (sign, items) in [("+", &plan.added), ("~", &plan.changed), ("-", &plan.removed)] {
        for item in items {
            println!("{sign} {} ({})", item.path, bytes(item.bytes));
        }
    }
}

/// In whose name commits are made.
fn title(corpus: &Corpus) -> &str {
    let first = corpus.first_lang();
    corpus.site.title.get(first, first).unwrap_or("recoupe")
}
