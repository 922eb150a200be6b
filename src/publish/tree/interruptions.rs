//! Publications and rollbacks in an object store that are stopped at each of their steps, before and after it is done.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};

use futures_util::TryStreamExt as _;
use object_store::memory::InMemory;
use object_store::{Attribute, ObjectStore as _, ObjectStoreExt as _};
use tempfile::TempDir;

use super::headers::Headers;
use super::record::{Files, RECORD, Record};
use super::shelf;
use super::store::{Condition, Copies, Copy, Object, Put, Store};
use super::{Cloud, Earlier, There, own_path};
use crate::emit::{MANIFEST, Order, OutPath, Output, Sha256Sum, Sum};
use crate::publish::built::Built;
use crate::publish::releases::History;
use crate::publish::{Author, BucketKind, PublishError, Release, Sending};

const KEEP: usize = 3;

/// A store that answers so many requests, and then no more.
struct Mortal {
    cloud: Cloud,
    left: AtomicUsize,
    /// Whether the last request is carried out, and only its answer is lost.
    late: bool,
}

impl Mortal {
    fn step<T>(&self, act: impl FnOnce() -> Result<T, PublishError>) -> Result<T, PublishError> {
        let left = self.left.load(Ordering::SeqCst);
        self.left.store(left.saturating_sub(1), Ordering::SeqCst);
        let dead = || PublishError::Remote { place: "www".into(), doing: "read", words: "it is gone".into() };
        match left {
            0 => Err(dead()),
            1 if self.late => act().and_then(|_| Err(dead())),
            _ => act(),
        }
    }
}

impl Store for Mortal {
    fn place(&self) -> &str {
        self.cloud.place()
    }

    fn keeps_headers(&self) -> bool {
        self.cloud.keeps_headers()
    }

    fn get(&self, path: &OutPath) -> Result<Option<Object>, PublishError> {
        self.step(|| self.cloud.get(path))
    }

    fn put_all(&self, files: &[Put<'_>]) -> Result<(), PublishError> {
        files.iter().try_for_each(|put| self.step(|| self.cloud.put_all(std::slice::from_ref(put))))
    }

    fn put_if(&self, path: &OutPath, bytes: &[u8], condition: Condition<'_>) -> Result<Option<Object>, PublishError> {
        self.step(|| self.cloud.put_if(path, bytes, condition))
    }

    fn delete_all(&self, paths: &[&OutPath]) -> Result<(), PublishError> {
        paths.iter().try_for_each(|path| self.step(|| self.cloud.delete_all(&[path])))
    }

    fn copies(&self) -> Option<&dyn Copies> {
        Some(self)
    }
}

impl Copies for Mortal {
    fn copy_all(&self, copies: &[Copy]) -> Result<Vec<OutPath>, PublishError> {
        let ends = copies.iter().map(|copy| self.step(|| self.cloud.copy_all(std::slice::from_ref(copy))));
        Ok(ends.collect::<Result<Vec<_>, _>>()?.concat())
    }

    fn first_wrong(&self, files: &[(OutPath, Sum)]) -> Result<Option<usize>, PublishError> {
        self.step(|| self.cloud.first_wrong(files))
    }
}

/// A desk and a store in memory.
struct Scene {
    root: Arc<TempDir>,
    memory: Arc<InMemory>,
    kind: BucketKind,
}

/// How long a run lives.
#[derive(Clone, Copy, Debug)]
struct Life {
    steps: usize,
    late: bool,
}

const WHOLE: Life = Life { steps: usize::MAX, late: false };

/// What is done at the desk.
#[derive(Clone, Copy, Debug)]
enum Act {
    Publish(usize),
    Back(&'static str),
}

impl Scene {
    /// Three releases, published one after the other.
    fn new(kind: BucketKind) -> Scene {
        let scene = Scene { root: Arc::new(TempDir::new().unwrap()), memory: Arc::new(InMemory::new()), kind };
        (1..=3).for_each(|number| scene.act(Act::Publish(number), WHOLE).unwrap());
        scene.is_coherent("at first");
        scene
    }

    /// The same desk and store, to go another way from here.
    fn again(&self) -> Scene {
        Scene { root: self.root.clone(), memory: Arc::new(self.memory.fork()), kind: self.kind }
    }

    fn store(&self, life: Life) -> Box<dyn Store> {
        let cloud = Cloud::over(self.memory.clone(), self.kind);
        Box::new(Mortal { cloud, left: AtomicUsize::new(life.steps), late: life.late })
    }

