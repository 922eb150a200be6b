//! The invented corpus of the benchmarks: the same every time, and free of findings.

use recoupe::corpus::SourceFile;
use recoupe::parse;
use recoupe::resolve::{self, Drafts};
use recoupe::synthetic::Options;
use recoupe::text::PartialDate;
use recoupe::{check, weigh};

fn files(options: Options) -> Vec<(String, String)> {
    let mut files = Vec::new();
    options.each_file(&mut |path, text| files.push((path, text)));
    files.sort();
    files
}

#[test]
fn a_number_and_a_seed_make_one_corpus() {
    let options = Options { claims: 30, seed: 7, bilingual: true, captures: true };
    assert_eq!(files(options), files(options));
    assert_ne!(files(options), files(Options { seed: 8, ..options }));
    let claims = files(options).into_iter().filter(|(path, _)| path.starts_with("content/claims/"));
    assert_eq!(claims.count(), 60);
}

#[test]
fn it_has_no_finding() {
    for both in [false, true] {
        let options = Options { claims: 40, seed: 1, bilingual: both, captures: both };
        let read = |(path, text): (String, String)| parse::file(SourceFile { path: path.into(), text: text.into() });
        let resolved = resolve::corpus(files(options).into_iter().map(read).collect(), Drafts::LeftOut);
        let assessments = weigh::corpus(&resolved.corpus, options.vault());
        let as_of = PartialDate::parse("2026-11-22").expect("a date");
        let judged = check::corpus(resolved.corpus, assessments, as_of, None, resolved.findings);
        let messages: Vec<&str> = judged.findings.iter().map(|finding| finding.message.as_str()).collect();
        assert_eq!(messages, [""; 0]);
    }
}
