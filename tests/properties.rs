//! What holds for every text, whoever wrote it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

mod support;

use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use recoupe::corpus::SourceFile;
use recoupe::diagnostic::{Colour, Diagnostic, FieldPath, Format, Marks, Step, Texts, locate, report};
use recoupe::parse::{self, Content, Parsed, ParsedRecord};
use recoupe::read;
use recoupe::text::front_matter;
use serde_yaml::Value;

const PATHS: [&str; 8] = [
    "content/site.yaml",
    "content/claims/a.md",
    "content/claims/a.en.md",
    "content/sources/a.md",
    "content/documents/a.md",
    "content/events/a.md",
    "content/places/a.md",
    "content/pages/a.md",
];

/// The content of this repository.
static CONTENT: LazyLock<Vec<SourceFile>> = LazyLock::new(|| {
    let content = read::project(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap().content;
    assert!(!content.is_empty());
    content
});

/// A failing input is printed, and kept by whoever mends it as a test of its own.
fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Texts from random characters, and texts that look like fields.
fn texts() -> impl Strategy<Value = String> {
    let any = prop::collection::vec(any::<u8>(), 0..200).prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let signs = "[-:#'\"\\[\\]{},|>&*!%@` \t\r\nabéع🙂~0-9]{0,80}";
    let fields = || prop::collection::vec(field(), 0..12).prop_map(|lines| lines.concat());
    let fenced = |yaml: String| format!("---\n{yaml}\n---\n[[a]] [@b] <b>\n");
    prop_oneof![any, signs, fields(), fields().prop_map(fenced), signs.prop_map(fenced)]
}

/// One line: a key that some record has, and a value that it may or may not take.
fn field() -> impl Strategy<Value = String> {
    let keys = select(vec![
        "title",
        "claim",
        "published",
        "authors",
        "said",
        "by",
        "in",
        "date",
        "figures",
        "measure",
        "value",
        "verdict",
        "evidence",
        "document",
        "stance",
        "origin",
        "name",
        "kind",
        "former",
        "languages",
        "verdicts",
        "label",
        "about",
        "requires",
        "any",
        "point",
        "lat",
        "lon",
        "captures",
        "outline",
        "relations",
        "sum-of",
        "é",
    ]);
    let values = select(vec![
        "",
        "a",
        "[a, b]",
        "{ fr: é, en: a }",
        "{}",
        "[]",
        "~",
        "yes",
        "\"no\"",
        "2019-12",
        "24",
        "-1",
        "1e309",
        ".nan",
        "0x10",
        "|\n  é\n  b",
        ">-\n  a",
        "[{ a: 1 }, 2]",
        "'",
        "\"",
        "*a",
        "&a b",
        "!!str a",
        "@a",
        "\u{feff}",
        "é: à",
        "# é",
        "[[a]]",
        "99999999999999999999",
        "au moins 8",
        "🙂",
    ]);
    let indents = select(vec!["", "", "", "  ", "  - ", "- ", "\t"]);
    (indents, keys, values).prop_map(|(indent, key, value)| format!("{indent}{key}: {value}\n"))
}

fn findings(file: SourceFile) -> (bool, Vec<Diagnostic>) {
    fn of<R>(parsed: Parsed<R>) -> (bool, Vec<Diagnostic>) {
        (parsed.record.is_some(), parsed.findings)
    }
    match parse::file(file).content {
        Content::Misnamed(finding) => (false, vec![finding]),
        Content::Site(parsed) => of(parsed),
        Content::Translation(_, _, _, parsed) => of(parsed),
        Content::Record(_, record) => match record {
            ParsedRecord::Claim(parsed) => of(parsed),
            ParsedRecord::Source(parsed) => of(parsed),
            ParsedRecord::Document(parsed) => of(parsed),
            ParsedRecord::Event(parsed) => of(parsed),
            ParsedRecord::Place(parsed) => of(parsed),
            ParsedRecord::Page(parsed) => of(parsed),
        },
    }
}

/// Every place lies in its file, and every form of the report can be written.
fn assert_shown(findings: &[Diagnostic], texts: &Texts<'_>) {
    for finding in findings {
        for place in std::iter::once(&finding.place).chain(finding.related.iter().map(|(place, _)| place)) {
            let text = texts.get(&*place.file).copied().unwrap_or_default();
            let located = locate(place, text);
            assert!(text.get(located.range.clone()).is_some(), "{place:?} leads to {located:?} of {}", text.len());
            assert!(located.line <= text.split('\n').count());
            let line = text.split('\n').nth(located.line - 1).unwrap();
            assert!(located.column <= line.chars().count() + 1, "{located:?} in {line:?}");
        }
    }
    for format in [Format::Human, Format::Json, Format::Sarif, Format::Github, Format::Gitlab] {
        assert_eq!(
            report(findings, texts, format, Colour::Never).is_empty(),
            findings.is_empty() && !matches!(format, Format::Sarif | Format::Gitlab)
        );
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn any_text_is_read_without_panic_and_every_place_lies_in_it(path in select(&PATHS[..]), text in texts()) {
        let (is_read, findings) = findings(SourceFile { path: path.into(), text: text.as_str().into() });
        prop_assert!(is_read || !findings.is_empty(), "a record is left out in silence");
        assert_shown(&findings, &Texts::from([(path, text.as_str())]));
    }
}

/// What happens to a text under tired hands.
#[derive(Clone, Debug)]
enum Slip {
    DeleteLine(Index),
    DoubleLine(Index),
    SwapLines(Index),
    DeleteCharacter(Index),
    Insert(Index, &'static str),
    Cut(Index),
}

fn slips() -> impl Strategy<Value = Slip> {
    let signs = select(vec![
        "\"",
        "'",
        ":",
        ": ",
        "- ",
        "\t",
        " ",
        "\n",
        "#",
        "[",
        "]",
        "{",
        "}",
        "[[",
        "]]",
        "[@",
        "<b>",
        "&",
        "*",
        "|",
        "é",
        "---\n",
        "\u{feff}",
        "\r",
        "\u{2028}",
        "2019-12-24",
        "mardi 24 décembre 2019",
        "javascript:",
        "![[",
        "[^1]",
    ]);
    prop_oneof![
        any::<Index>().prop_map(Slip::DeleteLine),
        any::<Index>().prop_map(Slip::DoubleLine),
        any::<Index>().prop_map(Slip::SwapLines),
        any::<Index>().prop_map(Slip::DeleteCharacter),
        (any::<Index>(), signs).prop_map(|(at, sign)| Slip::Insert(at, sign)),
        any::<Index>().prop_map(Slip::Cut),
    ]
}

fn slipped(text: &str, slip: &Slip) -> String {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    let boundary = |at: &Index| text.floor_char_boundary(at.index(text.len() + 1));
    match slip {
        _ if lines.is_empty() => {}
        Slip::DeleteLine(at) => drop(lines.remove(at.index(lines.len()))),
        Slip::DoubleLine(at) => {
            let at = at.index(lines.len());
            lines.insert(at, lines[at]);
        }
        Slip::SwapLines(at) => {
            let at = at.index(lines.len());
            lines.swap(at, 0);
        }
        Slip::DeleteCharacter(at) => {
            let (before, after) = text.split_at(boundary(at));
            return after.chars().next().map_or(before.to_owned(), |c| format!("{before}{}", &after[c.len_utf8()..]));
        }
        Slip::Insert(at, sign) => {
            let (before, after) = text.split_at(boundary(at));
            return format!("{before}{sign}{after}");
        }
        Slip::Cut(at) => return text[..boundary(at)].to_owned(),
    }
    lines.concat()
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn the_whole_content_with_a_few_slips_is_judged_without_panic(
        slips in prop::collection::vec((any::<Index>(), slips()), 1..6),
    ) {
        let mut files: Vec<(String, String)> =
            CONTENT.iter().map(|file| (file.path.to_string(), file.text.to_string())).collect();
        for (file, slip) in &slips {
            let (_, text) = &mut files[file.index(CONTENT.len())];
            *text = slipped(text, slip);
        }
        let judged = support::judge_texts(files);
        assert_shown(&judged.findings, &judged.corpus.texts());
    }
}

#[test]
fn both_readers_of_yaml_see_the_same_keys_and_values_in_every_file() {
    for file in CONTENT.iter() {
        let yaml = match front_matter(&file.text) {
            Ok(parts) => &file.text[parts.yaml],
            Err(_) => &*file.text,
        };
        assert_same(yaml);
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn both_readers_of_yaml_see_the_same_keys_and_values(value in values()) {
        assert_same(&serde_yaml::to_string(&value).unwrap());
    }
}

fn values() -> impl Strategy<Value = Value> {
    let scalars = prop_oneof![
        "[a-z éع:#\"'\\n|>@-]{0,20}".prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        Just(Value::Null),
    ];
    let nested = scalars.prop_recursive(4, 40, 6, |inner| {
        let maps = prop::collection::btree_map("[a-zé-]{1,8}", inner.clone(), 0..5);
        let map =
            maps.prop_map(|map| Value::Mapping(map.into_iter().map(|(key, value)| (key.into(), value)).collect()));
        prop_oneof![prop::collection::vec(inner, 0..5).prop_map(Value::Sequence), map]
    });
    prop::collection::btree_map("[a-zé-]{1,8}", nested, 1..6)
        .prop_map(|map| Value::Mapping(map.into_iter().map(|(key, value)| (key.into(), value)).collect()))
}

fn assert_same(yaml: &str) {
    let value: Value = serde_yaml::from_str(yaml).unwrap();
    // Front matter without a field, as in a translation of a body alone.
    if value.is_null() {
        return;
    }
    assert_marked(yaml, &Marks::read(yaml), &value, &FieldPath::root());
}

fn assert_marked(yaml: &str, marks: &Marks, value: &Value, path: &FieldPath) {
    let found = marks.find(path).unwrap_or_else(|| panic!("`{path}` is not found in\n{yaml}"));
    if let (Some(key), Some(Step::Key(name, _))) = (found.key, path.steps().last()) {
        let written: Value = serde_yaml::from_str(&yaml[key]).unwrap();
        assert_eq!(written, Value::from(&**name), "the key of `{path}`");
    }
    let written = &yaml[found.value];
    match value {
        Value::Sequence(items) => {
            for (i, item) in items.iter().enumerate() {
                assert_marked(yaml, marks, item, &path.index(i));
            }
        }
        Value::Mapping(map) => {
            for (key, item) in map {
                assert_marked(yaml, marks, item, &path.key(key.as_str().unwrap()));
            }
        }
        // Of a block only its lines are marked, which are no YAML by themselves.
        Value::String(text) if text.contains('\n') => {}
        _ => assert_eq!(serde_yaml::from_str::<Value>(written).ok().as_ref(), Some(value), "the value of `{path}`"),
    }
}