    fn with<T>(&self, act: impl FnOnce(Release) -> T) -> T {
        let (site, scratch) = (self.root.path().join("public"), self.root.path().join(".recoupe"));
        let author = Author { name: "desk", email: "desk@example.org" };
        act(Release { site: &site, root: self.root.path(), scratch: &scratch, author })
    }

    fn act(&self, act: Act, life: Life) -> Result<(), PublishError> {
        let keep = NonZeroUsize::new(KEEP).unwrap();
        let store = self.store(life);
        self.with(|release| match act {
            Act::Publish(number) => {
                build(release.site, number);
                let there = There::find(store, Some(keep))?;
                there.publish(&Built::open(release.site)?, &release, &Sending::default()).map(drop)
            }
            Act::Back(wanted) => {
                let history = History::of(Box::new(Earlier::find(release, store, keep)?))?;
                history.go_back(history.find(wanted)?).map(drop)
            }
        })
    }

    fn wait<T>(&self, work: impl Future<Output = T>) -> T {
        tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(work)
    }

    /// All that is in the store.
    fn objects(&self) -> BTreeMap<String, Vec<u8>> {
        self.wait(async {
            let listed: Vec<_> = self.memory.list(None).try_collect().await.unwrap();
            let mut objects = BTreeMap::new();
            for object in listed {
                let bytes = self.memory.get(&object.location).await.unwrap().bytes().await.unwrap();
                objects.insert(object.location.to_string(), bytes.to_vec());
            }
            objects
        })
    }

    fn record(&self) -> Record {
        Record::from_json(&self.objects()[RECORD]).unwrap()
    }

    /// What readers find.
    fn site(&self) -> BTreeMap<String, Vec<u8>> {
        let ours = |path: &str| path.starts_with("recoupe-") && path != MANIFEST;
        self.objects().into_iter().filter(|(path, _)| !ours(path)).collect()
    }

    /// Between two releases, every file is of one of them, and no page is there before what it needs.
    fn is_between(&self, one: usize, other: usize, what: &str) {
        let (one, other) = (built(one), built(other));
        let site = self.site();
        for path in one.keys().filter(|path| other.contains_key(*path)) {
            assert!([one, other].iter().any(|release| release[path] == site[path]), "{path} {what}");
        }
        for (path, bytes) in site.iter().filter(|(path, _)| path.ends_with(".html")) {
            let text = String::from_utf8_lossy(bytes);
            for needed in text.lines().filter_map(|line| line.strip_prefix("needs ")) {
                assert!(site.contains_key(needed), "{path} needs {needed} {what}");
            }
        }
    }

    /// Nothing is left to do, nothing lies about, and every kept release can be gone back to.
    fn is_coherent(&self, what: &str) {
        let (objects, record) = (self.objects(), self.record());
        assert!(record.pending.is_empty(), "{:?} {what}", record.pending);
        assert!(record.shelf.releases.len() < KEEP, "{:?} {what}", record.shelf.releases);
        let lists = record.shelf.releases.iter().map(|release| shelf::list(*release));
        let known = record.files.keys().chain(record.kept.keys()).cloned();
        let slots = record.shelf.files.keys().map(shelf::slot);
        let expected: BTreeSet<String> =
            known.chain(lists).chain(slots).chain([own_path(RECORD)]).map(|path| path.to_string()).collect();
        assert_eq!(objects.keys().cloned().collect::<BTreeSet<_>>(), expected, "{what}");
        let mut needed = BTreeSet::new();
        for release in &record.shelf.releases {
            let files: Files = serde_json::from_slice(&objects[shelf::list(*release).as_str()]).unwrap();
            for (path, file) in files {
                let here = objects.get(path.as_str()).is_some_and(|bytes| Sum::of(bytes) == file.sum());
                let slot = shelf::slot(&file.sha256);
                let aside = objects.get(slot.as_str()).is_some_and(|bytes| Sum::of(bytes) == file.sum());
                assert!(here || aside, "{path} of release {release} is lost {what}");
                needed.extend((!here).then_some(file.sha256));
            }
        }
        assert_eq!(record.shelf.files.keys().copied().collect::<BTreeSet<_>>(), needed, "{what}");
    }

