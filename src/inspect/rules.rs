//! The rules that the finished pages satisfy.

use crate::diagnostic::rules;

rules! {
    DEAD_LINK, "dead-link", Error,
    "Every internal link leads to a page or a file of the site.",
    "A link in a text or a template leads to an address of the site that nothing stands at. Link records as `[[id]]`: such links are never dead. Files for the site belong in `static/`.";

    DEAD_FRAGMENT, "dead-fragment", Error,
    "Every `#fragment` is the id of something on the page that it leads to.",
    "The link leads to the right page and then nowhere in it. Look up the id in the page's source, or leave the fragment out.";

    DUPLICATE_HTML_ID, "duplicate-html-id", Error,
    "An id stands once on a page.",
    "Two elements of one page have one id, so that a link to it leads to the first only. Templates choose ids that texts cannot take.";
}
