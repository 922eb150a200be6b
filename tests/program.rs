//! Templates run as programs print what Tera prints.

mod support;

use std::collections::BTreeMap;
use std::path::Path;

use recoupe::check::Checked;
use recoupe::judge::{self, JudgeOptions};
use recoupe::render::{Engine, Language, theme};
use recoupe::resolve::Drafts;
use recoupe::view::{self, Body, Frame, Html, Link, NotFoundPage, Page, Rows, ViewContext, Words};

#[path = "support/sample.rs"]
mod sample;
use sample::Sample;

fn words() -> BTreeMap<&'static str, Words> {
    theme::strings().map(|(lang, source)| (lang, Words::new(lang, source).expect("words"))).collect()
}

/// Both ways to print a page; none for that without Tera, where it takes Tera.
fn both(engine: &Engine, page: &Page) -> (Option<String>, Result<String, String>) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    let mut out = Vec::new();
    let program = engine.render_as_program(page, &mut out).then(|| text(&out));
    let tera = engine.render_with_tera(page, &mut out).map(|()| text(&out)).map_err(|error| error.to_string());
    (program, tera)
}

fn assert_same(name: &str, engine: &Engine, page: &Page) {
    let (program, tera) = both(engine, page);
    let (program, tera) = (program.unwrap_or_else(|| panic!("{name} takes Tera")), tera.expect("it renders"));
    let differs = program.lines().zip(tera.lines()).find(|(one, two)| one != two);
    assert!(program == tera, "{name}: {differs:?}, {} and {} bytes", program.len(), tera.len());
}

#[test]
fn every_page_of_the_real_site_is_the_same() {
    let options = JudgeOptions {
        as_of: support::as_of(),
        drafts: Drafts::LeftOut,
        captures: Default::default(),
        base_url: None,
        published: None,
    };
    let site = judge::folder(Path::new(env!("CARGO_MANIFEST_DIR")), &options).expect("the folder can be read");
    let checked: Checked = site.judged.into_checked().expect("the content has no errors");
    let words = words();
    let context = ViewContext::new(&checked, |lang| &words[lang.as_str()]);
    let languages = context.languages().map(|(site, words)| Language { site, words });
    let engine = Engine::new(theme::templates(), languages).expect("the templates can be read");
    let rows = Rows::new(&context, |lang, row| engine.row(lang, row).expect("a row can be rendered"));
    let routes = context.map().routes();
    assert!(routes.len() > 700, "{}", routes.len());
    for route in routes {
        let page = view::page(&context, &rows, &route).expect("every route has its page");
        assert_same(&format!("{route:?}"), &engine, &page);
    }
}

#[test]
fn every_kind_of_page_is_the_same_whatever_it_shows() {
    let words = words();
    for salt in ["", "\"'><script>alert(1)</script>&amp;\0é"] {
        for lang in ["fr", "en"] {
            let sample = Sample { lang, salt };
            let site = sample.site(&words[lang]);
            let languages = [Language { site: &site, words: &words[lang] }];
            let engine = Engine::new(theme::templates(), languages).expect("the templates can be read");
            let rows: Vec<Html> = (0..12).map(|at| engine.row(lang, &sample.row(at)).expect("a row")).collect();
            for (name, page) in sample.pages(&rows) {
                assert_same(name, &engine, &page);
            }
        }
    }
}

/// A page of a small template: `not_found` has a title and four links, of which the second leads nowhere.
fn small(template: &str) -> (Option<String>, Result<String, String>) {
    let words = words();
    let site = Sample { lang: "en", salt: "" }.site(&words["en"]);
    let languages = [Language { site: &site, words: &words["en"] }];
    let link = |at: usize| match at {
        1 => Link::unlinked("b"),
        _ => Link::to(["<a>", "", "c", "d & \"e\""][at], format!("/{at}/")),
    };
    let body = NotFoundPage { title: "Not 'found'".into(), links: (0..4).map(link).collect(), ..Default::default() };
    let theme: Vec<(&str, &str)> = theme::templates().collect();
    let parts = [("404.html", template), ("parts/inner.html", "({{ not_found.title }})")];
    let engine = Engine::new(theme.into_iter().chain(parts), languages);
    let engine = engine.unwrap_or_else(|error| panic!("{template}: {error}"));
    let frame = Frame { lang: "en".to_owned(), ..Frame::default() };
    both(&engine, &Page { frame, structured: Vec::new(), body: Body::NotFound(body) })
}

