//! A folder of a WebDAV server.
//!
//! A file is sent under another name and moved, so that no reader meets half a file. Servers that follow RFC 4918 to
//! the letter remove the old file before they move the new one to its place, and answer 404 for that moment. The folder
//! is never listed. Whether the server honours conditions is tried once, with files of our own.

mod client;
mod conditions;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use futures_util::{StreamExt as _, TryStreamExt as _};
use reqwest::Url;
use tokio::runtime::Runtime;
use tokio::sync::{Mutex, OnceCell};

use crate::emit::OutPath;
use crate::publish::{Notice, PublishError, WebDavFolder};

use super::lease;
use super::network::runtime;
use super::store::{Condition, Object, PART, Put, Store, Version};
use client::{Answer, Client, Request};
use conditions::Conditions;

/// How many requests are under way at the same time; each holds one file in memory.
const REQUESTS: usize = 8;
/// Where user and password come from.
const SECRETS: &str =
    "`RECOUPE_WEBDAV_USER` and `RECOUPE_WEBDAV_PASSWORD`, or a line for the host in `~/.netrc`, hold user and password";

/// A folder of a WebDAV server.
pub(in crate::publish) struct WebDav {
    client: Client,
    runtime: Runtime,
    base: Url,
    place: String,
    scratch: PathBuf,
    conditions: OnceCell<Conditions>,
    /// Folders that are there, each with its `/`; the site's own is the empty one.
    folders: Mutex<BTreeSet<String>>,
}

impl WebDav {
    pub(in crate::publish) fn new(folder: &WebDavFolder, scratch: &Path) -> Result<WebDav, PublishError> {
        let base = address(folder)?;
        let place = base.as_str().trim_end_matches('/').to_owned();
        let failed = |words| PublishError::Remote { place: place.clone(), doing: "connect", words };
        let runtime = runtime().map_err(|error| failed(error.to_string()))?;
        let client = Client::new(folder.login.clone(), folder.patience).map_err(failed)?;
        let (conditions, folders) = (OnceCell::new(), Mutex::default());
        Ok(WebDav { client, runtime, base, place, scratch: scratch.to_owned(), conditions, folders })
    }

    /// The address of a file, or of a folder with its `/`.
    fn url(&self, path: &str) -> Url {
        let mut url = self.base.clone();
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.pop_if_empty().extend(path.split('/'));
        }
        url
    }

    async fn send(&self, doing: &'static str, request: Request<'_>) -> Result<Answer, PublishError> {
        let mut answer = self.client.send(&request).await;
        // Apache says so for a moment while another file takes the name.
        if request.method == "GET" && answer.as_ref().is_ok_and(|answer| answer.status == 403) {
            answer = self.client.send(&request).await;
        }
        let answer = answer.map_err(|words| PublishError::Remote { place: self.place.clone(), doing, words })?;
        match answer.status {
            401 | 403 => Err(PublishError::Denied {
                place: self.place.clone(),
                words: format!("{} {} was answered with {}", request.method, request.url, answer.status),
                secrets: SECRETS,
            }),
            _ => Ok(answer),
        }
    }

    /// What a server that would not do it answered.
    fn refusal(&self, doing: &'static str, what: &str, answer: &Answer) -> PublishError {
        let reason = match answer.status {
            301..=308 => ": the folder has another address",
            404 | 409 => ": the folder above it is missing",
            405 => ": there is no WebDAV at this address",
            413 => ": the file is too large",
            507 => ": there is no space left",
            _ => "",
        };
        let words = format!("{what} was answered with {}{reason}", answer.status);
        PublishError::Remote { place: self.place.clone(), doing, words }
    }

    async fn read(&self, path: &str) -> Result<Option<Object>, PublishError> {
        let request = Request { method: "GET", url: self.url(path), headers: Vec::new(), body: &[] };
        let answer = self.send("read", request).await?;
        match answer.status {
            200 => {
                let version = Version { e_tag: answer.e_tag, version: None };
                Ok(Some(Object { bytes: answer.body, version: Some(version) }))
            }
            404 | 410 => Ok(None),
            _ => Err(self.refusal("read", path, &answer)),
        }
    }

    async fn write(&self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        let request = Request { method: "PUT", url: self.url(path), headers: Vec::new(), body: bytes };
        let answer = self.send("send", request).await?;
        if answer.is_done() { Ok(()) } else { Err(self.refusal("send", path, &answer)) }
    }

    /// Gives a file another name, in place of what has that name unless `condition` says otherwise.
    async fn rename(&self, from: &str, to: &str, condition: Option<Guard>) -> Result<Answer, PublishError> {
        let to = self.url(to);
        let mut headers = vec![("Destination", to.to_string())];
        headers.push(("Overwrite", if matches!(condition, Some(Guard::Free)) { "F" } else { "T" }.to_owned()));
        if let Some(Guard::Tag(e_tag)) = condition {
            // `If-Match` would speak of the file that is moved, and not of the one that it replaces.
            headers.push(("If", format!("<{}> ([{e_tag}])", to.path())));
        }
        self.send("send", Request { method: "MOVE", url: self.url(from), headers, body: &[] }).await
    }

    async fn remove(&self, path: &str) -> Result<(), PublishError> {
        let request = Request { method: "DELETE", url: self.url(path), headers: Vec::new(), body: &[] };
        let answer = self.send("remove", request).await?;
        if answer.is_done() || matches!(answer.status, 404 | 410) {
            return Ok(());
        }
        Err(self.refusal("remove", path, &answer))
    }

    /// Makes the folders of a file, where they are missing.
    async fn make_folders(&self, path: &str) -> Result<(), PublishError> {
        let mut known = self.folders.lock().await;
        let ends = path.match_indices('/').map(|(end, _)| &path[..=end]);
        for folder in [""].into_iter().chain(ends) {
            if known.contains(folder) {
                continue;
            }
            let request = Request { method: "MKCOL", url: self.url(folder), headers: Vec::new(), body: &[] };
            let answer = self.send("make a folder", request).await?;
            // 405 is the answer where one is already.
            if !answer.is_done() && answer.status != 405 {
                return Err(self.refusal("make a folder", folder, &answer));
            }
            known.insert(folder.to_owned());
        }
        Ok(())
    }

    async fn put(&self, put: &Put<'_>) -> Result<(), PublishError> {
        let (path, bytes) = (put.path.as_str(), put.bytes()?);
        self.make_folders(path).await?;
        let part = format!("{path}{PART}");
        self.write(&part, &bytes).await?;
        let mut answer = self.rename(&part, path, None).await?;
        if answer.status == 404 && answer.is_repeated {
            // The answer was lost on the way: it has been moved already, or was never there.
            self.write(&part, &bytes).await?;
            answer = self.rename(&part, path, None).await?;
        }
        if answer.is_done() { Ok(()) } else { Err(self.refusal("send", path, &answer)) }
    }

    async fn put_on(&self, path: &str, bytes: &[u8], condition: Condition<'_>) -> Result<Option<Object>, PublishError> {
        self.make_folders(path).await?;
        // Two publishers must not write to one unfinished file.
        let publisher = lease::identity(&self.scratch)?;
        let conditions = self.conditions.get_or_try_init(|| Conditions::find(self, &publisher)).await?;
        let guard = conditions.guard(condition);
        if guard.is_none() {
            let there = self.read(path).await?;
            let is_met = match condition {
                Condition::Absent => there.is_none(),
                Condition::Is(object) => there.is_some_and(|there| there.bytes == object.bytes),
            };
            if !is_met {
                return Ok(None);
            }
        }
        let part = format!("{path}{PART}{publisher}");
        self.write(&part, bytes).await?;
        let answer = self.rename(&part, path, guard).await?;
        match answer.status {
            412 => {
                self.remove(&part).await?;
                Ok(None)
            }
            // The first answer was lost on the way; whoever asks looks at what is there.
            404 if answer.is_repeated => Ok(None),
            // What is there now has a name of its own, which no answer tells.
            _ if answer.is_done() => Ok(self.read(path).await?.filter(|there| there.bytes == bytes)),
            _ => Err(self.refusal("send", path, &answer)),
        }
    }
}

