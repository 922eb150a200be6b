//! The text of a claim: paragraphs, headings, a quotation, lists, a table, links and citations.

use super::random::Random;

/// What a text leads to.
pub struct Links<'a> {
    /// The address of a page elsewhere.
    pub outside: String,
    /// The claim before it.
    pub earlier: Option<&'a str>,
    /// Documents that it cites.
    pub documents: &'a [String],
}

/// Which parts a text has and how long it is: alike in all languages.
#[derive(Clone, Debug)]
pub struct Plan {
    words: usize,
    items: usize,
    rows: Vec<(usize, usize)>,
    steps: bool,
}

impl Plan {
    pub fn new(random: &mut Random) -> Self {
        let rows = if random.percent(25) { random.between(2, 5) } else { 0 };
        Self {
            words: random.between(150, 400),
            items: random.between(3, 5),
            rows: (0..rows).map(|_| (random.between(3, 9999), random.between(2015, 2025))).collect(),
            steps: random.percent(30),
        }
    }
}

/// A text of about as many words as planned.
pub fn body(random: &mut Random, list: &[&str], plan: &Plan, links: &Links<'_>) -> String {
    let mut parts: Vec<String> = Vec::new();
    let cited = |document: &String| format!(" [@{document}]");
    parts.push(random.paragraph(list, 40) + &links.documents.iter().map(cited).collect::<String>());
    parts.push(format!("## {}", random.title(list, 4)));
    let quoted = random.between(12, 24);
    parts.push(format!("> {}", random.sentence(list, quoted)));
    let (before, words, after) = (random.sentence(list, 9), random.words(list, 3), random.sentence(list, 11));
    let bold = random.words(list, 2);
    parts.push(format!("{before} [{words}]({}) {after} **{bold}** {}", links.outside, random.sentence(list, 12)));
    let items: Vec<String> = (0..plan.items).map(|_| format!("- {}", random.sentence(list, 8))).collect();
    parts.push(items.join("\n"));
    if !plan.rows.is_empty() {
        let mut table = format!("| {} | a | b |\n| --- | ---: | ---: |", random.words(list, 2));
        for (value, year) in &plan.rows {
            table.push_str(&format!("\n| {} | {value} | {year} |", random.words(list, 2)));
        }
        parts.push(table);
    }
    if let Some(earlier) = links.earlier {
        let (sentence, words, code) = (random.sentence(list, 10), random.words(list, 4), random.words(list, 1));
        parts.push(format!("{sentence} *{}* [[{earlier}|{words}]]. `{code}`", random.words(list, 2)));
    }
    let mut written: usize = parts.iter().map(|part| part.split(' ').count()).sum();
    let mut paragraphs = 0;
    while written < plan.words {
        if paragraphs == 1 {
            parts.push(format!("### {}", random.title(list, 3)));
        }
        let paragraph = random.paragraph(list, (plan.words - written).min(60));
        written += paragraph.split(' ').count();
        parts.push(paragraph);
        paragraphs += 1;
    }
    if plan.steps {
        let steps: Vec<String> = (1..=3).map(|at| format!("{at}. {}", random.sentence(list, 6))).collect();
        parts.push(steps.join("\n"));
    }
    parts.join("\n\n") + "\n"
}
