//! The driver of the files for machines: each claim is told once, for its own file and for those of the whole site.

use rayon::prelude::*;

use crate::corpus::Entry;
use crate::emit::{EmitError, Incoming, Order, OutPath, Output};
use crate::model::Claim;
use crate::render;
use crate::site::{CitationFormat, Dataset, Growth};
use crate::text::Lang;
use crate::view::{self, ViewContext};

/// How many claims are told at a time: enough for all threads, and few enough that their bytes are nothing.
const AT_A_TIME: usize = 128;

/// Writes all of them. What is as long as the corpus is written while it is told.
///
/// # Errors
///
/// The disk says no.
pub fn put(context: &ViewContext<'_>, output: &Output) -> Result<(), EmitError> {
    let mut growing = Vec::new();
    for dataset in Dataset::ALL {
        let framed = render::dataset(&view::dataset(context, dataset));
        let mut file = output.stream(&out_path(dataset.out_path()), Order::Data)?;
        file.write(&framed.opening)?;
        match dataset.growth() {
            Growth::Whole => drop(file.finish()?),
            Growth::ByEdition | Growth::ByClaim => growing.push(Growing { dataset, framed, file, empty: true }),
        }
    }
    let kinds: Vec<Dataset> = growing.iter().map(|growing| growing.dataset).collect();
    for claims in context.map().corpus().claims.as_slice().chunks(AT_A_TIME) {
        let told: Vec<Result<Vec<Vec<u8>>, EmitError>> =
            claims.par_iter().map(|entry| tell(context, output, entry, &kinds)).collect();
        for told in told {
            for (growing, bytes) in growing.iter_mut().zip(told?) {
                growing.add(&bytes)?;
            }
        }
    }
    growing.into_iter().try_for_each(Growing::close)
}

/// The bytes of one of them, made for itself.
pub fn bytes(context: &ViewContext<'_>, dataset: Dataset) -> Vec<u8> {
    let framed = render::dataset(&view::dataset(context, dataset));
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
    bytes
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

/// Writes the files of a claim, and gives what it adds to each of `datasets`.
fn tell(
    context: &ViewContext<'_>,
    output: &Output,
    entry: &Entry<Claim>,
    datasets: &[Dataset],
) -> Result<Vec<Vec<u8>>, EmitError> {
    let map = context.map();
    let mut added = vec![Vec::new(); datasets.len()];
    for lang in map.languages() {
        let record = view::record(context, lang, entry);
        let file = render::record(&record);
        output.put(&out_path(&map.record_out_path(lang, &entry.id)), &file, Order::Data)?;
        if let Some(item) = &record.citation {
            for format in CitationFormat::ALL {
                let path = out_path(&map.citation_out_path(lang, &entry.id, format));
                output.put(&path, &render::citation(format, item), Order::Data)?;
            }
        }
        for (dataset, added) in datasets.iter().zip(&mut added) {
            match dataset {
                // Its lines are those files.
                Dataset::Claims => added.extend(&file),
                _ if languages(context, *dataset).contains(lang) => render::entry(*dataset, &record, added),
                _ => {}
            }
        }
    }
    Ok(added)
}

/// The languages in which a file tells a claim.
fn languages<'a>(context: &ViewContext<'a>, dataset: Dataset) -> &'a [Lang] {
    match dataset.growth() {
        Growth::ByEdition => context.map().languages(),
        Growth::ByClaim => &context.map().languages()[..1],
        Growth::Whole => &[],
    }
}

fn out_path(path: &str) -> OutPath {
    OutPath::new(path).expect("names of datasets, languages and ids are plain ASCII")
}
