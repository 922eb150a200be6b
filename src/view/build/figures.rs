//! Figures in words, and as tables.

use super::chart::Scale;
use super::local::Local;
use super::reconciled;
use crate::model::{Claim, DocumentId, Figure, MeasureId, OriginRef, PopulationId, SourceId, Unit, Window};
use crate::site::Subject;
use crate::text::quantity::{Qualifier, Quantity};
use crate::text::{PartialDate, format};
use crate::view::{FigureRow, FigureTable, Html, Link};
use crate::weigh;

/// A figure, and who gives it where.
struct Given<'f> {
    document: &'f DocumentId,
    by: Vec<&'f SourceId>,
    reported: Option<PartialDate>,
    figure: &'f Figure,
    own: bool,
}

/// The figures of a claim and of its evidence, one table a measure.
pub(super) fn of_claim(local: Local<'_, '_>, claim: &Claim) -> Vec<FigureTable> {
    let documents = &local.corpus().documents;
    let date = |document: &DocumentId| documents.get(document).and_then(|entry| entry.record.date);
    let said = claim.said.first();
    let own = claim.figures.iter().map(|figure| Given {
        document: &said.document,
        by: said.by.sources().iter().collect(),
        reported: said.date.or_else(|| date(&said.document)),
        figure,
        own: true,
    });
    let cited = claim.evidence.iter().flat_map(|evidence| {
        let publisher = documents.get(&evidence.document).map(|entry| weigh::voice(&entry.record));
        let by = evidence.origin.iter().filter_map(|origin| match origin {
            OriginRef::Own => publisher,
            OriginRef::Source(source) => Some(source),
            OriginRef::Unknown => None,
        });
        let by: Vec<&SourceId> = by.collect();
        evidence.figures.iter().map(move |figure| Given {
            document: &evidence.document,
            by: by.clone(),
            reported: date(&evidence.document),
            figure,
            own: false,
        })
    });
    let given: Vec<Given<'_>> = own.chain(cited).collect();
    let mut measures: Vec<&MeasureId> = Vec::new();
    for given in &given {
        if !measures.contains(&&given.figure.measure) {
            measures.push(&given.figure.measure);
        }
    }
    let of = |measure: &MeasureId| given.iter().filter(|given| given.figure.measure == *measure).collect();
    measures.into_iter().map(|measure| table(local, measure, of(measure))).collect()
}

/// The figures that anyone gave for an event, one table for what can be compared.
pub(super) fn of_event(local: Local<'_, '_>, event: &weigh::EventAssessment) -> Vec<FigureTable> {
    let table = |gathered: &weigh::Gathered| {
        let given = gathered.reports.iter().map(|report| Given {
            document: &report.document,
            by: report.by.iter().collect(),
            reported: report.reported,
            figure: &report.figure,
            own: report.claimed,
        });
        let given: Vec<Given<'_>> = given.collect();
        let table = self::table(local, &gathered.measure, given.iter().collect());
        let conclusions = reconciled::conclusions(local, event, gathered);
        drawn(local, FigureTable { conclusions, ..table }, gathered)
    };
    let mut tables: Vec<FigureTable> = event.gathered.iter().map(table).collect();
    // What the claims say comes before what was only found on the way.
    tables.sort_by_key(|table| !table.rows.iter().any(|row| row.own));
    tables
}

/// The table with its values on a scale, and with the days that all of them are about said once.
fn drawn(local: Local<'_, '_>, mut table: FigureTable, gathered: &weigh::Gathered) -> FigureTable {
    // One value alone has nothing to stand beside.
    if table.rows.len() < 2 {
        return table;
    }
    // A value in another unit than its table's has no place on its scale.
    let unit = local.corpus().site.measures.get(&gathered.measure).map(|measure| measure.unit);
    let fits = |figure: &Figure| figure.value.unit.is_none() && figure.unit.is_none_or(|own| Some(own) == unit);
    let values = || gathered.reports.iter().map(|report| &report.figure);
    let Some(scale) = Scale::new(local, values().filter(|figure| fits(figure)).map(|figure| &figure.value)) else {
        return table;
    };
    // Rows and reports are in one order: that in which the values were reported.
    for (row, figure) in table.rows.iter_mut().zip(values()) {
        row.track = fits(figure).then(|| scale.track(&figure.value));
    }
    // The same days are said once; that they were inferred is said in its row.
    let periods: Vec<_> = values().map(Figure::period).collect();
    let (from, to) = periods[0];
    if periods.iter().all(|period| *period == (from, to)) {
        table.period = local.period(from, to);
        for (row, _) in table.rows.iter_mut().zip(values()).filter(|(_, figure)| figure.window == Window::Stated) {
            row.window = None;
        }
    }
    table.chart = Some(scale.chart(local));
    table
}

