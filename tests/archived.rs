//! Captures as PDF, WARC and WACZ: what their readers saw is found in them, and nothing else.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

#[path = "support/archived.rs"]
mod archived;

use std::io::Write as _;
use std::path::PathBuf;
use std::process::Command;

use archived::{gzip, page, pdf, pdf_with_font, record, response, wacz};
use proptest::prelude::*;
use recoupe::capture::{CaptureText, Level, Miss, text_of};

const URL: &str = "https://example.org/ferry";
const HTML: &str = "<h1>Ferry</h1><p>At least 8 passengers were hurt, the harbour office said.</p>";

fn read(bytes: &[u8], media: &str) -> Result<CaptureText, String> {
    text_of(bytes, media, Some(URL)).map_err(|unreadable| format!("{}; {}", unreadable.why, unreadable.help))
}

fn text(bytes: &[u8], media: &str) -> CaptureText {
    read(bytes, media).unwrap()
}

/// A quotation stands in a capture, and another that differs in a word does not.
fn assert_compared(capture: &CaptureText) {
    let found = capture.find("At least 8 passengers were hurt");
    assert!(found.is_ok(), "{found:?} in {:?}", capture.text());
    assert_eq!(capture.find("At least 9 passengers were hurt"), Err(Miss::NotFound));
    assert_eq!(capture.find("8 passengers were hurt"), Err(Miss::LosesQualifier("At least".to_lowercase())));
}

#[test]
fn a_quotation_stands_in_a_pdf_across_lines() {
    let content =
        b"BT /F1 12 Tf 14 TL 72 700 Td (At least 8 pas) Tj (sengers) Tj T* (were hurt, the harbour office said.) Tj
        0 -30 Td (\xab L\x92acc\xe8s \xbb) Tj ET";
    let capture = text(&pdf(&[content]), "application/pdf");
    assert_compared(&capture);
    assert_eq!(capture.text(), "At least 8 passengers\nwere hurt, the harbour office said.\n\n« L’accès »");
    assert_eq!(capture.extractor(), "hayro-syntax 0.9, painted text 1");
}

#[test]
fn pages_and_pieces_of_a_line_are_put_together_as_they_are_seen() {
    let pieces =
        b"BT /F1 10 Tf 72 700 Td [(eva) -20 (cu) 10 (ated) -400 (now)] TJ ET BT /F1 10 Tf 300 700 Td (beside) Tj ET";
    let raised = b"BT /F1 10 Tf 72 700 Td (le 1) Tj 6 Tf 5 Ts (er) Tj ET";
    let capture = text(&pdf(&[pieces, b"BT /F1 10 Tf 72 700 Td (second) Tj ET", raised]), "application/pdf");
    // Two columns are not one sentence.
    assert_eq!(capture.text(), "evacuated now | beside\n\nsecond\n\nle 1er");
    assert_eq!(capture.find("now beside"), Err(Miss::NotFound));
    assert_eq!(capture.find("evacuated now").map(|found| found.level), Ok(Level::Exact));
}

#[test]
fn what_a_pdf_does_not_show_or_explain_verifies_nothing() {
    let unseen = b"BT /F1 12 Tf 72 700 Td 3 Tr (hidden) Tj 0 Tr (seen) Tj 2000 0 Td (outside) Tj ET";
    assert_eq!(text(&pdf(&[unseen]), "application/pdf").text(), "seen");
    let picture = read(&pdf(&[b"BT /F1 12 Tf 3 Tr 72 700 Td (read by a machine) Tj ET"]), "application/pdf");
    assert!(picture.unwrap_err().starts_with("this PDF shows no text: its pages are pictures"));
    let unnamed = "<< /Type /Font /Subtype /Type1 /BaseFont /X /FirstChar 97 /Widths [500 500 500] \
        /Encoding << /Differences [97 /a /g23 /fi] >> >>";
    let capture = text(&pdf_with_font(&[b"BT /F1 12 Tf 72 700 Td (abc) Tj ET"], unnamed), "application/pdf");
    assert_eq!(capture.text(), "a\u{fffd}ﬁ");
    let unknown =
        text(&pdf(&[b"BT /F1 12 Tf 72 700 Td (did) Tj /F2 12 Tf (not) Tj /F1 12 Tf (go) Tj ET"]), "application/pdf");
    assert_eq!(unknown.text().chars().filter(|c| *c == '\u{fffd}').count(), 3);
    let wide = "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [<< /Subtype /CIDFontType2 >>] >>";
    assert!(read(&pdf_with_font(&[b"BT /F1 12 Tf 72 700 Td <00410042> Tj ET"], wide), "application/pdf").is_err());
}

