//! Dates known to the year, the month or the day.

use std::cmp::Ordering;
use std::fmt;

use chrono::{Datelike, Months, NaiveDate};

/// A date as precise as its author knows it: `2019`, `2019-12` or `2019-12-24`.
///
/// Displayed in the same form, which is ISO 8601 at reduced precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// Only the year is known.
    Year(i32),
    /// The year and the month, from 1 to 12.
    Month(i32, u32),
    /// The day itself.
    Day(NaiveDate),
}

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// It does not have one of the three forms.
    Form,
    /// It has the form, but no calendar holds it (`2019-02-30`).
    NotInCalendar,
}

impl PartialDate {
    /// Reads `2019`, `2019-12` or `2019-12-24`.
    ///
    /// # Errors
    ///
    /// Says whether the form is wrong or the calendar has no such day.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let mut parts = text.split('-');
        let year: i32 = number(parts.next(), 4)?;
        let Some(month) = parts.next() else { return Self::year(year) };
        let month: i32 = number(Some(month), 2)?;
        let month = u32::try_from(month).map_err(|_| DateError::Form)?;
        let Some(day) = parts.next() else { return Self::month(year, month) };
        let day: i32 = number(Some(day), 2)?;
        if parts.next().is_some() {
            return Err(DateError::Form);
        }
        let day = u32::try_from(day).map_err(|_| DateError::Form)?;
        NaiveDate::from_ymd_opt(year, month, day)
            .filter(|date| date.year() > 0)
            .map(Self::Day)
            .ok_or(DateError::NotInCalendar)
    }

    /// A year from 1 to 9999.
    ///
    /// # Errors
    ///
    /// The year is outside that range.
    pub fn year(year: i32) -> Result<Self, DateError> {
        (1..=9999).contains(&year).then_some(Self::Year(year)).ok_or(DateError::NotInCalendar)
    }

    fn month(year: i32, month: u32) -> Result<Self, DateError> {
        let known = NaiveDate::from_ymd_opt(year, month, 1).filter(|_| year > 0);
        known.map(|_| Self::Month(year, month)).ok_or(DateError::NotInCalendar)
    }

    /// The first day that this date can mean.
    pub fn first_day(self) -> NaiveDate {
        let (year, month) = match self {
            Self::Day(day) => return day,
            Self::Month(year, month) => (year, month),
            Self::Year(year) => (year, 1),
        };
        NaiveDate::from_ymd_opt(year, month, 1).expect("a partial date is checked when it is made")
    }

    /// The last day that this date can mean.
    pub fn last_day(self) -> NaiveDate {
        let months = match self {
            Self::Day(day) => return day,
            Self::Month(..) => 1,
            Self::Year(_) => 12,
        };
        let next = self.first_day().checked_add_months(Months::new(months));
        next.and_then(|day| day.pred_opt()).expect("years end at 9999, far inside chrono's range")
    }

    /// Year, month and day, as far as they are known.
    pub fn parts(self) -> (i32, Option<u32>, Option<u32>) {
        match self {
            Self::Year(year) => (year, None, None),
            Self::Month(year, month) => (year, Some(month), None),
            Self::Day(day) => (day.year(), Some(day.month()), Some(day.day())),
        }
    }
}

impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |date: &Self| (date.first_day(), date.last_day());
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(day) => write!(f, "{}", day.format("%Y-%m-%d")),
        }
    }
}

fn number(text: Option<&str>, digits: usize) -> Result<i32, DateError> {
    let text = text.unwrap_or_default();
    let well_formed = text.len() == digits && text.bytes().all(|b| b.is_ascii_digit());
    if !well_formed {
        return Err(DateError::Form);
    }
    text.parse().map_err(|_| DateError::Form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_shown_as_it_was_written() {
        for text in ["2019", "2019-12", "2019-12-24", "2020-02-29", "0044-03"] {
            assert_eq!(PartialDate::parse(text).expect(text).to_string(), text);
        }
    }

    #[test]
    fn a_text_that_is_no_date_says_why() {
        for text in ["", "19", "2019-1", "2019-12-24T10:00", "24/12/2019", "2019-12-24-1", "-019"] {
            assert_eq!(PartialDate::parse(text), Err(DateError::Form), "{text}");
        }
        for text in ["2019-02-30", "2019-13", "0000", "2019-00-10", "0000-01-01"] {
            assert_eq!(PartialDate::parse(text), Err(DateError::NotInCalendar), "{text}");
        }
    }

    #[test]
    fn a_month_spans_its_days() {
        let month = PartialDate::parse("2020-02").expect("a month");
        assert_eq!(month.first_day().to_string(), "2020-02-01");
        assert_eq!(month.last_day().to_string(), "2020-02-29");
    }
}
