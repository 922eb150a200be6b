//! From tokens to steps: inheritance and includes resolved, every name a place.

mod expression;
mod reader;
mod steps;

use std::collections::BTreeMap;

use super::Beyond;
use super::code::{Code, Component, Place};
use super::lex::{Token, tokens};
use reader::Reader;
use steps::Writer;

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
