//! Running git.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::publish::{Author, PublishError};

/// Variables that would point git at another repository, as they do inside a hook.
const FOREIGN: [&str; 8] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_NAMESPACE",
    "GIT_PREFIX",
];

/// Git in one repository.
pub(super) struct Git {
    repository: PathBuf,
    root: PathBuf,
    environment: Vec<(String, String)>,
}

impl Git {
    /// Git in a bare repository, with the settings of another; relative remotes are meant from `root`.
    pub(super) fn new(repository: &Path, root: &Path, settings: &[(String, String)]) -> Git {
        // Settings may be secrets, and what is on a command line can be seen by every user of the machine.
        let already: usize = std::env::var("GIT_CONFIG_COUNT").ok().and_then(|count| count.parse().ok()).unwrap_or(0);
        let mut environment = vec![("GIT_CONFIG_COUNT".to_owned(), (already + settings.len()).to_string())];
        for (at, (key, value)) in (already..).zip(settings) {
            environment.push((format!("GIT_CONFIG_KEY_{at}"), key.clone()));
            environment.push((format!("GIT_CONFIG_VALUE_{at}"), value.clone()));
        }
        environment.extend(time_limit(root));
        Git { repository: repository.to_owned(), root: root.to_owned(), environment }
    }

    /// The same git, committing as `author`.
    pub(super) fn by(&self, author: Author) -> Git {
        let mut environment = self.environment.clone();
        for role in ["AUTHOR", "COMMITTER"] {
            environment.push((format!("GIT_{role}_NAME"), author.name.to_owned()));
            environment.push((format!("GIT_{role}_EMAIL"), author.email.to_owned()));
        }
        Git { repository: self.repository.clone(), root: self.root.clone(), environment }
    }

    /// Makes the repository.
    pub(super) fn init(&self, args: &[&str]) -> Result<(), PublishError> {
        self.text("make a repository", args).map(drop)
    }

    /// What git answers, without the last line break.
    pub(super) fn text(&self, doing: &'static str, args: &[&str]) -> Result<String, PublishError> {
        self.fed(doing, args, b"")
    }

    /// The very bytes that git answers.
    pub(super) fn bytes(&self, doing: &'static str, args: &[&str]) -> Result<Vec<u8>, PublishError> {
        run(self.command(), doing, args, b"")
    }

    /// What git answers to `input`.
    pub(super) fn fed(&self, doing: &'static str, args: &[&str], input: &[u8]) -> Result<String, PublishError> {
        run(self.command(), doing, args, input).map(|answer| text(&answer))
    }

    fn command(&self) -> Command {
        let mut command = bare(&self.root);
        command.env("GIT_DIR", &self.repository).envs(self.environment.iter().map(|(key, value)| (key, value)));
        command
    }
}

/// A server that says nothing any more is given up, unless somebody has set up SSH for git by hand: git would wait for
/// ever.
fn time_limit(root: &Path) -> Option<(String, String)> {
    let is_set = |name| std::env::var_os(name).is_some();
    let by_hand = ["GIT_SSH_COMMAND", "GIT_SSH"].into_iter().any(is_set)
        || in_desk(root, "read its settings", &["config", "--get", "core.sshCommand"]).is_ok();
    let command = "ssh -oConnectTimeout=20 -oServerAliveInterval=15";
    (!by_hand).then(|| ("GIT_SSH_COMMAND".to_owned(), command.to_owned()))
}

/// Git in the repository that holds `dir`, if there is one.
pub(super) fn in_desk(dir: &Path, doing: &'static str, args: &[&str]) -> Result<String, PublishError> {
    run(bare(dir), doing, args, b"").map(|answer| text(&answer))
}

fn bare(dir: &Path) -> Command {
    let mut command = Command::new("git");
    command.current_dir(dir);
    for variable in FOREIGN {
        command.env_remove(variable);
    }
    command
}

/// An answer without its last line break.
fn text(answer: &[u8]) -> String {
    String::from_utf8_lossy(answer).trim_end_matches('\n').to_owned()
}

fn run(mut command: Command, doing: &'static str, args: &[&str], input: &[u8]) -> Result<Vec<u8>, PublishError> {
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(PublishError::NoGit)?;
    let stdin = child.stdin.take();
    // Git answers while it reads: a second thread feeds it, so that neither waits for the other.
    let output = std::thread::scope(|scope| {
        scope.spawn(move || {
            // If git stops reading, its exit says why.
            let _ = stdin.map(|mut stdin| stdin.write_all(input));
        });
        child.wait_with_output()
    });
    let output = output.map_err(PublishError::NoGit)?;
    if !output.status.success() {
        let words = redacted(String::from_utf8_lossy(&output.stderr).trim());
        return Err(PublishError::Git { doing, words });
    }
    Ok(output.stdout)
}

/// The text without what stands before the `@` of a URL: it may be a password.
pub(super) fn redacted(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("://") {
        let (before, after) = rest.split_at(at + 3);
        shown.push_str(before);
        let end = after.find(|c: char| c.is_whitespace() || "/'\"`".contains(c)).unwrap_or(after.len());
        rest = match after[..end].rfind('@') {
            Some(user) => {
                shown.push('…');
                &after[user..]
            }
            None => after,
        };
    }
    shown + rest
}

#[cfg(test)]
mod tests {
    use super::redacted;

    #[test]
    fn passwords_are_not_shown() {
        assert_eq!(
            redacted("fatal: 'https://desk:se@cret@example.org/site.git' and ssh://git@host/x, a@b"),
            "fatal: 'https://…@example.org/site.git' and ssh://…@host/x, a@b"
        );
    }
}
