//! Numbers and dates in digits.

use super::scan::WrittenDate;

/// The value of a digit: European, Arabic or Persian.
pub(super) fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '٠'..='٩' => Some(c as u32 - '٠' as u32),
        '۰'..='۹' => Some(c as u32 - '۰' as u32),
        _ => None,
    }
}

/// The number at the beginning of `text`, which begins with a digit, and its length in bytes.
///
/// Groups of three may be parted by spaces, apostrophes or commas, and by points if there are two.
pub(super) fn read(text: &str) -> (f64, usize) {
    let first = run(text);
    let mut digits: String = plain(&text[..first]);
    let mut at = first;
    let groups = digits.len() <= 3 && !digits.starts_with('0');
    let mut comma_groups = false;
    if let Some(separator) = text[at..].chars().next().filter(|&c| groups && separates(c, &text[at..])) {
        comma_groups = separator == ',';
        while let Some(group) = next_group(&text[at..], separator) {
            digits += &plain(&text[at + separator.len_utf8()..at + group]);
            at += group;
        }
    }
    let mut rest = text[at..].chars();
    if let Some(point) = rest.next().filter(|&c| matches!(c, '.' | '٫') || (c == ',' && !comma_groups)) {
        let decimals = run(rest.as_str());
        let end = at + point.len_utf8() + decimals;
        let mut beyond = text[end..].chars();
        // `24.12.2019` and `1,2,3` are no decimals.
        let goes_on = beyond.next().is_some_and(|c| matches!(c, '.' | ',')) && beyond.next().and_then(digit).is_some();
        if decimals > 0 && !goes_on {
            digits.push('.');
            digits += &plain(&text[at + point.len_utf8()..end]);
            at = end;
        }
    }
    // More digits than any count has; the bound only keeps the number finite.
    (digits.parse().unwrap_or(f64::MAX).min(f64::MAX), at)
}

/// The length of the digits at the beginning of `text`.
fn run(text: &str) -> usize {
    text.find(|c| digit(c).is_none()).unwrap_or(text.len())
}

fn plain(digits: &str) -> String {
    digits.chars().filter_map(digit).filter_map(|d| char::from_digit(d, 10)).collect()
}

/// Whether `c`, at the beginning of `rest`, parts thousands there.
fn separates(c: char, rest: &str) -> bool {
    match c {
        ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’' | ',' | '٬' => next_group(rest, c).is_some(),
        '.' => next_group(rest, c).is_some_and(|group| next_group(&rest[group..], c).is_some()),
        _ => false,
    }
}

/// The length of a separator and three digits, if `text` begins with them and no fourth follows.
fn next_group(text: &str, separator: char) -> Option<usize> {
    let rest = text.strip_prefix(separator)?;
    let length = run(rest);
    (rest[..length].chars().count() == 3).then_some(separator.len_utf8() + length)
}

/// A date all in digits at the beginning of `text`: `2019-12-24`, `24/12/2019`, `24.12.2019`.
///
/// The day goes before the month unless only the other order is a date.
pub(super) fn date(text: &str) -> Option<(WrittenDate, usize)> {
    let (first, at) = part(text)?;
    let separator = text[at..].chars().next().filter(|c| matches!(c, '-' | '/' | '.'))?;
    let (second, length) = part(&text[at + 1..])?;
    let at = at + 1 + length;
    let rest = text[at..].strip_prefix(separator)?;
    let (third, length) = part(rest)?;
    let at = at + 1 + length;
    if text[at..].starts_with(|c: char| c.is_alphanumeric()) {
        return None;
    }
    let (year, month, day) = match (first, second, third) {
        ((year, 4), (month, 2), (day, 2)) if separator == '-' => (year, month, day),
        ((day, 1..=2), (month, 1..=2), (year, 4)) if month <= 12 => (year, month, day),
        ((month, 1..=2), (day, 1..=2), (year, 4)) => (year, month, day),
        _ => return None,
    };
    let valid = (1..=12).contains(&month) && (1..=31).contains(&day);
    let date = WrittenDate { year: i32::try_from(year).ok(), month: Some(month), day: Some(day) };
    valid.then_some((date, at))
}

/// Up to four digits at the beginning of `text` as (value, number of digits), and their length.
fn part(text: &str) -> Option<((u32, usize), usize)> {
    let length = run(text);
    let digits = plain(&text[..length]);
    if !(1..=4).contains(&digits.len()) {
        return None;
    }
    Some(((digits.parse().ok()?, digits.len()), length))
}
