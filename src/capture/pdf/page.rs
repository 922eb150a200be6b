//! What a page paints: the glyphs of its text, each with its place.

use std::collections::HashMap;
use std::rc::Rc;

use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, ObjectIdentifier, Rect, Stream};
use hayro_syntax::page::{Page, Resources};

use super::super::Unreadable;
use super::super::inflate::LARGEST;
use super::font::Font;
use super::layout::{Glyph, Lines};
use super::unpacked;

/// How many instructions a whole file may have: more is no document.
const MOST_INSTRUCTIONS: usize = 50_000_000;
/// How deep drawings may stand in drawings.
const DEEPEST: usize = 8;
/// More saved states than any program writes.
const MOST_STATES: usize = 512;

/// Three columns of a matrix that maps places to places.
type Matrix = [f64; 6];
const UNCHANGED: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// Goes through the pages of a file.
#[derive(Default)]
pub struct Painter {
    fonts: HashMap<ObjectIdentifier, Rc<Font>>,
    instructions: usize,
}

#[derive(Clone)]
struct State {
    place: Matrix,
    font: Rc<Font>,
    size: f64,
    letters: f64,
    words: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
    is_painted: bool,
}

impl Painter {
    /// Adds the text of a page to the lines.
    pub fn paint(&mut self, page: &Page<'_>, lines: &mut Lines) -> Result<(), Unreadable> {
        let mut content = Vec::new();
        for stream in streams(page.raw()) {
            content.extend_from_slice(&unpacked(&stream)?);
            // A new stream begins a new word.
            content.push(b' ');
        }
        let state = State {
            place: UNCHANGED,
            font: Rc::default(),
            size: 1.0,
            letters: 0.0,
            words: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            is_painted: true,
        };
        self.run(&content, page.resources(), state, 0, &page.intersected_crop_box(), lines)
    }

    fn run(
        &mut self,
        content: &[u8],
        resources: &Resources<'_>,
        mut state: State,
        depth: usize,
        visible: &Rect,
        lines: &mut Lines,
    ) -> Result<(), Unreadable> {
        let mut saved = Vec::new();
        let (mut line, mut pen) = (UNCHANGED, UNCHANGED);
        let mut instructions = TypedIter::new(content);
        while let Some(instruction) = instructions.next() {
            self.instructions += 1;
            if self.instructions > MOST_INSTRUCTIONS || lines.len() > LARGEST {
                return Err(Unreadable::because("this PDF draws without end"));
            }
            use TypedInstruction as I;
            match instruction {
                I::SaveState(_) if saved.len() < MOST_STATES => saved.push(state.clone()),
                I::RestoreState(_) => state = saved.pop().unwrap_or(state),
                I::Transform(m) => state.place = product(&[m.0, m.1, m.2, m.3, m.4, m.5].map(value), &state.place),
                I::BeginText(_) => (line, pen) = (UNCHANGED, UNCHANGED),
                I::CharacterSpacing(n) => state.letters = value(n.0),
                I::WordSpacing(n) => state.words = value(n.0),
                I::HorizontalScaling(n) => state.stretch = value(n.0) / 100.0,
                I::TextLeading(n) => state.leading = value(n.0),
                I::TextRise(n) => state.rise = value(n.0),
                // Invisible text is what a machine made of a picture, or what nobody is meant to read.
                I::TextRenderingMode(n) => state.is_painted = !matches!(n.0.as_i64(), 3 | 7),
                I::TextFont(font) => {
                    state.font = self.font(resources, font.0);
                    state.size = value(font.1);
                }
                I::NextLine(by) => {
                    line = moved(&line, value(by.0), value(by.1));
                    pen = line;
                }
                I::NextLineAndSetLeading(by) => {
                    state.leading = -value(by.1);
                    line = moved(&line, value(by.0), value(by.1));
                    pen = line;
                }
                I::SetTextMatrix(m) => {
                    line = [m.0, m.1, m.2, m.3, m.4, m.5].map(value);
                    pen = line;
                }
                I::NextLineUsingLeading(_) => {
                    line = moved(&line, 0.0, -state.leading);
                    pen = line;
                }
                I::ShowText(text) => show(&state, &mut pen, text.0.as_bytes(), visible, lines),
                I::NextLineAndShowText(text) => {
                    line = moved(&line, 0.0, -state.leading);
                    pen = line;
                    show(&state, &mut pen, text.0.as_bytes(), visible, lines);
                }
                I::ShowTextWithParameters(text) => {
                    (state.words, state.letters) = (value(text.0), value(text.1));
                    line = moved(&line, 0.0, -state.leading);
                    pen = line;
                    show(&state, &mut pen, text.2.as_bytes(), visible, lines);
                }
                I::ShowTexts(parts) => {
                    for part in parts.0.iter::<Object<'_>>() {
                        match part {
                            Object::String(text) => show(&state, &mut pen, text.as_bytes(), visible, lines),
                            Object::Number(back) => {
                                pen = moved(&pen, -value(back) / 1000.0 * state.size * state.stretch, 0.0);
                            }
                            _ => {}
                        }
                    }
                }
                I::XObject(name) if depth < DEEPEST => {
                    let form = resources.get_x_object(name.0);
                    if let Some(form) = form.filter(is_form) {
                        self.form(&form, resources, &state, depth, visible, lines)?;
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// A drawing within the page, with fonts of its own.
    fn form(
        &mut self,
        form: &Stream<'_>,
        resources: &Resources<'_>,
        state: &State,
        depth: usize,
        visible: &Rect,
        lines: &mut Lines,
    ) -> Result<(), Unreadable> {
        let content = unpacked(form)?;
        let mut state = state.clone();
        if let Some(matrix) = form.dict().get::<[f64; 6]>("Matrix") {
            state.place = product(&matrix, &state.place);
        }
        match form.dict().get::<Dict<'_>>("Resources") {
            Some(own) => self.run(&content, &Resources::new(own), state, depth + 1, visible, lines),
            None => self.run(&content, resources, state, depth + 1, visible, lines),
        }
    }

    /// The font of a name; one that is not there has no letter that anybody knows.
    fn font(&mut self, resources: &Resources<'_>, name: &Name<'_>) -> Rc<Font> {
        let Some(font) = resources.get_font(name) else { return Rc::default() };
        let Some(id) = font.obj_id() else { return Rc::new(Font::of(&font)) };
        Rc::clone(self.fonts.entry(id).or_insert_with(|| Rc::new(Font::of(&font))))
    }
}

/// The streams that paint a page, in their order.
fn streams<'a>(page: &Dict<'a>) -> Vec<Stream<'a>> {
    match page.get::<Stream<'_>>("Contents") {
        Some(one) => vec![one],
        None => page.get::<Array<'_>>("Contents").map(|all| all.iter().collect()).unwrap_or_default(),
    }
}