#[test]
fn a_hyphen_that_belongs_to_a_word_stays() {
    let lines = |lines: &str| format!("BT /F1 12 Tf 14 TL 72 700 Td {} ET", lines.replace('|', " Tj T* ") + " Tj");
    let capture = |content: &str| text(&pdf(&[lines(content).as_bytes()]), "application/pdf");
    let divided = capture("(They were evacu-)|(ated. The evacuated left.)");
    assert_eq!(divided.find("They were evacuated").map(|found| found.level), Ok(Level::Typographic));
    let unsure = capture("(They re-)|(cover.)");
    assert_eq!(unsure.find("They recover"), Err(Miss::NotFound));
    // A painted soft hyphen is a hyphen that is seen.
    let painted = capture("(a non\\255violent march)");
    assert_eq!(painted.find("a nonviolent march"), Err(Miss::NotFound));
    assert!(painted.find("a non-violent march").is_ok());
}

#[test]
fn a_quotation_stands_in_the_page_of_a_warc() {
    let info = record("warcinfo", "", "application/warc-fields", b"software: test\r\n");
    let other = page("https://example.org/other", "<p>At least 9 passengers were hurt</p>");
    let ours = page("http://example.org/ferry/", HTML);
    let plain = [&info[..], &other, &ours].concat();
    let capture = text(&plain, "application/warc");
    assert_compared(&capture);
    assert_eq!(capture.extractor(), "warc 1, html5ever 0.39, visible text 1");
    // Each record is a member of its own, as archivers write them.
    let packed = [gzip(&info), gzip(&other), gzip(&ours)].concat();
    assert_compared(&text(&packed, "application/warc"));
    assert_compared(&text(&packed, "application/warc+gzip"));
    let body = b"2b\r\n<p>At least 8 passengers were hurt, the har\r\n12\r\nbour office said.\n\r\n0\r\n\r\n";
    let chunked = response(URL, "HTTP/1.1 200 OK\ntransfer-encoding: chunked\nContent-Type: text/html", body);
    assert_compared(&text(&chunked, "application/warc"));
    let packed =
        response(URL, "HTTP/1.1 200 OK\nContent-Encoding: gzip\nContent-Type: text/html", &gzip(HTML.as_bytes()));
    assert_compared(&text(&packed, "application/warc"));
    let file = pdf(&[b"BT /F1 12 Tf 72 700 Td (At least 8 passengers were hurt) Tj ET"]);
    assert_compared(&text(&record("resource", URL, "application/pdf", &file), "application/warc"));
}

