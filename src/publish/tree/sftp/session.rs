//! Running `sftp`.

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::publish::{PublishError, SftpFolder};

/// How `sftp` ends if there is no connection.
const NO_CONNECTION: i32 = 255;
/// How often a lost connection is made again, after waiting twice as long each time.
const ATTEMPTS: u32 = 5;
const FIRST_WAIT: Duration = Duration::from_millis(250);
/// What `ssh` says when none of its keys is taken; a list of what would be taken follows.
const DENIED: &str = "Permission denied (";

/// How to reach one host.
#[derive(Clone)]
pub(super) struct Session {
    program: Vec<String>,
    host: String,
    place: String,
}

/// How a list of commands ended.
enum End {
    /// With what was printed.
    Well(String),
    NotFound,
    Failed(String),
    NoConnection(String),
}

impl Session {
    pub(super) fn new(folder: &SftpFolder, place: &str) -> Session {
        let program = folder.program.split_whitespace().map(str::to_owned).collect();
        Session { program, host: folder.host.clone(), place: place.to_owned() }
    }

    /// Runs the commands in their order up to the first that fails; one that begins with `-` may fail.
    pub(super) fn run(&self, doing: &'static str, commands: &[String]) -> Result<(), PublishError> {
        match self.insist(commands)? {
            End::Well(_) => Ok(()),
            End::NotFound => Err(self.failure(doing, "no such file".to_owned())),
            End::Failed(words) | End::NoConnection(words) => Err(self.failure(doing, words)),
        }
    }

    /// Runs each list of commands in a connection of its own, all at the same time.
    pub(super) fn run_beside(&self, doing: &'static str, lists: &[Vec<String>]) -> Result<(), PublishError> {
        std::thread::scope(|scope| {
            let threads: Vec<_> = lists.iter().map(|list| scope.spawn(|| self.run(doing, list))).collect();
            // All are waited for, whichever fails.
            let ends: Vec<_> = threads.into_iter().map(|thread| thread.join().expect("no thread panics")).collect();
            ends.into_iter().collect()
        })
    }

    /// Whether the file that the command is about is there.
    pub(super) fn finds(&self, doing: &'static str, command: &str) -> Result<bool, PublishError> {
        self.answer(doing, &[command.to_owned()]).map(|answer| answer.is_some())
    }

    /// What the commands print, after each of them itself; none if what they are about is not there.
    pub(super) fn answer(&self, doing: &'static str, commands: &[String]) -> Result<Option<String>, PublishError> {
        match self.insist(commands)? {
            End::Well(printed) => Ok(Some(printed)),
            End::NotFound => Ok(None),
            End::Failed(words) | End::NoConnection(words) => Err(self.failure(doing, words)),
        }
    }

    fn failure(&self, doing: &'static str, words: String) -> PublishError {
        let place = self.place.clone();
        if words.contains(DENIED) {
            return PublishError::Denied { place, words, secrets: "keys, agent and settings are those of `ssh`" };
        }
        PublishError::Remote { place, doing, words }
    }

    fn insist(&self, commands: &[String]) -> Result<End, PublishError> {
        let mut wait = FIRST_WAIT;
        for _ in 1..ATTEMPTS {
            match self.once(commands)? {
                // A key that is refused now is refused in a second, too.
                End::NoConnection(words) if !words.contains(DENIED) => std::thread::sleep(wait),
                end => return Ok(end),
            }
            wait *= 2;
        }
        self.once(commands)
    }

    fn once(&self, commands: &[String]) -> Result<End, PublishError> {
        let Some((program, options)) = self.program.split_first() else {
            return Err(self.failure("run `sftp`", "no program is named".to_owned()));
        };
        let not_run = |error: std::io::Error| self.failure("run `sftp`", error.to_string());
        let mut child = Command::new(program)
            .args(options)
            .args([
                "-oBatchMode=yes",
                "-oLogLevel=ERROR",
                "-oConnectTimeout=20",
                "-oServerAliveInterval=15",
                "-b",
                "-",
                "--",
            ])
            .arg(&self.host)
            .env("LC_ALL", "C")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(not_run)?;
        let stdin = child.stdin.take();
        let input = commands.join("\n") + "\n";
        let output = std::thread::scope(|scope| {
            scope.spawn(move || {
                // If sftp stops reading, its exit says why.
                let _ = stdin.map(|mut stdin| stdin.write_all(input.as_bytes()));
            });
            child.wait_with_output()
        });
        let output = output.map_err(not_run)?;
        let words = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        // What failed before was allowed to.
        let last = words.lines().last().unwrap_or_default();
        Ok(match output.status.code() {
            Some(0) => End::Well(String::from_utf8_lossy(&output.stdout).into_owned()),
            Some(NO_CONNECTION) => End::NoConnection(words),
            _ if last.contains("not found") || last.contains("No such file") => End::NotFound,
            _ if words.contains("Connection closed") || words.contains("Connection reset") => End::NoConnection(words),
            _ => End::Failed(words),
        })
    }
}

/// A name as one word of a command, in which no character means anything else.
pub(super) fn quoted(name: &str) -> String {
    let mut quoted = String::from("\"");
    for c in name.chars() {
        if matches!(c, '"' | '\\') {
            quoted.push('\\');
        }
        quoted.push(c);
    }
    quoted + "\""
}
