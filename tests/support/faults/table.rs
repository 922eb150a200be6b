//! The figures as a table.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::sound::Wrong;
use super::{Fault, Verdict};

/// What is counted of one fault at one place.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    tried: usize,
    stopped: usize,
    survived: usize,
    mixed: usize,
    lost: usize,
}

/// The figures of several places, in the order in which they were tried.
#[derive(Default)]
pub struct Table {
    rows: Vec<(&'static str, Fault, Count)>,
    /// What went wrong, in words.
    pub wrong: Vec<String>,
}

impl Table {
    pub fn add(&mut self, place: &'static str, ends: &[(Fault, u64, Verdict)]) {
        let mut counts: BTreeMap<Fault, Count> = BTreeMap::new();
        for (fault, _, verdict) in ends {
            let count = counts.entry(*fault).or_default();
            count.tried += 1;
            match verdict {
                Verdict::Survived { stopped } => {
                    count.survived += 1;
                    count.stopped += usize::from(*stopped);
                }
                Verdict::Wrong(Wrong::Mixed(words)) => {
                    count.mixed += 1;
                    self.wrong.push(format!("{place}: mixed: {words}"));
                }
                Verdict::Wrong(Wrong::Lost(words)) => {
                    count.lost += 1;
                    self.wrong.push(format!("{place}: lost: {words}"));
                }
            }
        }
        self.rows.extend(counts.into_iter().map(|(fault, count)| (place, fault, count)));
    }

    pub fn markdown(&self) -> String {
        let mut text = "| target | fault | tried | stopped by it | survived | mixed | lost |\n".to_owned();
        text.push_str("| --- | --- | ---: | ---: | ---: | ---: | ---: |\n");
        for (place, fault, Count { tried, stopped, survived, mixed, lost }) in &self.rows {
            let name = fault.name();
            writeln!(text, "| {place} | {name} | {tried} | {stopped} | {survived} | {mixed} | {lost} |")
                .expect("a text grows");
        }
        text
    }
}
