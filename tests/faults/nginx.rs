//! A published directory behind nginx: what readers get while releases are switched.

use std::collections::BTreeSet;
use std::sync::RwLock;
use std::sync::atomic::{AtomicBool, Ordering};

use tempfile::TempDir;

use crate::faults::desk::{Desk, Releases, files};
use crate::faults::process::{Environment, Program};
use crate::faults::random::Random;
use crate::faults::reader::Files;
use crate::web::Web;

/// How many releases follow the first, and how many readers there are meanwhile.
const RELEASES: usize = 12;
const READERS: u64 = 4;

/// What one reader saw.
#[derive(Default)]
struct Seen {
    answers: usize,
    /// The releases that an answer told, where its bytes are of one alone.
    releases: BTreeSet<usize>,
}

#[test]
fn readers_get_whole_releases_one_after_the_other_while_they_are_switched() {
    let program = Program { path: env!("CARGO_BIN_EXE_recoupe").into() };
    let dir = TempDir::new().unwrap();
    let www = dir.path().join("www");
    let target = format!("{{ kind: directory, path: {}, keep: 3 }}", www.display());
    let desk = Desk { root: dir.path().join("desk") };
    std::fs::create_dir(&desk.root).unwrap();
    let releases = Releases::new(&program);
    desk.write(releases.first(), &target);
    let site = desk.root.join("content/site.yaml");
    let text = std::fs::read_to_string(&site).unwrap() + "hosting: { hosts: nginx }\n";

    let known = RwLock::new(Vec::new());
    let publish = |release: usize| {
        std::fs::write(&site, text.replace("Checks in Port Velm", &format!("Checks in Port Velm, {release}"))).unwrap();
        run(&program, &desk, "build");
        known.write().unwrap().push(files(&desk.root.join("public")));
        run(&program, &desk, "publish");
    };
    publish(0);
    let Some(web) = Web::nginx(&www, &www) else { return };
    let is_over = AtomicBool::new(false);
    let seen = std::thread::scope(|scope| {
        let (known, web, is_over) = (&known, &web, &is_over);
        let readers: Vec<_> = (0..READERS).map(|seed| scope.spawn(move || read(seed, known, web, is_over))).collect();
        (1..=RELEASES).for_each(publish);
        is_over.store(true, Ordering::SeqCst);
        readers.into_iter().map(|reader| reader.join().unwrap()).collect::<Vec<Seen>>()
    });
    let answers: usize = seen.iter().map(|seen| seen.answers).sum();
    let all: BTreeSet<usize> = seen.into_iter().flat_map(|seen| seen.releases).collect();
    eprintln!("{answers} answers of {} releases", all.len());
    assert!(answers > 20 * RELEASES && all.len() > RELEASES / 2, "the readers hardly read: {answers} of {all:?}");
}

/// Follows the site's pages in an order that the seed decides; each answer is one file of one release, none is older
/// than the one before, and nothing that all releases have is missing.
fn read(seed: u64, known: &RwLock<Vec<Files>>, web: &Web, is_over: &AtomicBool) -> Seen {
    let (mut random, mut seen, mut oldest) = (Random::new(seed, "reader"), Seen::default(), 0);
    let first = known.read().unwrap()[0].clone();
    let paths: Vec<&String> = first.keys().filter(|path| path.as_str() != "recoupe-nginx.conf").collect();
    while !is_over.load(Ordering::SeqCst) {
        let path = paths[random.next() as usize % paths.len()];
        let address = path.strip_suffix("index.html").unwrap_or(path);
        let answer = web.get(&format!("/{address}"), &[]);
        assert_eq!(answer.status, 200, "{path}");
        let known = known.read().unwrap();
        let of: Vec<usize> =
            (0..known.len()).filter(|&release| known[release].get(path) == Some(&answer.body)).collect();
        assert!(!of.is_empty(), "{path} is of no release");
        assert!(of.last() >= Some(&oldest), "{path} is of {of:?}, and {oldest} was seen before");
        oldest = oldest.max(of[0]);
        if let [release] = of[..] {
            seen.releases.insert(release);
        }
        seen.answers += 1;
    }
    seen
}

fn run(program: &Program, desk: &Desk, command: &str) {
    let end = desk.run(program, command, &Environment::new());
    assert!(end.succeeded, "{}", end.words);
}
