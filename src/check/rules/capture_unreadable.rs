//! A capture is of a sort that can be read.

use crate::capture::Stored;
use crate::check::{CheckRule, Context, Scope};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "capture-unreadable",
        severity: Severity::Note,
        summary: "A capture is of a sort that can be read.",
        explanation: "Text is read from `text/plain`, `text/html` and `application/pdf`, and from `application/warc` (also packed with gzip) and `application/wacz`. Text and pages have to be in UTF-8. Of a web archive the page is read whose address is the `url` of the document, whatever its scheme, fragment and last slash; redirects are not followed, and where an archive holds several different pages of the address none is taken. Of a PDF the text is read that is painted on the page: letters that the file does not name, text that is not visible and the text of pictures are not. What cannot be read proves what was archived, but no quotation is compared with it, and pages say so. A capture of the same document as text, beside the other, lets its quotations be verified.",
    },
    scope: Scope::Corpus(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for entry in &context.corpus.documents {
        for (i, capture) in entry.record.captures.iter().enumerate() {
            let stored = context.assessments.captures().get(&capture.sha256, entry.record.url.as_deref());
            let Some(Stored::Unreadable(why)) = stored else { continue };
            let place = Place::value(&entry.file.path, FieldPath::of("captures").index(i).key("media"));
            let finding = RULE.at(place, format!("{}; nothing was compared with it", why.why));
            findings.push(finding.with_help(why.help.clone()));
        }
    }
}
