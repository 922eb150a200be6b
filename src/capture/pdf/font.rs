//! What the codes of a font mean, and how wide its glyphs are.

use std::collections::HashMap;

use hayro_syntax::object::{Array, Dict, Name, Object, Stream};

use super::cmap;
use super::encoding::{Encoding, letters_of_name};
use super::unpacked;

/// A font, as far as text is concerned.
#[derive(Default)]
pub struct Font {
    /// Whether a code has two bytes.
    is_wide: bool,
    letters: HashMap<u32, String>,
    widths: HashMap<u32, f64>,
    /// The width of all others, in sizes of the writing.
    width: f64,
}

/// A glyph of a text.
pub struct Shown<'f> {
    /// Its letters.
    pub text: &'f str,
    /// Whether it is the space that programs stretch.
    pub is_space: bool,
}

/// What stands for a glyph that the file does not explain.
const UNKNOWN: &str = "\u{fffd}";

impl Font {
    /// The font of a dictionary.
    pub fn of(font: &Dict<'_>) -> Self {
        let map = font.get::<Stream<'_>>("ToUnicode").and_then(|map| Some(cmap::letters(&unpacked(&map).ok()?)));
        let named = map.unwrap_or_default();
        let is = |kind: &[u8]| font.get::<Name<'_>>("Subtype").is_some_and(|name| &*name == kind);
        let mut font = if is(b"Type0") { Self::wide(font, named) } else { Self::simple(font, named, is(b"Type3")) };
        for text in font.letters.values_mut() {
            // A soft hyphen that is painted is seen.
            *text = text.replace('\u{ad}', "-");
        }
        font
    }

    /// The glyphs of some bytes with their widths.
    pub fn glyphs<'f>(&'f self, text: &'f [u8]) -> impl Iterator<Item = (Shown<'f>, f64)> + 'f {
        text.chunks(if self.is_wide { 2 } else { 1 }).map(|code| {
            let is_space = code == b" ";
            let code = code.iter().fold(0, |code, byte| code << 8 | u32::from(*byte));
            let text = self.letters.get(&code).map_or(UNKNOWN, String::as_str);
            (Shown { text, is_space }, self.widths.get(&code).copied().unwrap_or(self.width))
        })
    }

    fn simple(font: &Dict<'_>, named: HashMap<u32, String>, is_drawn: bool) -> Self {
        let encoding = font.get::<Name<'_>>("Encoding").and_then(|name| Encoding::named(&name));
        let dictionary = font.get::<Dict<'_>>("Encoding");
        let base = dictionary.as_ref().and_then(|dict| Encoding::named(&dict.get::<Name<'_>>("BaseEncoding")?));
        let descriptor = font.get::<Dict<'_>>("FontDescriptor").unwrap_or_default();
        // Bit 3: the font has signs of its own, which no table knows.
        let is_symbolic = match descriptor.get::<i32>("Flags") {
            Some(flags) => flags & 4 != 0,
            None => font.get::<Name<'_>>("BaseFont").is_some_and(|name| matches!(&*name, b"Symbol" | b"ZapfDingbats")),
        };
        let implied = (!is_drawn && !is_symbolic).then_some(Encoding::Standard);
        let encoding = encoding.or(base).or(implied);
        let mut letters: HashMap<u32, String> = HashMap::new();
        if let Some(encoding) = encoding {
            let known = (0..=u8::MAX).filter_map(|code| Some((u32::from(code), encoding.letter(code)?.to_string())));
            letters.extend(known);
        }
        if let Some(differences) = dictionary.and_then(|dict| dict.get::<Array<'_>>("Differences")) {
            let mut code = 0_u32;
            for item in differences.iter::<Object<'_>>() {
                match item {
                    Object::Number(number) => code = u32::try_from(number.as_i64()).unwrap_or(0),
                    Object::Name(name) => {
                        letters.insert(code, letters_of_name(name.as_str()).unwrap_or_else(|| UNKNOWN.to_owned()));
                        code = code.saturating_add(1);
                    }
                    _ => {}
                }
            }
        }
        letters.extend(named);
        let first = font.get::<u32>("FirstChar").unwrap_or(0);
        let scale = match font.get::<[f64; 6]>("FontMatrix").filter(|_| is_drawn) {
            Some(matrix) => matrix[0].abs(),
            None => 0.001,
        };
        let widths = font.get::<Array<'_>>("Widths").map(|widths| {
            let widths = widths.iter::<f64>().take(256).map(|width| width * scale);
            (first..u32::MAX).zip(widths).collect::<HashMap<_, _>>()
        });
        // The fonts that every reader of PDF has need not say their widths.
        let usual = if widths.is_some() { 0.0 } else { 500.0 };
        let width = descriptor.get::<f64>("MissingWidth").unwrap_or(usual) * scale;
        Self { is_wide: false, letters, widths: widths.unwrap_or_default(), width }
    }

    fn wide(font: &Dict<'_>, named: HashMap<u32, String>) -> Self {
        // Other encodings have codes of several lengths; read wrongly, they would give wrong letters.
        let is_known =
            font.get::<Name<'_>>("Encoding").is_some_and(|name| matches!(&*name, b"Identity-H" | b"Identity-V"));
        let below = font.get::<Array<'_>>("DescendantFonts").and_then(|fonts| fonts.iter::<Dict<'_>>().next());
        let below = below.unwrap_or_default();
        let widths = below.get::<Array<'_>>("W").map(|widths| widths_of(&widths)).unwrap_or_default();
        let width = below.get::<f64>("DW").unwrap_or(1000.0) / 1000.0;
        Self { is_wide: true, letters: if is_known { named } else { HashMap::new() }, widths, width }
    }
}

/// `first [width …]` and `first last width`, in any order.
fn widths_of(array: &Array<'_>) -> HashMap<u32, f64> {
    let mut widths = HashMap::new();
    let mut items = array.iter::<Object<'_>>();
    while let Some(first) = items.next() {
        let Some(first) = first.into_number().and_then(|first| u32::try_from(first.as_i64()).ok()) else { continue };
        match items.next() {
            Some(Object::Array(each)) => {
                let each = each.iter::<f64>().take(1 << 16).map(|width| width / 1000.0);
                widths.extend((first..u32::MAX).zip(each));
            }
            Some(Object::Number(last)) => {
                let last = u32::try_from(last.as_i64()).unwrap_or(0).min(0xffff);
                let Some(width) = items.next().and_then(Object::into_number) else { break };
                widths.extend((first..=last).map(|code| (code, width.as_f64() / 1000.0)));
            }
            _ => break,
        }
    }
    widths
}
