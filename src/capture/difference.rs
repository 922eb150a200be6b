//! The passage of a capture that is nearest to a quotation, and how they differ.

use super::CaptureText;
use super::normal::Normal;
use super::qualifiers::qualifier_in;

/// A passage that resembles a quotation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Nearest {
    /// The passage word by word: `[-…-]` is in the quotation alone, `{+…+}` in the capture alone.
    pub difference: String,
    /// A qualifier that the quotation leaves out, if leaving out is all that it does.
    pub loses: Option<String>,
}

/// The passage that is nearest to a quotation; none if nothing is near.
pub fn nearest_passage(capture: &CaptureText, quotation: &str) -> Option<Nearest> {
    let quoted = Normal::of(&quotation.replace("[…]", " ").replace("[...]", " "));
    let quoted = tokens(quoted.text());
    let words = tokens(capture.normal.text());
    let steps = align(&quoted, &words);
    let equal = steps.iter().filter(|step| matches!(step, Step::Both(token) if token.is_word())).count();
    let wanted = quoted.iter().filter(|token| token.is_word()).count();
    // A third of the words in their order is the least that can be called near.
    if equal < 2.min(wanted) || equal * 3 < wanted {
        return None;
    }
    let adds = steps.iter().any(|step| matches!(step, Step::Quotation(token) if token.is_word()));
    let left_out = steps.iter().map(|step| if let Step::Capture(token) = step { token.text } else { "\n" });
    let left_out = left_out.collect::<Vec<_>>().join(" ");
    let loses = if adds { None } else { left_out.lines().find_map(qualifier_in) };
    Some(Nearest { difference: shown(&steps), loses })
}

/// A word, or a mark beside one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Token<'a> {
    text: &'a str,
    /// Whether no space stands before it.
    glued: bool,
}

impl Token<'_> {
    fn is_word(&self) -> bool {
        self.text.contains(char::is_alphanumeric)
    }
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    for run in text.split_whitespace() {
        let word = run.trim_start_matches(|c: char| !c.is_alphanumeric());
        let (before, word) = run.split_at(run.len() - word.len());
        let (word, after) = word.split_at(word.trim_end_matches(|c: char| !c.is_alphanumeric()).len());
        let marks = |marks: &'_ str| marks.char_indices().map(|(at, c)| (at, at + c.len_utf8())).collect::<Vec<_>>();
        let before = marks(before).into_iter().map(|(start, end)| &before[start..end]);
        let after = marks(after).into_iter().map(|(start, end)| &after[start..end]);
        let all = before.chain(std::iter::once(word)).chain(after).filter(|text| !text.is_empty());
        tokens.extend(all.enumerate().map(|(at, text)| Token { text, glued: at > 0 }));
    }
    tokens
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step<'a> {
    Both(Token<'a>),
    Quotation(Token<'a>),
    Capture(Token<'a>),
}

/// All of a quotation against the stretch of a text that fits it best.
fn align<'a>(quoted: &[Token<'a>], words: &[Token<'a>]) -> Vec<Step<'a>> {
    // Rows belong to the quotation. The text may begin and end anywhere for nothing.
    let width = words.len() + 1;
    let rows = quoted.len() + 1;
    // A book against a page of quotation would take memory that no message is worth.
    if rows.saturating_mul(width) > 20_000_000 {
        return Vec::new();
    }
    const ONE_SIDED: i32 = -1;
    let across = |i: usize, j: usize| match (quoted[i].text == words[j].text, quoted[i].is_word()) {
        (true, true) => 3,
        (true, false) => 1,
        (false, is_word) => {
            if is_word == words[j].is_word() {
                0
            } else {
                -2
            }
        }
    };
    let mut scores = vec![0_i32; rows * width];
    for i in 1..rows {
        scores[i * width] = scores[(i - 1) * width] + ONE_SIDED;
        for j in 1..width {
            let one_sided = scores[(i - 1) * width + j].max(scores[i * width + j - 1]) + ONE_SIDED;
            scores[i * width + j] = one_sided.max(scores[(i - 1) * width + j - 1] + across(i - 1, j - 1));
        }
    }
    let last = (rows - 1) * width;
    let best = (0..width).max_by_key(|&j| (scores[last + j], std::cmp::Reverse(j))).unwrap_or_default();
    let (mut i, mut j) = (rows - 1, best);
    let mut steps = Vec::new();
    while i > 0 {
        let here = scores[i * width + j];
        if j > 0 && here == scores[(i - 1) * width + j - 1] + across(i - 1, j - 1) {
            (i, j) = (i - 1, j - 1);
            if quoted[i].text == words[j].text {
                steps.push(Step::Both(words[j]));
            } else {
                steps.extend([Step::Capture(words[j]), Step::Quotation(quoted[i])]);
            }
        } else if j > 0 && here == scores[i * width + j - 1] + ONE_SIDED {
            j -= 1;
            steps.push(Step::Capture(words[j]));
        } else {
            i -= 1;
            steps.push(Step::Quotation(quoted[i]));
        }
    }
    steps.reverse();
    steps
}

fn shown(steps: &[Step<'_>]) -> String {
    let mut out = String::new();
    let mut before: Option<&Step<'_>> = None;
    for step in steps {
        let (token, open, close) = match step {
            Step::Both(token) => (token, "", ""),
            Step::Quotation(token) => (token, "[-", "-]"),
            Step::Capture(token) => (token, "{+", "+}"),
        };
        let same = before.is_some_and(|before| std::mem::discriminant(before) == std::mem::discriminant(step));
        if same {
            out.truncate(out.len() - close.len());
        }
        if before.is_some() && !token.glued {
            out.push(' ');
        }
        if !same {
            out.push_str(open);
        }
        out.push_str(token.text);
        out.push_str(close);
        before = Some(step);
    }
    out
}
