//! A series names documents that give its values, the oldest first.

use crate::check::{CheckRule, Context, Scope};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::model::{DocumentId, Series};
use crate::weigh::{EventAssessment, Report, is_after, original};

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "broken-series",
        severity: Severity::Error,
        summary: "A series names documents that give its values, the oldest first.",
        explanation: "A series of an event says that later values replaced earlier ones, which reconciles a toll that rises. So each of its documents gives the value in a claim about the event, and no date says that one came before the document named ahead of it. Documents of one day, and undated ones, are taken in the order that is written.",
    },
    scope: Scope::Corpus(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for entry in &context.corpus.events {
        let assessment = context.assessments.event(context.corpus, &entry.id);
        for (i, series) in entry.record.series.iter().enumerate() {
            let path = FieldPath::root().key("series").index(i).key("documents");
            let mut earlier: Option<(&DocumentId, &Report)> = None;
            for (j, document) in series.documents.iter().enumerate() {
                let place = Place::value(&entry.file.path, path.index(j));
                let Some(report) = report(context, assessment, series, document) else {
                    let what = series.of.as_ref().map_or_else(String::new, |of| format!(" of {of}"));
                    let message =
                        format!("no claim about this event cites `{document}` for `{}{what}`", series.measure);
                    findings.push(
                        RULE.at(place, message)
                            .with_help("add the figure to a claim's evidence, or remove the document"),
                    );
                    continue;
                };
                if let Some((name, before)) = earlier
                    && is_after(before.reported, report.reported)
                {
                    let message = format!("`{document}` is older than `{name}`, which is named before it");
                    findings.push(RULE.at(place, message).with_help("put the oldest first, or mend a date"));
                }
                earlier = Some((document, report));
            }
        }
    }
}

/// The value that a document gives, itself or by a copy.
fn report<'a>(
    context: &Context<'a>,
    assessment: &'a EventAssessment,
    series: &Series,
    document: &DocumentId,
) -> Option<&'a Report> {
    let corpus = context.corpus;
    let alike = assessment.gathered.iter().find(|alike| alike.measure == series.measure && alike.of == series.of)?;
    alike.reports.iter().find(|report| original(corpus, &report.document) == original(corpus, document))
}
