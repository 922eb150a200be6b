//! “Did you mean”: the candidate that an author most likely meant.

/// The candidate nearest to `word`, if one is near enough to be worth naming.
///
/// As in rustc, a third of the longer word may differ. A candidate that begins with the word, or the
/// word with it, wins among equals; failing all that, one that contains the other, or has the same
/// parts in another order (`rami-abdel`, `abdel-rami`). Ties go to the first in alphabetical order.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted: Vec<char> = word.to_lowercase().chars().collect();
    if wanted.is_empty() {
        return None;
    }
    let wanted_text: String = wanted.iter().collect();
    candidates
        .into_iter()
        .filter_map(|candidate| Some((rank(&wanted, &wanted_text, candidate)?, candidate)))
        .min()
        .map(|(_, candidate)| candidate)
}

/// How far a candidate is: its group, its distance, and whether neither begins with the other.
fn rank(wanted: &[char], wanted_text: &str, candidate: &str) -> Option<(u8, usize, bool)> {
    let text = candidate.to_lowercase();
    let chars: Vec<char> = text.chars().collect();
    if chars.is_empty() {
        return None;
    }
    let prefix = text.starts_with(wanted_text) || wanted_text.starts_with(&text);
    let limit = wanted.len().max(chars.len()).max(3) / 3;
    if wanted.len().abs_diff(chars.len()) <= limit {
        let distance = distance(wanted, &chars);
        if distance <= limit {
            return Some((0, distance, !prefix));
        }
    }
    let contained = wanted.len().min(chars.len()) >= 3 && (text.contains(wanted_text) || wanted_text.contains(&text));
    if contained {
        return Some((1, wanted.len().abs_diff(chars.len()), !prefix));
    }
    (parts(wanted_text) == parts(&text)).then_some((2, 0, true))
}

fn parts(id: &str) -> Vec<&str> {
    let mut parts: Vec<_> = id.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    parts.sort_unstable();
    parts
}

/// The Damerau-Levenshtein distance in which no letter moves twice.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = vec![0; b.len() + 1];
    let mut previous: Vec<usize> = (0..=b.len()).collect();
    let mut current = vec![0; b.len() + 1];
    for i in 1..=a.len() {
        current[0] = i;
        for j in 1..=b.len() {
            let substituted = previous[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            current[j] = substituted.min(previous[j] + 1).min(current[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                current[j] = current[j].min(before[j - 2] + 1);
            }
        }
        std::mem::swap(&mut before, &mut previous);
        std::mem::swap(&mut previous, &mut current);
    }
    previous[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    const IDS: [&str; 6] = ["afp-2019-12-24", "osdh", "ministere-francais", "presidence-turque", "unicef", "ocha"];

    #[test]
    fn slips_of_the_pen_are_recognised() {
        assert_eq!(nearest("osdhh", IDS), Some("osdh"));
        assert_eq!(nearest("UNICEF", IDS), Some("unicef"));
        assert_eq!(nearest("uncief", IDS), Some("unicef"));
        assert_eq!(nearest("turque-presidence", IDS), Some("presidence-turque"));
        assert_eq!(nearest("ministere", IDS), Some("ministere-francais"));
    }

    #[test]
    fn strangers_are_not_proposed() {
        assert_eq!(nearest("reuters", IDS), None);
        assert_eq!(nearest("", IDS), None);
        assert_eq!(nearest("x", []), None);
    }

    #[test]
    fn a_common_beginning_wins_among_equals() {
        assert_eq!(nearest("date", ["rate", "dates"]), Some("dates"));
        assert_eq!(nearest("claim", ["claims", "clam"]), Some("claims"));
    }

    #[test]
    fn swapped_letters_count_once() {
        let chars = |s: &str| s.chars().collect::<Vec<_>>();
        assert_eq!(distance(&chars("osdh"), &chars("odsh")), 1);
        assert_eq!(distance(&chars(""), &chars("abc")), 3);
        assert_eq!(distance(&chars("kitten"), &chars("sitting")), 3);
    }
}
