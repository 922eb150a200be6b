//! Listening, answering, ending.

use std::future::Future;
use std::net::{SocketAddr, TcpListener};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{self, HeaderValue};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::Response;
use tokio::runtime;
use tokio::sync::watch;

use super::answer::{self, Content};
use super::live::Live;
use super::watch::Watch;
use super::{Options, Reply, ServeError, Site, address, guard, own};

/// How long requests that are under way may take when the server ends.
const GRACE: Duration = Duration::from_millis(300);

/// Ends a preview from another thread.
#[derive(Clone, Debug)]
pub struct Stop(watch::Sender<bool>);

impl Stop {
    /// A stop that nobody has requested yet.
    pub fn new() -> Stop {
        Stop(watch::Sender::new(false))
    }

    /// Ends the preview within a second.
    pub fn request(&self) {
        self.0.send_replace(true);
    }

    fn requested(&self) -> impl Future<Output = ()> + Send + use<> {
        let mut requests = self.0.subscribe();
        async move {
            // If all that could request it are gone, nobody will.
            if requests.wait_for(|requested| *requested).await.is_err() {
                std::future::pending::<()>().await;
            }
        }
    }
}

impl Default for Stop {
    fn default() -> Stop {
        Stop::new()
    }
}

/// Whether Ctrl-C and requests to terminate end the preview.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Signals {
    Obeyed,
    LeftAlone,
}

struct Preview {
    site: Arc<dyn Site>,
    live: Arc<Live>,
}

pub(super) fn run(
    site: Arc<dyn Site>,
    options: Options,
    stop: &Stop,
    signals: Signals,
    on_ready: impl FnOnce(SocketAddr),
) -> Result<(), ServeError> {
    let listener = listen(SocketAddr::new(options.host, options.port))?;
    let address = listener.local_addr()?;
    let runtime = runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let live = Arc::new(Live::new());
    let told = live.clone();
    site.on_news(Arc::new(move || told.news()));
    let _watch = Watch::start(site.clone(), live.clone())?;
    let app = Router::new().fallback(respond).with_state(Arc::new(Preview { site, live: live.clone() }));

    let served = runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        if signals == Signals::Obeyed {
            let stop = stop.clone();
            let signal = signal()?;
            tokio::spawn(async move {
                signal.await;
                stop.request();
            });
        }
        on_ready(address);
        if options.open {
            open_browser(address);
        }
        let server = axum::serve(listener, app).with_graceful_shutdown(stop.requested());
        let too_late = async {
            stop.requested().await;
            live.close();
            tokio::time::sleep(GRACE).await;
        };
        tokio::select! {
            ended = server.into_future() => ended,
            () = too_late => Ok(()),
        }
    });
    // A page that is still being made is of no use to anybody.
    runtime.shutdown_background();
    served.map_err(ServeError::from)
}

fn listen(address: SocketAddr) -> Result<TcpListener, ServeError> {
    let listener = TcpListener::bind(address).map_err(|source| match source.kind() {
        std::io::ErrorKind::AddrInUse => {
            let is_free = |port: &u16| TcpListener::bind(SocketAddr::new(address.ip(), *port)).is_ok();
            let near = address.port().saturating_add(1)..=address.port().saturating_add(50);
            ServeError::Busy { address, free: near.into_iter().find(is_free) }
        }
        _ => ServeError::Address { address, source },
    })?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

/// Comes when the user or the system wants the program to end; listens as soon as it is called.
fn signal() -> std::io::Result<impl Future<Output = ()> + Send> {
    #[cfg(unix)]
    let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    #[cfg(unix)]
    let mut interrupt = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::interrupt())?;
    #[cfg(windows)]
    let (mut interrupt, mut terminate) = (tokio::signal::windows::ctrl_c()?, tokio::signal::windows::ctrl_close()?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

async fn respond(State(preview): State<Arc<Preview>>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let mut response = match guard::refusal(&parts.method, &parts.headers) {
        Some((status, words)) => answer::plain(status, words),
        None => answered(&preview, &parts.method, &parts.headers, parts.uri.path()).await,
    };
    let headers = response.headers_mut();
    if headers.get(header::CACHE_CONTROL).is_none() {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    }
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    // Pages of others may not embed what is not published yet.
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    if response.status() == StatusCode::METHOD_NOT_ALLOWED {
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    response
}

async fn answered(preview: &Preview, method: &Method, headers: &HeaderMap, raw: &str) -> Response {
    let Some(path) = address::decoded(raw) else {
        return answer::plain(StatusCode::BAD_REQUEST, "this is no address of a site");
    };
    if path == own::EVENTS {
        return preview.live.stream();
    }
    // Taken before the page is made: if a change comes between the two, the page loads once too often, never too
    // seldom.
    let state = preview.live.state();
    if path.starts_with(own::PREFIX) {
        return match own::content(&path, &state, || preview.site.desk()) {
            Some(content) => answer::content(method, headers, content),
            None => answer::plain(StatusCode::NOT_FOUND, "the preview has nothing here"),
        };
    }
    let site = preview.site.clone();
    let (status, media_type, bytes) = match tokio::task::spawn_blocking(move || site.page(&path)).await {
        Ok(Reply::Found { bytes, media_type }) => (StatusCode::OK, media_type, bytes),
        Ok(Reply::Missing(bytes)) => (StatusCode::NOT_FOUND, "text/html; charset=utf-8".to_owned(), bytes),
        Ok(Reply::Failed(bytes)) => (StatusCode::INTERNAL_SERVER_ERROR, "text/html; charset=utf-8".to_owned(), bytes),
        Ok(Reply::Redirect(to)) => {
            let mut response = answer::plain(StatusCode::FOUND, "it is elsewhere");
            response.headers_mut().insert(header::LOCATION, answer::text(&address::encoded(&to)));
            return response;
        }
        Err(_) => {
            let words = "recoupe failed to make this page. This is a mistake in recoupe; the terminal says more.";
            return answer::plain(StatusCode::INTERNAL_SERVER_ERROR, words);
        }
    };
    if !media_type.starts_with("text/html") {
        return answer::content(method, headers, Content { status, media_type: &media_type, bytes });
    }
    let made = own::made(&bytes);
    let bytes = own::in_page(bytes, &state);
    let mut response = answer::content(method, headers, Content { status, media_type: &media_type, bytes });
    response.headers_mut().insert(own::MADE, answer::text(&made));
    response
}

/// Shows the site to the user; without a browser, the address was told all the same.
fn open_browser(address: SocketAddr) {
    let url = format!("http://{address}/");
    let (program, args): (&str, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[&url]),
        "windows" => ("cmd", &["/C", "start", &url]),
        _ => ("xdg-open", &[&url]),
    };
    let mut command = Command::new(program);
    let _ = command.args(args).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
}
