//! Requests to a WebDAV server, made again where the network or the server fails for a moment.

use std::time::Duration;

use reqwest::header::{ETAG, RETRY_AFTER};
use reqwest::redirect::Policy;
use reqwest::{Method, Url};

use crate::publish::Login;
use crate::publish::tree::network::words;

/// How long is waited before a request is made again; then it has failed.
const WAITS: [Duration; 5] = [
    Duration::from_millis(200),
    Duration::from_millis(400),
    Duration::from_millis(800),
    Duration::from_millis(1600),
    Duration::from_millis(3200),
];
/// The longest that a server can make us wait before the next attempt.
const LONGEST_WAIT: Duration = Duration::from_secs(30);
const CONNECT: Duration = Duration::from_secs(20);
/// How many bytes a slow line carries in a second: a server cannot answer before it has a file.
const SLOW_LINE: u64 = 16 * 1024;

/// A client of one server.
pub(super) struct Client {
    http: reqwest::Client,
    login: Option<Login>,
    /// How long the server may say nothing.
    patience: Duration,
}

/// What is asked of the server.
pub(super) struct Request<'a> {
    pub(super) method: &'static str,
    pub(super) url: Url,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: &'a [u8],
}

/// What it answered.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) e_tag: Option<String>,
    pub(super) body: Vec<u8>,
    /// Whether an earlier attempt got no answer, and may have been carried out.
    pub(super) is_repeated: bool,
}

impl Answer {
    /// Whether it was carried out in full: 207 tells of parts that were not.
    pub(super) fn is_done(&self) -> bool {
        (200..300).contains(&self.status) && self.status != 207
    }
}

impl Client {
    pub(super) fn new(login: Option<Login>, patience: Duration) -> Result<Client, String> {
        let http = reqwest::Client::builder()
            .redirect(Policy::none())
            .connect_timeout(CONNECT.min(patience))
            .user_agent(concat!("recoupe/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(|error| words(&error))?;
        Ok(Client { http, login, patience })
    }

    /// The answer, or why there is none.
    pub(super) async fn send(&self, request: &Request<'_>) -> Result<Answer, String> {
        let mut is_repeated = false;
        for wait in WAITS {
            let mut wait = wait;
            match self.once(request, is_repeated).await {
                Ok((answer, after)) if is_busy(answer.status) => {
                    wait = after.map_or(wait, |after| after.clamp(wait, LONGEST_WAIT));
                }
                Ok((answer, _)) => return Ok(answer),
                Err(_) => is_repeated = true,
            }
            tokio::time::sleep(wait).await;
        }
        self.once(request, is_repeated).await.map(|(answer, _)| answer)
    }

    /// One attempt: the answer, and how long the server wants us to wait.
    async fn once(&self, request: &Request<'_>, is_repeated: bool) -> Result<(Answer, Option<Duration>), String> {
        let method = Method::from_bytes(request.method.as_bytes()).expect("our methods are tokens");
        let mut builder = self.http.request(method, request.url.clone()).body(request.body.to_vec());
        for (name, value) in &request.headers {
            builder = builder.header(*name, value);
        }
        if let Some(login) = &self.login {
            builder = builder.basic_auth(&login.user, Some(&login.password));
        }
        let on_the_way = Duration::from_secs(request.body.len() as u64 / SLOW_LINE);
        let mut response = self.heard(self.patience + on_the_way, builder.send()).await?;
        let header = |name| response.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let after = header(RETRY_AFTER).and_then(|seconds| seconds.parse().ok()).map(Duration::from_secs);
        let (status, e_tag) = (response.status().as_u16(), header(ETAG));
        let mut body = Vec::new();
        while let Some(chunk) = self.heard(self.patience, response.chunk()).await? {
            body.extend_from_slice(&chunk);
        }
        Ok((Answer { status, e_tag, body, is_repeated }, after))
    }

    /// What the server says, if it says anything within that time.
    async fn heard<T>(
        &self,
        within: Duration,
        said: impl Future<Output = Result<T, reqwest::Error>>,
    ) -> Result<T, String> {
        match tokio::time::timeout(within, said).await {
            Ok(said) => said.map_err(|error| words(&error)),
            Err(_) => Err(format!("no answer for {} seconds", within.as_secs())),
        }
    }
}

/// Whether the same request may be answered well in a moment; 408 is a server that got it too slowly.
fn is_busy(status: u16) -> bool {
    matches!(status, 408 | 423 | 429 | 500 | 502 | 503 | 504)
}
