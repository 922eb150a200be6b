//! Asking addresses whether there is still something.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use futures_util::StreamExt as _;
use reqwest::{Client, Method, Response, StatusCode, Url, header, redirect};

use super::{Answer, NotAsked};
use crate::publish;

/// How many hosts are asked at the same time, each for one address after the other.
const HOSTS: usize = 16;
/// How many addresses may lead to the next.
const HOPS: usize = 10;
/// After how many addresses in a row that nobody answers a host is left alone.
const PATIENCE: usize = 3;
/// How long a host that is busy is given at most before it is asked once more.
const RESPITE: Duration = Duration::from_secs(5);

/// Asks addresses: at most one question a host at a time, no bodies read, no cookies kept.
#[derive(Clone, Debug)]
pub struct Asker {
    client: Client,
    /// How long one address may take, with everything that it leads to.
    deadline: Duration,
    /// Between two addresses of one host.
    pause: Duration,
}

impl Asker {
    /// One that is in no hurry.
    ///
    /// # Errors
    ///
    /// This machine has nothing to check certificates with.
    pub fn new() -> Result<Self, NotAsked> {
        // Somebody else in this process may have chosen one already, which does as well.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder().redirect(redirect::Policy::none()).pool_max_idle_per_host(1).build();
        let client = client.map_err(|error| NotAsked(format!("cannot ask links: {}", publish::words(&error))))?;
        Ok(Self { client, deadline: Duration::from_secs(20), pause: Duration::from_millis(250) })
    }

    /// The same with another limit for one address.
    #[must_use]
    pub fn within(self, deadline: Duration) -> Self {
        Self { deadline, ..self }
    }

    /// Asks addresses and tells each answer as it comes; `site` is named as the one on whose behalf they are asked.
    ///
    /// # Errors
    ///
    /// The system does not let us wait for answers.
    pub fn ask(&self, site: &str, urls: &BTreeSet<&str>, told: &dyn Fn(&str, Answer)) -> Result<(), NotAsked> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| NotAsked(format!("cannot ask links: {error}")))?;
        // Hosts that mind can find out who asks, and why.
        let agent = format!("recoupe/{} (link check for {site})", env!("CARGO_PKG_VERSION"));
        let mut hosts: BTreeMap<String, Vec<(&str, Url)>> = BTreeMap::new();
        for text in urls {
            match Url::parse(text) {
                Ok(url) => hosts.entry(url.authority().to_owned()).or_default().push((text, url)),
                Err(error) => told(text, Answer::Broken(format!("is no address: {error}"))),
            }
        }
        let hosts = futures_util::stream::iter(hosts.into_values());
        runtime.block_on(hosts.for_each_concurrent(HOSTS, |urls| self.of_host(&agent, urls, told)));
        Ok(())
    }

    async fn of_host(&self, agent: &str, urls: Vec<(&str, Url)>, told: &dyn Fn(&str, Answer)) {
        let mut silent = 0;
        for (number, (text, url)) in urls.into_iter().enumerate() {
            if silent == PATIENCE {
                let words = "was not asked: its host gave no answer three times";
                told(text, Answer::Unclear(words.to_owned()));
                continue;
            }
            if number > 0 {
                tokio::time::sleep(self.pause).await;
            }
            let answer = tokio::time::timeout(self.deadline, self.follow(agent, url)).await;
            let late = |_| Answer::Silent(format!("no answer within {} s", self.deadline.as_secs_f32()));
            let answer = answer.unwrap_or_else(late);
            silent = if matches!(answer, Answer::Silent(_)) { silent + 1 } else { 0 };
            told(text, answer);
        }
    }

    /// What an address answers, or the one that it leads to in the end.
    async fn follow(&self, agent: &str, first: Url) -> Answer {
        let mut url = first.clone();
        // As far as every step on the way is for good.
        let (mut moved, mut for_good) = (None, true);
        for _ in 0..=HOPS {
            let response = match self.polite(agent, &url).await {
                Ok(response) => response,
                Err(error) => return Answer::Silent(publish::words(&error)),
            };
            let status = response.status();
            let Some(next) = leads_to(&url, &response) else {
                let by_way = if url == first { String::new() } else { format!("leads to `{url}`, which ") };
                return answer(status, &by_way, moved);
            };
            if !matches!(next.scheme(), "http" | "https") {
                return Answer::Broken(format!("leads to `{next}`, which is no web address"));
            }
            for_good &= matches!(status, StatusCode::MOVED_PERMANENTLY | StatusCode::PERMANENT_REDIRECT);
            if for_good {
                moved = Some(next.to_string());
            }
            url = next;
        }
        Answer::Broken(format!("leads from one address to the next, more than {HOPS} times"))
    }

    /// The answer to `HEAD`, or to `GET` where there is none, or an error, for some hosts know only that; once more
    /// after a while from a host that is busy. What `GET` brings is not read.
    async fn polite(&self, agent: &str, url: &Url) -> reqwest::Result<Response> {
        match self.once(Method::HEAD, agent, url).await {
            Ok(response) if is_busy(response.status()) => {
                let asked = response.headers().get(header::RETRY_AFTER);
                let asked = asked.and_then(|seconds| seconds.to_str().ok()?.parse().ok()).map(Duration::from_secs);
                tokio::time::sleep(asked.unwrap_or(self.pause).min(RESPITE)).await;
            }
            Ok(response) if !response.status().is_client_error() && !response.status().is_server_error() => {
                return Ok(response);
            }
            Err(error) if error.is_connect() => return Err(error),
            Ok(_) | Err(_) => {}
        }
        self.once(Method::GET, agent, url).await
    }

    async fn once(&self, method: Method, agent: &str, url: &Url) -> reqwest::Result<Response> {
        let request = self.client.request(method, url.clone());
        request.header(header::USER_AGENT, agent).header(header::ACCEPT, "*/*").send().await
    }
}

fn is_busy(status: StatusCode) -> bool {
    matches!(status, StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE)
}

/// The address to which a redirect leads, with the fragment of the one before.
fn leads_to(url: &Url, response: &Response) -> Option<Url> {
    if !matches!(response.status().as_u16(), 301 | 302 | 303 | 307 | 308) {
        return None;
    }
    let to = response.headers().get(header::LOCATION)?.to_str().ok()?;
    let mut next = url.join(to).ok()?;
    if next.fragment().is_none() {
        next.set_fragment(url.fragment());
    }
    Some(next)
}

/// What the last status on the way means.
fn answer(status: StatusCode, by_way: &str, moved: Option<String>) -> Answer {
    let reason = status.canonical_reason().map(|reason| format!(" {reason}")).unwrap_or_default();
    let words = format!("{by_way}answers {}{reason}", status.as_u16());
    match status.as_u16() {
        200..=299 => moved.map_or(Answer::Good, Answer::Moved),
        // What hosts say to programs and to those who ask too often; 999 is LinkedIn's own.
        401 | 402 | 403 | 407 | 429 | 451 | 503 | 999 => Answer::Unclear(format!("{words}, at least to a program")),
        _ => Answer::Broken(words),
    }
}