    /// Readers see this release, with its headers.
    fn shows(&self, number: usize, what: &str) {
        let (site, release) = (self.site(), built(number));
        for (path, bytes) in release {
            assert!(site.get(path) == Some(bytes), "{path} of {number} {what}");
            let sum = Sum::of(bytes);
            let headers = Headers::of(&own_path(path), &sum);
            let got = self.wait(self.memory.get(&path.as_str().into())).unwrap();
            let header = |name| got.attributes.get(&name).map(|value| value.to_string());
            assert_eq!(header(Attribute::ContentType).as_deref(), Some(headers.content_type), "{path}");
            assert_eq!(header(Attribute::CacheControl).as_deref(), Some(headers.cache_control), "{path}");
        }
        let record = self.record();
        let left = site.keys().find(|path| !release.contains_key(*path) && !record.kept.contains_key(&own_path(path)));
        assert_eq!(left, None, "{what}");
    }
}

/// A site whose pages change with the release and need its own style sheet; some stay, one comes and one goes.
fn pages(number: usize) -> Vec<(String, String)> {
    let style = format!("style of {number}");
    let named = format!("static/main.{:.8}.css", Sha256Sum::of(style.as_bytes()).to_string());
    let page = |name: &str| (name.to_owned(), format!("{name} of {number}\nneeds {named}"));
    vec![
        (named.clone(), style),
        ("data/same.json".into(), "{}".into()),
        // The same bytes as another kind of file, with other headers.
        ("data/same.txt".into(), if number.is_multiple_of(2) { "{}".into() } else { number.to_string() }),
        ("data/even.json".into(), (number % 2).to_string()),
        page("claims/a/index.html"),
        page(&format!("claims/only-{number}/index.html")),
        page("index.html"),
    ]
}

fn build(site: &Path, number: usize) {
    let output = Output::open(site, &[]).unwrap();
    for (path, text) in pages(number) {
        output.put(&OutPath::new(&path).unwrap(), text.as_bytes(), Order::Page).unwrap();
    }
    output.commit().unwrap();
}

/// The files of a release, with its manifest.
fn built(number: usize) -> &'static BTreeMap<String, Vec<u8>> {
    static RELEASES: LazyLock<Vec<BTreeMap<String, Vec<u8>>>> = LazyLock::new(|| (0..=5).map(read).collect());
    &RELEASES[number]
}

fn read(number: usize) -> BTreeMap<String, Vec<u8>> {
    let dir = TempDir::new().unwrap();
    build(dir.path(), number);
    let site = Built::open(dir.path()).unwrap();
    site.files.iter().map(|(path, sum)| (path.clone(), site.read(path, sum).unwrap())).collect()
}

/// Stops `act` at each of its steps, then does something else.
fn stopped_everywhere(kind: BucketKind, act: Act, leads_to: usize, then: &[(Act, usize)]) {
    let start = Scene::new(kind);
    for late in [false, true] {
        for steps in 0.. {
            let scene = start.again();
            let end = scene.act(act, Life { steps, late });
            let what = format!("after {steps} steps of {act:?}{}", if late { ", the last unanswered" } else { "" });
            scene.is_between(3, leads_to, &what);
            for (then, number) in then {
                let scene = scene.again();
                if end.is_err() {
                    // Stopped once more, somewhere else.
                    let _ = scene.act(*then, Life { steps: steps * 7 % 40, late });
                }
                scene.act(*then, WHOLE).unwrap_or_else(|error| panic!("{then:?} {what}: {error}"));
                scene.shows(*number, &what);
                scene.is_coherent(&format!("{then:?} {what}"));
            }
            if end.is_ok() {
                assert!(steps > 20, "{steps}");
                break;
            }
        }
    }
}

#[test]
fn a_publication_that_stops_anywhere_is_completed_or_taken_back() {
    let then = [(Act::Publish(4), 4), (Act::Publish(5), 5), (Act::Back("000003"), 3), (Act::Back("000002"), 2)];
    stopped_everywhere(BucketKind::S3, Act::Publish(4), 4, &then);
    stopped_everywhere(BucketKind::Azure, Act::Publish(4), 4, &then[..2]);
}

#[test]
fn a_rollback_that_stops_anywhere_is_completed_or_left_behind() {
    let then = [(Act::Back("000002"), 2), (Act::Publish(4), 4), (Act::Back("000001"), 1), (Act::Back("000003"), 3)];
    stopped_everywhere(BucketKind::S3, Act::Back("1"), 2, &then);
    stopped_everywhere(BucketKind::Azure, Act::Back("1"), 2, &then[..2]);
}
