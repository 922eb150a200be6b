use std::collections::BTreeMap;

use super::*;

#[derive(Default)]
struct Page {
    lang: &'static str,
    counts: BTreeMap<String, (usize, usize)>,
}

impl Context for Page {
    fn lang(&self) -> &str {
        self.lang
    }

    fn link(&self, id: &str) -> Option<Link> {
        let (label, lang) = match id {
            "osdh" => ("l'OSDH", None),
            "joubass" => ("جوباس", Some("ar".to_owned())),
            "temoin" => ("un témoin", None),
            _ => return None,
        };
        let href = (id != "temoin").then(|| format!("/{id}/?a=1&b=2"));
        Some(Link { href, label: label.to_owned(), lang })
    }

    fn cite(&mut self, id: &str) -> Option<Citation> {
        if id.starts_with("no-") {
            return None;
        }
        let next = self.counts.len() + 1;
        let (number, occurrence) = self.counts.entry(id.to_owned()).or_insert((next, 0));
        *occurrence += 1;
        let href = format!("#ref-{number}");
        Some(Citation { number: *number, occurrence: *occurrence, href, label: format!("AFP \"{id}\"") })
    }
}

fn render(body: &str, lang: &'static str) -> String {
    let mut out = String::new();
    html(body, &mut Page { lang, ..Page::default() }, &mut out);
    out
}

fn fr(body: &str) -> String {
    render(body, "fr").replace('\u{202f}', "_").replace('\u{a0}', "~")
}

fn short(text: &str) -> String {
    let mut out = String::new();
    inline(text, &mut Page { lang: "fr", ..Page::default() }, &mut out);
    out.replace('\u{202f}', "_").replace('\u{a0}', "~")
}

#[test]
fn paragraphs_get_french_punctuation_but_code_does_not() {
    assert_eq!(
        fr("« Qui ? » *l'armée* : `l'armée ?` : 40 000 !"),
        "<p>«~Qui_?~» <em>l’armée</em>~: <code>l'armée ?</code>~: 40_000_!</p>\n"
    );
    assert_eq!(fr("```sh\nl'x ?\n```"), "<pre tabindex=\"0\"><code class=\"language-sh\">l'x ?\n</code></pre>\n");
    assert_eq!(render("l'armée ?", "en"), "<p>l’armée ?</p>\n");
}

#[test]
fn links_to_records() {
    assert_eq!(fr("[[osdh]] dit"), "<p><a href=\"/osdh/?a=1&amp;b=2\">l’OSDH</a> dit</p>\n");
    assert_eq!(fr("[[osdh|l'*ONG*]] ?"), "<p><a href=\"/osdh/?a=1&amp;b=2\">l’<em>ONG</em></a>_?</p>\n");
    assert_eq!(fr("[[joubass]]"), "<p><a href=\"/joubass/?a=1&amp;b=2\"><bdi lang=\"ar\">جوباس</bdi></a></p>\n");
    assert_eq!(fr("[[rien]] [[rien|tout]]"), "<p>rien tout</p>\n");
    assert_eq!(fr("[[osdh|]]"), fr("[[osdh]]"));
    assert!(fr("d'[[rien]]").contains("d’rien"));
}

#[test]
fn citations_are_numbered() {
    let one = "<a id=\"cite-1-1\" href=\"#ref-1\" aria-label=\"Référence 1~: AFP &quot;a&quot;\">1</a>";
    assert_eq!(fr("Huit [@a]."), format!("<p>Huit_<sup class=\"cite\">{one}</sup>.</p>\n"));
    let two = one.replace("cite-1-1", "cite-2-1").replace("ref-1", "ref-2").replace("Référence 1", "Référence 2");
    let two = two.replace("quot;a", "quot;b").replace(">1<", ">2<");
    let again = one.replace("cite-1-1", "cite-1-2");
    assert_eq!(
        fr("Huit[@a, p. 3; @b] : [@a]"),
        format!("<p>Huit<sup class=\"cite\">{one}, p.~3, {two}</sup>~:_<sup class=\"cite\">{again}</sup></p>\n")
    );
    assert_eq!(fr("[@no-one]"), "<p><sup class=\"cite\"><span class=\"missing\">@no-one</span></sup></p>\n");
    assert_eq!(fr("[@a][@b]"), format!("<p><sup class=\"cite\">{one}, {two}</sup></p>\n"));
    assert_eq!(fr("[@a] [@b]"), fr("[@a][@b]"));
    assert!(render("Eight [@a].", "en").starts_with("<p>Eight<sup"));
    assert_eq!(fr("[*sic*][@a]"), format!("<p>[<em>sic</em>]<sup class=\"cite\">{one}</sup></p>\n"));
    assert_eq!(fr("![@a]"), format!("<p>!<sup class=\"cite\">{one}</sup></p>\n"));
}

