//! The desk: what is left to do, on a page of its own.

use std::fmt::Write as _;
use std::path::Path;

use crate::check::Judged;
use crate::corpus::{Corpus, Entry};
use crate::diagnostic::{Diagnostic, Severity, Texts, locate};
use crate::model::Claim;
use crate::serve::DeskPage;
use crate::site::{Route, SiteMap, Subject};
use crate::text::html::{escape_attr, escape_text};
use crate::view::Words;
use crate::weigh::Verification;

/// How many lines of one list are shown: nobody mends more between two looks.
pub(super) const LINES: usize = 200;

/// The page of the desk; `findings` are those of the content and of the theme.
pub(super) fn desk(root: &Path, judged: &Judged, findings: &[Diagnostic], words: &Words) -> DeskPage {
    let Judged { corpus, assessments, .. } = judged;
    let report = Report { root, corpus, map: SiteMap::new(corpus), words };
    let claims = || corpus.claims.iter();
    let published = claims().filter(|entry| !entry.record.draft).count();
    let drafts = claims().filter(|entry| entry.record.draft).map(|entry| report.claim(entry, ""));
    let left_out = corpus.drafts.iter().map(|id| format!("<li>{}</li>", escape_text(id.as_str())));
    let quotations = claims().filter_map(|entry| {
        let compared = assessments.quotations(corpus, &entry.id);
        let all = || compared.said.iter().chain(&compared.evidence).flatten();
        let open = all().filter(|one| !matches!(one, Verification::Verified(_))).count();
        let said = || words.with("desk_fragments", &[("n", open.into()), ("all", all().count().into())]);
        (open > 0).then(|| report.claim(entry, &said()))
    });
    let rests = assessments.rests(corpus).iter().map(|rests| {
        let source = corpus
            .sources
            .get(&rests.source)
            .and_then(|entry| entry.record.name.get(corpus.first_lang(), corpus.first_lang()));
        let claims = rests.claims.iter().filter_map(|id| corpus.claims.get(id)).map(|entry| report.claim(entry, ""));
        let source = escape_text(source.unwrap_or(rests.source.as_str()));
        format!("<li>{source} ({})<ul>{}</ul></li>", words.number(rests.claims.len()), claims.collect::<String>())
    });
    let unreviewed = claims().filter(|entry| entry.record.reviewed.is_none()).map(|entry| report.claim(entry, ""));
    let texts = corpus.texts();
    let open = words.get("desk_open");
    let findings = findings.iter().map(|found| finding(root, &open, found, &texts));
    let mut html = format!("<h1>{}</h1><p><a href=\"/\">{}</a></p>", words.get("desk_title"), words.get("desk_site"));
    report.section(&mut html, "desk_findings", findings);
    let states = [("n", published.into())];
    write!(html, "<h2>{}</h2><p>{}</p>", words.get("desk_states"), words.with("desk_published", &states))
        .expect("a text can be written to");
    report.section(&mut html, "desk_drafts", drafts.chain(left_out));
    report.section(&mut html, "desk_quotations", quotations);
    report.section(&mut html, "desk_rests", rests);
    report.section(&mut html, "desk_unreviewed", unreviewed);
    DeskPage { lang: words.lang().to_owned(), title: words.get("desk_title"), html }
}

/// “2 errors, 1 warning”, as it stands in the corner of every page.
pub(super) fn tally(findings: &[Diagnostic], words: &Words) -> String {
    let counts =
        [(Severity::Error, "desk_errors"), (Severity::Warning, "desk_warnings"), (Severity::Note, "desk_notes")];
    let said = counts.into_iter().filter_map(|(severity, key)| {
        let count = findings.iter().filter(|finding| finding.severity == severity).count();
        (count > 0).then(|| words.with(key, &[("n", count.into())]))
    });
    let said: Vec<String> = said.collect();
    if said.is_empty() { words.get("desk_clean") } else { said.join(", ") }
}

struct Report<'a> {
    root: &'a Path,
    corpus: &'a Corpus,
    map: SiteMap<'a>,
    words: &'a Words,
}

impl Report<'_> {
    /// A list under its heading; `<heading>_none` says that it is empty.
    fn section(&self, html: &mut String, heading: &str, mut items: impl Iterator<Item = String>) {
        let shown: String = items.by_ref().take(LINES).collect();
        let left = items.count();
        let words = self.words;
        html.push_str(&format!("<h2>{}</h2>", words.get(heading)));
        match (shown.is_empty(), left) {
            (true, _) => html.push_str(&format!("<p>{}</p>", words.get(&format!("{heading}_none")))),
            (false, 0) => html.push_str(&format!("<ul>{shown}</ul>")),
            (false, left) => {
                let more = words.with("desk_more", &[("n", left.into())]);
                html.push_str(&format!("<ul>{shown}</ul><p>{more}</p>"));
            }
        }
    }

    /// A claim, its page, its file, and a word about it.
    fn claim(&self, entry: &Entry<Claim>, word: &str) -> String {
        let page = self.map.path(&Route::new(self.corpus.first_lang(), Subject::Claim(entry.id.clone())));
        let (page, title) = (escape_attr(&page), escape_text(&entry.record.title));
        format!("<li><a href=\"{page}\">{title}</a> {} {}</li>", escape_text(word), self.file(&entry.file.path, 1, 1))
    }

    fn file(&self, path: &str, line: usize, column: usize) -> String {
        file(self.root, &self.words.get("desk_open"), path, line, column)
    }
}

/// A finding with its place and what to do; `open` is the word for showing the place in an editor.
pub(super) fn finding(root: &Path, open: &str, finding: &Diagnostic, texts: &Texts<'_>) -> String {
    let path = &finding.place.file;
    let at = locate(&finding.place, texts.get(&**path).copied().unwrap_or_default());
    let severity = finding.severity.word();
    let help = finding.help.iter().map(|help| format!("<br>help: {}", escape_text(help)));
    format!(
        "<li class=\"{severity}\"><strong>{severity}[{}]</strong>: {}<br>{}{}</li>",
        finding.rule.code,
        escape_text(&finding.message),
        file(root, open, path, at.line, at.column),
        help.collect::<String>()
    )
}

/// A place in a file, for those who copy it and for an editor that follows a link.
fn file(root: &Path, open: &str, file: &str, line: usize, column: usize) -> String {
    let path = encoded(&root.join(file).to_string_lossy().replace('\\', "/"));
    let path = path.trim_start_matches('/');
    format!(
        "<code>{}:{line}:{column}</code> <a href=\"vscode://file/{path}:{line}:{column}\">{open}</a>",
        escape_text(file)
    )
}

/// A path as it stands in an address.
fn encoded(path: &str) -> String {
    path.bytes().fold(String::with_capacity(path.len()), |mut text, byte| {
        match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'.' | b'_' | b'~' | b'/' | b':' => {
                text.push(char::from(byte))
            }
            _ => write!(text, "%{byte:02X}").expect("a text can be written to"),
        }
        text
    })
}
