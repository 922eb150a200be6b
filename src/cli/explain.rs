//! `recoupe explain`: what a rule holds, why, and what to do.

use std::process::ExitCode;

use clap::Args;

use super::common::Failure;
use crate::diagnostic::Rule;
use crate::reference::all_rules;
use crate::text::nearest;

/// Say more about a finding, by its code.
#[derive(Args, Debug)]
pub struct Explain {
    /// The code between brackets, such as `unknown-reference`; without one, all are listed.
    code: Option<String>,
}

impl Explain {
    pub fn run(self) -> Result<ExitCode, Failure> {
        let rules: Vec<&Rule> = all_rules();
        let Some(code) = self.code else {
            for rule in rules {
                println!("{:<28} {}", rule.code, rule.summary);
            }
            return Ok(ExitCode::SUCCESS);
        };
        match rules.iter().find(|rule| rule.code == code) {
            Some(rule) => {
                println!("{} ({})\n\n{}\n\n{}", rule.code, rule.severity, rule.summary, rule.explanation);
                Ok(ExitCode::SUCCESS)
            }
            None => {
                let near = nearest(&code, rules.iter().map(|rule| rule.code));
                let near = near.map_or(String::new(), |near| format!("; did you mean `{near}`?"));
                Err(Failure(format!("there is no rule `{code}`{near}")))
            }
        }
    }
}
