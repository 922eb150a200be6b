//! What stands in `{{ }}`, behind `if`, `in` and `=`.

use super::super::Beyond;
use super::super::code::{Expr, Filtered, LoopFact, Name, Order, Place};
use super::super::lex::Token;
use super::Writer;

impl<'t> Writer<'_, 't> {
    /// An expression whose operators bind at least as strongly as `least`; the strengths are Tera's.
    pub(super) fn expr(&mut self, least: u8) -> Result<Expr, Beyond> {
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
