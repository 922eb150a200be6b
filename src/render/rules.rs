//! The rules that a theme satisfies.

use crate::diagnostic::rules;

rules! {
    TEMPLATE, "template", Error,
    "Templates can be read and ask only for what their page has.",
    "A site's own templates take the place of the default ones of the same name. `templates/README.md` lists what each page hands to its template; a value that may be missing is asked for with `or` or `is defined`.";

    WORDS, "words", Error,
    "The words of the interface can be read in every language of the site.",
    "They stand in `templates/strings/<language>.ftl`, in Fluent's form. The default theme has French and English; for another language, copy one of them and translate it.";

    ASSET_NAME, "asset-name", Error,
    "Files of `static/` have names that can be addresses.",
    "They are copied to the root of the site under their own names, so a name must work as an address on every host.";
}
