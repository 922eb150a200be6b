//! How to cite the data of the site.

use super::super::ViewContext;
use super::super::local::Local;
use super::package;
use crate::site::Subject;
use crate::text::PartialDate;
use crate::view::CitationFile;

/// Licences of data and of texts by the names that SPDX gives them.
const SPDX: [&str; 16] = [
    "CC-BY-3.0",
    "CC-BY-4.0",
    "CC-BY-NC-3.0",
    "CC-BY-NC-4.0",
    "CC-BY-NC-ND-4.0",
    "CC-BY-NC-SA-4.0",
    "CC-BY-ND-4.0",
    "CC-BY-SA-3.0",
    "CC-BY-SA-4.0",
    "CC0-1.0",
    "MIT",
    "ODC-By-1.0",
    "ODbL-1.0",
    "OGL-UK-3.0",
    "PDDL-1.0",
    "etalab-2.0",
];

/// The day of the latest change that is more than a typo.
pub(in crate::view::build) fn released(local: Local<'_, '_>) -> Option<PartialDate> {
    let published = local.corpus().claims.iter().filter(|entry| !entry.record.draft);
    let released = published.filter_map(|entry| entry.record.modified()).map(|date| date.last_day()).max();
    released.map(PartialDate::Day)
}

/// The file `CITATION.cff`, in the words of the first language.
pub(super) fn file(context: &ViewContext<'_>) -> CitationFile {
    let local = context.local(context.shown.corpus().first_lang());
    let site = &local.corpus().site;
    let licence = package::licence(local);
    let known = |name: &String| SPDX.contains(&name.as_str());
    let spdx = licence.as_ref().map(|licence| licence.name.clone()).filter(known);
    CitationFile {
        message: local.say("citation_message"),
        title: local.text(&site.title),
        summary: local.text(&site.description),
        publisher: local.typeset(&site.publisher.name),
        website: site.publisher.url.clone(),
        url: local.url(Subject::Home),
        licence_url: licence.and_then(|licence| licence.path).filter(|_| spdx.is_none()),
        licence: spdx,
        released: released(local).map(|day| day.to_string()),
    }
}
