//! What open pages are told.
//!
//! They are sent states, not events: a page that was asleep, or whose connection was lost, needs only the newest one
//! to know whether it is still right.

use std::convert::Infallible;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};
use serde_json::json;
use tokio::sync::watch;
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::WatchStream;

use super::{Effect, Refresh, Words};

/// Proxies and browsers give up on connections that say nothing.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

/// The state of the preview, and everybody who wants to know it.
pub(super) struct Live {
    state: watch::Sender<State>,
}

/// What a page compares with what it was made from.
#[derive(Clone, Debug)]
pub(super) struct State {
    /// Differs between two runs of the server, so that pages of an earlier run load again.
    run: u128,
    pages: u64,
    styles: u64,
    pub(super) findings_html: Option<String>,
    /// Whether the last change was judged as a whole.
    settled: bool,
    words: Words,
    /// How often the desk changed by itself.
    news: u64,
    closing: bool,
}

impl State {
    /// The text that stands for everything a page is made from but its styles.
    pub(super) fn pages(&self) -> String {
        format!("{:x}-{}", self.run, self.pages)
    }

    /// The same for its styles.
    pub(super) fn styles(&self) -> String {
        format!("{:x}-{}", self.run, self.styles)
    }
}

impl Live {
    pub(super) fn new() -> Live {
        let run = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos());
        let (pages, styles, settled, news, closing) = (0, 0, false, 0, false);
        let words = Words::default();
        let (state, _) =
            watch::channel(State { run, pages, styles, findings_html: None, settled, words, news, closing });
        Live { state }
    }

    /// The state at this moment.
    pub(super) fn state(&self) -> State {
        self.state.borrow().clone()
    }

    /// Tells all open pages what a change means for them.
    pub(super) fn tell(&self, refresh: Refresh) {
        self.state.send_modify(|state| {
            match refresh.effect {
                Effect::Nothing => {}
                Effect::Restyle => state.styles += 1,
                Effect::Reload => state.pages += 1,
            }
            state.findings_html = refresh.findings_html;
            state.settled = refresh.settled;
            state.words = refresh.words;
        });
    }

    /// Tells an open desk that there is something new on it; other pages stay as they are.
    pub(super) fn news(&self) {
        self.state.send_modify(|state| state.news += 1);
    }

    /// Ends all streams, so that the server can end.
    pub(super) fn close(&self) {
        self.state.send_modify(|state| state.closing = true);
    }

    /// The stream of one page: the state now, and each one that follows.
    pub(super) fn stream(&self) -> Response {
        let states = WatchStream::new(self.state.subscribe()).take_while(|state| !state.closing);
        let events = states.map(|state| {
            let told = json!({
                "pages": state.pages(),
                "styles": state.styles(),
                "findings": state.findings_html,
                "settled": state.settled,
                "badge": state.words.badge,
                "lastGood": state.words.last_good,
                "desk": state.words.desk,
                "news": state.news,
            });
            Ok::<_, Infallible>(Event::default().retry(Duration::from_millis(500)).data(told.to_string()))
        });
        Sse::new(events).keep_alive(KeepAlive::new().interval(KEEP_ALIVE)).into_response()
    }
}
