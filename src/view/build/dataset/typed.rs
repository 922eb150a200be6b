//! Tables whose columns have types.

use super::super::ViewContext;
use super::{package, sources};
use crate::model::TableForm;
use crate::site::{Dataset, Subject, Table};
use crate::view::TypedTables;

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
    TypedTables { form, tables, about, sources }
}
