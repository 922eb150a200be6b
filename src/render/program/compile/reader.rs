//! Reading tokens one after the other.

use super::super::Beyond;
use super::super::code::Kind;
use super::super::lex::Token;

/// A place in the tokens of one template.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a, 't> {
    pub(super) rest: &'a [Token<'t>],
}

/// A parameter of a component.
pub(super) struct Parameter<'t> {
    pub(super) name: &'t str,
    pub(super) kind: Kind,
    pub(super) implicit: bool,
}

impl<'a, 't> Reader<'a, 't> {
    pub(super) fn new(rest: &'a [Token<'t>]) -> Self {
        Self { rest }
    }

    pub(super) fn next(&mut self) -> Result<Token<'t>, Beyond> {
        let (first, rest) = self.rest.split_first().ok_or(Beyond)?;
        self.rest = rest;
        Ok(*first)
    }

    pub(super) fn takes(&mut self, token: Token<'_>) -> bool {
        let is = self.rest.first() == Some(&token);
        if is {
            self.rest = &self.rest[1..];
        }
        is
    }

    pub(super) fn wants(&mut self, token: Token<'_>) -> Result<(), Beyond> {
        if self.takes(token) { Ok(()) } else { Err(Beyond) }
    }

    pub(super) fn sign(&mut self, sign: &'static str) -> bool {
        self.takes(Token::Sign(sign))
    }

    pub(super) fn word(&mut self) -> Result<&'t str, Beyond> {
        match self.next()? {
            Token::Word(word) => Ok(word),
            _ => Err(Beyond),
        }
    }

    pub(super) fn quoted(&mut self) -> Result<&'t str, Beyond> {
        match self.next()? {
            Token::Quoted(text) => Ok(text),
            _ => Err(Beyond),
        }
    }

    pub(super) fn close_tag(&mut self) -> Result<(), Beyond> {
        self.wants(Token::CloseTag)
    }

    /// The name of a component: `ui.link`.
    pub(super) fn dotted(&mut self) -> Result<String, Beyond> {
        let mut name = self.word()?.to_owned();
        while self.sign(".") {
            name.push('.');
            name.push_str(self.word()?);
        }
        Ok(name)
    }

    /// The parent that the template begins with.
    pub(super) fn parent(&mut self) -> Result<Option<&'t str>, Beyond> {
        if !matches!(self.rest, [Token::OpenTag, Token::Word("extends"), ..]) {
            return Ok(None);
        }
        self.rest = &self.rest[2..];
        let parent = self.quoted()?;
        self.close_tag()?;
        Ok(Some(parent))
    }

    /// `(link: map, text: string, @t)`
    pub(super) fn parameters(&mut self) -> Result<Vec<Parameter<'t>>, Beyond> {
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
