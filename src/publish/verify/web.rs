//! A site on the web, asked for every file that its manifest names, as a reader would.

use std::time::Duration;

use futures_util::StreamExt as _;
use reqwest::{Client, StatusCode, Url, header, redirect};

use crate::emit::{MANIFEST, Manifest, OutPath, Sum};
use crate::publish::{PublishError, SIGNATURE, Signed};
use crate::site::HostFile;

use super::{Asking, Verified};

/// How many requests are under way at the same time; each holds one file in memory.
const REQUESTS: usize = 8;
/// How long to wait before an address that gave no answer, or an answer that may pass, is asked again.
const WAITS: [Duration; 2] = [Duration::from_millis(500), Duration::from_secs(2)];
/// How many addresses of the same host may lead to the next before one has the file.
const REDIRECTS: usize = 5;
/// No manifest is longer; nothing else is read whose length is not known before.
const LONGEST_MANIFEST: u64 = 256 << 20;
/// How long the signature may be on its way after its manifest.
const SETTLING: Duration = Duration::from_secs(3);

/// Compares the site at an address with the manifest that it hands out.
///
/// Bytes are taken as they come: what a host compresses, rewrites or adds on the way is a change.
///
/// # Errors
///
/// There is no address, no manifest, or no answer.
pub fn verify_url(url: &str, asking: &Asking) -> Result<Verified, PublishError> {
    let site = Site::new(url, asking)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(|error| site.failure("anything", error.to_string()))?.block_on(site.verify(asking))
}

/// What became of a question.
enum Answer {
    /// The file, or as much of it as proves that it is too long.
    Bytes(Vec<u8>),
    /// There is none.
    Missing,
    /// Nobody knows; in words.
    None(String),
}

struct Site {
    client: Client,
    root: Url,
}

impl Site {
    fn new(url: &str, asking: &Asking) -> Result<Site, PublishError> {
        // Somebody else in this process may have chosen one already, which does as well.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let no_address = |why: String| PublishError::NoAddress { why };
        let mut root = Url::parse(url).map_err(|error| no_address(error.to_string()))?;
        root.set_query(None);
        root.set_fragment(None);
        let folder = root.path().trim_end_matches(MANIFEST).trim_end_matches("index.html").trim_end_matches('/');
        root.set_path(&format!("{folder}/"));
        // A file of another host is not this site's, whatever its bytes are.
        let same_host = redirect::Policy::custom(|attempt| {
            let first = attempt.previous().first();
            match first.is_some_and(|first| first.origin() == attempt.url().origin()) {
                true if attempt.previous().len() <= REDIRECTS => attempt.follow(),
                _ => attempt.stop(),
            }
        });
        let client = Client::builder()
            .user_agent(concat!("recoupe/", env!("CARGO_PKG_VERSION")))
            .redirect(same_host)
            .timeout(asking.deadline)
            .pool_max_idle_per_host(REQUESTS)
            .build()
            .map_err(|error| no_address(words(&error)))?;
        Ok(Site { client, root })
    }

    async fn verify(&self, asking: &Asking<'_>) -> Result<Verified, PublishError> {
        let (mut bytes, mut signed) = self.manifest(asking).await?;
        if matches!(signed, Signed::Altered { .. }) {
            // Where files are replaced one by one, a signature comes a moment after its manifest.
            tokio::time::sleep(SETTLING).await;
            (bytes, signed) = self.manifest(asking).await?;
        }
        let mut verified = Verified { signed, ..Verified::default() };
        if !verified.signed.suffices(asking.key) {
            return Ok(verified);
        }
        let manifest =
            Manifest::from_json(&bytes).map_err(|why| PublishError::UnknownRecord { place: self.shown(), why })?;
        let questions = manifest.files.iter().map(|(path, sum)| {
            let answer = self.ask(path.as_str(), sum.bytes);
            async move { (path, sum, answer.await) }
        });
        let mut answers = futures_util::stream::iter(questions).buffer_unordered(REQUESTS);
        let mut done = 0;
        while let Some((path, sum, answer)) = answers.next().await {
            verified.add(path, sum, answer);
            done += 1;
            (asking.progress)(done, manifest.files.len());
        }
        drop(answers);
        verified.missing.sort();
        verified.changed.sort();
        verified.unasked.sort();
        verified.withheld.sort();
        if !verified.is_whole() {
            let now = self.ask(MANIFEST, LONGEST_MANIFEST).await;
            verified.moved = matches!(now, Answer::Bytes(now) if now != bytes);
        }
        Ok(verified)
    }

