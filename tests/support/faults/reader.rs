//! What a reader finds who begins at the front page and follows every link.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Token, TokenSink, TokenSinkResult, Tokenizer};

/// A site by its paths.
pub type Files = BTreeMap<String, Vec<u8>>;

/// What a page names and a reader does not find: page and address.
pub fn dead_ends(site: &Files) -> Vec<(String, String)> {
    let (mut seen, mut left) = (BTreeSet::from(["index.html".to_owned()]), vec!["index.html".to_owned()]);
    let mut dead = Vec::new();
    while let Some(path) = left.pop() {
        let Some(bytes) = site.get(&path) else { continue };
        let text = String::from_utf8_lossy(bytes);
        let named = match path.rsplit('.').next() {
            Some("html") => named_by_page(&text),
            Some("css") => named_by_style(&text),
            _ => Vec::new(),
        };
        for address in named.iter().filter_map(|address| local(address, &path)) {
            if !site.contains_key(&address) {
                dead.push((path.clone(), address));
            } else if seen.insert(address.clone()) {
                left.push(address);
            }
        }
    }
    dead
}

/// The file behind an address on this site; none if it leads elsewhere.
fn local(address: &str, from: &str) -> Option<String> {
    let address = address.split(['#', '?']).next().unwrap_or_default();
    let scheme = address.split('/').next().unwrap_or_default();
    if address.is_empty() || scheme.contains(':') || address.starts_with("//") {
        return None;
    }
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let path = match address.strip_prefix('/') {
        Some(path) => path.to_owned(),
        None => format!("{folder}/{address}"),
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    let path = parts.join("/");
    let is_folder = address.ends_with('/') || path.is_empty();
    Some(if is_folder { format!("{path}/index.html").trim_start_matches('/').to_owned() } else { path })
}

fn named_by_page(html: &str) -> Vec<String> {
    let tokenizer = Tokenizer::new(Named::default(), Default::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    // Scripts are not run.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.take()
}

#[derive(Default)]
struct Named(RefCell<Vec<String>>);

impl TokenSink for Named {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        if let Token::TagToken(tag) = token {
            for attribute in &tag.attrs {
                let value = attribute.value.to_string();
                match &*attribute.name.local {
                    "href" | "src" | "poster" => self.0.borrow_mut().push(value),
                    "srcset" => {
                        let images = value.split(',').filter_map(|image| image.split_whitespace().next());
                        self.0.borrow_mut().extend(images.map(str::to_owned));
                    }
                    _ => {}
                }
            }
        }
        TokenSinkResult::Continue
    }
}

fn named_by_style(css: &str) -> Vec<String> {
    let ends = css.split("url(").skip(1).filter_map(|rest| rest.split_once(')'));
    ends.map(|(url, _)| url.trim_matches(['"', '\'', ' ']).to_owned()).collect()
}