#[test]
fn the_page_of_a_warc_is_never_guessed() {
    let refused = |records: &[Vec<u8>]| read(&records.concat(), "application/warc").unwrap_err();
    let same = page(URL, HTML);
    assert_compared(&text(&[same.clone(), same.clone()].concat(), "application/warc"));
    let conversion = record("conversion", URL, "text/plain", b"At least 9 passengers were hurt");
    assert_compared(&text(&[conversion, same.clone()].concat(), "application/warc"));
    for (records, why) in [
        (vec![same.clone(), page(URL, "<p>Other</p>")], "the archive holds 2 different pages of"),
        (
            vec![page("https://example.org/other", HTML)],
            "the archive has no page of `https://example.org/ferry`; it holds `https://example.org/other`",
        ),
        (vec![], "the archive has no page of `https://example.org/ferry`; it holds no page at all"),
        (
            vec![response(URL, "HTTP/1.1 404 Not Found\nContent-Type: text/html", HTML.as_bytes())],
            "in the archive `https://example.org/ferry` answers with status 404",
        ),
        (
            vec![response(URL, "HTTP/1.1 301 Moved\nLocation: https://example.org/new", b"")],
            "in the archive `https://example.org/ferry` leads on to `https://example.org/new`",
        ),
        (
            vec![response(URL, "HTTP/1.1 200 OK\nContent-Type: text/html; charset=windows-1252", HTML.as_bytes())],
            "the capture is said to be in `windows-1252`",
        ),
        (
            vec![response(URL, "HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Encoding: br", HTML.as_bytes())],
            "what the archive holds of the page is packed as `br`",
        ),
        (vec![response(URL, "HTTP/1.1 200 OK\nContent-Type: image/png", b"x")], "this build cannot read `image/png`"),
    ] {
        let found = refused(&records);
        assert!(found.starts_with(why), "{found}");
    }
    let unnamed = text_of(&same, "application/warc", None).unwrap_err();
    assert!(unnamed.why.contains("the document has no `url`"), "{unnamed:?}");
}

#[test]
fn a_quotation_stands_in_the_page_of_a_wacz() {
    let archive = gzip(&page(URL, HTML));
    let other = gzip(&page("https://example.org/other", "<p>Other</p>"));
    let files: [(&str, &[u8]); 3] =
        [("datapackage.json", b"{}"), ("archive/data.warc.gz", &archive), ("archive/more.warc.gz", &other)];
    let capture = text(&wacz(&files), "application/wacz");
    assert_compared(&capture);
    assert_eq!(capture.extractor(), "wacz 1, html5ever 0.39, visible text 1");
    assert_compared(&text(&wacz(&files), "application/wacz+zip"));
    assert!(read(&wacz(&files[1..]), "application/wacz").unwrap_err().contains("`datapackage.json`"));
    assert!(read(&wacz(&files[..1]), "application/wacz").unwrap_err().contains("no WARC file"));
}

#[test]
fn what_unpacks_without_end_is_refused() {
    let zeros = gzip(&vec![0; 300 << 20]);
    let found = read(&zeros, "application/warc").unwrap_err();
    assert!(found.starts_with("the capture unpacks to more than 256 MiB"), "{found}");
    // Arrays in arrays, states that are saved and never restored, and dictionaries without end.
    let deep = [&b"BT /F1 12 Tf 72 700 Td "[..], &b"[".repeat(200_000), b" TJ (x) Tj ET"].concat();
    let _ = read(&pdf(&[&deep]), "application/pdf");
    let _ = read(&b"q ".repeat(1_000_000), "application/pdf");
    let mut nested = b"%PDF-1.4\n1 0 obj\n".to_vec();
    nested.extend(b"<< /A ".repeat(200_000));
    let _ = read(&nested, "application/pdf");
}

/// A page with what makes PDF hard: a face of its own, ligatures, kerning, lines, two pages and a table.
const PRINTED: &str = "<!doctype html><meta charset=utf-8><title>Ferry</title><h1>Le bac s’échoue</h1>\
    <p style='width:9cm;text-align:justify'>At least 8 passengers were hurt on Saturday, the harbour office said. \
    The office’s first efficient fix was to flood the shore with light; «\u{a0}personne n’a coulé\u{a0}», dit-elle.</p>\
    <p style='page-break-before:always'>On the next page the crew was sober.</p><table><tr><td>eight</td><td>nine</td></table>";

