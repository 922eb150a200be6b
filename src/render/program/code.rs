//! What a template comes to: steps and expressions whose names are already places.

use std::sync::atomic::{AtomicUsize, Ordering};

/// Where a value lies while a template runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// What the engine hands over, by its position.
    Input(usize),
    /// What the template itself names, by its position in the frame of a run.
    Local(usize),
}

/// A step.
#[derive(Debug)]
pub(super) enum Step {
    /// Prints markup of the template.
    Text(Box<str>),
    /// Prints a value, escaped unless it is safe.
    Write(Expr),
    /// Runs the steps behind the first condition that holds, else those at the end.
    If(Vec<(Expr, Vec<Step>)>, Vec<Step>),
    /// Runs steps for each item of a list; others if there is none.
    For(For),
    /// Gives a value a name.
    Set(usize, Expr),
    /// Runs a component with its arguments.
    Call(Call),
}

/// A loop over a list. Its item lies at `item`, the number of items before it behind that, then how many there are.
#[derive(Debug)]
pub(super) struct For {
    pub list: Expr,
    pub item: usize,
    pub each: Vec<Step>,
    pub none: Vec<Step>,
}

/// A component with the values of its arguments, in their order.
#[derive(Debug)]
pub(super) struct Call {
    pub component: usize,
    pub arguments: Vec<Expr>,
}

/// The type that a component wants of an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Any,
    Text,
    List,
    Map,
}

/// A component: the types of its arguments, which lie in the first places of its frame, and its steps.
#[derive(Debug)]
pub(super) struct Component {
    pub arguments: Vec<Kind>,
    pub code: Code,
}

/// Steps, and how many places they need.
#[derive(Debug)]
pub(super) struct Code {
    pub places: usize,
    pub steps: Vec<Step>,
}

/// How two values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// What a loop knows of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LoopFact {
    Index,
    Index0,
    First,
    Last,
    Length,
}

/// Something that has a value.
#[derive(Debug)]
pub(super) enum Expr {
    Text(Box<str>),
    Number(i64),
    Bool(bool),
    /// A value, or a field of it, or a field of that.
    Path(Place, Box<[Name]>),
    /// A fact of the loop whose item lies there.
    Loop(usize, LoopFact),
    Not(Box<Expr>),
    And(Box<Expr>, Box<Expr>),
    Or(Box<Expr>, Box<Expr>),
    Equal(Box<Expr>, Box<Expr>),
    Unequal(Box<Expr>, Box<Expr>),
    Compared(Order, Box<Expr>, Box<Expr>),
    Remainder(Box<Expr>, Box<Expr>),
    Joined(Box<Expr>, Box<Expr>),
    /// `| safe`
    Safe(Box<Expr>),
    /// `| join(sep="…")`
    Row(Box<Expr>, Box<str>),
    /// `| length`
    Length(Box<Expr>),
    /// `range(end=…)`
    Range(Box<Expr>),
    /// `[value for item in list if condition]`
    Filtered(Box<Filtered>),
}

/// The items of a list of which a condition holds, each as a value.
#[derive(Debug)]
pub(super) struct Filtered {
    pub list: Expr,
    pub item: usize,
    pub value: Expr,
    pub condition: Option<Expr>,
}

/// The name of a field, with a guess where it stands among others.
#[derive(Debug)]
pub(super) struct Name {
    name: Box<str>,
    /// Values of one type name their fields in one order, so a name is mostly found where it was before.
    guess: AtomicUsize,
}

impl Name {
    pub(super) fn new(name: &str) -> Self {
        Self { name: name.into(), guess: AtomicUsize::new(0) }
    }

    /// The name.
    pub(super) fn as_str(&self) -> &str {
        &self.name
    }

    /// The position of the field among `length` fields, of which `is` tells whether one has the name.
    pub(super) fn position(&self, length: usize, is: impl Fn(usize) -> bool) -> Option<usize> {
        let guess = self.guess.load(Ordering::Relaxed);
        if guess < length && is(guess) {
            return Some(guess);
        }
        let found = (0..length).find(|&at| is(at))?;
        self.guess.store(found, Ordering::Relaxed);
        Some(found)
    }
}
