//! Bodies: what they mention, what is wrong with them, how they look.

use proptest::prelude::*;
use recoupe::markdown::{
    self, Citation, Context, Link, Mention, MentionKind, ProblemKind, inline_mentions, inline_problems, mentions,
    plain, plain_with, problems, prose,
};

struct Page(usize);

impl Context for Page {
    fn lang(&self) -> &str {
        "fr"
    }

    fn link(&self, id: &str) -> Option<Link> {
        id.len().is_multiple_of(2).then(|| Link { href: Some(format!("/{id}")), label: id.to_owned(), lang: None })
    }

    fn cite(&mut self, id: &str) -> Option<Citation> {
        self.0 += 1;
        (!id.len().is_multiple_of(3)).then(|| Citation {
            number: 1,
            occurrence: self.0,
            href: "#ref-1".into(),
            label: id.into(),
        })
    }
}

fn html(body: &str) -> String {
    let mut out = String::new();
    markdown::html(body, &mut Page(0), &mut out);
    out
}

fn inline(text: &str) -> String {
    let mut out = String::new();
    markdown::inline(text, &mut Page(0), &mut out);
    out
}

#[test]
fn mentions_stand_where_their_ids_do() {
    let body = "[[osdh]] et [[ bilan |le *bilan*]], `[[non]]` [@afp] \\[@non]\n\n| a |\n|---|\n| [[x\\|y]] [@b, p. 3; @c] |\n\n\
                > [@d,\n> p. 4][^1] [e][@f]\n\n[^1]: [@g][@h]\n\n    [@code]\n\n## [[i]]\n";
    let found: Vec<_> = mentions(body)
        .into_iter()
        .map(|Mention { range, kind }| match kind {
            MentionKind::Link { id, text } => {
                assert_eq!(&body[range], id);
                (id, text)
            }
            MentionKind::Cite { id, locator } => {
                assert_eq!(&body[range], id);
                (id, locator)
            }
        })
        .collect();
    assert_eq!(
        found,
        [
            ("osdh", None),
            ("bilan", Some("le *bilan*")),
            ("afp", None),
            ("x", Some("y")),
            ("b", Some("p. 3")),
            ("c", None),
            ("d", Some("p. 4")),
            ("f", None),
            ("g", None),
            ("h", None),
            ("code", None),
            ("i", None),
        ],
        "indented text goes on with the footnote"
    );
}

#[test]
fn short_texts_mention_too() {
    let text = "  Selon\n[[osdh]], [@afp, §2]";
    let found = inline_mentions(text);
    let ids: Vec<_> = found.iter().map(|mention| (&text[mention.range.clone()], mention.id())).collect();
    assert_eq!(ids, [("osdh", "osdh"), ("afp", "afp")]);
    let text = " a <b> ";
    assert_eq!(&text[inline_problems(text)[0].range.clone()], "<b>");
}

#[test]
fn problems_are_found_where_they_are() {
    use ProblemKind::*;
    for (body, expected) in [
        ("a <b>c</b>", vec![(RawHtml, "<b>"), (RawHtml, "</b>")]),
        ("a <!-- c -->", vec![(RawHtml, "<!-- c -->")]),
        ("<div>\nx\n</div>\n\ny", vec![(RawHtml, "<div>\nx\n</div>")]),
        ("[a](javascript:x)", vec![(UnsafeAddress, "javascript:x")]),
        ("![a](data:x)", vec![(UnsafeAddress, "data:x")]),
        ("![a](mailto:x@y)", vec![(UnsafeAddress, "mailto:x@y")]),
        ("<vbscript:x>", vec![(UnsafeAddress, "vbscript:x")]),
        ("[a]\n\n[a]: //evil", vec![(UnsafeAddress, "[a]")]),
        ("[a](page.html)", vec![(UnsafeAddress, "page.html")]),
        ("[a]()", vec![(UnsafeAddress, "[a]()")]),
        ("a[^1] b", vec![(MissingFootnote, "[^1]")]),
        ("a\n\n[^1]: b *c*", vec![(UnusedFootnote, "[^1]: b *c*")]),
        ("# A", vec![(TopHeading, "# A")]),
        ("A\n===\n", vec![(TopHeading, "A\n===")]),
        ("[@a]: x", vec![(HiddenCitation, "[@a]: x")]),
        ("![[a]]", vec![(Embed, "![[a]]")]),
        ("`<b>` \\[^1] [^1] <https://a.b> <a@b.c> [x](#y) [z](/w) ## a\n\n[^1]: b\n\n```\n<b>[^2]\n```\n", vec![]),
        ("1 < 2 & 3 > 2", vec![]),
    ] {
        let found: Vec<_> = problems(body).into_iter().map(|one| (one.kind, &body[one.range])).collect();
        assert_eq!(found, expected, "{body}");
    }
}

#[test]
fn plain_text_has_words_only() {
    let body = "## Titre\n\nUn *mot* [@a], [[osdh]] et [[b|c]][^1].\nSuite <b>x</b>\n\n- un\n- deux\n  - trois\n\n| a | b |\n|---|---|\n| c | d |\n\n[^1]: Note.\n";
    assert_eq!(plain(body), "Titre\nUn mot, osdh et c. Suite x\nun\ndeux\ntrois\na b\nc d\nNote.");
    assert_eq!(plain_with("[[osdh]]", |id| Some(id.to_uppercase())), "OSDH");
    assert_eq!(plain(""), "");
}