#[test]
fn the_part_of_the_language_that_is_written_here_is_the_same() {
    let templates = [
        "a {{ not_found.title }} b",
        " a {{- not_found.title -}} b {%- if true -%} c {% endif -%}\n d",
        "a {#- one -#} b {# two #} c {%- if false %}{# three -#} d{% endif %}",
        "{{ not_found.title | safe }}{{ \"<\" }}{{ '\"' | safe }}",
        "{% for link in not_found.links %}{{ loop.index }}{{ loop.index0 }}{{ loop.first }}{{ loop.last }}{{ loop.length }} {% endfor %}",
        "{% for link in not_found.links %}{% for other in not_found.links %}{{ loop.index }}{{ link.text }}{{ other.text }}{% endfor %}{{ loop.index }}{% endfor %}",
        "{% for n in range(end=3) %}{{ n }}{% else %}none{% endfor %}{% for n in range(end=0) %}{{ n }}{% else %}none{% endfor %}",
        "{% for link in not_found.links %}{% if link.href %}{{ link.href }}{% elif loop.last %}last{% else %}{{ link.text }}{% endif %}{% endfor %}",
        "{% set leading = [link for link in not_found.links if link.href] %}{{ leading | length }}{% for link in leading %}{{ link.text }}{% endfor %}",
        "{% set texts = [link.text for link in not_found.links] %}{{ texts | join(sep=\" < \") }}",
        "{{ page.title }}.{{ true }}{{ false and true }}",
        "{{ page.title or not_found.title }}{{ page.title or \"\" }}{{ page.canonical or page.title or 3 }}",
        "{% if page.title and not_found.title %}a{% endif %}{% if not page.title and not_found.title %}b{% endif %}",
        "{% if not not_found.title == \"x\" %}a{% endif %}{% if not_found.title != \"Not 'found'\" %}b{% else %}c{% endif %}",
        "{% if page.title == page.canonical %}a{% endif %}{% if page.title == not_found.nothing %}b{% endif %}",
        "{% if not_found.nothing %}a{% else %}b{% endif %}{% if not_found.nothing or true %}c{% endif %}",
        "{% for n in range(end=12) %}{% if n % 5 == 0 and n != 5 %}{{ n ~ \"/\" ~ n }}{% endif %}{% if n >= 10 or n < 2 %}.{% endif %}{% endfor %}",
        "{% if (true or false) and not false %}a{% endif %}{{ 7 % 4 }}{{ not_found.links | length > 3 }}",
        "{% include \"parts/inner.html\" %}{% for link in not_found.links %}{% include \"parts/inner.html\" %}{% endfor %}",
        "{% for link in not_found.links %}{{ <ui.link link={link} /> }}{% endfor %}{{ <ui.links links={not_found.links} /> }}",
        "{% extends \"base.html\" %}{# a comment #} {% block main %}<h1>{{ not_found.title }}</h1>{% endblock main %}\n",
        "{% extends \"base.html\" %}{% block main %}{% set here = not_found.title %}{% if here %}{{ here }}{% endif %}{% endblock %}",
        "{% block one %}a{% block two %}{{ not_found.title }}{% endblock two %}{% endblock one %}{{ t.home }}{{ site.title }}",
        "{% component own.part(text: string, @t) %}{{ text }} {{ t.home }}{% endcomponent %}{{ <own.part text=\"x\" /> }}{{ <own.part text={not_found.title} /> }}",
    ];
    for template in templates {
        let (program, tera) = small(template);
        assert_eq!(program.ok_or("it takes Tera".to_owned()), tera, "{template}");
    }
}

#[test]
fn what_only_tera_knows_and_what_is_wrong_is_left_to_it() {
    let templates = [
        ("{{ not_found.title | upper }}", true),
        ("{{ 1.5 }}{{ 3 - 5 }}", true),
        ("{{ not_found.links[0].text }}", true),
        ("{{ not_found }}", true),
        ("{% set_global a = 1 %}{{ a }}", true),
        ("{% for link in not_found.links %}{% set a = link.text %}{{ a }}{% endfor %}", true),
        ("{{ \"a\" if not_found.title else \"b\" }}", true),
        ("{% raw %}{{ a }}{% endraw %}", true),
        ("{% for key, value in not_found %}{{ key }}{% endfor %}", true),
        ("{% extends \"base.html\" %}{% block main %}{{ super() }}{% endblock %}", true),
        ("{% set page = 1 %}{{ page }}", true),
        // A component that wants a map and gets a list.
        ("{{ <ui.link link={not_found.links} /> }}", false),
        ("{{ not_found.nothing }}", false),
        ("{{ nothing }}", false),
        ("{% if not_found.nothing.more %}a{% endif %}", false),
        ("{% for link in not_found.title.x %}a{% endfor %}", false),
    ];
    for (template, is_right) in templates {
        let (program, tera) = small(template);
        assert_eq!(program, None, "{template}");
        assert_eq!(tera.is_ok(), is_right, "{template}: {tera:?}");
    }
}
