//! Findings for people.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use super::Colour;
use crate::diagnostic::{At, Diagnostic, Place, Severity, Texts, locate};

pub fn report(findings: &[Diagnostic], texts: &Texts<'_>, colour: Colour) -> String {
    let renderer = match colour {
        Colour::Always => Renderer::styled(),
        Colour::Never => Renderer::plain(),
    };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let mut out = String::new();
    for finding in findings {
        let group = group(finding, texts);
        out.push_str(&renderer.render(&[group]));
        out.push_str("\n\n");
    }
    out
}

fn group<'a>(finding: &'a Diagnostic, texts: &Texts<'a>) -> Group<'a> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let mut excerpts = vec![Excerpt::of(&finding.place, &finding.label, AnnotationKind::Primary)];
    for (place, words) in &finding.related {
        let spot = Spot { place, words, kind: AnnotationKind::Context };
        // Places in one file share an excerpt.
        match excerpts.iter_mut().find(|excerpt| excerpt.file == &*place.file && place.at != At::File) {
            Some(excerpt) => excerpt.spots.push(spot),
            None => excerpts.push(Excerpt::of(place, words, AnnotationKind::Context)),
        }
    }
    let group = level.primary_title(finding.message.as_str()).id(finding.rule.code);
    let group = group.elements(excerpts.into_iter().map(|excerpt| excerpt.element(texts)));
    group.elements(finding.help.iter().map(|help| Level::HELP.message(help.as_str())))
}

/// Places of one file that are shown together.
struct Excerpt<'a> {
    file: &'a str,
    spots: Vec<Spot<'a>>,
}

struct Spot<'a> {
    place: &'a Place,
    words: &'a str,
    kind: AnnotationKind,
}

impl<'a> Excerpt<'a> {
    fn of(place: &'a Place, words: &'a str, kind: AnnotationKind) -> Self {
        Self { file: &place.file, spots: vec![Spot { place, words, kind }] }
    }

    fn element(self, texts: &Texts<'a>) -> Element<'a> {
        let has_lines = self.spots.iter().any(|spot| spot.place.at != At::File);
        match texts.get(self.file) {
            Some(text) if has_lines => {
                let annotations = self.spots.into_iter().map(|spot| spot.annotation(text));
                Snippet::source(*text).path(self.file).annotations(annotations).into()
            }
            _ => Origin::path(self.file).into(),
        }
    }
}

impl<'a> Spot<'a> {
    fn annotation(self, text: &str) -> Annotation<'a> {
        let annotation = self.kind.span(locate(self.place, text).range);
        if self.words.is_empty() { annotation } else { annotation.label(self.words) }
    }
}