#[test]
fn headings_begin_at_two_and_have_ids() {
    assert_eq!(
        fr("# A\n\n## L'école\n\n### [[osdh]] et `b` [@a]\n\n## A\n"),
        "<h2 id=\"s-a\">A</h2>\n<h2 id=\"s-l-ecole\">L’école</h2>\n<h3 id=\"s-osdh-et-b\">\
         <a href=\"/osdh/?a=1&amp;b=2\">l’OSDH</a> et <code>b</code>_<sup class=\"cite\"><a id=\"cite-1-1\" \
         href=\"#ref-1\" aria-label=\"Référence 1~: AFP &quot;a&quot;\">1</a></sup></h3>\n<h2 id=\"s-a-2\">A</h2>\n"
    );
}

#[test]
fn tables_scroll_and_name_their_columns() {
    assert_eq!(
        fr("|   | b |\n|---|--:|\n| [[osdh\\|ONG]] | 8 |\n"),
        "<section class=\"scroll\" aria-label=\"Tableau 1\" tabindex=\"0\"><table>\n\
         <thead><tr><td></td><th scope=\"col\" class=\"right\">b</th></tr></thead>\n<tbody>\n\
         <tr><td><a href=\"/osdh/?a=1&amp;b=2\">ONG</a></td><td class=\"right\">8</td></tr>\n\
         </tbody></table></section>\n"
    );
}

#[test]
fn footnotes_lead_there_and_back() {
    let body = "Un[^b], deux[^a] et encore[^b].\n\n[^a]: Note *a*.\n[^b]: Note b[^c].\n[^c]: Note c.\n[^d]: Jamais.\n";
    let out = fr(body);
    for n in 1..=3 {
        assert!(out.contains(&format!("<li id=\"fn-{n}\">")), "{out}");
        assert!(out.contains(&format!("id=\"fnref-{n}-1\" href=\"#fn-{n}\"")), "{out}");
        assert!(out.contains(&format!("href=\"#fnref-{n}-1\" role=\"doc-backlink\"")), "{out}");
    }
    assert!(out.contains("href=\"#fnref-1-2\"") && out.contains("Retour au texte~2</a></p></li>"), "{out}");
    assert!(!out.contains("Jamais"), "{out}");
    let first = out.find("Note b").expect("the first note marked");
    assert!(first < out.find("Note <em>a</em>").expect("the second"), "{out}");
}

#[test]
fn markup_of_authors_is_text() {
    assert_eq!(
        fr("<b>x</b> & <!-- y -->\n\n<script>\nz\n</script>\n"),
        "<p>&lt;b&gt;x&lt;/b&gt; &amp; &lt;!-- y --&gt;</p>\n<p>&lt;script&gt;\nz\n&lt;/script&gt;\n</p>\n"
    );
    assert_eq!(fr("[a](javascript:x) ![b](data:x) <javascript:y>"), "<p>a b javascript:y</p>\n");
    assert_eq!(
        fr("[a](https://x/?a&b \"t\\\"\") [b](/c) <d@e.f>"),
        "<p><a href=\"https://x/?a&amp;b\" rel=\"noopener\" title=\"t&quot;\">a</a> <a href=\"/c\">b</a> \
         <a href=\"mailto:d@e.f\">d@e.f</a></p>\n"
    );
    assert_eq!(fr("![l'*école*](/a.png)"), "<p><img src=\"/a.png\" alt=\"l’école\" loading=\"lazy\"></p>\n");
}

#[test]
fn links_do_not_nest() {
    assert_eq!(fr("[[osdh|[a](/b)]]").matches("<a ").count(), 1);
    let nested = fr("[[osdh|x ![b [[joubass]]](/c)]]");
    assert!(nested.matches("<a ").count() <= 2, "{nested}");
}

#[test]
fn short_texts_have_no_blocks() {
    assert_eq!(short("1. *un* [[osdh]] ?"), "1. <em>un</em> <a href=\"/osdh/?a=1&amp;b=2\">l’OSDH</a>_?");
    assert_eq!(short("# a\n\n- b"), "# a  - b");
    assert_eq!(short("  _a_ `b` ![c](/d)"), "<em>a</em> <code>b</code> c");
    assert_eq!(short("<script>"), "&lt;script&gt;");
    assert_eq!(short("2019-12-24"), "2019-12-24");
    assert_eq!(short(""), "");
    assert!(short("x [@a]").contains("cite-1-1"));
}

#[test]
fn what_has_no_page_is_named_without_a_link() {
    assert_eq!(fr("Selon [[temoin]] et [[temoin|lui]]."), "<p>Selon un témoin et lui.</p>\n");
}
