//! The few words that the markup of a text needs of its own.

use crate::text::{format, typography};

/// What is said to readers who do not see the page.
#[derive(Clone, Copy, Debug)]
pub(super) enum Phrase<'a> {
    /// The name of a table's scrolling frame.
    Table(usize),
    /// The name of the list of footnotes.
    Notes,
    /// The mark of a footnote.
    Note(usize),
    /// The visible way back from a footnote.
    Back,
    /// The full name of the way back to the K-th mark.
    BackTo(usize, usize),
    /// The mark of a citation, with the document's own label.
    Source(usize, &'a str),
}

/// A phrase in the language of a tag; in English if it has none.
pub(super) fn phrase(phrase: Phrase<'_>, lang: &str) -> String {
    use Phrase::{Back, BackTo, Note, Notes, Source, Table};
    match format::primary(lang) {
        "fr" => {
            let text = match phrase {
                Table(n) => format!("Tableau {n}"),
                Notes => "Notes".to_owned(),
                Note(n) => format!("Note {n}"),
                Back => "Retour au texte".to_owned(),
                BackTo(n, k) => format!("Retour au texte : note {n}, appel {k}"),
                Source(n, label) => format!("Référence {n} : {label}"),
            };
            typography::apply(&text, "fr").into_owned()
        }
        "ar" => match phrase {
            Table(n) => format!("الجدول {n}"),
            Notes => "الحواشي".to_owned(),
            Note(n) => format!("الحاشية {n}"),
            Back => "العودة إلى النص".to_owned(),
            BackTo(n, k) => format!("العودة إلى النص: الحاشية {n}، الموضع {k}"),
            Source(n, label) => format!("المرجع {n}: {label}"),
        },
        _ => match phrase {
            Table(n) => format!("Table {n}"),
            Notes => "Notes".to_owned(),
            Note(n) => format!("Note {n}"),
            Back => "Back to text".to_owned(),
            BackTo(n, k) => format!("Back to text: note {n}, mark {k}"),
            Source(n, label) => format!("Reference {n}: {label}"),
        },
    }
}
