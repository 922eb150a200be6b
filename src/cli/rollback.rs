//! `recoupe publish --releases` and `--rollback`: what a target has kept, and back to one of them.
//!
//! Nothing is built or checked: a rollback is for the hour in which a build may not be possible.

use std::process::ExitCode;

use super::build::bytes;
use super::common::Failure;
use super::publish::{failure, print_changes, summary};
use super::published;
use crate::publish::{self, History, Kept, PublishError, Release, State, Target};
use crate::site::{LostClaim, Retreat};

/// Lists the releases of a target.
pub fn list(name: &str, release: &Release, target: &Target) -> Result<ExitCode, Failure> {
    let history = publish::history(release, target).map_err(failure)?;
    if history.kept().is_empty() {
        println!("{name}: nothing is published there");
    }
    for kept in history.kept() {
        let state = match kept {
            Kept { is_served: true, .. } => "  served now",
            Kept { is_withdrawn: true, .. } => "  withdrawn",
            _ => "",
        };
        let note = if kept.note.is_empty() { String::new() } else { format!("  {}", kept.note) };
        println!("{}{note}{state}", kept.name);
    }
    if let Some((files, length)) = history.aside().filter(|(files, _)| *files > 0) {
        eprintln!("note: {files} files ({}) are kept for the releases that are not served", bytes(length));
    }
    Ok(ExitCode::SUCCESS)
}

/// Goes back to a release, after saying what readers lose by it.
pub fn go_back(
    name: &str,
    release: &Release,
    target: &Target,
    wanted: &str,
    dry_run: bool,
) -> Result<ExitCode, Failure> {
    let history = publish::history(release, target).map_err(failure)?;
    let kept = history.find(wanted).map_err(failure)?;
    if history.is_served(kept) {
        println!("{name}: readers see {} already", kept.name);
        return Ok(ExitCode::SUCCESS);
    }
    let plan = history.plan(kept).map_err(failure)?;
    if let Err(why) = losses(&history, kept) {
        // The desk has to decide without: what brings it here may be just that.
        eprintln!("note: nobody knows what readers lose: {why}");
    }
    if dry_run {
        print_changes(&plan);
        println!("{name}: {} ({}); nothing was changed", kept.name, summary(&plan));
        return Ok(ExitCode::SUCCESS);
    }
    // Publishing again, which is what helps otherwise, would send what was to be taken back.
    let stopped = |error| match error {
        PublishError::Remote { .. } => Failure(format!("{error}\nhelp: `--rollback {}` completes it", kept.name)),
        other => failure(other),
    };
    match history.go_back(kept).map_err(stopped)? {
        State::Commit(commit) => println!("{name}: back to {} by commit {commit} ({})", kept.name, summary(&plan)),
        _ => println!("{name}: back to {} ({})", kept.name, summary(&plan)),
    }
    eprintln!("note: content/ is as it was: the next `recoupe publish` sends what is there");
    Ok(ExitCode::SUCCESS)
}

/// Says what readers lose.
fn losses(history: &History, kept: &Kept) -> Result<(), Failure> {
    let earlier = |kept: &Kept| {
        let manifest = history.manifest(kept).map_err(failure)?;
        let manifest = manifest.ok_or_else(|| Failure(format!("{} has no manifest", kept.name)))?;
        published::known_by(manifest, &kept.name)
    };
    let Some(served) = history.served() else { return Ok(()) };
    let retreat = Retreat::between(&earlier(served)?, &earlier(kept)?);
    if retreat.is_empty() {
        return Ok(());
    }
    println!("readers lose:");
    for (id, lost) in &retreat.claims {
        let parts = |parts: &[&str]| match parts {
            [] => String::new(),
            parts => format!("; other than now: {}", parts.join(", ")),
        };
        match lost {
            LostClaim::All => println!("  the claim {id}"),
            LostClaim::Revisions(1, others) => println!("  a revision of the claim {id}{}", parts(others)),
            LostClaim::Revisions(count, others) => println!("  {count} revisions of the claim {id}{}", parts(others)),
            LostClaim::Parts(others) => println!("  the claim {id} as it is{}", parts(others)),
        }
    }
    for address in &retreat.addresses {
        println!("  the page /{address}");
    }
    Ok(())
}
