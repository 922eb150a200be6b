//! From tokens to steps: inheritance and includes resolved, every name a place.

use std::collections::BTreeMap;

use super::Beyond;
use super::code::{Call, Code, Component, Expr, Filtered, For, Kind, LoopFact, Name, Order, Place, Step};
use super::lex::{Token, tokens};

/// The tokens of all templates.
pub(super) struct Sources<'t> {
    templates: BTreeMap<&'t str, Result<Vec<Token<'t>>, Beyond>>,
    /// Every component by its name: its template, and where in it the definition begins.
    components: BTreeMap<String, (&'t str, usize)>,
    /// What every template sees, also a component that asks for it.
    shared: &'t [&'t str],
}

impl<'t> Sources<'t> {
    pub(super) fn new(templates: &BTreeMap<&'t str, &'t str>, shared: &'t [&'t str]) -> Self {
        let templates: BTreeMap<_, _> = templates.iter().map(|(name, text)| (*name, tokens(text))).collect();
        let mut components = BTreeMap::new();
        for (name, tokens) in &templates {
            let tokens = tokens.as_deref().unwrap_or_default();
            for at in definitions(tokens) {
                if let Ok(component) = Reader::new(&tokens[at..]).dotted() {
                    components.insert(component, (*name, at));
                }
            }
        }
        Self { templates, components, shared }
    }

    fn tokens(&self, template: &str) -> Result<&[Token<'t>], Beyond> {
        self.templates.get(template).ok_or(Beyond)?.as_deref().map_err(|beyond| *beyond)
    }

    /// All components in the order of their names; none in the place of one that is beyond us.
    pub(super) fn components(&self) -> Vec<Option<Component>> {
        self.components.values().map(|(template, at)| self.component(template, *at).ok()).collect()
    }

    fn component(&self, template: &'t str, at: usize) -> Result<Component, Beyond> {
        let mut writer = Writer::new(self, template, at, &[])?;
        writer.reader.dotted()?;
        let mut arguments = Vec::new();
        for parameter in writer.reader.parameters()? {
            if let Some(shared) = parameter.implicit.then(|| self.shared_place(parameter.name)) {
                writer.names.push((parameter.name, shared?));
                continue;
            }
            // What a component is told under a shared name would hide that from the components it calls.
            if self.shared.contains(&parameter.name) {
                return Err(Beyond);
            }
            writer.name(parameter.name);
            arguments.push(parameter.kind);
        }
        writer.reader.close_tag()?;
        let (steps, _) = writer.steps(&["endcomponent"])?;
        Ok(Component { arguments, code: Code { places: writer.places, steps } })
    }

    fn shared_place(&self, name: &str) -> Result<Place, Beyond> {
        self.shared.iter().position(|shared| *shared == name).map(Place::Input).ok_or(Beyond)
    }

    /// A whole template that is handed `inputs`, the shared ones first.
    pub(super) fn template(&self, name: &'t str, inputs: &[&'t str]) -> Result<Code, Beyond> {
        if !name.ends_with(".html") {
            return Err(Beyond);
        }
        let mut reader = Reader::new(self.tokens(name)?);
        let parent = reader.parent()?;
        let mut writer = Writer::new(self, parent.unwrap_or(name), 0, inputs)?;
        if parent.is_some() {
            writer.overridden =
                blocks(self.tokens(name)?)?.into_iter().map(|(block, at)| (block, (name, at))).collect();
        }
        let (steps, end) = writer.steps(&[])?;
        match end {
            None => Ok(Code { places: writer.places, steps }),
            Some(_) => Err(Beyond),
        }
    }
}

/// Where the definitions of components begin, at their names.
fn definitions(tokens: &[Token<'_>]) -> Vec<usize> {
    let opens = |(_, pair): &(usize, &[Token<'_>])| **pair == [Token::OpenTag, Token::Word("component")];
    tokens.windows(2).enumerate().filter(opens).map(|(at, _)| at + 2).collect()
}

/// The blocks of a template that has a parent, with where what stands in them begins.
fn blocks<'t>(tokens: &[Token<'t>]) -> Result<Vec<(&'t str, usize)>, Beyond> {
    let mut blocks = Vec::new();
    let (mut depth, mut at) = (0_usize, 0);
    while at < tokens.len() {
        match &tokens[at..] {
            [Token::OpenTag, Token::Word("extends"), ..] if blocks.is_empty() => at += 3,
            [Token::OpenTag, Token::Word("block"), Token::Word(name), ..] => {
                if depth == 0 {
                    blocks.push((*name, at + 4));
                }
                (depth, at) = (depth + 1, at + 3);
            }
            [Token::OpenTag, Token::Word("endblock"), ..] => {
                depth = depth.checked_sub(1).ok_or(Beyond)?;
                at += if matches!(tokens.get(at + 2), Some(Token::Word(_))) { 3 } else { 2 };
            }
            [Token::Text(text), ..] if depth == 0 && !text.trim().is_empty() => return Err(Beyond),
            [Token::OpenTag | Token::OpenWrite, ..] if depth == 0 => return Err(Beyond),
            _ => {}
        }
        at += 1;
    }
    Ok(blocks)
}

/// A place in the tokens of one template.
#[derive(Clone, Copy)]
struct Reader<'a, 't> {
    rest: &'a [Token<'t>],
}

