//! `ToUnicode`: what a font says its codes mean.

use std::collections::HashMap;

/// More letters than any font has.
const MOST: usize = 200_000;

/// The letters of codes.
pub fn letters(map: &[u8]) -> HashMap<u32, String> {
    let mut letters = HashMap::new();
    let mut tokens = Tokens(map);
    let mut open = None;
    while let Some(token) = tokens.next() {
        match token {
            Token::Word(b"beginbfchar") => open = Some(false),
            Token::Word(b"beginbfrange") => open = Some(true),
            Token::Word(b"endbfchar" | b"endbfrange") => open = None,
            Token::Hex(from) => {
                let (Some(is_range), Some(first)) = (open, code(&from)) else { continue };
                let last = if is_range { tokens.hex().and_then(|to| code(&to)) } else { Some(first) };
                let (Some(last), Some(means)) = (last, tokens.next()) else { return letters };
                range(&mut letters, first..=last, means, &mut tokens);
            }
            _ => {}
        }
        if letters.len() > MOST {
            break;
        }
    }
    letters
}

fn range(
    letters: &mut HashMap<u32, String>,
    codes: std::ops::RangeInclusive<u32>,
    means: Token<'_>,
    tokens: &mut Tokens<'_>,
) {
    match means {
        Token::Hex(first) => {
            for (step, code) in (0..=u16::MAX).zip(codes) {
                letters.insert(code, text(&first, step));
            }
        }
        Token::Open => {
            let mut codes = codes;
            while let Some(Token::Hex(means)) = tokens.next() {
                let Some(code) = codes.next() else { continue };
                letters.insert(code, text(&means, 0));
            }
        }
        Token::Word(_) => {}
    }
}

fn code(bytes: &[u8]) -> Option<u32> {
    (1..=4).contains(&bytes.len()).then(|| bytes.iter().fold(0, |code, byte| code << 8 | u32::from(*byte)))
}

/// Letters in UTF-16, the last of them some steps on.
fn text(bytes: &[u8], step: u16) -> String {
    let mut units: Vec<u16> =
        bytes.chunks(2).map(|pair| pair.iter().fold(0, |unit, byte| unit << 8 | u16::from(*byte))).collect();
    if let Some(last) = units.last_mut() {
        *last = last.wrapping_add(step);
    }
    // A letter without a meaning must not vanish: words around it would close up.
    match String::from_utf16(&units) {
        Ok(text) if !text.is_empty() && !text.contains(char::is_control) => text,
        _ => char::REPLACEMENT_CHARACTER.to_string(),
    }
}

enum Token<'a> {
    Hex(Vec<u8>),
    Open,
    Word(&'a [u8]),
}

struct Tokens<'a>(&'a [u8]);

impl<'a> Tokens<'a> {
    fn hex(&mut self) -> Option<Vec<u8>> {
        match self.next()? {
            Token::Hex(bytes) => Some(bytes),
            Token::Open | Token::Word(_) => None,
        }
    }

    fn take(&mut self, length: usize) -> &'a [u8] {
        let (taken, rest) = self.0.split_at(length.min(self.0.len()));
        self.0 = rest;
        taken
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            match self.0 {
                [] => return None,
                [b'%', ..] => {
                    let end = self.0.iter().position(|byte| matches!(byte, b'\r' | b'\n')).unwrap_or(self.0.len());
                    self.take(end);
                }
                [b'<', b'<', ..] | [b'>', b'>', ..] => {
                    self.take(2);
                }
                [b'<', ..] => {
                    let end = self.0.iter().position(|byte| *byte == b'>').unwrap_or(self.0.len());
                    let digits = self.take(end)[1..].iter().filter_map(|byte| char::from(*byte).to_digit(16));
                    let digits: Vec<u8> = digits.filter_map(|digit| u8::try_from(digit).ok()).collect();
                    self.take(1);
                    return Some(Token::Hex(
                        digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).unwrap_or(&0)).collect(),
                    ));
                }
                [b'[', ..] => {
                    self.take(1);
                    return Some(Token::Open);
                }
                [byte, ..]
                    if byte.is_ascii_whitespace()
                        || matches!(byte, b']' | b'>' | b'/' | b'(' | b')' | b'{' | b'}' | 0) =>
                {
                    self.take(1);
                }
                _ => {
                    let is_end = |byte: &u8| byte.is_ascii_whitespace() || b"<>[]/(){}%\0".contains(byte);
                    let end = self.0.iter().position(is_end).unwrap_or(self.0.len());
                    return Some(Token::Word(self.take(end)));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn a_map_names_letters_one_by_one_and_in_rows() {
        let map = letters(
            b"/CIDInit /ProcSet findresource begin 1 begincodespacerange <0000> <FFFF> endcodespacerange
            2 beginbfchar <0003> <0020> <0004> <00660069> endbfchar
            2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<D83DDE00> <0000>] endbfrange endcmap",
        );
        let of = |code: u32| map.get(&code).map(String::as_str);
        assert_eq!((of(3), of(4), of(0x11), of(0x12), of(0x13)), (Some(" "), Some("fi"), Some("B"), Some("C"), None));
        assert_eq!((of(0x20), of(0x21)), (Some("😀"), Some("\u{fffd}")));
        letters(b"beginbfrange <00> <FFFFFFFF> <0041>");
        letters(b"1 beginbfrange <00> [<");
    }
}
