//! Watching the files of the desk, and taking what belongs together as one change.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use notify::{EventKind, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};

use super::live::Live;
use super::{Refresh, ServeError, Site};

/// How long an event waits for its companions: the other half of a rename, the write after a create.
const SETTLE: Duration = Duration::from_millis(20);
const TICK: Duration = Duration::from_millis(10);
/// How long nothing more may come before a burst is over; longer than a tick.
const QUIET: Duration = Duration::from_millis(20);
/// When a burst is acted upon though it goes on.
const PATIENCE: Duration = Duration::from_millis(500);

type Watcher = Debouncer<RecommendedWatcher, RecommendedCache>;

/// Keeps a site up to date as long as it lives.
pub(super) struct Watch {
    messages: Sender<Message>,
}

enum Message {
    /// These paths changed.
    Changed(Vec<PathBuf>),
    /// The system lost track.
    Anything,
    Stop,
}

impl Watch {
    /// Watches the files of the site, and tells open pages what changes mean.
    pub(super) fn start(site: Arc<dyn Site>, live: Arc<Live>) -> Result<Watch, ServeError> {
        let (messages, inbox) = channel();
        let sender = messages.clone();
        let watcher = new_debouncer(SETTLE, Some(TICK), move |result| {
            if let Some(message) = message(result) {
                // Nobody listens any more when the server ends.
                let _ = sender.send(message);
            }
        })?;
        let mut roots = Roots::new(site.as_ref(), watcher);
        roots.watch()?;
        let (unsettled, left) = channel();
        let settling = (site.clone(), live.clone());
        thread::Builder::new().name("settle".to_owned()).spawn(move || settle(&*settling.0, &settling.1, &left))?;
        let follower = move || follow(&*site, &live, &mut roots, &inbox, &unsettled);
        thread::Builder::new().name("watch".to_owned()).spawn(follower)?;
        Ok(Watch { messages })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // If the thread has ended already, that is what we want.
        let _ = self.messages.send(Message::Stop);
    }
}

/// What the system reports, without those who only read.
fn message(result: DebounceEventResult) -> Option<Message> {
    let Ok(events) = result else { return Some(Message::Anything) };
    if events.iter().any(|event| event.need_rescan()) {
        return Some(Message::Anything);
    }
    let changes = events.into_iter().filter(|event| !matches!(event.kind, EventKind::Access(_)));
    let paths: Vec<PathBuf> = changes.flat_map(|event| event.event.paths).collect();
    (!paths.is_empty()).then_some(Message::Changed(paths))
}

fn follow(site: &dyn Site, live: &Live, roots: &mut Roots, inbox: &Receiver<Message>, unsettled: &Sender<()>) {
    let refresh = |changed: &[PathBuf]| {
        let refresh = guarded(|| site.refresh(changed));
        let settled = refresh.settled;
        live.tell(refresh);
        if !settled {
            // The other thread ends only after this one.
            let _ = unsettled.send(());
        }
    };
    refresh(&[]);
    while let Ok(first) = inbox.recv() {
        let mut changed = BTreeSet::new();
        let begin = Instant::now();
        let mut next = Some(first);
        while let Some(message) = next {
            match message {
                Message::Changed(paths) => changed.extend(paths.into_iter().filter(|path| roots.concern(path))),
                Message::Anything => changed.extend(roots.paths.iter().cloned()),
                Message::Stop => return,
            }
            next = if begin.elapsed() < PATIENCE { inbox.recv_timeout(QUIET).ok() } else { None };
        }
        if changed.is_empty() {
            continue;
        }
        roots.watch_again(&changed);
        let changed: Vec<PathBuf> = changed.into_iter().collect();
        refresh(&changed);
    }
}

/// Does what refreshes leave to be done; several that came in the meantime are one.
fn settle(site: &dyn Site, live: &Live, left: &Receiver<()>) {
    while left.recv().is_ok() {
        while left.try_recv().is_ok() {}
        live.tell(guarded(|| site.settle()));
    }
}