fn is_form(object: &Stream<'_>) -> bool {
    object.dict().get::<Name<'_>>("Subtype").is_some_and(|kind| &*kind == b"Form")
}

/// Paints the glyphs of some bytes, and moves the pen behind them.
fn show(state: &State, pen: &mut Matrix, text: &[u8], visible: &Rect, lines: &mut Lines) {
    for (glyph, width) in state.font.glyphs(text) {
        let place = product(&moved(pen, 0.0, state.rise), &state.place);
        let mut along = width * state.size + state.letters;
        if glyph.is_space {
            along += state.words;
        }
        *pen = moved(pen, along * state.stretch, 0.0);
        let end = product(&moved(pen, 0.0, state.rise), &state.place);
        let (x, y) = (place[4], place[5]);
        // What stands outside the paper is not seen.
        let is_seen =
            state.is_painted && (visible.x0..=visible.x1).contains(&x) && (visible.y0..=visible.y1).contains(&y);
        if is_seen {
            let up = (place[2].hypot(place[3]) * state.size).abs();
            lines.add(&Glyph { text: glyph.text, start: (x, y), end: (end[4], end[5]), size: up });
        }
    }
}

fn value(number: Number) -> f64 {
    number.as_f64()
}

/// First one matrix, then another.
fn product(first: &Matrix, then: &Matrix) -> Matrix {
    [
        first[0] * then[0] + first[1] * then[2],
        first[0] * then[1] + first[1] * then[3],
        first[2] * then[0] + first[3] * then[2],
        first[2] * then[1] + first[3] * then[3],
        first[4] * then[0] + first[5] * then[2] + then[4],
        first[4] * then[1] + first[5] * then[3] + then[5],
    ]
}

fn moved(matrix: &Matrix, x: f64, y: f64) -> Matrix {
    product(&[1.0, 0.0, 0.0, 1.0, x, y], matrix)
}
