//! The rules that reading a record enforces.

use crate::diagnostic::rules;

rules! {
    NO_FRONT_MATTER, "no-front-matter", Error,
    "A record's file starts with its fields between two lines `---`.",
    "Every record is a Markdown file whose first line is `---`, followed by fields in YAML, a second line `---` and the text. Add the missing line.";

    YAML_SYNTAX, "yaml-syntax", Error,
    "The fields are well-formed YAML.",
    "The text between the two lines `---` could not be read as YAML. The usual causes: a colon followed by a space inside a text (put the text in double quotes), a quotation mark that is not closed, a tab instead of spaces, lines of one map that do not start in the same column.";

    DUPLICATE_KEY, "duplicate-key", Error,
    "A field is written once.",
    "YAML readers keep one of two equal keys, and not all keep the same one. Remove one of them.";

    BARE_WORD, "bare-word", Error,
    "`yes`, `no`, `on`, `off`, `y` and `n` stand in quotation marks.",
    "Older YAML readers take these words for true and false, newer ones for texts. Put the word in quotation marks, or write `true` or `false`.";

    UNKNOWN_FIELD, "unknown-field", Error,
    "Every field is one that the record has.",
    "A misspelt field would be left out in silence. The reference lists the fields of each record; `content/README.md` holds it.";

    MISSING_FIELD, "missing-field", Error,
    "Fields that every such record needs are there.",
    "A claim needs its title, its proposition, its date of publication, its authors, who said it, a verdict and, for most verdicts, evidence. The reference says of each field whether it must be there.";

    WRONG_TYPE, "wrong-type", Error,
    "A field holds what it is made for.",
    "A text stands where a number is expected, or a list where a map is. The message names what is expected.";

    EMPTY_TEXT, "empty-text", Error,
    "A text that is written is not empty.",
    "An empty text is most often one that was meant to be written later. Write it, or remove the field.";

    UNKNOWN_WORD, "unknown-word", Error,
    "A word of a closed vocabulary is one of its words.",
    "Stances, kinds, precision classes and similar fields take one of a few words; the reference lists them with their meanings.";

    BAD_ID, "bad-id", Error,
    "An id is an address.",
    "Ids are part of web addresses and stay for ever: lower-case letters from a to z, digits and single hyphens, at most 80 characters.";

    BAD_DATE, "bad-date", Error,
    "A date is in the calendar and written as `2019`, `2019-12` or `2019-12-24`.",
    "Dates may be known to the year, the month or the day. Other forms mean different days in different countries.";

    BAD_QUANTITY, "bad-quantity", Error,
    "A quantity is a number, or words that mean one.",
    "Write a number (`8`, `40 000`, `72.8`), a range (`8–12`), or words (`au moins 8`, `about 80`, `une quarantaine`, `plus de 300`, `des centaines`). They are kept as an interval with its qualifier.";

    BAD_RANGE, "bad-range", Error,
    "A value lies in its range.",
    "Latitudes lie from -90 to 90, longitudes from -180 to 180, ratings from 1 to 5, and the end of a period is not before its start.";
}
