//! One try after the other at one place.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tempfile::TempDir;

use super::desk::{Change, Desk, Release, Releases};
use super::places::{At, Patience, Place, Way};
use super::process::{End, Environment, Kill, Program};
use super::proxy::{Answer, Proxy, Stall, Trouble};
use super::random::Random;
use super::room::{self, Room};
use super::sound::{self, Wrong};
use super::{ENDLESS, Fault};
use crate::tree;

/// How often a fault that did not happen is tried again, earlier or with other luck.
const ATTEMPTS: u64 = 8;
/// From one attempt's luck to the next; what a seed decides for good stays as it is.
const LUCK: u64 = ENDLESS * 9;

/// How a try ended.
#[derive(Clone, Debug)]
pub enum Verdict {
    /// All held: the publication was stopped and completed by the next, or overcame what went wrong.
    Survived {
        stopped: bool,
    },
    Wrong(Wrong),
}

/// A place with what is published there, and what an undisturbed publication needs.
pub struct Bench<'a> {
    place: &'a dyn Place,
    program: &'a Program,
    releases: &'a Releases,
    dir: TempDir,
    needs: BTreeMap<Change, Needs>,
    /// Where the first release is already, to be copied.
    first: Option<PathBuf>,
    count: AtomicUsize,
}

/// What one undisturbed publication takes.
struct Needs {
    time: Duration,
    /// Bytes that are sent.
    sent: usize,
    /// Bytes on the disk.
    disk: u64,
}

/// A publication about to begin: one release is there, and another stands at the desk.
struct Scene<'a> {
    at: At,
    desk: Desk,
    old: &'a Release,
    new: &'a Release,
    room: Option<Room>,
    _dir: TempDir,
}

impl<'a> Bench<'a> {
    pub fn new(place: &'a dyn Place, program: &'a Program, releases: &'a Releases) -> Bench<'a> {
        let dir = TempDir::new().unwrap();
        let mut bench =
            Bench { place, program, releases, dir, needs: BTreeMap::new(), first: None, count: AtomicUsize::new(0) };
        let first = bench.scene(Change::All, false);
        if let Some(folder) = place.copied(&first.at) {
            let copy = bench.dir.path().join("first");
            tree::copy(&folder, &copy);
            bench.first = Some(copy);
        }
        bench.needs = Change::ALL.map(|change| (change, bench.measure(change))).into();
        bench
    }

    pub fn way(&self) -> Way {
        self.place.way()
    }

    /// Whether a fault can happen here and be waited for.
    pub fn can_try(&self, fault: Fault) -> bool {
        // A limit for the size of files stands for a full disk on this machine, and not on a server.
        let needs_mount = fault == Fault::FullDisk && self.way() == Way::Ssh && !room::may_mount();
        fault.can_happen(self.way()) && !needs_mount
    }

    pub fn name(&self) -> &'static str {
        self.place.name()
    }

    fn measure(&self, change: Change) -> Needs {
        let scene = self.scene(change, self.way() != Way::Http);
        let used = || scene.room.as_ref().map_or(0, Room::used);
        let before = used();
        let proxy = self.place.port().map(|port| Proxy::start(Trouble::None, port));
        let end = self.end(&scene, proxy.as_ref(), Patience::Usual);
        assert!(end.succeeded, "undisturbed: {}", end.words);
        let Err(wrong) = sound::after(self.place, &scene.at, &scene.old.site, &scene.new.site) else {
            let sent = proxy.map_or(0, |proxy| proxy.passed());
            return Needs { time: end.took, sent, disk: used().saturating_sub(before) };
        };
        panic!("undisturbed: {wrong:?}")
    }

