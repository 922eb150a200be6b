//! The theme of a site: the default one, with the site's own files in place of those of the same name.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Place};
use crate::emit::OutPath;
use crate::read::{self, Project, ReadError};
use crate::render;
use crate::text::Lang;
use crate::view::Words;

/// Templates, words and files.
#[derive(Debug)]
pub struct Theme {
    /// Templates by name.
    pub templates: BTreeMap<String, Cow<'static, str>>,
    /// The words of the interface by language.
    pub words: BTreeMap<Lang, Words>,
    /// Files by their path below the site's root.
    pub assets: BTreeMap<String, Cow<'static, [u8]>>,
}

/// Joins the default theme with a site's own, for its languages.
///
/// Findings say which words cannot be read; a theme with findings is not used.
///
/// # Errors
///
/// A file of the site cannot be read.
pub fn of(project: &Project, languages: &[Lang]) -> Result<(Theme, Vec<Diagnostic>), ReadError> {
    let mut templates: BTreeMap<String, Cow<'static, str>> =
        render::theme::templates().map(|(name, text)| (name.to_owned(), text.into())).collect();
    let mut strings: BTreeMap<String, Cow<'static, str>> =
        render::theme::strings().map(|(lang, text)| (lang.to_owned(), text.into())).collect();
    for file in &project.templates {
        let text = Cow::Owned(file.text.to_string());
        if let Some(lang) = file.path.strip_prefix("strings/").and_then(|name| name.strip_suffix(".ftl")) {
            strings.insert(lang.to_owned(), text);
        } else if file.path.ends_with(".html") {
            templates.insert(file.path.to_string(), text);
        }
    }
    let mut findings = Vec::new();
    let mut words = BTreeMap::new();
    for lang in languages {
        match self::words(lang, &strings) {
            Ok(of_language) => {
                words.insert(lang.clone(), of_language);
            }
            Err(found) => findings.extend(found),
        }
    }
    let mut assets: BTreeMap<String, Cow<'static, [u8]>> =
        render::theme::assets().map(|(path, bytes)| (path.to_owned(), bytes.into())).collect();
    for asset in &project.assets {
        if let Err(error) = OutPath::new(&asset.path) {
            let place = Place::file(&format!("static/{}", asset.path).into());
            let finding =
                Diagnostic::new(&render::ASSET_NAME, place, format!("this name cannot be an address: {error}"));
            findings.push(finding.with_help("rename the file"));
            continue;
        }
        assets.insert(asset.path.clone(), read::bytes(&asset.file)?.into());
    }
    Ok((Theme { templates, words, assets }, findings))
}

/// The words of one language: the theme's own messages, and the English ones where it has none.
fn words(lang: &Lang, strings: &BTreeMap<String, Cow<'static, str>>) -> Result<Words, Vec<Diagnostic>> {
    let file = format!("templates/strings/{lang}.ftl").into();
    let Some(text) = strings.get(lang.as_str()) else {
        let finding = Diagnostic::new(&render::WORDS, Place::file(&file), format!("there are no words for `{lang}`"));
        return Err(vec![
            finding.with_help("copy the file of another language from the default theme and translate it"),
        ]);
    };
    Words::new(lang.as_str(), text).map_err(|mistakes| {
        let finding = |mistake| Diagnostic::new(&render::WORDS, Place::file(&file), mistake);
        mistakes.into_iter().map(finding).collect()
    })
}
