//! What a browser is answered, and what it is refused.

use super::site::Preview;

#[test]
fn a_page_is_sent_with_the_script_and_a_file_as_it_is() {
    let preview = Preview::start();
    let home = preview.get("/");
    assert_eq!((home.status, home.header("content-type")), (200, Some("text/html; charset=utf-8")));
    assert!(home.body.starts_with("<html><body><h1>Home</h1><script src=\"/_recoupe/preview.js\""), "{}", home.body);
    assert!(home.body.ends_with("</script>\n</body></html>"), "{}", home.body);
    assert_eq!(preview.get("/static/main.css?v=1").body, "h1 { color: red }");

    let missing = preview.get("/missing/");
    assert_eq!(missing.status, 404);
    assert!(missing.body.contains("Nothing here") && missing.body.contains("preview.js"), "{}", missing.body);
    let redirect = preview.get("/old/");
    assert_eq!((redirect.status, redirect.header("location")), (302, Some("/n%c3%a9/")));
    assert_eq!(preview.get("/panic").status, 500);
    assert_eq!(preview.get("/").status, 200, "the server survives a page that fails");
}

#[test]
fn the_previews_own_files_are_there() {
    let preview = Preview::start();
    let desk = preview.get("/_recoupe/").body;
    assert!(desk.contains("Nothing to mend") && desk.contains("<title>A &lt;desk&gt; · recoupe</title>"), "{desk}");
    assert!(desk.contains("preview.js"), "it follows the files as well");
    assert_eq!(preview.get("/_recoupe/preview.js").header("content-type"), Some("text/javascript; charset=utf-8"));
    assert_eq!(preview.get("/_recoupe/preview.css").header("content-type"), Some("text/css; charset=utf-8"));
    assert_eq!(preview.get("/_recoupe/other").status, 404);
}

#[test]
fn other_hosts_and_methods_are_refused() {
    let preview = Preview::start();
    let port = preview.address.port();
    for (request, status) in [
        (format!("GET / HTTP/1.1\nHost: 127.0.0.1:{port}\nConnection: close\n\n"), 200),
        ("GET / HTTP/1.1\nHost: evil.example\nConnection: close\n\n".to_owned(), 421),
        (format!("GET / HTTP/1.1\nHost: localhost.evil.example:{port}\nConnection: close\n\n"), 421),
        ("GET /_recoupe/events HTTP/1.1\nHost: evil.example\nConnection: close\n\n".to_owned(), 421),
        ("GET / HTTP/1.1\nHost: localhost\nHost: evil.example\nConnection: close\n\n".to_owned(), 400),
        ("GET / HTTP/1.1\nConnection: close\n\n".to_owned(), 400),
        ("POST / HTTP/1.1\nHost: localhost\nContent-Length: 0\nConnection: close\n\n".to_owned(), 405),
        ("DELETE / HTTP/1.1\nHost: localhost\nConnection: close\n\n".to_owned(), 405),
    ] {
        let answer = preview.ask(&request);
        assert_eq!(answer.status, status, "{request}");
        assert_eq!(answer.body.contains("Home"), status == 200);
        assert_eq!(answer.header("cross-origin-resource-policy"), Some("same-origin"));
    }
}

#[test]
fn no_path_leaves_the_site() {
    let preview = Preview::start();
    preview.write("secret.html", "secret");
    for path in [
        "/../secret.html",
        "/static/../../secret.html",
        "/%2e%2e/secret.html",
        "/..%2fsecret.html",
        "/static/..%5c..%5csecret.html",
        "/%00",
        "//secret.html",
        "/%ff",
    ] {
        let answer = preview.get(path);
        assert_eq!(answer.status, 400, "{path}");
        assert!(!answer.body.contains("secret"));
    }
}

#[test]
fn a_tag_spares_what_the_browser_has() {
    let preview = Preview::start();
    let first = preview.get("/static/main.css");
    let tag = first.header("etag").unwrap();
    let again = preview.get_with("/static/main.css", &format!("If-None-Match: \"other\", W/{tag}\n"));
    assert_eq!((again.status, again.body.as_str(), again.header("etag")), (304, "", Some(tag)));
    assert_eq!(preview.get_with("/static/main.css", "If-None-Match: \"other\"\n").status, 200);
    preview.write("content/static/main.css", "h1 { color: blue }");
    assert_eq!(preview.get_with("/static/main.css", &format!("If-None-Match: {tag}\n")).body, "h1 { color: blue }");
}

#[test]
fn a_part_is_sent_if_a_part_is_asked_for() {
    let preview = Preview::start();
    let part = preview.get_with("/digits", "Range: bytes=2-4\n");
    assert_eq!((part.status, part.body.as_str(), part.header("content-range")), (206, "234", Some("bytes 2-4/10")));
    let outside = preview.get_with("/digits", "Range: bytes=10-\n");
    assert_eq!((outside.status, outside.body.as_str(), outside.header("content-range")), (416, "", Some("bytes */10")));
    assert_eq!(preview.get_with("/digits", "Range: bytes=0-1,4-5\n").body, "0123456789");
    assert_eq!(preview.get_with("/digits", "Range: bytes=2-4\nIf-Range: \"other\"\n").body, "0123456789");
}

#[test]
fn a_head_request_gets_the_headers_of_a_get() {
    let preview = Preview::start();
    let head = preview.ask("HEAD /digits HTTP/1.1\nHost: localhost\nConnection: close\nRange: bytes=2-4\n\n");
    assert_eq!((head.status, head.body.as_str(), head.header("content-length")), (200, "", Some("10")));
}