    /// Publishes the first release, and puts another on the desk.
    fn scene(&self, change: Change, in_room: bool) -> Scene<'a> {
        let dir = TempDir::new_in(self.dir.path()).unwrap();
        let room = if in_room { Room::new() } else { None };
        let folder = room.as_ref().map_or(dir.path(), |room| room.path()).to_owned();
        let name = format!("site-{}", self.count.fetch_add(1, Ordering::SeqCst));
        let at = At { name, folder };
        let root = self.place.desk(&at).unwrap_or_else(|| dir.path().join("desk"));
        fs::create_dir_all(&root).unwrap();
        let desk = Desk { root };
        let (old, new) = (self.releases.first(), self.releases.second(change));
        let scene = Scene { at, desk, old, new, room, _dir: dir };
        match (&self.first, self.place.copied(&scene.at)) {
            (Some(first), Some(folder)) => tree::copy(first, &folder),
            _ => {
                self.place.begin(&scene.at);
                let end = self.end_of(&scene, old, None, Patience::Usual);
                assert!(end.succeeded, "the first publication: {}", end.words);
            }
        }
        scene
    }

    fn environment(&self, proxy: Option<&Proxy>, patience: Patience) -> Environment {
        let port = proxy.map(|proxy| proxy.port).or(self.place.port());
        port.map(|port| self.place.environment(port, patience)).unwrap_or_default()
    }

    /// Publishes the second release.
    fn end(&self, scene: &Scene, proxy: Option<&Proxy>, patience: Patience) -> End {
        self.end_of(scene, scene.new, proxy, patience)
    }

    fn end_of(&self, scene: &Scene, release: &Release, proxy: Option<&Proxy>, patience: Patience) -> End {
        self.put(scene, release, proxy);
        scene.desk.run(self.program, self.place.command(), &self.environment(proxy, patience))
    }

    /// Puts a release on the desk, to be published directly or through a proxy.
    fn put(&self, scene: &Scene, release: &Release, proxy: Option<&Proxy>) {
        let port = proxy.map(|proxy| proxy.port).or(self.place.port());
        scene.desk.write(release, &self.place.target(&scene.at, port.unwrap_or_default()));
    }

    /// Lets something go wrong, as the seed decides.
    pub fn trial(&self, fault: Fault, seed: u64) -> Verdict {
        let change = Change::ALL[seed as usize % Change::ALL.len()];
        let mut share = Random::new(seed, fault.name()).share();
        for attempt in 0..ATTEMPTS {
            let scene = self.scene(change, fault == Fault::FullDisk);
            match self.disturbed(&scene, fault, seed + attempt * LUCK, share, &self.needs[&change]) {
                Some(end) => return self.judged(&scene, fault, seed, end),
                // It came after the end of the publication, or met no request that it could befall.
                None => share /= 2.0,
            }
        }
        Verdict::Wrong(Wrong::Lost(format!("seed {seed}: {} never happened", fault.name())))
    }

    /// Begins the publication and disturbs it; how it ended, and nothing if it was not disturbed.
    fn disturbed(&self, scene: &Scene, fault: Fault, seed: u64, share: f64, needs: &Needs) -> Option<End> {
        let sent = (needs.sent as f64 * share) as usize;
        let trouble = match fault {
            Fault::Killed => return self.killed(scene, seed, needs.time.mul_f64(share)),
            Fault::FullDisk => return self.full(scene, (needs.disk as f64 * share) as u64),
            Fault::Cut => Trouble::CutAfter(sent),
            Fault::Stalled => {
                Trouble::StallAfter(sent, if seed.is_multiple_of(ENDLESS) { Stall::All } else { Stall::One })
            }
            Fault::Slow => Trouble::Slow(seed),
            Fault::Truncated if self.way() == Way::Ssh => Trouble::CutOnceAt(sent),
            Fault::Truncated => Trouble::Request(Answer::Truncated, seed),
            Fault::AnswerLost => Trouble::Request(Answer::Lost, seed),
            Fault::Refused => Trouble::Request(Answer::Refused, seed),
            Fault::Throttled => Trouble::Request(Answer::Throttled, seed),
        };
        let patience = if fault == Fault::Stalled { Patience::Short } else { Patience::Usual };
        let proxy = Proxy::start(trouble, self.place.port().expect("the place is reached over a port"));
        let end = self.end(scene, Some(&proxy), patience);
        (proxy.hits() > 0).then_some(end)
    }

    fn killed(&self, scene: &Scene, seed: u64, after: Duration) -> Option<End> {
        let kill = [Kill::All, Kill::Alone, Kill::AloneAndAgain][(seed / 3) as usize % 3];
        self.put(scene, scene.new, None);
        let run = self.program.begin(
            &scene.desk.root,
            &[self.place.command()],
            &self.environment(None, Patience::Usual),
            None,
        );
        let killed = run.kill_after(after, kill);
        if self.way() == Way::Http {
            // A server ends what it was asked to do.
            std::thread::sleep(Duration::from_millis(200));
        }
        match killed {
            Ok(()) => Some(End { succeeded: false, hung: false, took: after, words: "killed".into() }),
            Err(end) => end.hung.then_some(end),
        }
    }

    fn full(&self, scene: &Scene, bytes: u64) -> Option<End> {
        let end = match &scene.room {
            Some(room) => {
                room.leave(bytes);
                let end = self.end(scene, None, Patience::Usual);
                room.clear();
                end
            }
            // Every file of more than a few blocks is one too many.
            None => {
                self.put(scene, scene.new, None);
                let args = [self.place.command()];
                self.program.begin(&scene.desk.root, &args, &self.environment(None, Patience::Usual), Some(2)).end()
            }
        };
        (!end.succeeded).then_some(end)
    }

    /// Looks at the place, publishes again, and looks again.
    fn judged(&self, scene: &Scene, fault: Fault, seed: u64, end: End) -> Verdict {
        let (old, new) = (&scene.old.site, &scene.new.site);
        let lost = |what: &str, words: &str| Wrong::Lost(format!("{what}: {words}"));
        let looked = || {
            if end.hung {
                return Err(lost("it hangs", &end.words));
            }
            match end.succeeded {
                true => sound::after(self.place, &scene.at, old, new)?,
                false => sound::between(self.place, &scene.at, old, new)?,
            }
            let again = self.end(scene, None, Patience::Usual);
            if !again.succeeded {
                return Err(lost("the next run fails", &again.words));
            }
            sound::after(self.place, &scene.at, old, new)
        };
        match looked() {
            Ok(()) => Verdict::Survived { stopped: !end.succeeded },
            Err(wrong) => Verdict::Wrong(wrong.of(&format!("{}, seed {seed}", fault.name()), &end.words)),
        }
    }
}
