//! The processor, and the styles and words that it works with.

use std::sync::LazyLock;

use citationberg::json::Item;
use citationberg::{FontStyle, IndependentStyle, Locale, LocaleCode, LocaleFile};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, ElemChild, ElemChildren, Formatted,
};

use super::Style;
use crate::text::html::escape_text;

/// The words of one language, as the processor asks for them.
type Words = LazyLock<[Locale; 1]>;

static APA: LazyLock<IndependentStyle> = LazyLock::new(|| style(include_str!("csl/apa.csl")));
static ISO_690_EN: LazyLock<IndependentStyle> = LazyLock::new(|| style(include_str!("csl/iso690-author-date-en.csl")));
static ISO_690_FR: LazyLock<IndependentStyle> = LazyLock::new(|| style(include_str!("csl/iso690-author-date-fr.csl")));
static ENGLISH: Words = LazyLock::new(|| words(include_str!("csl/locales-en-GB.xml")));
static FRENCH: Words = LazyLock::new(|| words(include_str!("csl/locales-fr-FR.xml")));

/// A reference as HTML, in French or else in English; none for what is no CSL-JSON.
pub(super) fn reference(style: Style, lang: &str, item: &str) -> Option<String> {
    let item: Item = serde_json::from_str(item).ok()?;
    let french = lang.split('-').next() == Some("fr");
    let (code, locale_files) = if french { ("fr-FR", &*FRENCH) } else { ("en-GB", &*ENGLISH) };
    let style: &IndependentStyle = match style {
        Style::Apa => &APA,
        Style::Iso690 if french => &ISO_690_FR,
        Style::Iso690 => &ISO_690_EN,
    };
    let locale = || Some(LocaleCode(code.to_owned()));
    // One driver a work: in company, the works of an author and a year would be told apart by letters.
    let mut driver = BibliographyDriver::new();
    let items = vec![CitationItem::with_entry(&item)];
    driver.citation(CitationRequest::new(items, style, locale(), locale_files, None));
    let rendered = driver.finish(BibliographyRequest { style, locale: locale(), locale_files });
    let entry = rendered.bibliography?.items.into_iter().next()?;
    let mut html = String::new();
    write(&mut html, &entry.content);
    Some(html)
}

fn style(xml: &str) -> IndependentStyle {
    let mut style = IndependentStyle::from_xml(xml).expect("the styles of the program are read by a test");
    // What would stand in running text is a third of the work, and nobody asks for it.
    style.citation.layout.elements.clear();
    style
}

fn words(xml: &str) -> [Locale; 1] {
    [LocaleFile::from_xml(xml).expect("the words of styles are read by a test").into()]
}

/// The library's own HTML neither escapes nor does without `style`, which the pages' policy forbids.
fn write(html: &mut String, children: &ElemChildren) {
    for child in &children.0 {
        match child {
            // An address is that of the page itself: it is text, to be copied.
            ElemChild::Text(text) | ElemChild::Link { text, .. } => write_text(html, text),
            ElemChild::Elem(elem) => write(html, &elem.children),
            ElemChild::Markup(text) => html.push_str(&escape_text(text)),
            ElemChild::Transparent { .. } => {}
        }
    }
}

fn write_text(html: &mut String, text: &Formatted) {
    let italic = text.formatting.font_style == FontStyle::Italic;
    // The style's own straight apostrophe, as in “à l'adresse”.
    let words = text.text.replace('\'', "’");
    html.push_str(if italic { "<i>" } else { "" });
    html.push_str(&escape_text(&words));
    html.push_str(if italic { "</i>" } else { "" });
}

#[cfg(test)]
mod tests {
    use super::reference;
    use crate::citation::{CslDate, CslItem, CslName, References, Style};

    const LANGUAGES: [&str; 2] = ["fr", "en"];

    fn work(title: &str) -> CslItem {
        CslItem {
            kind: "webpage",
            language: "fr".to_owned(),
            title: Some(title.to_owned()),
            author: vec![CslName { literal: "Desk & Co".to_owned() }],
            issued: Some(CslDate { parts: [vec![2026, 11, 22]] }),
            container_title: Some("Checks".to_owned()),
            genre: Some("Fact check".to_owned()),
            url: Some("https://example.org/joubass/".to_owned()),
            ..CslItem::default()
        }
    }

    /// What holds the whole saving: filled in afterwards, a work stands as the processor would have set it.
    fn stands(references: &References, work: &CslItem) {
        let json = serde_json::to_string(work).unwrap();
        for lang in LANGUAGES {
            let all = references.of(lang, work);
            assert_eq!(all.len(), Style::ALL.len());
            for (style, filled) in all {
                assert_eq!(filled, reference(style, lang, &json).unwrap(), "{style:?} {lang} {json}");
            }
        }
    }

