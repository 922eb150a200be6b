//! Files for machines: what there is beside the pages, and where.

use super::map::SiteMap;
use crate::model::{ClaimId, TableForm};
use crate::text::Lang;

/// A file for machines; one for all languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dataset {
    /// Every claim in every language, one a line.
    Claims,
    /// The claims as a table.
    ClaimTable,
    /// Their evidence as a table.
    EvidenceTable,
    /// The figures of claims and evidence as a table.
    FigureTable,
    /// The sources as a table.
    SourceTable,
    /// A table whose columns have types, as a Parquet file.
    Parquet(Table),
    /// All tables, as a database of SQLite.
    Database,
    /// The places on the map.
    Places,
    /// Where each quotation that was compared stands in its document.
    Quotations,
    /// Every check as a `ClaimReview`.
    Reviews,
    /// The same as the Fact Check Tools API answers.
    ClaimSearch,
    /// Where everything comes from, as RDF.
    Provenance,
    /// How to cite each claim, as CSL-JSON.
    Citations,
    /// The same as BibTeX.
    CitationsBibtex,
    /// The same as RIS.
    CitationsRis,
    /// The documents as CSL-JSON.
    Documents,
    /// How to cite the data of the site.
    CitationFile,
    /// What the file of a claim holds, as a JSON Schema.
    ClaimSchema,
    /// What all these files are.
    Package,
}

/// A table, in whatever form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// A row a claim and language.
    Claims,
    /// A row a piece of evidence.
    Evidence,
    /// A row a figure of a claim or of its evidence.
    Figures,
    /// A row a source and language.
    Sources,
}

/// How a file for machines grows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Growth {
    /// It is written claim by claim, each in every language.
    ByEdition,
    /// It is written claim by claim; no word of it is in the language of a page.
    ByClaim,
    /// It is small, and written at once.
    Whole,
    /// It takes up rows claim by claim, and is written when it has them all.
    ByRow,
}

impl Table {
    /// All of them, those before that others refer to.
    pub const ALL: [Self; 4] = [Self::Sources, Self::Claims, Self::Evidence, Self::Figures];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Claims => "claims",
            Self::Evidence => "evidence",
            Self::Figures => "figures",
            Self::Sources => "sources",
        }
    }

    /// How its rows grow with the corpus.
    pub fn growth(self) -> Growth {
        match self {
            Self::Claims => Growth::ByEdition,
            Self::Evidence | Self::Figures => Growth::ByClaim,
            Self::Sources => Growth::Whole,
        }
    }
}

impl Dataset {
    /// All of them. Those that a site has are there even if there is nothing in them, so that an address stays.
    pub const ALL: [Self; 22] = [
        Self::Claims,
        Self::ClaimTable,
        Self::EvidenceTable,
        Self::FigureTable,
        Self::SourceTable,
        Self::Parquet(Table::Claims),
        Self::Parquet(Table::Evidence),
        Self::Parquet(Table::Figures),
        Self::Parquet(Table::Sources),
        Self::Database,
        Self::Places,
        Self::Quotations,
        Self::Reviews,
        Self::ClaimSearch,
        Self::Provenance,
        Self::Citations,
        Self::CitationsBibtex,
        Self::CitationsRis,
        Self::Documents,
        Self::CitationFile,
        Self::ClaimSchema,
        Self::Package,
    ];

