//! Running a template: steps in, bytes out.

use std::rc::Rc;

use super::Beyond;
use super::code::{Call, Component, Expr, Filtered, For, Kind, LoopFact, Name, Order, Place, Step};
use super::data::{Data, Node};

/// Components may call one another as deeply as Tera lets them.
const DEEPEST: usize = 20;

/// A value while a template runs.
#[derive(Clone, Debug)]
pub(super) enum Value<'d> {
    /// Nothing of that name.
    Undefined,
    /// Part of a view.
    Stored(&'d Data, Node),
    Bool(bool),
    Number(i64),
    /// A text of the template.
    Text(&'d str),
    /// A text that is printed as it is.
    Safe(Rc<str>),
    /// A text that was put together.
    Made(Rc<str>),
    /// Items that were chosen.
    List(Rc<[Value<'d>]>),
    /// The numbers from zero up to this one.
    Range(i64),
}

/// A run of a template.
pub(super) struct Run<'d, 'o> {
    components: &'d [Option<Component>],
    inputs: &'d [Value<'d>],
    /// The places of all components that are being run, one behind the other.
    frame: Vec<Value<'d>>,
    /// Where those of the present one begin.
    base: usize,
    depth: usize,
    out: &'o mut Vec<u8>,
}

impl<'d, 'o> Run<'d, 'o> {
    pub(super) fn new(components: &'d [Option<Component>], inputs: &'d [Value<'d>], out: &'o mut Vec<u8>) -> Self {
        Self { components, inputs, frame: Vec::new(), base: 0, depth: 0, out }
    }

    /// Runs steps that need a number of places.
    pub(super) fn start(&mut self, places: usize, steps: &'d [Step]) -> Result<(), Beyond> {
        self.frame.resize(self.base + places, Value::Undefined);
        self.steps(steps)
    }

    fn steps(&mut self, steps: &'d [Step]) -> Result<(), Beyond> {
        for step in steps {
            match step {
                Step::Text(text) => self.out.extend_from_slice(text.as_bytes()),
                Step::Write(value) => self.write(value)?,
                Step::If(arms, otherwise) => self.branch(arms, otherwise)?,
                Step::For(repeat) => self.repeat(repeat)?,
                Step::Set(place, value) => {
                    let value = self.value(value)?;
                    self.frame[self.base + place] = value;
                }
                Step::Call(call) => self.call(call)?,
            }
        }
        Ok(())
    }

    fn branch(&mut self, arms: &'d [(Expr, Vec<Step>)], otherwise: &'d [Step]) -> Result<(), Beyond> {
        for (condition, steps) in arms {
            if self.value(condition)?.holds()? {
                return self.steps(steps);
            }
        }
        self.steps(otherwise)
    }

    fn repeat(&mut self, repeat: &'d For) -> Result<(), Beyond> {
        let list = self.value(&repeat.list)?;
        let length = list.length_of_list()?;
        if length == 0 {
            return self.steps(&repeat.none);
        }
        let item = self.base + repeat.item;
        self.frame[item + 2] = Value::Number(number(length)?);
        for at in 0..length {
            self.frame[item] = list.item(at);
            self.frame[item + 1] = Value::Number(number(at)?);
            self.steps(&repeat.each)?;
        }
        Ok(())
    }

    fn call(&mut self, call: &'d Call) -> Result<(), Beyond> {
        let component = self.components[call.component].as_ref().ok_or(Beyond)?;
        let base = self.frame.len();
        for (kind, argument) in component.arguments.iter().zip(&call.arguments) {
            let value = self.value(argument)?;
            if !value.is(*kind) {
                return Err(Beyond);
            }
            self.frame.push(value);
        }
        let caller = std::mem::replace(&mut self.base, base);
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Beyond);
        }
        self.start(component.code.places, &component.code.steps)?;
        self.depth -= 1;
        self.frame.truncate(base);
        self.base = caller;
        Ok(())
    }

    fn write(&mut self, value: &'d Expr) -> Result<(), Beyond> {
        if let Expr::Safe(value) = value {
            let value = self.value(value)?;
            self.out.extend_from_slice(value.text()?.as_bytes());
            return Ok(());
        }
        match self.value(value)? {
            Value::Safe(text) => self.out.extend_from_slice(text.as_bytes()),
            Value::Number(number) | Value::Stored(_, Node::Number(number)) => {
                self.out.extend_from_slice(number.to_string().as_bytes());
            }
            other => escape(other.printed()?, self.out),
        }
        Ok(())
    }

    fn place(&self, place: Place) -> &Value<'d> {
        match place {
            Place::Input(at) => &self.inputs[at],
            Place::Local(at) => &self.frame[self.base + at],
        }
    }

    fn value(&mut self, expr: &'d Expr) -> Result<Value<'d>, Beyond> {
        Ok(match expr {
            Expr::Text(text) => Value::Text(text),
            Expr::Number(number) => Value::Number(*number),
            Expr::Bool(bool) => Value::Bool(*bool),
            Expr::Path(place, names) => field(self.place(*place), names)?,
            Expr::Loop(item, fact) => self.loop_fact(*item, *fact)?,
            Expr::Not(value) => Value::Bool(!self.value(value)?.holds()?),
            Expr::And(left, right) => match self.value(left)? {
                left if left.holds()? => self.value(right)?,
                left => left,
            },
            Expr::Or(left, right) => match self.value(left)? {
                left if left.holds()? => left,
                _ => self.value(right)?,
            },
            Expr::Equal(left, right) => Value::Bool(self.value(left)?.equals(&self.value(right)?)?),
            Expr::Unequal(left, right) => Value::Bool(!self.value(left)?.equals(&self.value(right)?)?),
            Expr::Compared(order, left, right) => {
                let (left, right) = (self.value(left)?.number()?, self.value(right)?.number()?);
                Value::Bool(match order {
                    Order::Less => left < right,
                    Order::LessOrEqual => left <= right,
                    Order::Greater => left > right,
                    Order::GreaterOrEqual => left >= right,
                })
            }
            Expr::Remainder(left, right) => {
                let (left, right) = (self.value(left)?.number()?, self.value(right)?.number()?);
                // What is below zero has a remainder of its own in Tera.
                if left < 0 || right <= 0 {
                    return Err(Beyond);
                }
                Value::Number(left % right)
            }
            Expr::Joined(left, right) => {
                let mut made = self.value(left)?.shown()?;
                made.push_str(&self.value(right)?.shown()?);
                Value::Made(made.into())
            }
            Expr::Safe(value) => Value::Safe(self.value(value)?.text()?.into()),
            Expr::Row(list, between) => {
                let list = self.value(list)?;
                let items = (0..list.length_of_list()?).map(|at| list.item(at));
                let items = items.map(|item| Ok(item.unsafe_text()?.to_owned())).collect::<Result<Vec<_>, Beyond>>()?;
                Value::Made(items.join(between).into())
            }
            Expr::Length(list) => Value::Number(number(self.value(list)?.length_of_list()?)?),
            Expr::Range(end) => match self.value(end)?.number()? {
                end if end >= 0 => Value::Range(end),
                _ => return Err(Beyond),
            },
            Expr::Filtered(filtered) => self.filtered(filtered)?,
        })
    }

    fn loop_fact(&self, item: usize, fact: LoopFact) -> Result<Value<'d>, Beyond> {
        let at = self.frame[self.base + item + 1].number()?;
        let length = self.frame[self.base + item + 2].number()?;
        Ok(match fact {
            LoopFact::Index => Value::Number(at + 1),
            LoopFact::Index0 => Value::Number(at),
            LoopFact::First => Value::Bool(at == 0),
            LoopFact::Last => Value::Bool(at + 1 == length),
            LoopFact::Length => Value::Number(length),
        })
    }

    fn filtered(&mut self, filtered: &'d Filtered) -> Result<Value<'d>, Beyond> {
        let list = self.value(&filtered.list)?;
        let mut chosen = Vec::new();
        for at in 0..list.length_of_list()? {
            let item = self.base + filtered.item;
            self.frame[item] = list.item(at);
            let holds = match &filtered.condition {
                Some(condition) => self.value(condition)?.holds()?,
                None => true,
            };
            if holds {
                chosen.push(self.value(&filtered.value)?);
            }
        }
        Ok(Value::List(chosen.into()))
    }
}

/// A value, or a field of it; a field that only the last of its parents lacks is undefined.
fn field<'d>(value: &Value<'d>, names: &'d [Name]) -> Result<Value<'d>, Beyond> {
    let Some((last, path)) = names.split_last() else { return Ok(value.clone()) };
    let Value::Stored(data, node) = value else { return Err(Beyond) };
    let find = |node: Node, name: &Name| {
        let Node::Map(start, length) = node else { return None };
        let found = name.position(length as usize, |at| data.is_named(start, at, name.as_str()));
        found.map(|at| data.field(start, at))
    };
    let mut node = *node;
    for name in path {
        node = find(node, name).ok_or(Beyond)?;
    }
    Ok(find(node, last).map_or(Value::Undefined, |node| Value::Stored(data, node)))
}

fn number(count: usize) -> Result<i64, Beyond> {
    i64::try_from(count).map_err(|_| Beyond)
}

impl Value<'_> {
    /// Whether a condition that is this value holds.
    fn holds(&self) -> Result<bool, Beyond> {
        Ok(match self {
            Self::Undefined | Self::Stored(_, Node::None) => false,
            Self::Bool(bool) | Self::Stored(_, Node::Bool(bool)) => *bool,
            Self::Number(number) | Self::Range(number) | Self::Stored(_, Node::Number(number)) => *number != 0,
            Self::Stored(_, Node::Text(_, length) | Node::List(_, length) | Node::Map(_, length)) => *length > 0,
            Self::Text(text) => !text.is_empty(),
            Self::Safe(text) | Self::Made(text) => !text.is_empty(),
            Self::List(items) => !items.is_empty(),
            Self::Stored(_, Node::Other) => return Err(Beyond),
        })
    }

    fn is(&self, kind: Kind) -> bool {
        match kind {
            Kind::Any => !matches!(self, Self::Undefined),
            Kind::Text => self.text().is_ok(),
            Kind::List => self.length_of_list().is_ok(),
            Kind::Map => matches!(self, Self::Stored(_, Node::Map(..))),
        }
    }

    /// The text that this is.
    fn text(&self) -> Result<&str, Beyond> {
        match self {
            Self::Stored(data, Node::Text(start, length)) => Ok(data.text(*start, *length)),
            Self::Text(text) => Ok(text),
            Self::Safe(text) | Self::Made(text) => Ok(text),
            _ => Err(Beyond),
        }
    }

    /// The text that this is printed as.
    fn printed(&self) -> Result<&str, Beyond> {
        match self {
            Self::Stored(_, Node::None) => Ok(""),
            Self::Bool(true) | Self::Stored(_, Node::Bool(true)) => Ok("true"),
            Self::Bool(false) | Self::Stored(_, Node::Bool(false)) => Ok("false"),
            other => other.text(),
        }
    }

    /// The text that this is, if it is to be escaped.
    fn unsafe_text(&self) -> Result<&str, Beyond> {
        if matches!(self, Self::Safe(_)) { Err(Beyond) } else { self.text() }
    }

    /// A text or a number as it is put together with others.
    fn shown(&self) -> Result<String, Beyond> {
        self.number().map(|number| number.to_string()).or_else(|_| Ok(self.text()?.to_owned()))
    }

    fn number(&self) -> Result<i64, Beyond> {
        match self {
            Self::Number(number) | Self::Stored(_, Node::Number(number)) => Ok(*number),
            _ => Err(Beyond),
        }
    }

    fn equals(&self, other: &Value<'_>) -> Result<bool, Beyond> {
        let nothing = |value: &Value<'_>| matches!(value, Value::Undefined | Value::Stored(_, Node::None));
        if nothing(self) || nothing(other) {
            // Undefined and none are two things.
            return Ok(matches!(
                (self, other),
                (Value::Undefined, Value::Undefined) | (Value::Stored(_, Node::None), Value::Stored(_, Node::None))
            ));
        }
        if let (Ok(one), Ok(two)) = (self.text(), other.text()) {
            return Ok(one == two);
        }
        if let (Ok(one), Ok(two)) = (self.number(), other.number()) {
            return Ok(one == two);
        }
        Err(Beyond)
    }
}

impl<'d> Value<'d> {
    fn length_of_list(&self) -> Result<usize, Beyond> {
        match self {
            Self::Stored(_, Node::List(_, length)) => Ok(*length as usize),
            Self::List(items) => Ok(items.len()),
            Self::Range(end) => usize::try_from(*end).map_err(|_| Beyond),
            _ => Err(Beyond),
        }
    }

    /// The item of a list at a position that it has.
    fn item(&self, at: usize) -> Value<'d> {
        match self {
            Self::Stored(data, Node::List(start, _)) => Self::Stored(data, data.item(*start, at)),
            Self::List(items) => items[at].clone(),
            _ => Self::Number(i64::try_from(at).unwrap_or(i64::MAX)),
        }
    }
}

/// Prints a text as Tera escapes it.
fn escape(text: &str, out: &mut Vec<u8>) {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'')) {
        out.extend_from_slice(&rest.as_bytes()[..at]);
        out.extend_from_slice(match rest.as_bytes()[at] {
            b'&' => b"&amp;",
            b'<' => b"&lt;",
            b'>' => b"&gt;",
            b'"' => b"&quot;",
            _ => b"&#39;",
        });
        rest = &rest[at + 1..];
    }
    out.extend_from_slice(rest.as_bytes());
}
