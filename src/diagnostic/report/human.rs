//! Findings for people.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use super::Colour;
use crate::diagnostic::{At, Diagnostic, Locator, Place, Severity, Texts};

pub fn report(findings: &[Diagnostic], texts: &Texts<'_>, colour: Colour) -> String {
    let renderer = match colour {
        Colour::Always => Renderer::styled(),
        Colour::Never => Renderer::plain(),
    };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let locator = Locator::new(findings, texts);
    let mut out = String::new();
    for finding in findings {
        let group = group(finding, texts, &locator);
        out.push_str(&renderer.render(&[group]));
        out.push_str("\n\n");
    }
    out
}

fn group<'a>(finding: &'a Diagnostic, texts: &Texts<'a>, locator: &Locator<'_>) -> Group<'a> {
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
    let group = group.elements(excerpts.into_iter().map(|excerpt| excerpt.element(texts, locator)));
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

    fn element(self, texts: &Texts<'a>, locator: &Locator<'_>) -> Element<'a> {
        let has_lines = self.spots.iter().any(|spot| spot.place.at != At::File);
        let text = match texts.get(self.file) {
            Some(text) if has_lines => *text,
            _ => return Origin::path(self.file).into(),
        };
        let found: Vec<_> = self.spots.into_iter().map(|spot| (locator.locate(spot.place), spot)).collect();
        // Only the lines that are shown are handed over; a long file has many findings.
        let first = found.iter().map(|(at, _)| at.range.start).min().unwrap_or_default();
        let last = found.iter().map(|(at, _)| at.range.end).max().unwrap_or_default();
        let line = found.iter().map(|(at, _)| at.line).min().unwrap_or(1);
        let start = text[..first].rfind('\n').map_or(0, |newline| newline + 1);
        let end = text[last..].find('\n').map_or(text.len(), |newline| last + newline + 1);
        let annotations =
            found.into_iter().map(|(at, spot)| spot.annotation(at.range.start - start..at.range.end - start));
        Snippet::source(&text[start..end]).line_start(line).path(self.file).annotations(annotations).into()
    }
}

impl<'a> Spot<'a> {
    fn annotation(self, range: Range<usize>) -> Annotation<'a> {
        let annotation = self.kind.span(range);
        if self.words.is_empty() { annotation } else { annotation.label(self.words) }
    }
}
