//! `recoupe publish`: build, then send the site to where readers find it.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::build::{self, bytes};
use super::common::{Failure, SiteArgs};
use crate::model::{PublishTarget, Site, TargetKind};
use crate::publish::{self, Author, Directory, GitBranch, Plan, PublishError, Release, State, Target};
use crate::text::nearest;

/// Build the site and publish it.
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
}

impl Publish {
    pub fn run(self) -> Result<ExitCode, Failure> {
        let Some(built) = build::site(&self.site, self.out.clone(), self.base_url.clone())? else {
            return Ok(ExitCode::from(1));
        };
        let corpus = &built.judged.corpus;
        let (name, target) = self.target(&corpus.site)?;
        let first = corpus.first_lang();
        let title = corpus.site.title.get(first, first).unwrap_or("recoupe").to_owned();
        let release = Release {
            site: &self.site.root.join(&self.out),
            root: &self.site.root,
            scratch: &self.site.root.join(".recoupe"),
            author: Author { name: &title, email: "recoupe@localhost" },
        };
        if self.dry_run {
            let plan = publish::plan(&release, &target).map_err(failure)?;
            print_plan(&plan);
            return Ok(ExitCode::SUCCESS);
        }
        let publication = publish::publish(&release, &target).map_err(failure)?;
        match publication.state {
            State::Unchanged => println!("{name}: nothing has changed"),
            State::Release(release) => println!("{name}: {} ({})", release.display(), summary(&publication.plan)),
            State::Commit(commit) => println!("{name}: commit {commit} ({})", summary(&publication.plan)),
        }
        Ok(ExitCode::SUCCESS)
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
        Ok(match target.kind {
            TargetKind::Directory => {
                let path = target.path.as_ref().ok_or_else(|| missing("path"))?;
                let keep = target.keep.map_or(Some(NonZeroUsize::MIN), |keep| NonZeroUsize::new(keep as usize));
                let keep = keep.ok_or_else(|| Failure(format!("the target `{name}` keeps at least 1 release")))?;
                Target::Directory(Directory { path: path.into(), keep })
            }
            TargetKind::Git => Target::Git(GitBranch {
                remote: target.remote.clone().ok_or_else(|| missing("remote"))?,
                branch: target.branch.clone().ok_or_else(|| missing("branch"))?,
                cname: target.cname.clone(),
            }),
        })
    }
}

fn failure(error: PublishError) -> Failure {
    Failure(match error.help() {
        Some(help) => format!("{error}\nhelp: {help}"),
        None => error.to_string(),
    })
}

fn summary(plan: &Plan) -> String {
    let Plan { added, changed, removed, .. } = plan;
    let sent = bytes(plan.bytes_to_send());
    format!("{} added, {} changed, {} removed, {sent}", added.len(), changed.len(), removed.len())
}

fn print_plan(plan: &Plan) {
    for (sign, items) in [("+", &plan.added), ("~", &plan.changed), ("-", &plan.removed)] {
        for item in items {
            println!("{sign} {} ({})", item.path, bytes(item.bytes));
        }
    }
    println!("{}; nothing was sent", summary(plan));
}