#[test]
fn a_pdf_that_chromium_printed_is_read() {
    let named = std::env::var_os("CHROMIUM").filter(|path| !path.is_empty()).map(PathBuf::from);
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut known =
        std::env::split_paths(&path).flat_map(|dir| ["chromium", "chromium-browser"].map(|name| dir.join(name)));
    let Some(chromium) = named.or_else(|| known.find(|program| program.is_file())) else {
        assert!(std::env::var_os("CI").is_none(), "no PDF of a browser was read: there is no Chromium");
        // Straight to the terminal: what a passing test prints is kept back.
        writeln!(std::io::stderr(), "LEFT OUT: no PDF of a browser was read: there is no Chromium").unwrap();
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let (source, printed) = (folder.path().join("page.html"), folder.path().join("page.pdf"));
    std::fs::write(&source, PRINTED).unwrap();
    let mut command = Command::new(chromium);
    command.args(["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]);
    command.arg(format!("--user-data-dir={}", folder.path().join("profile").display()));
    let output = command.arg(format!("--print-to-pdf={}", printed.display())).arg(&source).output().unwrap();
    assert!(printed.is_file(), "{}", String::from_utf8_lossy(&output.stderr));
    let capture = text(&std::fs::read(printed).unwrap(), "application/pdf");
    assert_compared(&capture);
    for quotation in [
        "the harbour office said. The office’s first efficient fix was to flood the shore with light",
        "«\u{a0}personne n’a coulé\u{a0}», dit-elle.",
        "On the next page the crew was sober.",
        "Le bac s’échoue",
    ] {
        assert!(capture.find(quotation).is_ok(), "{quotation} in {:?}", capture.text());
    }
    for quotation in ["personne a coulé", "the crew was not sober", "first fix"] {
        assert!(capture.find(quotation).is_err(), "{quotation}");
    }
    assert_eq!(capture.paragraphs(&[]).len(), 4, "{:?}", capture.text());
}

/// Files that are whole, to be broken.
fn files() -> Vec<(Vec<u8>, &'static str)> {
    let archive = [
        gzip(&page(URL, HTML)),
        gzip(&response(URL, "HTTP/1.1 200 OK\ntransfer-encoding: chunked", b"3\r\nabc\r\n0\r\n\r\n")),
    ]
    .concat();
    let map = "<< /Type /Font /Subtype /TrueType /BaseFont /X /FirstChar 32 /Widths [250 300 9999999999 -1] /Encoding << /BaseEncoding \
        /MacRomanEncoding /Differences [65 /eacute /f_i 300 /x] >> /FontDescriptor << /Flags 32 /MissingWidth 600 >> >>";
    let content = b"q 1 0 0 1 5 5 cm BT /F1 12 Tf 14 TL 1 Tw 2 Tc 90 Tz 72 700 Td (At least) Tj T* [(a) -400 (b)] TJ 1 2 (c) \" ET Q";
    vec![
        (pdf(&[content, content]), "application/pdf"),
        (pdf_with_font(&[content], map), "application/pdf"),
        ([page(URL, HTML), record("resource", URL, "text/plain", b"x")].concat(), "application/warc"),
        (wacz(&[("datapackage.json", b"{}"), ("archive/a.warc.gz", &archive)]), "application/wacz"),
        (archive, "application/warc+gzip"),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn broken_files_are_read_without_panic(
        which in 0_usize..5, end in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
    ) {
        let (mut bytes, media) = files().swap_remove(which);
        for (at, byte) in &changes {
            let at = at.index(bytes.len());
            bytes[at] = *byte;
        }
        let _ = read(&bytes, media);
        bytes.truncate(end.index(bytes.len()));
        if let Ok(capture) = read(&bytes, media) {
            let _ = capture.find("At least 8 passengers");
        }
    }

    #[test]
    fn any_bytes_are_read_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), which in 0_usize..4) {
        let (media, mark) = [
            ("application/pdf", &b"%PDF-1.4\n"[..]),
            ("application/warc", b"WARC/1.0\r\n"),
            ("application/warc", b"\x1f\x8b\x08\0"),
            ("application/wacz", b"PK\x03\x04"),
        ][which];
        let _ = read(&[mark, &bytes].concat(), media);
    }
}
