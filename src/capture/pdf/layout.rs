//! From glyphs at places to words, lines and blocks.

/// A painted glyph.
pub struct Glyph<'a> {
    /// Its letters.
    pub text: &'a str,
    /// Where it begins, on its base line.
    pub start: (f64, f64),
    /// Where the next one would.
    pub end: (f64, f64),
    /// How high the writing is.
    pub size: f64,
}

/// The glyphs of a file so far, in the order in which it paints them.
#[derive(Default)]
pub struct Lines {
    text: String,
    last: Option<Last>,
}

struct Last {
    end: (f64, f64),
    /// Which way it was written, as a step of length one.
    way: (f64, f64),
    size: f64,
    /// How far apart the last two lines of the block are.
    apart: Option<f64>,
}

/// All in sizes of the writing: from where on a gap is a space, and from where on it parts columns.
const SPACE: f64 = 0.15;
const COLUMN: f64 = 2.5;
/// How far writing may go back, for an accent or a narrow pair.
const BACK: f64 = 0.8;
/// From where on a step across begins a line: raised numbers stay in theirs.
const LINE: f64 = 0.5;
/// From where on it begins a block, and how much wider than before.
const BLOCK: f64 = 1.75;
const WIDER: f64 = 1.25;

impl Lines {
    /// Nothing is put beside what stood on the page before.
    pub fn begin_page(&mut self) {
        self.last = None;
        self.begin("\n\n");
    }

    /// How many bytes the text has so far.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// The text.
    pub fn text(self) -> String {
        self.text
    }

    /// Adds a glyph behind the last one.
    pub fn add(&mut self, glyph: &Glyph<'_>) {
        let size = if glyph.size.is_finite() && glyph.size > 0.0 { glyph.size } else { 1.0 };
        let (dx, dy) = (glyph.end.0 - glyph.start.0, glyph.end.1 - glyph.start.1);
        let length = dx.hypot(dy);
        let mut apart = None;
        let way = match &self.last {
            Some(last) if length < f64::EPSILON => last.way,
            _ if length < f64::EPSILON => (1.0, 0.0),
            _ => (dx / length, dy / length),
        };
        if let Some(last) = &self.last {
            let step = (glyph.start.0 - last.end.0, glyph.start.1 - last.end.1);
            let larger = last.size.max(size);
            let along = (step.0 * last.way.0 + step.1 * last.way.1) / larger;
            // Down is positive.
            let down = (step.0 * last.way.1 - step.1 * last.way.0) / larger;
            let is_turned = last.way.0 * way.0 + last.way.1 * way.1 < 0.9;
            if is_turned || down < -LINE || !down.is_finite() || !along.is_finite() {
                self.begin("\n\n");
            } else if down > LINE {
                let is_other_size = last.size / size > 1.2 || size / last.size > 1.2;
                let is_wider = last.apart.is_some_and(|apart| down > apart * WIDER);
                if down > BLOCK || is_wider || is_other_size {
                    self.begin("\n\n");
                } else {
                    self.begin("\n");
                    apart = Some(down);
                }
            } else {
                apart = last.apart;
                // Words of two columns stand beside each other and not behind each other: the bar keeps them apart.
                if !(-BACK..=COLUMN).contains(&along) {
                    self.begin(" | ");
                } else if along > SPACE {
                    self.begin(" ");
                }
            }
        }
        for c in glyph.text.chars() {
            if !c.is_whitespace() {
                self.text.push(c);
            } else {
                self.begin(" ");
            }
        }
        self.last = Some(Last { end: glyph.end, way, size, apart });
    }

    /// Puts what parts two pieces; what parts more takes the place of what parts less.
    fn begin(&mut self, mark: &str) {
        let kept = self.text.trim_end().len();
        let there = &self.text[kept..];
        if kept == 0 || (mark == " " && !there.is_empty()) || (mark == "\n" && there.contains('\n')) {
            return;
        }
        if there.contains("\n\n") {
            return;
        }
        self.text.truncate(kept);
        self.text.push_str(mark);
    }
}
