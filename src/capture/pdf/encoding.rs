//! What the codes of simple fonts mean: the encodings that PDF names, and the names of glyphs.

use unicode_normalization::UnicodeNormalization;

/// An encoding that PDF names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// `StandardEncoding`.
    Standard,
    /// `WinAnsiEncoding`.
    WinAnsi,
    /// `MacRomanEncoding`.
    MacRoman,
}

/// 0x80 to 0xFF; a dot in the middle of nothing stands for codes without a letter.
const WIN_ANSI: &str = "€\u{fffd}‚ƒ„…†‡ˆ‰Š‹Œ\u{fffd}Ž\u{fffd}\u{fffd}‘’“”•–—˜™š›œ\u{fffd}žŸ\u{a0}¡¢£¤¥¦§¨©ª«¬-®¯°±²³´µ¶·¸¹º»¼½¾¿\
    ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ";
const MAC_ROMAN: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨\u{fffd}ÆØ\u{fffd}±\u{fffd}\u{fffd}¥µ\u{fffd}\u{fffd}\
    \u{fffd}\u{fffd}\u{fffd}ªº\u{fffd}æø¿¡¬\u{fffd}ƒ\u{fffd}\u{fffd}«»…\u{a0}ÀÃÕŒœ–—“”‘’÷\u{fffd}ÿŸ⁄¤‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{fffd}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";
/// 0xA1 to 0xFB of the standard encoding.
const STANDARD: &str = "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ\u{fffd}–†‡·\u{fffd}¶•‚„”»…‰\u{fffd}¿\u{fffd}`´ˆ˜¯˘˙¨\u{fffd}˚¸\u{fffd}˝˛ˇ—";

impl Encoding {
    /// The encoding of a name.
    pub fn named(name: &[u8]) -> Option<Self> {
        match name {
            b"StandardEncoding" => Some(Self::Standard),
            b"WinAnsiEncoding" => Some(Self::WinAnsi),
            b"MacRomanEncoding" => Some(Self::MacRoman),
            _ => None,
        }
    }

    /// The letter of a code; none if it has none.
    pub fn letter(self, code: u8) -> Option<char> {
        let at = usize::from(code);
        let letter = match (self, code) {
            (Self::Standard, b'\'') => '’',
            (Self::Standard, b'`') => '‘',
            (_, 0x20..=0x7e) => char::from(code),
            (Self::WinAnsi, 0x80..) => WIN_ANSI.chars().nth(at - 0x80)?,
            (Self::MacRoman, 0x80..) => MAC_ROMAN.chars().nth(at - 0x80)?,
            (Self::Standard, 0xa1..=0xd0) => STANDARD.chars().nth(at - 0xa1)?,
            (Self::Standard, _) => {
                let rare = [
                    (0xe1, 'Æ'),
                    (0xe3, 'ª'),
                    (0xe8, 'Ł'),
                    (0xe9, 'Ø'),
                    (0xea, 'Œ'),
                    (0xeb, 'º'),
                    (0xf1, 'æ'),
                    (0xf5, 'ı'),
                    (0xf8, 'ł'),
                    (0xf9, 'ø'),
                    (0xfa, 'œ'),
                    (0xfb, 'ß'),
                ];
                rare.into_iter().find(|(known, _)| *known == code)?.1
            }
            _ => return None,
        };
        (letter != char::REPLACEMENT_CHARACTER).then_some(letter)
    }
}

/// What the names of glyphs mean where they are no letter, letter and accent, or number.
const NAMES: &str = "space  exclam ! quotedbl \" numbersign # dollar $ percent % ampersand & quotesingle ' parenleft ( \
    parenright ) asterisk * plus + comma , hyphen - minus − period . slash / zero 0 one 1 two 2 three 3 four 4 five 5 \
    six 6 seven 7 eight 8 nine 9 colon : semicolon ; less < equal = greater > question ? at @ bracketleft [ backslash \\ \
    bracketright ] asciicircum ^ underscore _ grave ` braceleft { bar | braceright } asciitilde ~ exclamdown ¡ cent ¢ \
    sterling £ currency ¤ yen ¥ brokenbar ¦ section § dieresis ¨ copyright © ordfeminine ª guillemotleft « \
    logicalnot ¬ registered ® macron ¯ degree ° plusminus ± twosuperior ² threesuperior ³ acute ´ mu µ paragraph ¶ \
    periodcentered · cedilla ¸ onesuperior ¹ ordmasculine º guillemotright » onequarter ¼ onehalf ½ threequarters ¾ \
    questiondown ¿ AE Æ ae æ OE Œ oe œ Eth Ð eth ð Thorn Þ thorn þ Oslash Ø oslash ø Lslash Ł lslash ł Dcroat Đ \
    dcroat đ germandbls ß dotlessi ı multiply × divide ÷ florin ƒ circumflex ˆ tilde ˜ endash – emdash — quoteleft ‘ \
    quoteright ’ quotesinglbase ‚ quotedblleft “ quotedblright ” quotedblbase „ dagger † daggerdbl ‡ bullet • \
    ellipsis … perthousand ‰ guilsinglleft ‹ guilsinglright › fraction ⁄ Euro € trademark ™ fi ﬁ fl ﬂ ff ﬀ ffi ﬃ \
    ffl ﬄ nbspace \u{a0} nonbreakingspace \u{a0} sfthyphen -";
