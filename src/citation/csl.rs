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
    use crate::citation::{References, Style, Title};

    fn item(title: &str, address: &str) -> String {
        serde_json::json!({
            "id": "", "type": "webpage", "language": "fr", "title": title, "author": [{ "literal": "Desk & Co" }],
            "issued": { "date-parts": [[2026, 11, 22]] }, "container-title": "Checks", "genre": "Fact check",
            "URL": address,
        })
        .to_string()
    }

    /// What holds the whole saving: putting a title in afterwards gives what the processor gives.
    #[test]
    fn a_title_put_in_afterwards_stands_as_the_processor_would_have_set_it() {
        let references = References::default();
        let address = "https://example.org/fr/claims/joubass/";
        for title in [
            "Huit civils tués à Joubass",
            "Who said “eight dead”?",
            "« Huit morts »",
            "It ends here.",
            "… and so on…",
            "ÇA ALORS !",
            "320 km² en une semaine (ou plus)",
            "O’Brien: 5 < 6 & 7 > 2",
            "12",
            "?!",
            "قُتل ثمانية مدنيين؟",
        ] {
            for (style, lang) in Style::ALL.into_iter().flat_map(|style| ["fr", "en"].map(|lang| (style, lang))) {
                let marked = item(&Title::new(title).mark(), References::ADDRESS);
                let filled = references.html(style, lang, &marked, Title::new(title), address).unwrap();
                assert_eq!(filled, reference(style, lang, &item(title, address)).unwrap(), "{style:?} {lang}");
            }
        }
    }

    #[test]
    fn references_read_as_their_styles_say() {
        let item = item("Huit civils tués à Joubass", "https://example.org/joubass/");
        let made = |style, lang| reference(style, lang, &item).unwrap();
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