    #[test]
    fn any_title_stands_as_the_processor_would_have_set_it() {
        let references = References::default();
        for title in [
            "Huit civils tués à Joubass",
            "Who said “eight dead”?",
            "« Huit morts »",
            "«Huit morts»",
            "‘Nothing’ happened",
            "\"Nothing\" happened",
            "It’s said: \"nothing\"",
            "the desk's 'first' check",
            "'",
            "It ends here.",
            "It ends here...",
            "… and so on…",
            "Really?!",
            "Really?”",
            "(In brackets.)",
            "[In square ones]",
            "ÇA ALORS !",
            "Qui\u{202f}? Quoi\u{a0}: rien",
            "Idlib: eight dead: what is known",
            "idlib: lower case",
            "Idlib; eight — dead – or nine-ten",
            "320 km² en une semaine (ou plus)",
            "O’Brien: 5 < 6 & 7 > 2",
            "<i>Le Monde</i> and <b>others</b>",
            "A < B",
            "Half *starred*, _underlined_ and `ticked`",
            "C:\\temp",
            "https://example.org/a?b=c&d#e",
            "12",
            "27 dead on 27 May 8666",
            "?!",
            "ß ǆ ﬁ İstanbul",
            "  spaces  inside  ",
            "a\u{e000}b",
            "قُتل ثمانية مدنيين؟",
            "«قُتل ثمانية مدنيين»: ما نعرفه.",
            "مدنيون 8 (or eight)",
        ] {
            stands(&references, &work(title));
        }
    }

    #[test]
    fn any_day_stands_as_the_processor_would_have_set_it() {
        let references = References::default();
        let days = (1..=31).map(|day| vec![2026, 5, day]);
        let months = (1..=12).flat_map(|month| [vec![2019, month, 1], vec![2019, month, 24], vec![2019, month]]);
        let years = [vec![2026], vec![8666], vec![8666, 12, 27], vec![1000, 1, 2], vec![999, 1, 2], vec![33, 4, 3]];
        for parts in days.chain(months).chain(years) {
            stands(&references, &CslItem { issued: Some(CslDate { parts: [parts] }), ..work("Huit civils") });
        }
        stands(&references, &CslItem { issued: None, ..work("Huit civils") });
    }

    #[test]
    fn what_changed_since_stands_as_the_processor_would_have_set_it() {
        let references = References::default();
        for version in [2, 3, 27, 28, 8666] {
            for note in ["Revised 27 November 2026", "Révisé le 1er décembre 2026.", "Revised: \"all\""] {
                let revised =
                    CslItem { version: Some(version.to_string()), note: Some(note.to_owned()), ..work("Huit civils") };
                stands(&references, &revised);
                stands(&references, &CslItem { status: Some("retracted"), ..revised });
            }
        }
        for name in ["Radio 27", "Channel 8666", "The \"desk\"", "https://address.invalid/"] {
            stands(&references, &CslItem { author: vec![CslName { literal: name.to_owned() }], ..work("Huit civils") });
            stands(&references, &CslItem { container_title: Some(name.to_owned()), ..work("Huit civils") });
            stands(&references, &CslItem { publisher: Some(name.to_owned()), ..work("Huit civils") });
        }
        stands(
            &references,
            &CslItem { url: Some("https://example.org/27/8666/?a=b&c='d'".to_owned()), ..work("Huit") },
        );
    }

    #[test]
    fn works_of_one_shape_ask_the_processor_once() {
        let references = References::default();
        for year in 2000..2026 {
            for day in 2..=28 {
                let title = format!("Check {day} of {year}");
                let issued = Some(CslDate { parts: [vec![year, 5, day]] });
                references.of("en", &CslItem { issued, ..work(&title) });
            }
        }
        assert_eq!(references.shapes(), 1);
    }

    #[test]
    fn references_read_as_their_styles_say() {
        let work = serde_json::to_string(&work("Huit civils tués à Joubass")).unwrap();
        let made = |style, lang| reference(style, lang, &work).unwrap();
        assert_eq!(
            made(Style::Apa, "en"),
            "Desk &amp; Co. (2026, November 22). <i>Huit civils tués à Joubass</i> [Fact check]. Checks. \
             https://example.org/joubass/"
        );
        assert_eq!(
            made(Style::Iso690, "fr"),
            "DESK &amp; CO, 2026. Huit civils tués à Joubass. <i>Checks</i> [en\u{a0}ligne]. 22 novembre 2026. \
             Disponible à l’adresse\u{a0}: https://example.org/joubass/"
        );
    }
}
