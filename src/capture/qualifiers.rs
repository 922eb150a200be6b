//! Words that turn or soften what is said: to lose one is to misquote.

use crate::text::quantity::scan::numbers_in;

/// Words that are looked for wherever something is left out.
///
/// Some are only sometimes qualifiers (“plus”, “over”, “some”). Who leaves one out quotes in separate fragments.
const WORDS: &[&str] = &[
    // French
    "ne",
    "pas",
    "point",
    "jamais",
    "aucun",
    "aucune",
    "ni",
    "non",
    "sans",
    "rien",
    "guère",
    "nullement",
    "nul",
    "nulle",
    "sauf",
    "hormis",
    "excepté",
    "seulement",
    "uniquement",
    "si",
    "selon",
    "environ",
    "presque",
    "quasi",
    "quelque",
    "quelques",
    "plus",
    "moins",
    "peut-être",
    "probablement",
    "possiblement",
    "apparemment",
    "présumé",
    "présumée",
    "présumés",
    "présumées",
    "supposé",
    "supposée",
    "aurait",
    "auraient",
    "serait",
    "seraient",
    "pourrait",
    "pourraient",
    "semble",
    "semblent",
    "semblerait",
    "dément",
    "démenti",
    "nie",
    "nient",
    "prétend",
    "prétendent",
    "prétendument",
    "soi-disant",
    // English
    "not",
    "no",
    "never",
    "none",
    "nobody",
    "nothing",
    "nor",
    "neither",
    "without",
    "cannot",
    "hardly",
    "barely",
    "scarcely",
    "except",
    "unless",
    "only",
    "if",
    "about",
    "around",
    "approximately",
    "roughly",
    "nearly",
    "almost",
    "some",
    "over",
    "least",
    "most",
    "more",
    "less",
    "fewer",
    "allegedly",
    "alleged",
    "reportedly",
    "reported",
    "supposedly",
    "apparently",
    "seemingly",
    "possibly",
    "probably",
    "perhaps",
    "maybe",
    "likely",
    "unlikely",
    "may",
    "might",
    "could",
    "would",
    "suspected",
    "unconfirmed",
    "unverified",
    "denied",
    "denies",
    "deny",
    "according",
    "claimed",
    "claims",
    "circa",
    // Arabic, without the marks that are not compared
    "لا",
    "لم",
    "لن",
    "ما",
    "ليس",
    "ليست",
    "ليسوا",
    "غير",
    "دون",
    "بدون",
    "سوى",
    "إلا",
    "فقط",
    "نحو",
    "حوالي",
    "قرابة",
    "تقريبا",
    "الأقل",
    "الأكثر",
    "أكثر",
    "أقل",
    "ربما",
    "قد",
    "حسب",
    "بحسب",
    "وفق",
    "وفقا",
    "يزعم",
    "زعم",
    "مزاعم",
    // Neighbours in the news of the region
    "nicht",
    "kein",
    "keine",
    "keinen",
    "nie",
    "laut",
    "etwa",
    "rund",
    "mindestens",
    "ohne",
    "nunca",
    "sin",
    "según",
    "aproximadamente",
    "не",
    "нет",
    "ни",
    "без",
    "около",
    "более",
    "менее",
    "якобы",
    "değil",
    "yok",
    "yaklaşık",
];

/// Qualifiers of several words.
const PHRASES: &[&str] =
    &["d'après", "près de", "jusqu'à", "jusqu'au", "jusqu'aux", "au maximum", "up to", "en az", "по данным"];

/// The first word of some text that turns or softens what is said; the text is in its one spelling.
pub fn qualifier_in(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let phrase = PHRASES.iter().find(|phrase| holds(&lower, phrase)).map(|phrase| (*phrase).to_owned());
    words(&lower).find(|word| is_qualifier(word)).map(str::to_owned).or(phrase)
}

/// The words that end a text and turn or soften what follows, which would lose them.
///
/// “About” softens a number and nothing else, so before other words it is no matter.
pub fn qualifier_before(text: &str, following: &str) -> Option<String> {
    let lower = text[text.ceil_char_boundary(text.len().saturating_sub(64))..].to_lowercase();
    let lower = lower.trim_end_matches(' ');
    let first_is_number = |lang| numbers_in(following, lang).first().is_some_and(|(range, _)| range.start == 0);
    let hedges = if first_is_number("fr") || first_is_number("en") { HEDGES } else { &[] };
    TURNS.iter().chain(hedges).find(|word| ends(lower, word)).map(|word| (*word).to_owned())
}

/// What turns the words right behind it, whatever they are.
const TURNS: &[&str] = &[
    "ne",
    "n'",
    "pas",
    "jamais",
    "aucun",
    "aucune",
    "sans",
    "selon",
    "d'après",
    "au moins",
    "au plus",
    "not",
    "n't",
    "no",
    "never",
    "without",
    "cannot",
    "hardly",
    "barely",
    "allegedly",
    "reportedly",
    "according to",
    "at least",
    "at most",
    "لا",
    "لم",
    "لن",
    "ليس",
    "ليست",
    "غير",
    "بحسب",
    "وفقا",
    "nicht",
    "kein",
    "keine",
    "не",
    "нет",
];

/// What softens a number right behind it.
const HEDGES: &[&str] = &[
    "environ",
    "presque",
    "quelque",
    "près de",
    "jusqu'à",
    "plus de",
    "moins de",
    "about",
    "around",
    "some",
    "approximately",
    "roughly",
    "nearly",
    "almost",
    "over",
    "under",
    "up to",
    "more than",
    "less than",
    "fewer than",
    "as many as",
    "نحو",
    "حوالي",
    "قرابة",
    "أكثر من",
    "أقل من",
    "etwa",
    "rund",
    "mindestens",
    "около",
    "более",
    "менее",
    "yaklaşık",
];

/// The negation that begins a text: what stands before it would lose it.
pub fn negation_at_start(text: &str) -> Option<&str> {
    let word = text.strip_prefix(' ')?.split(|c: char| !c.is_alphanumeric()).next()?;
    ["pas", "point", "jamais", "guère", "not", "never", "nicht", "değil"].contains(&word).then_some(word)
}

fn is_qualifier(word: &str) -> bool {
    // The Arabic “and” and “so” are written to the word.
    let bare = word.strip_prefix(['و', 'ف']).filter(|bare| !bare.is_empty()).unwrap_or(word);
    WORDS.contains(&word) || WORDS.contains(&bare) || word == "n'" || word == "s'il" || word.ends_with("n't")
}

/// The words of a text; an elided “n'” is one by itself.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let word = |c: char| c.is_alphanumeric() || c == '\'' || c == '-';
    text.split(move |c| !word(c)).filter(|word| !word.is_empty()).flat_map(|word| {
        let (first, rest) = match word.split_once('\'') {
            Some(("n", rest)) => ("n'", rest),
            Some((elided, rest)) if elided.chars().count() <= 2 && rest != "t" => ("", rest),
            _ => ("", word),
        };
        [first, rest].into_iter().filter(|word| !word.is_empty())
    })
}

fn holds(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, _)| {
        let before = text[..at].ends_with(char::is_alphanumeric);
        let after = text[at + phrase.len()..].starts_with(char::is_alphanumeric);
        !before && !after
    })
}

fn ends(text: &str, phrase: &str) -> bool {
    text.strip_suffix(phrase).is_some_and(|before| !before.ends_with(char::is_alphanumeric))
}