/// A parameter of a component.
struct Parameter<'t> {
    name: &'t str,
    kind: Kind,
    implicit: bool,
}

impl<'a, 't> Reader<'a, 't> {
    fn new(rest: &'a [Token<'t>]) -> Self {
        Self { rest }
    }

    fn next(&mut self) -> Result<Token<'t>, Beyond> {
        let (first, rest) = self.rest.split_first().ok_or(Beyond)?;
        self.rest = rest;
        Ok(*first)
    }

    fn takes(&mut self, token: Token<'_>) -> bool {
        let is = self.rest.first() == Some(&token);
        if is {
            self.rest = &self.rest[1..];
        }
        is
    }

    fn wants(&mut self, token: Token<'_>) -> Result<(), Beyond> {
        if self.takes(token) { Ok(()) } else { Err(Beyond) }
    }

    fn sign(&mut self, sign: &'static str) -> bool {
        self.takes(Token::Sign(sign))
    }

    fn word(&mut self) -> Result<&'t str, Beyond> {
        match self.next()? {
            Token::Word(word) => Ok(word),
            _ => Err(Beyond),
        }
    }

    fn quoted(&mut self) -> Result<&'t str, Beyond> {
        match self.next()? {
            Token::Quoted(text) => Ok(text),
            _ => Err(Beyond),
        }
    }

    fn close_tag(&mut self) -> Result<(), Beyond> {
        self.wants(Token::CloseTag)
    }

    /// The name of a component: `ui.link`.
    fn dotted(&mut self) -> Result<String, Beyond> {
        let mut name = self.word()?.to_owned();
        while self.sign(".") {
            name.push('.');
            name.push_str(self.word()?);
        }
        Ok(name)
    }

    /// The parent that the template begins with.
    fn parent(&mut self) -> Result<Option<&'t str>, Beyond> {
        if !matches!(self.rest, [Token::OpenTag, Token::Word("extends"), ..]) {
            return Ok(None);
        }
        self.rest = &self.rest[2..];
        let parent = self.quoted()?;
        self.close_tag()?;
        Ok(Some(parent))
    }

    /// `(link: map, text: string, @t)`
    fn parameters(&mut self) -> Result<Vec<Parameter<'t>>, Beyond> {
        let mut parameters = Vec::new();
        self.wants(Token::Sign("("))?;
        while !self.sign(")") {
            let implicit = self.sign("@");
            let name = self.word()?;
            let kind = match self.sign(":") {
                false => Kind::Any,
                true => match self.word()? {
                    "string" => Kind::Text,
                    "array" => Kind::List,
                    "map" => Kind::Map,
                    _ => return Err(Beyond),
                },
            };
            parameters.push(Parameter { name, kind, implicit });
            if !self.sign(",") && !matches!(self.rest.first(), Some(Token::Sign(")"))) {
                return Err(Beyond);
            }
        }
        Ok(parameters)
    }
}

/// What a name may be besides a value.
const RESERVED: [&str; 9] = ["loop", "self", "and", "or", "not", "is", "in", "none", "super"];

/// Writes the steps of one template or component.
struct Writer<'s, 't> {
    sources: &'s Sources<'t>,
    reader: Reader<'s, 't>,
    /// What each name means here; the last one counts.
    names: Vec<(&'t str, Place)>,
    /// The places of the items of the loops that are open.
    loops: Vec<usize>,
    places: usize,
    /// Whether what is written is included, and so keeps to itself what it sets.
    is_included: bool,
    /// The blocks that a child has in the place of its parent's.
    overridden: BTreeMap<&'t str, (&'t str, usize)>,
}

