//! Tables whose columns have types.

use super::super::ViewContext;
use super::{package, sources};
use crate::model::TableForm;
use crate::site::{Dataset, Subject, Table};
use crate::view::build::local::Local;
use crate::view::{ColumnKind, ColumnMeaning, DescribedTable, Heading, TypedTables, headings};

/// What stands in them beside their rows, in the words of the first language.
pub(super) fn tables(context: &ViewContext<'_>, form: TableForm, tables: Vec<Table>) -> TypedTables {
    let local = context.local(context.shown.corpus().first_lang());
    let site = &local.corpus().site;
    let licence = package::licence(local);
    let mut about = vec![
        ("title", local.text(&site.title)),
        ("description", local.text(&site.description)),
        ("homepage", local.url(Subject::Home)),
        ("publisher", local.typeset(&site.publisher.name)),
        ("package", context.map.dataset_url(Dataset::Package)),
    ];
    if let Some(licence) = licence {
        about.push(("licence", licence.title));
        about.extend(licence.path.map(|url| ("licence_url", url)));
    }
    let sources = if tables.contains(&Table::Sources) { sources::table(context) } else { Vec::new() };
    let tables = tables.into_iter().map(|table| described(local, table)).collect();
    TypedTables { form, tables, about, sources }
}

fn described(local: Local<'_, '_>, table: Table) -> DescribedTable {
    let meaning = |heading: Heading| ColumnMeaning {
        column: package::meaning(local, table, heading),
        days: (heading.kind == ColumnKind::Date).then(|| {
            ["data_first_day", "data_last_day"].map(|key| local.say_with(key, &[("column", heading.name.into())]))
        }),
    };
    DescribedTable { table, meanings: headings(table).into_iter().map(meaning).collect() }
}
