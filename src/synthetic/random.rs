//! Draws that are the same on every machine.

/// A generator of the kind “SplitMix64”.
#[derive(Debug)]
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64, salt: usize) -> Self {
        Self(seed.wrapping_mul(1_000_003).wrapping_add(salt as u64))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: usize, high: usize) -> usize {
        low + (self.next() % (high - low + 1) as u64) as usize
    }

    /// Whether something happens that happens so many times in a hundred.
    pub fn percent(&mut self, chance: usize) -> bool {
        self.between(1, 100) <= chance
    }

    pub fn of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.between(0, list.len() - 1)]
    }

    /// Different numbers from 1 to `most`.
    pub fn sample(&mut self, most: usize, count: usize) -> Vec<usize> {
        let mut drawn = Vec::with_capacity(count);
        while drawn.len() < count.min(most) {
            let one = self.between(1, most);
            if !drawn.contains(&one) {
                drawn.push(one);
            }
        }
        drawn
    }

    pub fn words(&mut self, list: &[&str], count: usize) -> String {
        let words: Vec<&str> = (0..count).map(|_| *self.of(list)).collect();
        words.join(" ")
    }

    /// Words that begin with a capital.
    pub fn title(&mut self, list: &[&str], count: usize) -> String {
        let words = self.words(list, count);
        let mut chars = words.chars();
        chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
    }

    pub fn sentence(&mut self, list: &[&str], count: usize) -> String {
        format!("{}.", self.title(list, count))
    }

    pub fn paragraph(&mut self, list: &[&str], least: usize) -> String {
        let mut sentences = Vec::new();
        let mut written = 0;
        while written < least {
            let count = self.between(7, 18);
            written += count;
            sentences.push(self.sentence(list, count));
        }
        sentences.join(" ")
    }
}
