//! Figures on a scale: where each value stands in the last column of its table.

use super::local::Local;
use crate::text::format;
use crate::text::quantity::{Qualifier, Quantity};
use crate::view::{Chart, Direction, Dot, Span, Track};

/// Where 0 and the end of the scale stand, in percent of the drawing.
const ENDS: (f64, f64) = (5.0, 93.0);

/// How many steps a scale has at most.
const STEPS: f64 = 5.0;

/// A scale from 0 that holds every value of a table.
pub(super) struct Scale {
    high: f64,
    step: f64,
    direction: Direction,
}

impl Scale {
    /// The scale for some values; none if they leave nothing to draw.
    pub fn new<'q>(local: Local<'_, '_>, values: impl Iterator<Item = &'q Quantity>) -> Option<Self> {
        let bounds = values.flat_map(|value| [value.low, value.high]).filter(|bound| bound.is_finite());
        let highest = bounds.fold(0.0, f64::max);
        if highest <= 0.0 {
            return None;
        }
        // The widest of 1, 2 and 5 times a power of ten that is narrow enough, and room for a word beyond.
        let power = 10f64.powf((highest / STEPS).log10().floor());
        let steps = [1.0, 2.0, 5.0, 10.0].map(|times| times * power);
        let step = steps.into_iter().find(|step| highest / step <= STEPS).unwrap_or(10.0 * power);
        Some(Self { high: (highest / step).ceil() * step, step, direction: Direction::of(local.lang()) })
    }

    /// The scale itself.
    pub fn chart(&self, local: Local<'_, '_>) -> Chart {
        let [low, high] = [0.0, self.high].map(|number| format::number(number, local.lang()));
        let steps = (self.high / self.step).round();
        let lines = (0..=6).map(f64::from).take_while(|line| *line <= steps);
        Chart {
            span: local.say_with("chart_span", &[("low", (&low).into()), ("high", (&high).into())]),
            grid: lines.map(|line| self.at(line * self.step)).collect(),
        }
    }

    /// One value on the scale.
    pub fn track(&self, value: &Quantity) -> Track {
        let (low, high) = (value.low, value.high);
        let dot = |at: f64, hollow: bool| Some(Dot { at: self.at(at), hollow });
        let onwards = |dotted| Some(Span { from: self.at(low), to: self.edge(100.0), dotted, capped: false });
        let down = |dotted| Some(Span { from: self.edge(0.0), to: self.at(high), dotted, capped: false });
        let (dot, line) = match value.qualifier {
            Qualifier::Exactly => (dot(low, false), None),
            Qualifier::About | Qualifier::Nearly => (dot(low, true), None),
            Qualifier::AtLeast => (dot(low, false), onwards(true)),
            Qualifier::MoreThan => (dot(low, true), onwards(false)),
            Qualifier::AtMost | Qualifier::UpTo => (dot(high, false), down(true)),
            Qualifier::LessThan => (dot(high, true), down(false)),
            Qualifier::Range | Qualifier::Vague => {
                (None, Some(Span { from: self.at(low), to: self.at(high), dotted: false, capped: true }))
            }
        };
        Track { dot, line }
    }

    fn at(&self, value: f64) -> String {
        let share = (value / self.high).clamp(0.0, 1.0);
        self.edge(ENDS.0 + share * (ENDS.1 - ENDS.0))
    }

    /// A place in percent, from the right where the page is read from there.
    fn edge(&self, percent: f64) -> String {
        let percent = match self.direction {
            Direction::Ltr => percent,
            Direction::Rtl => 100.0 - percent,
        };
        format!("{}%", (percent * 10.0).round() / 10.0)
    }
}
