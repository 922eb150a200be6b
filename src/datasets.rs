//! The driver of the files for machines: each claim is told once, for its own file and for those of the whole site.

use rayon::prelude::*;

use crate::corpus::Entry;
use crate::emit::{EmitError, Incoming, Order, OutPath, Output};
use crate::model::{Claim, Site, TableForm};
use crate::render::{self, TypedFile, TypedRows};
use crate::site::{Dataset, Growth, Table};
use crate::text::Lang;
use crate::view::{self, ClaimRecord, ViewContext};

/// How many claims are told at a time: enough for all threads, and few enough that their bytes are nothing.
const AT_A_TIME: usize = 128;

/// A site asks for tables that this program cannot write.
#[derive(Debug, thiserror::Error)]
#[error(
    "`data.tables` of content/site.yaml asks for `{}`, which this program was built without; \
     build it with the feature `tables`",
    .0.word()
)]
pub struct UnknownForm(pub TableForm);

/// Whether this program can write all the tables that a site asks for.
///
/// # Errors
///
/// It cannot.
pub fn known(site: &Site) -> Result<(), UnknownForm> {
    let unknown = || site.table_forms().first().filter(|_| !cfg!(feature = "tables"));
    unknown().map_or(Ok(()), |form| Err(UnknownForm(*form)))
}

/// Writes all of them, if the site has them. What is as long as the corpus is written while it is told.
///
/// # Errors
///
/// The disk says no.
pub fn put(context: &ViewContext<'_>, output: &Output) -> Result<(), EmitError> {
    if !context.map().corpus().site.has_data_files() {
        return Ok(());
    }
    let (mut growing, mut typed) = (Vec::new(), Vec::new());
    for dataset in context.map().datasets() {
        let about = view::dataset(context, dataset);
        if let Some(file) = TypedFile::begin(&about) {
            typed.push((dataset, file));
            continue;
        }
        let framed = render::dataset(&about);
        let mut file = output.stream(&out_path(dataset.out_path()), Order::Data)?;
        file.write(&framed.opening)?;
        match dataset.growth() {
            Growth::Whole | Growth::ByRow => drop(file.finish()?),
            Growth::ByEdition | Growth::ByClaim => growing.push(Growing { dataset, framed, file, empty: true }),
        }
    }
    let wanted = Wanted {
        datasets: growing.iter().map(|growing| growing.dataset).collect(),
        tables: Table::ALL
            .into_iter()
            .filter(|table| typed.iter().any(|(_, file)| file.tables().contains(table)))
            .collect(),
    };
    for claims in context.map().corpus().claims.as_slice().chunks(AT_A_TIME) {
        let told: Vec<Result<Told, EmitError>> =
            claims.par_iter().map(|entry| tell(context, output, entry, &wanted)).collect();
        for told in told {
            let told = told?;
            for (growing, bytes) in growing.iter_mut().zip(told.bytes) {
                growing.add(&bytes)?;
            }
            typed.par_iter_mut().for_each(|(_, file)| file.add(&told.rows));
        }
    }
    for (dataset, file) in typed {
        output.put(&out_path(dataset.out_path()), &file.finish(), Order::Data)?;
    }
    growing.into_iter().try_for_each(Growing::close)
}

/// The bytes of one of them, made for itself; none if this program cannot write it.
pub fn bytes(context: &ViewContext<'_>, dataset: Dataset) -> Option<Vec<u8>> {
    let about = view::dataset(context, dataset);
    if dataset.growth() == Growth::ByRow {
        return typed(context, TypedFile::begin(&about)?).into();
    }
    let framed = render::dataset(&about);
    let mut bytes = framed.opening;
    let start = bytes.len();
    for entry in &context.map().corpus().claims {
        for lang in languages(context, dataset) {
            let mut added = Vec::new();
            render::entry(dataset, &view::record(context, lang, entry), &mut added);
            if !added.is_empty() && bytes.len() > start {
                bytes.extend(framed.between.as_bytes());
            }
            bytes.extend(added);
        }
    }
    bytes.extend(framed.closing.as_bytes());
    Some(bytes)
}

/// The bytes of a file of tables.
fn typed(context: &ViewContext<'_>, mut file: TypedFile) -> Vec<u8> {
    let tables = file.tables().to_vec();
    for entry in &context.map().corpus().claims {
        for lang in context.map().languages() {
            let record = view::record(context, lang, entry);
            file.add(&rows(context, lang, &record, &tables));
        }
    }
    file.finish()
}

/// The rows that a claim in a language adds to each of `tables`.
fn rows(context: &ViewContext<'_>, lang: &Lang, record: &ClaimRecord, tables: &[Table]) -> Vec<TypedRows> {
    let told = tables.iter().filter(|table| telling(context, table.growth()).contains(lang));
    told.map(|table| TypedRows::of(*table, record)).collect()
}

/// A file that grows claim by claim.
struct Growing<'o> {
    dataset: Dataset,
    framed: render::Framed,
    file: Incoming<'o>,
    empty: bool,
}

impl Growing<'_> {
    fn add(&mut self, bytes: &[u8]) -> Result<(), EmitError> {
        if bytes.is_empty() {
            return Ok(());
        }
        if !self.empty {
            self.file.write(self.framed.between.as_bytes())?;
        }
        self.empty = false;
        self.file.write(bytes)
    }

    fn close(mut self) -> Result<(), EmitError> {
        self.file.write(self.framed.closing.as_bytes())?;
        self.file.finish().map(drop)
    }
}

/// What is to be told of each claim.
struct Wanted {
    datasets: Vec<Dataset>,
    tables: Vec<Table>,
}

/// What a claim adds: bytes to each of the wanted files, rows to the tables.
struct Told {
    bytes: Vec<Vec<u8>>,
    rows: Vec<TypedRows>,
}

/// Writes the file of a claim in each language, and gives what it adds to others.
fn tell(context: &ViewContext<'_>, output: &Output, entry: &Entry<Claim>, wanted: &Wanted) -> Result<Told, EmitError> {
    let map = context.map();
    let mut told = Told { bytes: vec![Vec::new(); wanted.datasets.len()], rows: Vec::new() };
    for lang in map.languages() {
        let record = view::record(context, lang, entry);
        let file = render::record(&record);
        output.put(&out_path(&map.record_out_path(lang, &entry.id)), &file, Order::Data)?;
        told.rows.extend(rows(context, lang, &record, &wanted.tables));
        for (dataset, added) in wanted.datasets.iter().zip(&mut told.bytes) {
            match dataset {
                // Its lines are those files.
                Dataset::Claims => added.extend(&file),
                _ if languages(context, *dataset).contains(lang) => render::entry(*dataset, &record, added),
                _ => {}
            }
        }
    }
    Ok(told)
}

/// The languages in which a file tells a claim.
fn languages<'a>(context: &ViewContext<'a>, dataset: Dataset) -> &'a [Lang] {
    telling(context, dataset.growth())
}

/// The languages in which what grows so tells a claim.
fn telling<'a>(context: &ViewContext<'a>, growth: Growth) -> &'a [Lang] {
    match growth {
        Growth::ByEdition => context.map().languages(),
        Growth::ByClaim => &context.map().languages()[..1],
        Growth::Whole | Growth::ByRow => &[],
    }
}

fn out_path(path: &str) -> OutPath {
    OutPath::new(path).expect("names of datasets, languages and ids are plain ASCII")
}