/// What must be so for a file to take a name.
enum Guard {
    /// Nothing has it.
    Free,
    /// This version has it, in the words of the server.
    Tag(String),
}

impl Store for WebDav {
    fn place(&self) -> &str {
        &self.place
    }

    fn keeps_headers(&self) -> bool {
        false
    }

    fn notice(&self) -> Option<Notice> {
        let is_bound = self.conditions.get().is_none_or(Conditions::are_honoured);
        (!is_bound).then(|| Notice::NoConditions(self.place.clone()))
    }

    fn get(&self, path: &OutPath) -> Result<Option<Object>, PublishError> {
        self.runtime.block_on(self.read(path.as_str()))
    }

    fn put_all(&self, files: &[Put<'_>]) -> Result<(), PublishError> {
        let puts = futures_util::stream::iter(files).map(|put| self.put(put));
        self.runtime.block_on(puts.buffer_unordered(REQUESTS).try_collect())
    }

    fn put_if(&self, path: &OutPath, bytes: &[u8], condition: Condition<'_>) -> Result<Option<Object>, PublishError> {
        self.runtime.block_on(self.put_on(path.as_str(), bytes, condition))
    }

    /// Folders stay: to remove one would remove all that is in it, whoever put it there.
    fn delete_all(&self, paths: &[&OutPath]) -> Result<(), PublishError> {
        let names: Vec<String> = paths.iter().flat_map(|path| [path.to_string(), format!("{path}{PART}")]).collect();
        let ends = futures_util::stream::iter(&names).map(|path| self.remove(path));
        self.runtime.block_on(ends.buffer_unordered(REQUESTS).try_collect())
    }
}

/// The address, if it can be used and tells nobody a password.
fn address(folder: &WebDavFolder) -> Result<Url, PublishError> {
    let refused = |place: &str, why, help| PublishError::Address { place: place.to_owned(), why, help };
    let shown = folder.url.rsplit('@').next().unwrap_or_default();
    let full = "write it in full, as `https://dav.example.org/site/`";
    let url = Url::parse(&folder.url).map_err(|_| refused(shown, "this is no address", full))?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(refused(shown, "WebDAV begins with `https://`", full));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(refused(shown, "its address holds a user or a password", SECRETS));
    }
    let is_here = ["127.0.0.1", "localhost", "[::1]"].contains(&url.host_str().unwrap_or_default());
    if url.scheme() == "http" && !is_here && folder.login.is_some() {
        return Err(refused(shown, "anybody on the way could read the password", "use `https://`"));
    }
    Ok(url)
}