#[test]
fn prose_leaves_out_ids_and_code() {
    let body = "Le 24 [[a-2019]] `12` [@b-13] [[c|quinze]] [d](/14)\n\n    16\n";
    let words: Vec<_> =
        prose(body).into_iter().map(|range| body[range].trim()).filter(|word| !word.is_empty()).collect();
    assert_eq!(words, ["Le 24", "quinze", "d"]);
}

/// Every element that opens closes, in order; every attribute is quoted; ids are unique.
fn well_formed(html: &str) -> Result<(), String> {
    const ALONE: [&str; 3] = ["br", "hr", "img"];
    const KNOWN: &str = " a bdi blockquote br code del div em h2 h3 h4 h5 h6 hr img li ol p pre section span strong sup table tbody td th thead tr ul ";
    let mut open: Vec<&str> = Vec::new();
    let mut ids = std::collections::BTreeSet::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        if rest[..at].contains('>') {
            return Err(format!("a bare > in {:?}", &rest[..at]));
        }
        let end = rest[at..].find('>').ok_or("a tag does not end")? + at;
        let tag = &rest[at + 1..end];
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        if !KNOWN.contains(&format!(" {name} ")) {
            return Err(format!("unknown element {name:?}"));
        }
        if let Some(id) = tag.split(" id=\"").nth(1).and_then(|rest| rest.split('"').next())
            && !ids.insert(id.to_owned())
        {
            return Err(format!("two ids {id}"));
        }
        if tag.starts_with('/') {
            if open.pop() != Some(name) {
                return Err(format!("</{name}> closes something else"));
            }
        } else if !ALONE.contains(&name) {
            if name == "a" && open.contains(&"a") {
                return Err("a link in a link".to_owned());
            }
            open.push(name);
        }
        rest = &rest[end + 1..];
    }
    if open.is_empty() { Ok(()) } else { Err(format!("{open:?} stay open")) }
}

/// Texts that are nearly Markdown, where mistakes hide.
fn nearly_markdown() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "[[",
        "]]",
        "[@",
        "]",
        "[",
        "](",
        ")",
        "(",
        "|",
        "\\|",
        "\\",
        "![",
        "![[",
        "[^1]",
        "[^a]",
        "\n\n[^1]: ",
        "\n[^a]: ",
        "*",
        "**",
        "_",
        "~~",
        "`",
        "```\n",
        "\n",
        "\n\n",
        "\n> ",
        "\n- ",
        "\n1. ",
        "\n    ",
        "# ",
        "## ",
        "\n\n| a | b |\n|---|:-:|\n| ",
        " | ",
        " |\n",
        "<b>",
        "<script>",
        "</p>",
        "<!--",
        "-->",
        "&lt;",
        "&",
        "\"",
        "'",
        ">",
        "<",
        "a-b",
        "osdh",
        "é",
        "ع",
        "@x",
        "; @y",
        ", p. 3",
        "javascript:",
        "https://x",
        "/p",
        " ",
        ":",
        " ?",
        "«",
        "»",
        "\0",
        "\r\n",
        "\t",
        "\u{a0}",
        "===\n",
        "---\n",
    ]);
    prop::collection::vec(part, 0..24).prop_map(|parts| parts.concat())
}

fn any_body() -> impl Strategy<Value = String> {
    prop_oneof![4 => nearly_markdown(), 1 => any::<String>(), 1 => "\\PC*"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn html_is_well_formed(body in any_body()) {
        for out in [html(&body), inline(&body)] {
            prop_assert_eq!(well_formed(&out), Ok(()), "{:?}\n{}", body, out);
            prop_assert!(!out.contains("<script") && !out.contains("href=\"javascript:"));
        }
        let blocks = ["<p", "<h", "<ul", "<ol", "<li", "<pre", "<table", "<div", "<img", "<blockquote"];
        let short = inline(&body);
        prop_assert!(blocks.iter().all(|block| !short.contains(block)), "{:?}\n{}", body, short);
    }

    #[test]
    fn mentions_slice_back_to_their_ids(body in any_body()) {
        for mention in mentions(&body).into_iter().chain(inline_mentions(&body)) {
            prop_assert_eq!(body.get(mention.range.clone()), Some(mention.id()), "{:?}", body);
            let cite = matches!(mention.kind, MentionKind::Cite { .. });
            prop_assert!(!cite || !mention.id().is_empty());
        }
    }

    #[test]
    fn problems_and_prose_lie_in_the_body(body in any_body()) {
        for problem in problems(&body).into_iter().chain(inline_problems(&body)) {
            prop_assert!(body.get(problem.range.clone()).is_some(), "{:?} {:?}", body, problem);
        }
        for range in prose(&body) {
            prop_assert!(body.get(range).is_some());
        }
        plain(&body);
    }

    #[test]
    fn every_mention_is_shown_or_asked_for(ids in prop::collection::vec("[a-z][a-z0-9-]{0,8}[a-z0-9]", 1..5)) {
        let body: String = ids.iter().map(|id| format!("- x [[{id}]] y [@{id}, p. 1]\n")).collect();
        let found: Vec<_> = mentions(&body).iter().map(|mention| mention.id().to_owned()).collect();
        let expected: Vec<_> = ids.iter().flat_map(|id| [id.clone(), id.clone()]).collect();
        prop_assert_eq!(found, expected);
        prop_assert!(problems(&body).is_empty());
    }
}
