//! One page after another: made, looked at, and staged, or left as it is.

use super::kept::{Kept, Page, Trace};
use super::out_path;
use crate::corpus::Reads;
use crate::diagnostic::Diagnostic;
use crate::emit::{EmitError, Order, Output};
use crate::inspect::{self, Addresses, Landings, PageFacts};
use crate::render::Engine;
use crate::site::{Route, Subject};
use crate::theme::Theme;
use crate::view::{self, Rows, ViewContext};

/// What came of a page.
#[derive(Default)]
pub struct Made {
    facts: PageFacts,
    /// What is wrong with it.
    pub findings: Vec<Diagnostic>,
    /// What it was made from, where that is to be remembered.
    trace: Option<Trace>,
    /// Whether it was there already.
    pub kept: bool,
}

impl Made {
    /// What is to be remembered of it.
    pub fn page(self) -> Option<Page> {
        Some(Page { trace: self.trace?, facts: self.facts })
    }
}

/// What all pages are made with.
pub struct Press<'p, 'a> {
    pub context: &'p ViewContext<'a>,
    pub rows: &'p Rows<'p>,
    pub engine: &'p Engine,
    pub theme: &'p Theme,
    pub addresses: &'p Addresses,
}

impl Press<'_, '_> {
    /// Puts the page of a route, or leaves the one that is there and would come out the same.
    pub fn put(
        &self,
        route: &Route,
        kept: Option<&Kept>,
        buffer: &mut Vec<u8>,
        output: &Output,
    ) -> Result<Made, EmitError> {
        let map = self.context.map();
        let (path, out_path, order) = (map.path(route), out_path(&map.out_path(route)), order(&route.subject));
        if let Some(page) = kept.and_then(|kept| kept.page(&path))
            && output.leave(&out_path, order)?
        {
            let Page { trace, facts } = page.clone();
            return Ok(Made { facts, trace: Some(trace), kept: true, ..Made::default() });
        }
        let (rendered, reads) = Reads::of(|| self.render(route, buffer));
        if let Err(finding) = rendered {
            return Ok(Made { findings: vec![*finding], ..Made::default() });
        }
        let (facts, findings) = inspect::page(&path, buffer, self.addresses);
        output.put(&out_path, buffer, order)?;
        let trace = kept.and_then(|kept| kept.trace(reads));
        Ok(Made { facts, findings, trace, kept: false })
    }

    fn render(&self, route: &Route, buffer: &mut Vec<u8>) -> Result<(), Box<Diagnostic>> {
        let page = view::page(self.context, self.rows, route).expect("every route of the map has its page");
        self.engine.render(&page, buffer).map_err(|error| Box::new(error.finding(&self.theme.templates)))
    }

    /// Makes the pages once more on which a fragment does not land, to say which.
    pub fn dead_fragments(&self, routes: &[Route], made: &[Made]) -> Vec<Diagnostic> {
        let landings = Landings::of(made.iter().map(|made| &made.facts));
        let dead = routes.iter().zip(made).filter(|(_, made)| !landings.hold(&made.facts));
        let found = dead.flat_map(|(route, _)| {
            let mut page = Vec::new();
            match self.render(route, &mut page) {
                Ok(()) => inspect::dead_fragments(&self.context.map().path(route), &page, self.addresses, &landings),
                Err(finding) => vec![*finding],
            }
        });
        found.collect()
    }
}

/// Lists link to pages, so they are moved into place after them.
fn order(subject: &Subject) -> Order {
    // The page of an address that does not exist lists nothing that could be missing.
    if subject.is_record() || *subject == Subject::NotFound { Order::Page } else { Order::List }
}
