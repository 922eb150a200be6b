//! One page at a time, when it is asked for.

use super::desk::shown;
use crate::datasets;
use crate::diagnostic::Texts;
use crate::emit::OutPath;
use crate::render::{self, Engine, RenderError};
use crate::search::Indexes;
use crate::serve::Reply;
use crate::site::{Route, Subject};
use crate::text::html::escape_text;
use crate::theme::Theme;
use crate::view::{self, Rows, ViewContext};

const HTML: &str = "text/html; charset=utf-8";

/// One state of the files, ready to answer.
pub(super) struct Pages<'a> {
    pub context: &'a ViewContext<'a>,
    pub engine: &'a Engine,
    pub rows: &'a Rows<'a>,
    pub indexes: &'a Indexes,
    pub theme: &'a Theme,
}

impl Pages<'_> {
    /// What is at a path of the site.
    pub fn reply(&self, path: &str) -> Reply {
        let map = self.context.map();
        if let Some(route) = map.route_of(path) {
            let address = map.path(&route);
            if address != path {
                return Reply::Redirect(address);
            }
            return match self.render(&route) {
                Ok(bytes) => Reply::Found { bytes, media_type: HTML.to_owned() },
                Err(report_html) => failed(&report_html),
            };
        }
        let root = map.root();
        let below = path.strip_prefix(root.as_str()).unwrap_or_default();
        if let Some(bytes) = self.file(path, below) {
            return Reply::Found { bytes, media_type: media_type(below).to_owned() };
        }
        if let Some(redirect) = map.redirects().iter().find(|redirect| redirect.from == path) {
            return Reply::Redirect(map.path(&redirect.to));
        }
        if path == "/" && root != "/" {
            return Reply::Redirect(root);
        }
        let missing = self.render(&Route::new(&map.languages()[0], Subject::NotFound));
        Reply::Missing(missing.unwrap_or_default())
    }

    /// The bytes of a file that is no page. Those of the theme come first: every page asks for some.
    fn file(&self, path: &str, below: &str) -> Option<Vec<u8>> {
        let map = self.context.map();
        if let Some(bytes) = self.theme.assets.get(below) {
            return Some(bytes.to_vec());
        }
        if let Some(dataset) = map.dataset_of(path) {
            return datasets::bytes(self.context, dataset);
        }
        if let Some((lang, claim)) = map.record_of(path) {
            let entry = map.corpus().claims.get(&claim)?;
            return Some(render::record(&view::record(self.context, &lang, entry)));
        }
        if let Some((lang, claim)) = map.oembed_of(path) {
            return view::oembed(self.context, &lang, &claim).map(|answer| render::oembed(&answer));
        }
        if let Some(file) = map.search_of(path) {
            return self.indexes.bytes(self.context, self.rows, &file);
        }
        let signpost = map.signpost_of(path)?;
        Some(render::signpost(&view::signpost(self.context, &signpost)))
    }

    /// The page of a route, or what keeps its template from showing it, as HTML.
    fn render(&self, route: &Route) -> Result<Vec<u8>, String> {
        let page = view::page(self.context, self.rows, route).ok_or_else(|| text("there is no such page"))?;
        let mut bytes = Vec::new();
        self.engine.render(&page, &mut bytes).map_err(|error| template_error(&error, self.theme))?;
        Ok(bytes)
    }
}

/// The media type of a file below the root.
fn media_type(path: &str) -> &'static str {
    OutPath::new(path).map_or("application/octet-stream", |path| path.media_type())
}

/// What is wrong with a template, as the terminal would say it.
pub(super) fn template_error(error: &RenderError, theme: &Theme) -> String {
    let finding = error.finding(&theme.templates);
    let template = theme.templates.get(&error.template).map_or("", |text| text);
    shown(&[finding], &Texts::from([(&*format!("templates/{}", error.template), template)])).unwrap_or_default()
}

/// A page in place of one that cannot be made.
pub(super) fn failed(report_html: &str) -> Reply {
    Reply::Failed(page_of(report_html))
}

/// The page while there has not been a good state yet.
pub(super) fn waiting(findings_html: &str) -> Reply {
    Reply::Found { bytes: page_of(findings_html), media_type: HTML.to_owned() }
}

/// A report for people as HTML.
pub(super) fn text(report: &str) -> String {
    format!("<pre>{}</pre>", escape_text(report))
}

fn page_of(findings: &str) -> Vec<u8> {
    format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>recoupe</title><body><h1>This page cannot be shown</h1><div id=\"recoupe-report\">{findings}</div></body></html>"
    )
    .into_bytes()
}
