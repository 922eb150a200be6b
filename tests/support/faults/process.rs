//! `recoupe` as a process that can be killed and never outlives its deadline.

use std::fs::{self, File};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// After so long a process hangs.
const DEADLINE: Duration = Duration::from_secs(120);

/// What the example of the same name runs as: a variable that makes it the program itself.
pub const AS_PROGRAM: &str = "RECOUPE_FAULTS_AS_PROGRAM";

/// The program under test.
pub struct Program {
    pub path: PathBuf,
}

/// Variables of one run.
pub type Environment = Vec<(String, String)>;

/// A process under way, with whatever it started.
pub struct Run {
    child: Child,
    log: PathBuf,
    since: Instant,
}

/// How a process ended.
#[derive(Debug)]
pub struct End {
    pub succeeded: bool,
    pub hung: bool,
    pub took: Duration,
    pub words: String,
}

/// Who is killed, and how soon the next run begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kill {
    /// The program and all that it started, as when a machine is switched off.
    All,
    /// The program; what it started ends by itself before the next run.
    Alone,
    /// The program; the next run begins at once, while what it started may still be at work.
    AloneAndAgain,
}

impl Program {
    /// Begins `recoupe` in `dir`; `blocks` of 512 bytes are the most that a file may have.
    pub fn begin(&self, dir: &Path, args: &[&str], environment: &Environment, blocks: Option<u64>) -> Run {
        let mut command = match blocks {
            None => Command::new(&self.path),
            Some(blocks) => {
                let mut shell = Command::new("sh");
                shell.args(["-c", &format!("ulimit -c 0; ulimit -f {blocks}; exec \"$0\" \"$@\"")]).arg(&self.path);
                shell
            }
        };
        let log = dir.join("log");
        let file = File::create(&log).unwrap();
        command
            .args(args)
            .current_dir(dir)
            .env(AS_PROGRAM, "1")
            .envs(environment.iter().map(|(key, value)| (key, value)));
        command.stdin(Stdio::null()).stdout(file.try_clone().unwrap()).stderr(file).process_group(0);
        let child = command.spawn().unwrap_or_else(|error| panic!("{command:?} does not start: {error}"));
        Run { child, log, since: Instant::now() }
    }

    pub fn run(&self, dir: &Path, args: &[&str], environment: &Environment) -> End {
        self.begin(dir, args, environment, None).end()
    }
}

impl Run {
    /// Waits for the end; what is left of it after that is killed.
    pub fn end(mut self) -> End {
        let end = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break self.ended(status.success(), false);
            }
            if self.since.elapsed() > DEADLINE {
                break self.ended(false, true);
            }
            std::thread::sleep(Duration::from_millis(4));
        };
        self.kill_all();
        end
    }

    /// Kills the process after some time; says so if it was still at work.
    pub fn kill_after(mut self, time: Duration, kill: Kill) -> Result<(), End> {
        while self.since.elapsed() < time {
            if let Some(status) = self.child.try_wait().unwrap() {
                return Err(self.ended(status.success(), false));
            }
            std::thread::sleep(Duration::from_millis(1).min(time.saturating_sub(self.since.elapsed())));
        }
        if let Some(status) = self.child.try_wait().unwrap() {
            return Err(self.ended(status.success(), false));
        }
        match kill {
            Kill::All => self.kill_all(),
            Kill::Alone | Kill::AloneAndAgain => self.child.kill().unwrap(),
        }
        self.child.wait().unwrap();
        let killed = Instant::now();
        while kill == Kill::Alone && self.is_anybody_left() {
            if killed.elapsed() > DEADLINE {
                let end = self.ended(false, true);
                self.kill_all();
                return Err(end);
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        Ok(())
    }

    fn ended(&self, succeeded: bool, hung: bool) -> End {
        let words = String::from_utf8_lossy(&fs::read(&self.log).unwrap_or_default()).trim().to_owned();
        End { succeeded, hung, took: self.since.elapsed(), words }
    }

    fn kill_all(&mut self) {
        if self.is_anybody_left() {
            // All may have ended since.
            let _ = Command::new("sh").arg("-c").arg(format!("kill -9 -{} 2>/dev/null", self.child.id())).status();
        }
    }

    /// Whether a process of its group is alive.
    fn is_anybody_left(&self) -> bool {
        let group = self.child.id().to_string();
        let is_of_it = |entry: fs::DirEntry| {
            let stat = fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
            // After the name, which may hold anything: state, parent, group.
            let facts: Vec<&str> = stat.rsplit(") ").next().unwrap_or_default().split(' ').take(3).collect();
            matches!(facts.as_slice(), [state, _, found] if *found == group && !["Z", "X"].contains(state))
        };
        fs::read_dir("/proc").unwrap().filter_map(Result::ok).any(is_of_it)
    }
}
