//! The driver of the search: its files, all at once for a build, or as the script of the search page asks for them.

use std::cell::OnceCell;

use rayon::prelude::*;

use crate::emit::{EmitError, Order, OutPath, Output};
use crate::render::{self, ClaimWords, SearchIndex};
use crate::site::{Paging, SearchFile, SearchPart};
use crate::text::Lang;
use crate::view::{self, Rows, ViewContext};

/// How many claims are read at a time: enough for all threads, and few enough that their words are nothing.
const AT_A_TIME: usize = 1024;

/// Writes all of its files, if the site has them; one language after the other, so that one index is held at a time.
///
/// # Errors
///
/// The disk says no.
pub fn put(context: &ViewContext<'_>, rows: &Rows<'_>, output: &Output) -> Result<(), EmitError> {
    let map = context.map();
    for files in map.search_files().chunk_by(|a, b| a.lang == b.lang) {
        let index = index(context, &files[0].lang);
        files.par_iter().try_for_each(|file| {
            let path = OutPath::new(&map.search_out_path(file)).expect("tags of languages and numbers are plain ASCII");
            output.put(&path, &bytes(context, rows, &index, file), Order::Data).map(drop)
        })?;
    }
    Ok(())
}

/// The indexes of a site of which single files are asked for: each is made with the first question.
#[derive(Debug)]
pub struct Indexes(Vec<(Lang, OnceCell<SearchIndex>)>);

impl Indexes {
    /// Those of a site.
    pub fn new(context: &ViewContext<'_>) -> Self {
        Self(context.map().languages().iter().map(|lang| (lang.clone(), OnceCell::new())).collect())
    }

    /// A file of the search; none if the site has no such language.
    pub fn bytes(&self, context: &ViewContext<'_>, rows: &Rows<'_>, file: &SearchFile) -> Option<Vec<u8>> {
        let (lang, made) = self.0.iter().find(|(lang, _)| *lang == file.lang)?;
        Some(bytes(context, rows, made.get_or_init(|| index(context, lang)), file))
    }
}

fn bytes(context: &ViewContext<'_>, rows: &Rows<'_>, index: &SearchIndex, file: &SearchFile) -> Vec<u8> {
    match file.part {
        SearchPart::Words(number) => index.file(number),
        SearchPart::Rows(number) => {
            let claims = context.map().sought().skip(number * Paging::ROWS).take(Paging::ROWS);
            render::search_rows(&view::found(context, rows, &file.lang, claims))
        }
    }
}

fn index(context: &ViewContext<'_>, lang: &Lang) -> SearchIndex {
    let claims: Vec<usize> = context.map().sought().collect();
    let mut index = SearchIndex::new(context.map().word_files());
    for claims in claims.chunks(AT_A_TIME) {
        let words = claims.par_iter().map(|&claim| ClaimWords::of(&view::sought(context, lang, claim)));
        words.collect::<Vec<_>>().into_iter().for_each(|words| index.add(words));
    }
    index
}