impl<'s, 't> Writer<'s, 't> {
    fn new(sources: &'s Sources<'t>, template: &str, at: usize, inputs: &[&'t str]) -> Result<Self, Beyond> {
        let tokens = sources.tokens(template)?.get(at..).ok_or(Beyond)?;
        let names = inputs.iter().enumerate().map(|(at, name)| (*name, Place::Input(at))).collect();
        let (reader, loops, overridden) = (Reader::new(tokens), Vec::new(), BTreeMap::new());
        Ok(Self { sources, reader, names, loops, places: 0, is_included: false, overridden })
    }

    /// A new place for a name.
    fn name(&mut self, name: &'t str) -> usize {
        let place = self.places;
        self.names.push((name, Place::Local(place)));
        self.places += 1;
        place
    }

    fn place(&self, name: &str) -> Result<Place, Beyond> {
        self.names.iter().rev().find(|(known, _)| *known == name).map(|(_, place)| *place).ok_or(Beyond)
    }

    /// Reads up to one of the words of `ends` at the start of a tag, which is given with the reader behind it.
    fn steps(&mut self, ends: &[&'static str]) -> Result<(Vec<Step>, Option<&'static str>), Beyond> {
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
    fn item(&mut self, name: &'t str) -> Result<usize, Beyond> {
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

    /// An expression whose operators bind at least as strongly as `least`; the strengths are Tera's.
    fn expr(&mut self, least: u8) -> Result<Expr, Beyond> {
        let mut left = match self.reader.next()? {
            Token::Word("not") => Expr::Not(Box::new(self.expr(5)?)),
            Token::Word("true") => Expr::Bool(true),
            Token::Word("false") => Expr::Bool(false),
            Token::Word(word) => self.value(word)?,
            Token::Number(number) => Expr::Number(number),
            Token::Quoted(text) => Expr::Text(text.into()),
            Token::Sign("(") => {
                let inside = self.expr(0)?;
                self.reader.wants(Token::Sign(")"))?;
                inside
            }
            Token::Sign("[") => self.filtered()?,
            _ => return Err(Beyond),
        };
        loop {
            let Some(&operator) = self.reader.rest.first() else { return Err(Beyond) };
            let (before, behind) = match operator {
                Token::Word("or") => (1, 2),
                Token::Word("and") => (3, 4),
                Token::Sign("==" | "!=" | "<" | "<=" | ">" | ">=") => (7, 8),
                Token::Sign("%" | "~") => (13, 14),
                Token::Sign("|") => (17, 18),
                // The end of the expression, or an operator that is not ours, which nobody takes from here.
                _ => return Ok(left),
            };
            if before < least {
                return Ok(left);
            }
            self.reader.next()?;
            if operator == Token::Sign("|") {
                left = self.filter(left)?;
                continue;
            }
            let right = self.expr(behind)?;
            left = operation(operator, Box::new(left), Box::new(right))?;
        }
    }

    /// A value by its path, a fact of the loop, or `range`.
    fn value(&mut self, word: &'t str) -> Result<Expr, Beyond> {
        if word == "loop" {
            self.reader.wants(Token::Sign("."))?;
            let fact = match self.reader.word()? {
                "index" => LoopFact::Index,
                "index0" => LoopFact::Index0,
                "first" => LoopFact::First,
                "last" => LoopFact::Last,
                "length" => LoopFact::Length,
                _ => return Err(Beyond),
            };
            return Ok(Expr::Loop(*self.loops.last().ok_or(Beyond)?, fact));
        }
        if word == "range" && self.reader.sign("(") {
            self.reader.wants(Token::Word("end"))?;
            self.reader.wants(Token::Sign("="))?;
            let end = self.expr(0)?;
            self.reader.wants(Token::Sign(")"))?;
            return Ok(Expr::Range(Box::new(end)));
        }
        let place = self.place(word)?;
        let mut names = Vec::new();
        while self.reader.sign(".") {
            names.push(Name::new(self.reader.word()?));
        }
        Ok(Expr::Path(place, names.into()))
    }

    fn filter(&mut self, value: Expr) -> Result<Expr, Beyond> {
        let value = Box::new(value);
        match self.reader.word()? {
            "safe" => Ok(Expr::Safe(value)),
            "length" => Ok(Expr::Length(value)),
            "join" => {
                for token in [Token::Sign("("), Token::Word("sep"), Token::Sign("=")] {
                    self.reader.wants(token)?;
                }
                let between = self.reader.quoted()?;
                self.reader.wants(Token::Sign(")"))?;
                Ok(Expr::Row(value, between.into()))
            }
            _ => Err(Beyond),
        }
    }

    /// `row for row in table.rows if row.of]`
    fn filtered(&mut self) -> Result<Expr, Beyond> {
        // The value stands before the name that it uses.
        let value = self.reader;
        while !self.reader.takes(Token::Word("for")) {
            if self.reader.next()? == Token::Sign("]") {
                return Err(Beyond);
            }
        }
        let name = self.reader.word()?;
        self.reader.wants(Token::Word("in"))?;
        let list = self.expr(0)?;
        let item = self.item(name)?;
        let condition = if self.reader.takes(Token::Word("if")) { Some(self.expr(0)?) } else { None };
        self.reader.wants(Token::Sign("]"))?;
        let behind = std::mem::replace(&mut self.reader, value);
        let value = self.expr(0)?;
        self.reader.wants(Token::Word("for"))?;
        self.reader = behind;
        self.names.retain(|(_, place)| *place != Place::Local(item));
        Ok(Expr::Filtered(Box::new(Filtered { list, item, value, condition })))
    }
}

fn operation(operator: Token<'_>, left: Box<Expr>, right: Box<Expr>) -> Result<Expr, Beyond> {
    Ok(match operator {
        Token::Word("or") => Expr::Or(left, right),
        Token::Word("and") => Expr::And(left, right),
        Token::Sign("==") => Expr::Equal(left, right),
        Token::Sign("!=") => Expr::Unequal(left, right),
        Token::Sign("<") => Expr::Compared(Order::Less, left, right),
        Token::Sign("<=") => Expr::Compared(Order::LessOrEqual, left, right),
        Token::Sign(">") => Expr::Compared(Order::Greater, left, right),
        Token::Sign(">=") => Expr::Compared(Order::GreaterOrEqual, left, right),
        Token::Sign("%") => Expr::Remainder(left, right),
        Token::Sign("~") => Expr::Joined(left, right),
        _ => return Err(Beyond),
    })
}
