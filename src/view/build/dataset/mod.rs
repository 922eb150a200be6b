//! The files for machines.

mod catalogue;
mod citation;
mod description;
mod evidence;
mod facts;
mod package;
mod places;
mod provenance;
mod quotations;
mod record;
mod reviews;
mod sources;
mod typed;
mod vocabulary;

pub(super) use catalogue::catalogue;
pub(super) use citation::released;
pub(super) use description::description;
pub use record::record;

use super::ViewContext;
use crate::citation::CitationFormat;
use crate::model::TableForm;
use crate::site::{self, Table};
use crate::view::{ClaimSearch, Dataset};

/// The content of a file for machines; of one that is written claim by claim, what stands around the claims.
pub fn dataset(context: &ViewContext<'_>, dataset: site::Dataset) -> Dataset {
    match dataset {
        site::Dataset::Claims => Dataset::Claims,
        site::Dataset::ClaimTable => Dataset::ClaimTable,
        site::Dataset::EvidenceTable => Dataset::EvidenceTable,
        site::Dataset::FigureTable => Dataset::FigureTable,
        site::Dataset::SourceTable => Dataset::SourceTable(sources::table(context)),
        site::Dataset::Parquet(table) => Dataset::Typed(typed::tables(context, TableForm::Parquet, vec![table])),
        site::Dataset::Database => Dataset::Typed(typed::tables(context, TableForm::Sqlite, Table::ALL.to_vec())),
        site::Dataset::Places => Dataset::Places(places::collection(context)),
        site::Dataset::Quotations => Dataset::Quotations(quotations::page(context)),
        site::Dataset::Reviews => Dataset::Reviews(reviews::feed(context)),
        site::Dataset::ClaimSearch => Dataset::ClaimSearch(ClaimSearch::default()),
        site::Dataset::Provenance => Dataset::Provenance(provenance::ground(context)),
        site::Dataset::Citations => Dataset::Citations(CitationFormat::Csl),
        site::Dataset::CitationsBibtex => Dataset::Citations(CitationFormat::Bibtex),
        site::Dataset::CitationsRis => Dataset::Citations(CitationFormat::Ris),
        site::Dataset::Documents => Dataset::Documents(super::citation::of_documents(context)),
        site::Dataset::CitationFile => Dataset::CitationFile(citation::file(context)),
        site::Dataset::ClaimSchema => Dataset::ClaimSchema,
        site::Dataset::Package => Dataset::Package(package::package(context)),
    }
}
