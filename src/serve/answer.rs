//! From bytes to a response: types, tags, parts.

use axum::body::Body;
use axum::http::header::{self, HeaderMap, HeaderValue};
use axum::http::{Method, StatusCode};
use axum::response::Response;

use super::range::{Part, part};

/// What is sent, before it is known how much of it.
pub(super) struct Content<'a> {
    pub(super) status: StatusCode,
    pub(super) media_type: &'a str,
    pub(super) bytes: Vec<u8>,
}

/// The response to a request for this content.
pub(super) fn content(method: &Method, asked: &HeaderMap, content: Content) -> Response {
    let Content { status, media_type, mut bytes } = content;
    let tag = format!("\"{}\"", &blake3::hash(&bytes).to_hex()[..32]);
    let mut response = Response::new(Body::empty());
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, text(media_type));
    headers.insert(header::ETAG, text(&tag));
    if status != StatusCode::OK {
        *response.status_mut() = status;
        *response.body_mut() = bytes.into();
        return response;
    }
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    if is_known(asked, &tag) {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        return response;
    }
    let length = bytes.len();
    match asked_part(method, asked, &tag, length) {
        Part::Whole => {}
        Part::Bytes(range) => {
            let (first, last) = (range.start, range.end - 1);
            headers.insert(header::CONTENT_RANGE, text(&format!("bytes {first}-{last}/{length}")));
            bytes = bytes.drain(range).collect();
            *response.status_mut() = StatusCode::PARTIAL_CONTENT;
        }
        Part::Outside => {
            headers.insert(header::CONTENT_RANGE, text(&format!("bytes */{length}")));
            bytes = Vec::new();
            *response.status_mut() = StatusCode::RANGE_NOT_SATISFIABLE;
        }
    }
    // To a HEAD request, the server below sends the length and not the bytes.
    *response.body_mut() = bytes.into();
    response
}

/// A short text, such as the reason of a refusal.
pub(super) fn plain(status: StatusCode, words: &str) -> Response {
    let mut response = Response::new(Body::from(format!("{words}\n")));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    response
}

/// A value for a header; one that cannot stand there is a mistake of ours and left empty.
pub(super) fn text(value: &str) -> HeaderValue {
    HeaderValue::from_str(value).unwrap_or(HeaderValue::from_static(""))
}

/// Whether the browser has these bytes already.
fn is_known(asked: &HeaderMap, tag: &str) -> bool {
    let tags = asked.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    tags.flat_map(|tags| tags.split(','))
        .map(str::trim)
        .any(|known| known == "*" || known.trim_start_matches("W/") == tag)
}

fn asked_part(method: &Method, asked: &HeaderMap, tag: &str, length: usize) -> Part {
    let same = asked.get(header::IF_RANGE).is_none_or(|known| known == tag);
    match asked.get(header::RANGE).map(HeaderValue::to_str) {
        Some(Ok(range)) if same && method == Method::GET => part(range, length),
        Some(_) | None => Part::Whole,
    }
}
