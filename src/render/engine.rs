//! The templates, read once, and what all pages of a language share.

use std::collections::BTreeMap;

use tera::{Context, Tera, Value};

use super::error::RenderError;
use super::structured::structured;
use crate::view::{Body, ClaimRow, Html, Page, Site, Words};

/// What all pages of one language share.
#[derive(Debug)]
pub struct Language<'a> {
    /// The site, its menu and its footer.
    pub site: &'a Site,
    /// The words of the interface.
    pub words: &'a Words,
}

/// The templates, and the shared values of every language. One serves all threads.
#[derive(Debug)]
pub struct Engine {
    tera: Tera,
    /// The context that every page of a language starts from; cloning a value in it copies no text.
    shared: BTreeMap<String, Context>,
}

impl Engine {
    /// Reads `templates`, by name, and takes what the pages of each of `languages` share.
    ///
    /// Of several templates of one name the last counts, so a site's own follow those of the theme.
    pub fn new<'a, 'l>(
        templates: impl IntoIterator<Item = (&'a str, &'a str)>,
        languages: impl IntoIterator<Item = Language<'l>>,
    ) -> Result<Self, RenderError> {
        let mut tera = Tera::new();
        tera.add_raw_templates(templates.into_iter().collect::<BTreeMap<_, _>>())
            .map_err(|error| RenderError::from_tera("", &error))?;
        let mut shared = BTreeMap::new();
        for Language { site, words } in languages {
            let mut context = Context::new();
            context.insert_value("site", value(&site.title, site)?);
            context.insert_value("t", value(words.lang(), words.plain())?);
            shared.insert(site.lang.clone(), context);
        }
        Ok(Self { tera, shared })
    }

    /// Renders `page` into `out`, which is emptied first and keeps its capacity.
    pub fn render(&self, page: &Page, out: &mut Vec<u8>) -> Result<(), RenderError> {
        out.clear();
        let (template, name, body) = match &page.body {
            Body::Home(body) => ("home.html", "home", Value::try_from_serializable(body)),
            Body::Coverage(body) => ("coverage.html", "coverage", Value::try_from_serializable(body)),
            Body::Claim(body) => ("claim.html", "claim", Value::try_from_serializable(body)),
            Body::Embed(body) => ("embed.html", "embed", Value::try_from_serializable(body)),
            Body::Source(body) => ("source.html", "source", Value::try_from_serializable(body)),
            Body::Document(body) => ("document.html", "document", Value::try_from_serializable(body)),
            Body::Event(body) => ("event.html", "event", Value::try_from_serializable(body)),
            Body::Place(body) => ("place.html", "place", Value::try_from_serializable(body)),
            Body::Verdict(body) => ("verdict.html", "verdict", Value::try_from_serializable(body)),
            Body::Text(body) => ("text.html", "text", Value::try_from_serializable(body)),
            Body::List(body) => ("list.html", "list", Value::try_from_serializable(body)),
            Body::Index(body) => ("index.html", "index", Value::try_from_serializable(body)),
            Body::Timeline(body) => ("timeline.html", "timeline", Value::try_from_serializable(body)),
            Body::Corrections(body) => ("corrections.html", "corrections", Value::try_from_serializable(body)),
            Body::Transparency(body) => ("transparency.html", "transparency", Value::try_from_serializable(body)),
            Body::NotFound(body) => ("404.html", "not_found", Value::try_from_serializable(body)),
        };
        let mut context = self.context(&page.frame.lang, template)?;
        context.insert_value("page", value(template, &page.frame)?);
        context.insert_value("structured", value(template, &structured(&page.structured))?);
        let body = body.map_err(|error| RenderError::from_tera(template, &error))?;
        context.insert_value(name, body.clone());
        self.tera.render_to(template, &context, out).map_err(|error| {
            let of_page = || value(template, &page.frame).map(|frame| names(&frame)).unwrap_or_default();
            RenderError::from_tera(template, &error)
                .with_fields(|| vec![(name.to_owned(), names(&body)), ("page".to_owned(), of_page())])
        })
    }

    /// Renders a claim as a row, once for all lists of its language.
    pub fn row(&self, lang: &str, row: &ClaimRow) -> Result<Html, RenderError> {
        let mut context = self.context(lang, "row.html")?;
        context.insert_value("row", value("row.html", row)?);
        let markup =
            self.tera.render("row.html", &context).map_err(|error| RenderError::from_tera("row.html", &error))?;
        Ok(Html::from_markup(markup.trim()))
    }

    fn context(&self, lang: &str, template: &str) -> Result<Context, RenderError> {
        let shared = self.shared.get(lang);
        shared.cloned().ok_or_else(|| RenderError::whole(template, format!("there are no words for `{lang}`")))
    }
}

fn value(template: &str, data: &impl serde::Serialize) -> Result<Value, RenderError> {
    Value::try_from_serializable(data).map_err(|error| RenderError::from_tera(template, &error))
}

/// The names of the fields of a view, as templates write them.
fn names(view: &Value) -> Vec<String> {
    let mut names: Vec<String> =
        view.as_map().into_iter().flatten().filter_map(|(name, _)| Some(name.as_str()?.to_owned())).collect();
    names.sort_unstable();
    names
}
