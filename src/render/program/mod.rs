//! Templates as programs: the part of Tera's language that pages are made of, run over views without copies.
//!
//! Tera turns each view into a tree of shared values with a hash table for each struct, and each call of a component
//! into another; for pages of some hundred small parts, that is nearly all of the work. Here names become places
//! when the templates are read, and a view is laid out in three tables.
//!
//! Tera stays what decides. It reads all templates first and finds their mistakes. What is not written here is
//! [`Beyond`]: a template that uses it, and a page on which it turns up, are Tera's. So a site's own templates may use
//! all of the language, and a mistake has one message. `tests/program.rs` holds that both print the same bytes.

mod code;
mod compile;
mod data;
mod lex;
mod run;

use std::collections::BTreeMap;

use serde::Serialize;

use code::{Code, Component};
use compile::Sources;
use data::Data;
use run::{Run, Value};

/// Something that is left to Tera: more of its language than is written here, or a mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("left to Tera")]
pub(super) struct Beyond;

/// The templates that pages are made of.
#[derive(Debug, Default)]
pub(super) struct Programs {
    components: Vec<Option<Component>>,
    templates: BTreeMap<String, Code>,
}

/// A view as programs see it.
#[derive(Debug)]
pub(super) struct Seen(Data);

impl Seen {
    /// What `view` says of itself.
    pub(super) fn new(view: &impl Serialize) -> Result<Self, Beyond> {
        Data::new(view).map(Self)
    }
}

impl Programs {
    /// Those of `templates` that can be run. `own` says what each is handed behind what is `shared`; those in folders are
    /// parts of others.
    pub(super) fn new<'t>(
        templates: &BTreeMap<&'t str, &'t str>,
        shared: &'t [&'t str],
        own: impl Fn(&'t str) -> Vec<&'t str>,
    ) -> Self {
        let sources = Sources::new(templates, shared);
        let whole = templates.keys().filter(|name| !name.contains('/'));
        let program = |name: &&'t str| {
            let code = sources.template(name, &[shared, &own(name)].concat()).ok()?;
            Some(((*name).to_owned(), code))
        };
        Self { components: sources.components(), templates: whole.filter_map(program).collect() }
    }

    /// Adds to `out` what a template makes of what it is handed; what is added is of no use if this fails.
    pub(super) fn run(&self, template: &str, inputs: &[&Seen], out: &mut Vec<u8>) -> Result<(), Beyond> {
        let code = self.templates.get(template).ok_or(Beyond)?;
        let inputs: Vec<Value<'_>> = inputs.iter().map(|Seen(data)| Value::Stored(data, data.root())).collect();
        Run::new(&self.components, &inputs, out).start(code.places, &code.steps)
    }
}
