//! What is asked of the addresses of others.

use crate::diagnostic::rules;

rules! {
    BROKEN_LINK, "broken-link", Warning,
    "Every link to another site leads to something.",
    "`recoupe check --check-links` and `recoupe serve --check-links` ask every web address that readers are sent to. This one says that there is nothing, or nobody answers there. Send readers to a copy: the archived address, if the record has one, or one that a web archive has kept. The address of a document can stay as it was seen, with `link: false` and the reason in `because`. The answer may change within minutes, so it is a warning, it is never part of a build, and nothing is asked without the option.";

    MOVED_LINK, "moved-link", Note,
    "Links to other sites lead straight to where the page is now.",
    "The address answers that its page has moved for good, and the new one answers. Old addresses rarely lead on forever: write the new one while it is known. For a document the old address may be the one that was seen; then leave it.";

    UNCLEAR_LINK, "unclear-link", Note,
    "Somebody looks at the links that programs cannot ask.",
    "The host says that programs are not welcome, asks for a login, or is too busy. Readers may well see the page: open the address in a browser.";
}
