//! What the commands share: where the site is, which day it is, how findings are shown.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::check::Judged;
use crate::diagnostic::{Colour, Diagnostic, Format, Severity, Texts, report};
use crate::judge::{CaptureOptions, JudgeOptions};
use crate::resolve::Drafts;
use crate::text::PartialDate;

/// Why a command cannot do its work: wrong usage, or an environment that does not let it.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Failure(pub String);

impl Failure {
    /// A failure with the words of an error.
    pub fn of(error: impl std::fmt::Display) -> Self {
        Self(error.to_string())
    }
}

/// Where the site is and how it is read.
#[derive(Args, Clone, Debug)]
pub struct SiteArgs {
    /// The folder of the site, with `content/` in it.
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,
    /// The day on which the site is built; decides findings, never a byte of the site. Default:
    /// SOURCE_DATE_EPOCH, else today.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Treat drafts as claims like any other.
    #[arg(long)]
    pub drafts: bool,
    /// The folder with the captures of documents. Default: `captures` in the site's folder.
    #[arg(long, value_name = "DIR", env = "RECOUPE_CAPTURES")]
    pub captures: Option<PathBuf>,
    /// Refuse to go on without every declared capture.
    #[arg(long)]
    pub require_captures: bool,
}

impl SiteArgs {
    /// The options of the pipeline. The clock and the environment are read here and nowhere else.
    pub fn judge_options(&self, base_url: Option<String>) -> Result<JudgeOptions, Failure> {
        let as_of = match &self.as_of {
            Some(text) => PartialDate::parse(text)
                .map_err(|_| Failure(format!("`--as-of {text}` is not a date such as 2019-12-24")))?,
            None => PartialDate::Day(today()?),
        };
        let drafts = if self.drafts { Drafts::Included } else { Drafts::LeftOut };
        let captures = CaptureOptions { vault: self.captures.clone(), required: self.require_captures };
        Ok(JudgeOptions { as_of, drafts, base_url, published: None, captures })
    }
}

/// The day of SOURCE_DATE_EPOCH (reproducible-builds.org), else of this machine's clock.
fn today() -> Result<chrono::NaiveDate, Failure> {
    let Ok(epoch) = std::env::var("SOURCE_DATE_EPOCH") else {
        return Ok(chrono::Local::now().date_naive());
    };
    let seconds = epoch.parse().ok();
    let time = seconds.and_then(|seconds| chrono::DateTime::from_timestamp(seconds, 0));
    time.map(|time| time.date_naive())
        .ok_or_else(|| Failure(format!("SOURCE_DATE_EPOCH is `{epoch}`, which is no number of seconds since 1970")))
}

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FormatArg {
    /// An excerpt with the place underlined.
    Human,
    /// One JSON object a line.
    Json,
    /// SARIF 2.1.0.
    Sarif,
    /// Annotations of GitHub workflows.
    Github,
    /// The report of code quality that GitLab shows.
    Gitlab,
}

impl From<FormatArg> for Format {
    fn from(format: FormatArg) -> Self {
        match format {
            FormatArg::Human => Self::Human,
            FormatArg::Json => Self::Json,
            FormatArg::Sarif => Self::Sarif,
            FormatArg::Github => Self::Github,
            FormatArg::Gitlab => Self::Gitlab,
        }
    }
}

/// Shows the findings of a corpus.
pub fn show(judged: &Judged) {
    show_findings(&judged.findings, &judged.corpus.texts());
}

/// Writes findings for people to standard error, with their number.
pub fn show_findings(findings: &[Diagnostic], texts: &Texts<'_>) {
    anstream::eprint!("{}", told(findings, texts));
}

/// Findings for people, with their number, in colours that a stream takes away where nobody sees them.
pub fn told(findings: &[Diagnostic], texts: &Texts<'_>) -> String {
    let mut told = report(findings, texts, Format::Human, Colour::Always);
    let tally = tally(findings);
    if !tally.is_empty() {
        told.push_str(&format!("{tally}; `recoupe explain CODE` says more about a finding\n"));
    }
    told
}

/// “2 errors, 1 warning”; empty without findings.
pub fn tally(findings: &[Diagnostic]) -> String {
    let count = |severity: Severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let word = |number: usize, word: &str| match number {
        0 => None,
        1 => Some(format!("1 {word}")),
        _ => Some(format!("{number} {word}s")),
    };
    let counts = [
        word(count(Severity::Error), "error"),
        word(count(Severity::Warning), "warning"),
        word(count(Severity::Note), "note"),
    ];
    counts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