/// What the site says; if it panics, that is our mistake, and the next change may mend it.
fn guarded(said: impl Fn() -> Refresh) -> Refresh {
    catch_unwind(AssertUnwindSafe(said)).unwrap_or_else(|_| Refresh {
        findings_html: Some(
            "<p>recoupe failed while it read the content. This is a mistake in recoupe; the terminal says more.</p>"
                .to_owned(),
        ),
        settled: true,
        ..Refresh::default()
    })
}

/// What is watched.
struct Roots {
    paths: Vec<PathBuf>,
    ignored: Vec<PathBuf>,
    watcher: Watcher,
}

impl Roots {
    fn new(site: &dyn Site, watcher: Watcher) -> Roots {
        let absolute = |path: PathBuf| std::path::absolute(&path).unwrap_or(path);
        let paths = site.watched().into_iter().map(absolute).collect();
        let ignored = site.ignored().into_iter().map(absolute).collect();
        Roots { paths, ignored, watcher }
    }

    /// Watches every directory with all below it, and the one above each root, where a root can come and go.
    ///
    /// A file is never watched by itself: editors put a new one in its place.
    fn watch(&mut self) -> Result<(), ServeError> {
        let above: BTreeSet<&Path> = self.paths.iter().filter_map(|path| path.parent()).collect();
        // A directory that is watched as a root must not be watched a second time without what is below it.
        for parent in
            above.into_iter().filter(|parent| parent.is_dir() && !self.paths.iter().any(|root| root == parent))
        {
            self.watcher.watch(parent, RecursiveMode::NonRecursive)?;
        }
        for root in self.paths.iter().filter(|root| root.is_dir()) {
            self.watcher.watch(root, RecursiveMode::Recursive)?;
        }
        Ok(())
    }

    /// Watches directories that have come, or come back, since.
    fn watch_again(&mut self, changed: &BTreeSet<PathBuf>) {
        for root in self.paths.iter().filter(|root| changed.contains(*root) && root.is_dir()) {
            // A watch of a directory that is gone may be left under its name.
            let _ = self.watcher.unwatch(root);
            // If it is gone again already, its next coming is reported as well.
            let _ = self.watcher.watch(root, RecursiveMode::Recursive);
        }
    }

    /// Whether a change there may mean something.
    fn concern(&self, path: &Path) -> bool {
        let concerns = |root: &PathBuf| match path.strip_prefix(root) {
            Ok(below) => !below.iter().any(|name| is_noise(&name.to_string_lossy())),
            Err(_) => root.starts_with(path),
        };
        !self.ignored.iter().any(|ignored| path.starts_with(ignored)) && self.paths.iter().any(concerns)
    }
}

/// Names that editors, systems and tools use for files of their own.
fn is_noise(name: &str) -> bool {
    let is_swap = name.starts_with('.') && [".swp", ".swo", ".swx", ".kate-swp"].iter().any(|end| name.ends_with(end));
    let begins = [".#", "#", ".~", ".goutputstream-", ".recoupe"].iter().any(|begin| name.starts_with(begin));
    let ends = ["~", ".tmp", "___jb_tmp___", "___jb_old___"].iter().any(|end| name.ends_with(end));
    is_swap || begins || ends || matches!(name, ".git" | ".DS_Store" | "4913")
}

#[cfg(test)]
mod tests {
    use super::is_noise;

    #[test]
    fn backup_files_are_noise() {
        for name in ["a.md~", ".a.md.swp", ".#a.md", "#a.md#", "4913", ".git", ".recoupe", ".recoupe-stage"] {
            assert!(is_noise(name), "{name}");
        }
        for name in ["a.md", "main.css", ".htaccess", "swp.md", "a~b.md"] {
            assert!(!is_noise(name), "{name}");
        }
    }
}
