//! One page at a time, when it is asked for.

use super::desk::shown;
use crate::datasets;
use crate::diagnostic::Texts;
use crate::emit::OutPath;
use crate::render::{self, Engine, RenderError};
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
        if let Some(dataset) = map.dataset_of(path)
            && let Some(bytes) = datasets::bytes(self.context, dataset)
        {
            let media_type = media_type(dataset.out_path()).to_owned();
            return Reply::Found { bytes, media_type };
        }
        if let Some((lang, claim)) = map.record_of(path)
            && let Some(entry) = map.corpus().claims.get(&claim)
        {
            let bytes = render::record(&view::record(self.context, &lang, entry));
            return Reply::Found { bytes, media_type: media_type(path).to_owned() };
        }
        if let Some((lang, claim)) = map.oembed_of(path)
            && let Some(answer) = view::oembed(self.context, &lang, &claim)
        {
            return Reply::Found { bytes: render::oembed(&answer), media_type: media_type(path).to_owned() };
        }
        if let Some(signpost) = map.signpost_of(path) {
            let bytes = render::signpost(&view::signpost(self.context, &signpost));
            let media_type = media_type(&map.signpost_out_path(&signpost)).to_owned();
            return Reply::Found { bytes, media_type };
        }
        let root = map.root();
        if let Some(bytes) = path.strip_prefix(root.as_str()).and_then(|path| self.theme.assets.get(path)) {
            let media_type = media_type(&path[root.len()..]).to_owned();
            return Reply::Found { bytes: bytes.to_vec(), media_type };
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
