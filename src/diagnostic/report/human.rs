//! Findings for people.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

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
    let mut group = level.primary_title(finding.message.as_str()).id(finding.rule.code).elements(excerpt(
        &finding.place,
        &finding.label,
        AnnotationKind::Primary,
        texts,
    ));
    for (place, words) in &finding.related {
        group = group.elements(excerpt(place, words, AnnotationKind::Context, texts));
    }
    for help in &finding.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    group
}

fn excerpt<'a>(
    place: &'a Place,
    label: &'a str,
    kind: AnnotationKind,
    texts: &Texts<'a>,
) -> Vec<annotate_snippets::Element<'a>> {
    let text = texts.get(&*place.file).copied();
    let (Some(text), true) = (text, place.at != At::File) else {
        return vec![Origin::path(&*place.file).into()];
    };
    let located = locate(place, text);
    let annotation = kind.span(located.range);
    let annotation = if label.is_empty() { annotation } else { annotation.label(label) };
    vec![Snippet::source(text).path(&*place.file).annotation(annotation).into()]
}
