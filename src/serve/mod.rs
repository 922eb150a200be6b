//! The local preview: pages are made when they are asked for, and open pages follow the files.
//!
//! The server knows nothing of claims. It asks a [`Site`] for bytes, tells it which files changed, and tells open
//! pages what came of it. What it adds to a page, one `script` element, is added while it is sent: the built site
//! never holds it.
//!
//! The preview may show what is not published yet, so it listens on the loopback interface unless told otherwise,
//! and answers only to hosts named `localhost` or by an IP address: a foreign page that points its own name here
//! (DNS rebinding) gets nothing.

mod address;
mod answer;
mod error;
mod guard;
mod live;
mod own;
mod range;
mod server;
mod watch;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;

pub use error::ServeError;
pub use server::Stop;

/// What the preview shows; implemented by the build driver.
pub trait Site: Send + Sync + 'static {
    /// What is at a URL path: `/`, `/en/claims/joubass/`, `/static/main.css`.
    ///
    /// The path is decoded, begins with `/` and has no `..`, `.`, `//`, backslash or control character. Called from
    /// many threads at once.
    fn page(&self, path: &str) -> Reply;

    /// Reads again what changed on the disk, and says what came of it.
    ///
    /// A path can be a file or directory that is new, changed, gone or untouched after all; below a directory
    /// anything may have changed. Never called twice at once. The first call, with no path, comes when the server
    /// starts and asks for the findings of what was read before.
    ///
    /// Open pages wait for it, so it does what can be done at once; if that is not all, [`Site::settle`] follows.
    fn refresh(&self, changed: &[PathBuf]) -> Refresh;

    /// Does what a refresh left to be done; called from another thread, never twice at once.
    fn settle(&self) -> Refresh {
        Refresh { settled: true, ..Refresh::default() }
    }

    /// What is left to do at the desk, as it was when the whole was last judged.
    fn desk(&self) -> DeskPage {
        DeskPage::default()
    }

    /// Is given, once and before anything is asked, what to call when the page of the desk changed by itself.
    fn on_news(&self, _news: News) {}

    /// The files and directories to watch; they need not exist yet.
    fn watched(&self) -> Vec<PathBuf>;

    /// Files and directories below the watched ones whose changes mean nothing, such as the output directory.
    fn ignored(&self) -> Vec<PathBuf> {
        Vec::new()
    }
}

/// Tells an open desk that there is something new on it.
pub type News = Arc<dyn Fn() + Send + Sync>;

/// The answer to a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// A file or page.
    Found {
        /// Its bytes as they would be built.
        bytes: Vec<u8>,
        /// Its type, with the character set of a text: `text/html; charset=utf-8`.
        media_type: String,
    },
    /// It is at another path.
    Redirect(String),
    /// There is nothing; this is the page that says so.
    Missing(Vec<u8>),
    /// It cannot be made; this is the page that says why, and pages that are open stay as they are.
    Failed(Vec<u8>),
}

/// What a change on the disk means for open pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refresh {
    /// What open pages do.
    pub effect: Effect,
    /// Findings as HTML, if there are any worth covering the page with; the last good version stays below them.
    pub findings_html: Option<String>,
    /// Whether this is all; else it is provisional, and what is left is done beside.
    pub settled: bool,
    /// What open pages say.
    pub words: Words,
}

/// What the preview itself says on open pages, in the language of the desk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// In the corner of every page, on the way to the desk: what was found, or that it is being looked for.
    pub badge: String,
    /// That the page below the findings is the last one without errors.
    pub last_good: String,
    /// The name of the desk.
    pub desk: String,
}

/// The page of the desk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeskPage {
    /// Its language.
    pub lang: String,
    /// Its title.
    pub title: String,
    /// What stands in it.
    pub html: String,
}

/// What open pages do after a change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// They show what they show.
    #[default]
    Nothing,
    /// They load their style sheets again, without moving.
    Restyle,
    /// They load again, and scroll to where they were.
    Reload,
}

/// Where and how to serve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The port; 0 takes any that is free.
    pub port: u16,
    /// The address to listen on.
    pub host: IpAddr,
    /// Whether to show the site in the user's browser.
    pub open: bool,
}

impl Default for Options {
    fn default() -> Options {
        Options { port: 4000, host: Ipv4Addr::LOCALHOST.into(), open: false }
    }
}

/// Serves until Ctrl-C or a request to terminate; `on_ready` is told the address.
pub fn run(site: Arc<dyn Site>, options: Options, on_ready: impl FnOnce(SocketAddr)) -> Result<(), ServeError> {
    let stop = Stop::new();
    server::run(site, options, &stop, server::Signals::Obeyed, on_ready)
}

/// Serves until `stop` is requested, whatever signals come.
pub fn run_until(
    site: Arc<dyn Site>,
    options: Options,
    stop: &Stop,
    on_ready: impl FnOnce(SocketAddr),
) -> Result<(), ServeError> {
    server::run(site, options, stop, server::Signals::LeftAlone, on_ready)
}
