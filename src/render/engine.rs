//! The templates, read once, and what all pages of a language share.

use std::collections::BTreeMap;

use tera::{Context, Tera, Value};

use super::error::RenderError;
use super::program::{Beyond, Programs, Seen};
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

/// The template of a row.
const ROW: &str = "row.html";

/// What every template sees.
const SHARED: [&str; 2] = ["site", "t"];

/// The templates, and the shared values of every language. One serves all threads.
#[derive(Debug)]
pub struct Engine {
    tera: Tera,
    programs: Programs,
    shared: BTreeMap<String, Shared>,
}

/// What every page of a language starts from, for Tera and for programs.
#[derive(Debug)]
struct Shared {
    /// Cloning a value in it copies no text.
    context: Context,
    /// None where a view is beyond programs.
    seen: Option<[Seen; 2]>,
}

impl Engine {
    /// Reads `templates`, by name, and takes what the pages of each of `languages` share.
    ///
    /// Of several templates of one name the last counts, so a site's own follow those of the theme.
    pub fn new<'a, 'l>(
        templates: impl IntoIterator<Item = (&'a str, &'a str)>,
        languages: impl IntoIterator<Item = Language<'l>>,
    ) -> Result<Self, RenderError> {
        let templates: BTreeMap<&str, &str> = templates.into_iter().collect();
        let own = |template| match template {
            ROW => vec![name_in(ROW)],
            page => vec!["page", "structured", name_in(page)],
        };
        let programs = Programs::new(&templates, &SHARED, own);
        let mut tera = Tera::new();
        tera.add_raw_templates(templates).map_err(|error| RenderError::from_tera("", &error))?;
        let mut shared = BTreeMap::new();
        for Language { site, words } in languages {
            let mut context = Context::new();
            context.insert_value(SHARED[0], value(&site.title, site)?);
            context.insert_value(SHARED[1], value(words.lang(), words.plain())?);
            let seen = Seen::new(site).and_then(|site| Ok([site, Seen::new(words.plain())?]));
            shared.insert(site.lang.clone(), Shared { context, seen: seen.ok() });
        }
        Ok(Self { tera, programs, shared })
    }

    /// Renders `page` into `out`, which is emptied first and keeps its capacity.
    pub fn render(&self, page: &Page, out: &mut Vec<u8>) -> Result<(), RenderError> {
        if self.render_as_program(page, out) { Ok(()) } else { self.render_with_tera(page, out) }
    }

    /// [`Engine::render`] without Tera; false where it takes Tera: the bytes are then of no use.
    pub fn render_as_program(&self, page: &Page, out: &mut Vec<u8>) -> bool {
        out.clear();
        let run = |out: &mut Vec<u8>| {
            let shared = self.shared.get(&page.frame.lang).ok_or(Beyond)?;
            let [site, words] = shared.seen.as_ref().ok_or(Beyond)?;
            let structured = Seen::new(&structured(&page.structured))?;
            let (frame, body) = (Seen::new(&page.frame)?, Seen::new(&page.body)?);
            self.programs.run(template_of(&page.body), &[site, words, &frame, &structured, &body], out)
        };
        run(out).is_ok()
    }

    /// [`Engine::render`] by Tera alone: the same bytes, or what is wrong.
    pub fn render_with_tera(&self, page: &Page, out: &mut Vec<u8>) -> Result<(), RenderError> {
        out.clear();
        let template = template_of(&page.body);
        let name = name_in(template);
        let body = value(template, &page.body)?;
        let mut context = self.shared(&page.frame.lang, template)?.context.clone();
        context.insert_value("page", value(template, &page.frame)?);
        context.insert_value("structured", value(template, &structured(&page.structured))?);
        context.insert_value(name, body.clone());
        self.tera.render_to(template, &context, out).map_err(|error| {
            let of_page = || value(template, &page.frame).map(|frame| names(&frame)).unwrap_or_default();
            RenderError::from_tera(template, &error)
                .with_fields(|| vec![(name.to_owned(), names(&body)), ("page".to_owned(), of_page())])
        })
    }

    /// Renders a claim as a row, once for all lists of its language.
    pub fn row(&self, lang: &str, row: &ClaimRow) -> Result<Html, RenderError> {
        let shared = self.shared(lang, ROW)?;
        let mut markup = Vec::new();
        let run = |out: &mut Vec<u8>| {
            let [site, words] = shared.seen.as_ref().ok_or(Beyond)?;
            self.programs.run(ROW, &[site, words, &Seen::new(row)?], out)
        };
        if run(&mut markup).is_err() {
            let mut context = shared.context.clone();
            context.insert_value(name_in(ROW), value(ROW, row)?);
            markup.clear();
            let rendered = self.tera.render_to(ROW, &context, &mut markup);
            rendered.map_err(|error| RenderError::from_tera(ROW, &error))?;
        }
        let markup = String::from_utf8(markup).expect("templates and views are text");
        Ok(Html::from_markup(markup.trim()))
    }

    fn shared(&self, lang: &str, template: &str) -> Result<&Shared, RenderError> {
        let shared = self.shared.get(lang);
        shared.ok_or_else(|| RenderError::whole(template, format!("there are no words for `{lang}`")))
    }
}

/// The template of a page.
fn template_of(body: &Body) -> &'static str {
    match body {
        Body::Home(_) => "home.html",
        Body::Coverage(_) => "coverage.html",
        Body::Claim(_) => "claim.html",
        Body::Embed(_) => "embed.html",
        Body::Source(_) => "source.html",
        Body::Document(_) => "document.html",
        Body::Event(_) => "event.html",
        Body::Place(_) => "place.html",
        Body::Verdict(_) => "verdict.html",
        Body::Text(_) => "text.html",
        Body::List(_) => "list.html",
        Body::Index(_) => "index.html",
        Body::Timeline(_) => "timeline.html",
        Body::Corrections(_) => "corrections.html",
        Body::Transparency(_) => "transparency.html",
        Body::Search(_) => "search.html",
        Body::NotFound(_) => "404.html",
    }
}

/// The name under which a template finds what it shows: its own, if that can be one.
fn name_in(template: &str) -> &str {
    match template {
        "404.html" => "not_found",
        other => other.strip_suffix(".html").unwrap_or(other),
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
