//! Text, expressions and tags as steps.

use std::collections::BTreeMap;

use super::super::Beyond;
use super::super::code::{Call, Expr, For, Place, Step};
use super::super::lex::Token;
use super::{Reader, Sources};

/// What a name may be besides a value.
const RESERVED: [&str; 9] = ["loop", "self", "and", "or", "not", "is", "in", "none", "super"];

/// Writes the steps of one template or component.
pub(super) struct Writer<'s, 't> {
    pub(super) sources: &'s Sources<'t>,
    pub(super) reader: Reader<'s, 't>,
    /// What each name means here; the last one counts.
    pub(super) names: Vec<(&'t str, Place)>,
    /// The places of the items of the loops that are open.
    pub(super) loops: Vec<usize>,
    pub(super) places: usize,
    /// Whether what is written is included, and so keeps to itself what it sets.
    is_included: bool,
    /// The blocks that a child has in the place of its parent's.
    pub(super) overridden: BTreeMap<&'t str, (&'t str, usize)>,
}

impl<'s, 't> Writer<'s, 't> {
    pub(super) fn new(sources: &'s Sources<'t>, template: &str, at: usize, inputs: &[&'t str]) -> Result<Self, Beyond> {
        let tokens = sources.tokens(template)?.get(at..).ok_or(Beyond)?;
        let names = inputs.iter().enumerate().map(|(at, name)| (*name, Place::Input(at))).collect();
        let (reader, loops, overridden) = (Reader::new(tokens), Vec::new(), BTreeMap::new());
        Ok(Self { sources, reader, names, loops, places: 0, is_included: false, overridden })
    }

    /// A new place for a name.
    pub(super) fn name(&mut self, name: &'t str) -> usize {
        let place = self.places;
        self.names.push((name, Place::Local(place)));
        self.places += 1;
        place
    }

    pub(super) fn place(&self, name: &str) -> Result<Place, Beyond> {
        self.names.iter().rev().find(|(known, _)| *known == name).map(|(_, place)| *place).ok_or(Beyond)
    }

    /// Reads up to one of the words of `ends` at the start of a tag, which is given with the reader behind it.
    pub(super) fn steps(&mut self, ends: &[&'static str]) -> Result<(Vec<Step>, Option<&'static str>), Beyond> {
        let mut steps = Vec::new();
        while !self.reader.rest.is_empty() {
            match self.reader.next()? {
                Token::Text(text) => steps.push(Step::Text(text.into())),
                Token::OpenWrite => steps.push(self.write()?),
                Token::OpenTag => {
                    let word = self.reader.word()?;
                    if let Some(end) = ends.iter().find(|end| **end == word) {
                        return Ok((steps, Some(end)));
                    }
                    self.tag(word, &mut steps)?;
                }
                _ => return Err(Beyond),
            }
        }
        if ends.is_empty() { Ok((steps, None)) } else { Err(Beyond) }
    }

    fn write(&mut self) -> Result<Step, Beyond> {
        let step = match self.reader.sign("<") {
            true => Step::Call(self.call()?),
            false => Step::Write(self.expr(0)?),
        };
        self.reader.wants(Token::CloseWrite)?;
        Ok(step)
    }

    fn tag(&mut self, word: &str, steps: &mut Vec<Step>) -> Result<(), Beyond> {
        match word {
            "if" => steps.push(self.branch()?),
            "for" => steps.push(self.repeat()?),
            "set" => steps.push(self.set()?),
            "include" => {
                let name = self.reader.quoted()?;
                self.reader.close_tag()?;
                let outer = std::mem::replace(&mut self.is_included, true);
                steps.extend(self.elsewhere(name, 0, &[])?);
                self.is_included = outer;
            }
            "block" => {
                let name = self.reader.word()?;
                self.reader.close_tag()?;
                let (own, _) = self.steps(&["endblock"])?;
                if matches!(self.reader.rest.first(), Some(Token::Word(_))) {
                    self.reader.word()?;
                }
                self.reader.close_tag()?;
                match self.overridden.get(name) {
                    Some(&(template, at)) => steps.extend(self.elsewhere(template, at, &["endblock"])?),
                    None => steps.extend(own),
                }
            }
            "component" => {
                // It is written by itself.
                while self.reader.next()? != Token::Word("endcomponent") {}
                self.reader.close_tag()?;
            }
            _ => return Err(Beyond),
        }
        Ok(())
    }

    /// Steps of another template, which sees what is seen here.
    fn elsewhere(&mut self, template: &str, at: usize, ends: &[&'static str]) -> Result<Vec<Step>, Beyond> {
        let tokens = self.sources.tokens(template)?.get(at..).ok_or(Beyond)?;
        let here = std::mem::replace(&mut self.reader, Reader::new(tokens));
        let steps = self.steps(ends)?.0;
        self.reader = here;
        Ok(steps)
    }

    fn branch(&mut self) -> Result<Step, Beyond> {
        let mut arms = Vec::new();
        loop {
            let condition = self.expr(0)?;
            self.reader.close_tag()?;
            let (steps, end) = self.steps(&["elif", "else", "endif"])?;
            arms.push((condition, steps));
            match end {
                Some("elif") => {}
                Some("else") => {
                    self.reader.close_tag()?;
                    let (otherwise, _) = self.steps(&["endif"])?;
                    self.reader.close_tag()?;
                    return Ok(Step::If(arms, otherwise));
                }
                _ => {
                    self.reader.close_tag()?;
                    return Ok(Step::If(arms, Vec::new()));
                }
            }
        }
    }

    /// Makes room for the item of a loop and what the loop knows of itself.
    pub(super) fn item(&mut self, name: &'t str) -> Result<usize, Beyond> {
        if RESERVED.contains(&name) || self.sources.shared.contains(&name) {
            return Err(Beyond);
        }
        let item = self.name(name);
        self.places += 2;
        Ok(item)
    }

    fn repeat(&mut self) -> Result<Step, Beyond> {
        let name = self.reader.word()?;
        self.reader.wants(Token::Word("in"))?;
        let list = self.expr(0)?;
        self.reader.close_tag()?;
        let item = self.item(name)?;
        self.loops.push(item);
        let (each, end) = self.steps(&["else", "endfor"])?;
        self.loops.pop();
        self.names.retain(|(_, place)| *place != Place::Local(item));
        self.reader.close_tag()?;
        let mut none = Vec::new();
        if end == Some("else") {
            none = self.steps(&["endfor"])?.0;
            self.reader.close_tag()?;
        }
        Ok(Step::For(For { list, item, each, none }))
    }

    fn set(&mut self) -> Result<Step, Beyond> {
        let name = self.reader.word()?;
        // What is set in a loop or an included template ends with it, and what is handed over would be hidden.
        let known = self.place(name).ok();
        let ends = !self.loops.is_empty() || self.is_included;
        if ends || RESERVED.contains(&name) || matches!(known, Some(Place::Input(_))) {
            return Err(Beyond);
        }
        self.reader.wants(Token::Sign("="))?;
        let value = self.expr(0)?;
        self.reader.close_tag()?;
        let place = match known {
            Some(Place::Local(place)) => place,
            _ => self.name(name),
        };
        Ok(Step::Set(place, value))
    }

    /// `ui.link link={…} text="…" />`
    fn call(&mut self) -> Result<Call, Beyond> {
        let name = self.reader.dotted()?;
        let mut given: BTreeMap<&str, Expr> = BTreeMap::new();
        while !self.reader.sign("/") {
            let argument = self.reader.word()?;
            self.reader.wants(Token::Sign("="))?;
            let value = match self.reader.sign("{") {
                true => {
                    let value = self.expr(0)?;
                    self.reader.wants(Token::Sign("}"))?;
                    value
                }
                false => Expr::Text(self.reader.quoted()?.into()),
            };
            given.insert(argument, value);
        }
        self.reader.wants(Token::Sign(">"))?;
        let (template, at) = self.sources.components.get(&name).ok_or(Beyond)?;
        let mut definition = Reader::new(&self.sources.tokens(template)?[*at..]);
        definition.dotted()?;
        let mut arguments = Vec::new();
        for parameter in definition.parameters()?.into_iter().filter(|parameter| !parameter.implicit) {
            arguments.push(given.remove(parameter.name).ok_or(Beyond)?);
        }
        let component = self.sources.components.keys().position(|known| *known == name).ok_or(Beyond)?;
        if given.is_empty() { Ok(Call { component, arguments }) } else { Err(Beyond) }
    }
}
