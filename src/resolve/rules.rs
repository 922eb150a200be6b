//! The rules that joining records enforces.

use crate::diagnostic::rules;

rules! {
    NO_SITE, "no-site", Error,
    "A site has its `content/site.yaml`.",
    "It holds the site's title, address, languages, publisher, authors and verdict scale. `recoupe init DIR` writes one to start from.";

    DUPLICATE_ID, "duplicate-id", Error,
    "An id names one record.",
    "Ids are unique across all kinds, former ids and verdicts included, so that `[[id]]` means one thing and every address stays what it was. Rename one of the two files with `recoupe rename OLD NEW`.";

    UNKNOWN_REFERENCE, "unknown-reference", Error,
    "A reference leads to a record of the right kind.",
    "Ids in fields, links `[[id]]` and citations `[@document-id]` must name something that exists. The message names the nearest id; `recoupe new` makes a record that is missing.";

    TRANSLATION_WITHOUT_ORIGINAL, "translation-without-original", Error,
    "A translation stands beside its original.",
    "`osdh.en.md` holds the English words of `osdh.md`; without it there is nothing to translate. The original of every record is in the site's first language.";

    UNKNOWN_LANGUAGE, "unknown-language", Error,
    "A translation is in a language of the site.",
    "The languages of a site are listed in `site.yaml`; a text in another would be shown nowhere.";

    REFERENCE_CYCLE, "reference-cycle", Error,
    "Nothing contains, owns, copies or translates itself.",
    "Owners, places within places, populations within populations, copies and translations lead from one record to another and must end somewhere.";
}