    /// Its name, for the words of the interface and as a resource of the package.
    pub fn name(self) -> &'static str {
        match self {
            Self::Claims => "claims",
            Self::ClaimTable => "claim-table",
            Self::EvidenceTable => "evidence-table",
            Self::FigureTable => "figure-table",
            Self::SourceTable => "source-table",
            Self::Parquet(Table::Claims) => "claim-parquet",
            Self::Parquet(Table::Evidence) => "evidence-parquet",
            Self::Parquet(Table::Figures) => "figure-parquet",
            Self::Parquet(Table::Sources) => "source-parquet",
            Self::Database => "database",
            Self::Places => "places",
            Self::Quotations => "quotations",
            Self::Reviews => "reviews",
            Self::ClaimSearch => "claim-search",
            Self::Provenance => "provenance",
            Self::Citations => "citations",
            Self::CitationsBibtex => "citations-bibtex",
            Self::CitationsRis => "citations-ris",
            Self::Documents => "documents",
            Self::CitationFile => "citation-file",
            Self::ClaimSchema => "claim-schema",
            Self::Package => "package",
        }
    }

    /// Its file below the output directory.
    pub fn out_path(self) -> &'static str {
        match self {
            Self::Claims => "data/claims.jsonl",
            Self::ClaimTable => "data/claims.csv",
            Self::EvidenceTable => "data/evidence.csv",
            Self::FigureTable => "data/figures.csv",
            Self::SourceTable => "data/sources.csv",
            Self::Parquet(Table::Claims) => "data/claims.parquet",
            Self::Parquet(Table::Evidence) => "data/evidence.parquet",
            Self::Parquet(Table::Figures) => "data/figures.parquet",
            Self::Parquet(Table::Sources) => "data/sources.parquet",
            Self::Database => "data/checks.sqlite",
            Self::Places => "data/places.geojson",
            Self::Quotations => "data/quotations.json",
            Self::Reviews => "data/claimreview.json",
            Self::ClaimSearch => "data/claims-search.json",
            Self::Provenance => "data/provenance.ttl",
            Self::Citations => "data/citations.json",
            Self::CitationsBibtex => "data/citations.bib",
            Self::CitationsRis => "data/citations.ris",
            Self::Documents => "data/documents.csl.json",
            // Where those who look for it look.
            Self::CitationFile => "CITATION.cff",
            Self::ClaimSchema => "data/schema/claim.schema.json",
            Self::Package => "data/datapackage.json",
        }
    }

    /// How it grows with the corpus.
    pub fn growth(self) -> Growth {
        match self {
            Self::Claims
            | Self::ClaimTable
            | Self::Reviews
            | Self::ClaimSearch
            | Self::Citations
            | Self::CitationsBibtex
            | Self::CitationsRis => Growth::ByEdition,
            Self::EvidenceTable | Self::FigureTable | Self::Quotations | Self::Provenance => Growth::ByClaim,
            Self::SourceTable
            | Self::Places
            | Self::Documents
            | Self::CitationFile
            | Self::ClaimSchema
            | Self::Package => Growth::Whole,
            Self::Parquet(_) | Self::Database => Growth::ByRow,
        }
    }

    /// The table that it is as CSV.
    pub fn csv(self) -> Option<Table> {
        match self {
            Self::ClaimTable => Some(Table::Claims),
            Self::EvidenceTable => Some(Table::Evidence),
            Self::FigureTable => Some(Table::Figures),
            Self::SourceTable => Some(Table::Sources),
            _ => None,
        }
    }

    /// What a site has to ask for to have it; nothing for those that every site has.
    pub fn form(self) -> Option<TableForm> {
        match self {
            Self::Parquet(_) => Some(TableForm::Parquet),
            Self::Database => Some(TableForm::Sqlite),
            _ => None,
        }
    }

    /// Whether it is no text.
    pub fn is_binary(self) -> bool {
        self.form().is_some()
    }
}

/// Where the files of single claims stand, below the output directory.
const CLAIMS: &str = "data/claims/";

impl SiteMap<'_> {
    /// The files for machines of the site.
    pub fn datasets(&self) -> Vec<Dataset> {
        if !self.corpus.site.has_data_files() {
            return Vec::new();
        }
        let forms = self.corpus.site.table_forms();
        Dataset::ALL.into_iter().filter(|dataset| dataset.form().is_none_or(|form| forms.contains(&form))).collect()
    }

    /// The address of a file for machines on its host.
    pub fn dataset_path(&self, dataset: Dataset) -> String {
        format!("{}{}", self.root(), dataset.out_path())
    }

    /// Its full address.
    pub fn dataset_url(&self, dataset: Dataset) -> String {
        self.full(dataset.out_path())
    }

    /// The file for machines at an address on the host.
    pub fn dataset_of(&self, path: &str) -> Option<Dataset> {
        self.datasets().into_iter().find(|dataset| self.dataset_path(*dataset) == path)
    }

    /// The file of one claim in one language, below the output directory: `data/claims/fr/joubass.json`.
    pub fn record_out_path(&self, lang: &Lang, claim: &ClaimId) -> String {
        format!("{CLAIMS}{lang}/{claim}.json")
    }

    /// Its address on the host.
    pub fn record_path(&self, lang: &Lang, claim: &ClaimId) -> String {
        format!("{}{}", self.root(), self.record_out_path(lang, claim))
    }

    /// Its full address.
    pub fn record_url(&self, lang: &Lang, claim: &ClaimId) -> String {
        self.full(&self.record_out_path(lang, claim))
    }

    /// The claim and the language of an address on the host.
    pub fn record_of(&self, path: &str) -> Option<(Lang, ClaimId)> {
        let path = Some(path).filter(|_| self.corpus.site.has_data_files())?;
        let below = path.strip_prefix(&self.root())?.strip_prefix(CLAIMS)?;
        let (tag, name) = below.split_once('/')?;
        let lang = self.languages().iter().find(|lang| lang.as_str() == tag)?;
        let claim = self.corpus.claims.find(name.strip_suffix(".json")?)?;
        Some((lang.clone(), claim.id.clone()))
    }
}