/// The accents in names such as `eacute`, and the marks that put them on the letter.
const ACCENTS: [(&str, char); 12] = [
    ("acute", '\u{301}'),
    ("grave", '\u{300}'),
    ("circumflex", '\u{302}'),
    ("dieresis", '\u{308}'),
    ("tilde", '\u{303}'),
    ("cedilla", '\u{327}'),
    ("ring", '\u{30a}'),
    ("caron", '\u{30c}'),
    ("macron", '\u{304}'),
    ("breve", '\u{306}'),
    ("ogonek", '\u{328}'),
    ("hungarumlaut", '\u{30b}'),
];

/// The letters that the name of a glyph stands for; none if it says nothing.
pub fn letters_of_name(name: &str) -> Option<String> {
    // `a.alt` is another form of `a`, and `f_f` are two letters drawn as one.
    let name = name.split('.').next()?;
    if name.contains('_') && name.len() > 1 {
        return name.split('_').map(letters_of_name).collect();
    }
    if let [letter] = name.as_bytes()
        && letter.is_ascii_alphabetic()
    {
        return Some(name.to_owned());
    }
    let hex = name.strip_prefix("uni").filter(|hex| hex.len() == 4);
    let hex = hex.or_else(|| name.strip_prefix('u').filter(|hex| (4..=6).contains(&hex.len())));
    if let Some(hex) = hex.filter(|hex| hex.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'A'..=b'F'))) {
        let letter = u32::from_str_radix(hex, 16).ok().and_then(char::from_u32)?;
        return (!letter.is_control()).then(|| letter.to_string());
    }
    if name == "space" {
        return Some(" ".to_owned());
    }
    let mut names = NAMES.strip_prefix("space ")?.split_ascii_whitespace();
    while let (Some(known), Some(letter)) = (names.next(), names.next()) {
        if known == name {
            return Some(letter.to_owned());
        }
    }
    let (letter, mark) = ACCENTS.into_iter().find_map(|(accent, mark)| Some((name.strip_suffix(accent)?, mark)))?;
    let [base] = letter.as_bytes() else { return None };
    let composed: String = [char::from(*base), mark].into_iter().nfc().collect();
    (base.is_ascii_alphabetic() && composed.chars().count() == 1).then_some(composed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_names_mean_what_the_standard_says() {
        assert_eq!([WIN_ANSI, MAC_ROMAN].map(|table| table.chars().count()), [128, 128]);
        assert_eq!(STANDARD.chars().count(), 0xd0 - 0xa1 + 1);
        for (encoding, code, letter) in [
            (Encoding::WinAnsi, b'a', Some('a')),
            (Encoding::WinAnsi, 0xe9, Some('é')),
            (Encoding::WinAnsi, 0x92, Some('’')),
            (Encoding::WinAnsi, 0x81, None),
            (Encoding::MacRoman, 0x8e, Some('é')),
            (Encoding::MacRoman, 0xde, Some('ﬁ')),
            (Encoding::MacRoman, 0xff, Some('ˇ')),
            (Encoding::Standard, 0xae, Some('ﬁ')),
            (Encoding::Standard, 0xd0, Some('—')),
            (Encoding::Standard, 0x27, Some('’')),
            (Encoding::Standard, 0xff, None),
        ] {
            assert_eq!(encoding.letter(code), letter, "{encoding:?} {code:x}");
        }
        for (name, letters) in [
            ("A", Some("A")),
            ("space", Some(" ")),
            ("eacute", Some("é")),
            ("Ccedilla", Some("Ç")),
            ("f_f_i", Some("ffi")),
            ("a.sc", Some("a")),
            ("uni0416", Some("Ж")),
            ("u1F600", Some("😀")),
            ("hyphen", Some("-")),
            ("quoteright", Some("’")),
            ("g23", None),
            ("qacute", None),
            (".notdef", None),
        ] {
            assert_eq!(letters_of_name(name).as_deref(), letters, "{name}");
        }
    }
}