/// A table of figures of one measure, in the order in which they were reported.
fn table(local: Local<'_, '_>, measure: &MeasureId, mut given: Vec<&Given<'_>>) -> FigureTable {
    given.sort_by_key(|given| (given.reported.is_none(), given.reported));
    let differ =
        |field: &dyn Fn(&Given<'_>) -> Option<String>| given.windows(2).any(|two| field(two[0]) != field(two[1]));
    let populations = differ(&|given| given.figure.of.as_ref().map(ToString::to_string));
    let places = differ(&|given| given.figure.place.as_ref().map(ToString::to_string));
    let unit = local.corpus().site.measures.get(measure).map(|measure| measure.unit);
    let row = |given: &&Given<'_>| FigureRow {
        who: who(local, given),
        href: Some(local.href(Subject::Document(given.document.clone()))),
        date: given.reported.map(|date| local.date(date)),
        value: match given.figure.unit.filter(|own| Some(*own) != unit) {
            Some(own) => local.with_unit(&local.quantity(&given.figure.value), own),
            None => local.quantity(&given.figure.value),
        },
        of: given.figure.of.as_ref().filter(|_| populations).map(|of| local.population(of)),
        place: given.figure.place.as_ref().filter(|_| places).map(|id| local.place_link(id)),
        window: window(local, given.figure),
        derived: given.figure.derived.then(|| local.say("figure_derived")),
        own: given.own,
        track: None,
    };
    let label = capitalised(&local.measure(measure));
    let of = given.first().and_then(|given| given.figure.of.as_ref()).filter(|_| !populations);
    FigureTable {
        caption: match of {
            Some(of) => {
                let of = local.population(of);
                local.say_with("figure_caption", &[("measure", (&label).into()), ("of", (&of).into())])
            }
            None => label,
        },
        unit: unit.map(|unit| local.say_word("unit", unit.word())).unwrap_or_default(),
        period: None,
        rows: given.iter().map(row).collect(),
        chart: None,
        conclusions: Vec::new(),
    }
}

/// Who gives a figure: the claimant or the origin; the publisher where neither is known.
fn who(local: Local<'_, '_>, given: &Given<'_>) -> Link {
    match given.by.as_slice() {
        [] => {
            let document = local.corpus().documents.get(given.document);
            let publisher = document.map(|entry| local.source_link(&entry.record.publisher)).unwrap_or_default();
            let named = [("name", (&publisher.text).into())];
            Link { text: local.say_with("figure_origin_unknown", &named), ..publisher }
        }
        [one] => local.source_link(one),
        several => {
            let names: Vec<String> = several.iter().map(|id| local.source_name(id).text).collect();
            Link::unlinked(local.list(&names))
        }
    }
}

fn window(local: Local<'_, '_>, figure: &Figure) -> Option<Html> {
    let (from, to) = figure.period();
    let period = local.period(from, to);
    match figure.window {
        Window::Stated => period,
        Window::Inferred => period.map(|period| local.say_html("window_inferred", &[("period", &period)])),
        Window::Unstated => Some(Html::from_text(&local.say("date_unstated"))),
    }
}

pub(super) fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

impl Local<'_, '_> {
    /// A figure in one line: “killed (civilians): at least 8 (19–24 December 2019)”.
    pub fn figure_line(self, figure: &Figure) -> String {
        let measure = self.measure(&figure.measure);
        let site = &self.corpus().site;
        let unit = figure.unit.or(site.measures.get(&figure.measure).map(|measure| measure.unit));
        let value = self.quantity(&figure.value);
        let value = match unit {
            Some(unit) if !unit.is_whole() => self.with_unit(&value, unit),
            _ => value,
        };
        let mut line = match &figure.of {
            Some(of) => {
                let of = self.population(of);
                let named = [("measure", (&measure).into()), ("of", (&of).into()), ("value", (&value).into())];
                self.say_with("figure_line_of", &named)
            }
            None => self.say_with("figure_line", &[("measure", (&measure).into()), ("value", (&value).into())]),
        };
        if let (Some(from), Some(to)) = figure.period() {
            let period = format::date_range(from.parts(), to.parts(), self.lang());
            line = self.say_with("figure_dated", &[("figure", (&line).into()), ("period", (&period).into())]);
        }
        line
    }

    /// A quantity in the words of the page, whatever the language it was written in.
    pub fn quantity(self, quantity: &Quantity) -> String {
        let [low, high] = [quantity.low, quantity.high].map(|number| format::number(number, self.lang()));
        let (key, number) = match quantity.qualifier {
            Qualifier::Exactly => ("value_exact", &low),
            Qualifier::About => ("value_about", &low),
            Qualifier::Nearly => ("value_nearly", &low),
            Qualifier::AtLeast => ("value_at_least", &low),
            Qualifier::MoreThan => ("value_more_than", &low),
            Qualifier::AtMost => ("value_at_most", &high),
            Qualifier::UpTo => ("value_up_to", &high),
            Qualifier::LessThan => ("value_less_than", &high),
            Qualifier::Range => return self.range(&low, &high),
            Qualifier::Vague => {
                return vague(quantity).map_or_else(|| self.range(&low, &high), |key| self.say(key));
            }
        };
        self.say_with(key, &[("n", number.into())])
    }

    fn range(self, low: &String, high: &String) -> String {
        self.say_with("value_range", &[("low", low.into()), ("high", high.into())])
    }

    /// A value with its unit.
    pub fn with_unit(self, value: &str, unit: Unit) -> String {
        let key = if unit == Unit::Percent { "value_percent" } else { "value_unit" };
        let name = self.say_word("unit", unit.word());
        self.say_with(key, &[("value", value.into()), ("unit", (&name).into())])
    }

    /// A measure by its name.
    pub fn measure(self, id: &MeasureId) -> String {
        let measure = self.corpus().site.measures.get(id);
        measure.map_or_else(|| id.to_string(), |measure| self.text(&measure.label))
    }

    /// A population by its name.
    pub fn population(self, id: &PopulationId) -> String {
        let population = self.corpus().site.populations.get(id);
        population.map_or_else(|| id.to_string(), |population| self.text(&population.label))
    }
}

/// The message for an order of magnitude: “dozens”, “hundreds”.
fn vague(quantity: &Quantity) -> Option<&'static str> {
    let magnitudes = [
        (20.0, "value_tens"),
        (200.0, "value_hundreds"),
        (2e3, "value_thousands"),
        (2e4, "value_tens_of_thousands"),
        (2e5, "value_hundreds_of_thousands"),
        (2e6, "value_millions"),
    ];
    let near = |low: f64| (quantity.low - low).abs() < 0.5;
    magnitudes.into_iter().find(|(low, _)| near(*low)).map(|(_, key)| key)
}