    /// The manifest as it is now, and who vouches for it.
    async fn manifest(&self, asking: &Asking<'_>) -> Result<(Vec<u8>, Signed), PublishError> {
        let bytes = match self.ask(MANIFEST, LONGEST_MANIFEST).await {
            Answer::Bytes(bytes) => bytes,
            Answer::Missing => return Err(PublishError::NoManifest(self.shown())),
            Answer::None(words) => return Err(self.failure("the manifest", words)),
        };
        let signature = match self.ask(SIGNATURE, 4096).await {
            Answer::Bytes(bytes) => Some(bytes),
            Answer::Missing => None,
            // Without a key nobody asked for one.
            Answer::None(_) if asking.key.is_none() => None,
            Answer::None(words) => return Err(self.failure("the signature", words)),
        };
        let signed = Signed::of(&bytes, signature.as_deref(), asking.key);
        Ok((bytes, signed))
    }

    /// The file at a path, of which no more than `bytes` and one are read.
    async fn ask(&self, path: &str, bytes: u64) -> Answer {
        let url = self.url(path);
        for wait in WAITS {
            match self.once(&url, bytes).await {
                Ok(answer) => return answer,
                Err(_) => tokio::time::sleep(wait).await,
            }
        }
        self.once(&url, bytes).await.unwrap_or_else(Answer::None)
    }

    /// One answer; an error may pass.
    async fn once(&self, url: &Url, bytes: u64) -> Result<Answer, String> {
        let request = self.client.get(url.clone()).header(header::ACCEPT_ENCODING, "identity");
        let mut response = request.send().await.map_err(|error| words(&error))?;
        match response.status() {
            StatusCode::OK => (),
            StatusCode::NOT_FOUND | StatusCode::GONE => return Ok(Answer::Missing),
            status if status.is_redirection() => {
                let to = response.headers().get(header::LOCATION).and_then(|to| to.to_str().ok());
                return Ok(Answer::None(format!("it leads away, to {}", to.unwrap_or("nowhere"))));
            }
            status if status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS => {
                return Err(status.to_string());
            }
            status => return Ok(Answer::None(status.to_string())),
        }
        let mut all = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(|error| words(&error))? {
            all.extend_from_slice(&chunk);
            if all.len() as u64 > bytes {
                break;
            }
        }
        Ok(Answer::Bytes(all))
    }

    fn url(&self, path: &str) -> Url {
        let mut url = self.root.clone();
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.pop_if_empty().extend(path.split('/'));
        }
        url
    }

    fn failure(&self, what: &'static str, words: String) -> PublishError {
        PublishError::Unanswered { place: self.shown(), what, words }
    }

    /// The address without any password.
    fn shown(&self) -> String {
        let mut root = self.root.clone();
        // Addresses that cannot have one have none.
        let _ = root.set_password(None);
        root.to_string()
    }
}

impl Verified {
    fn add(&mut self, path: &OutPath, sum: &Sum, answer: Answer) {
        match answer {
            Answer::Bytes(bytes) if Sum::of(&bytes) == *sum => self.good += 1,
            Answer::Bytes(_) => self.changed.push(path.clone()),
            _ if HostFile::of(path.as_str()).is_some() => self.withheld.push(path.clone()),
            Answer::Missing => self.missing.push(path.clone()),
            Answer::None(words) => self.unasked.push((path.clone(), words)),
        }
    }
}

/// An error for people: its cause tells more than itself, which repeats the address.
pub(crate) fn words(error: &reqwest::Error) -> String {
    if error.is_timeout() {
        return "no answer in time".to_owned();
    }
    let mut cause: &dyn std::error::Error = error;
    while let Some(deeper) = cause.source() {
        cause = deeper;
    }
    cause.to_string()
}
