//! Files sorted by what they hold, each translation beside its original.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rustc_hash::FxHashSet;

use super::{about_file, rules};
use crate::corpus::{Entry, Record, SourceFile, Translated};
use crate::diagnostic::{Diagnostic, Place};
use crate::model::{
    ById, Claim, Document, Event, NamedId, OneOrMore, Page, Publisher, RecordKind, ShortText, Site, Source, Tolerances,
    Translation,
};
use crate::parse::{Content, Parsed, ParsedFile, ParsedRecord};
use crate::text::{Lang, nearest};

/// The files of a site by what they hold.
pub struct Sorted {
    pub site: SiteFile,
    pub claims: Vec<Entry<Claim>>,
    pub sources: Vec<Entry<Source>>,
    pub documents: Vec<Entry<Document>>,
    pub events: Vec<Entry<Event>>,
    pub places: Vec<Entry<crate::model::Place>>,
    pub pages: Vec<Entry<Page>>,
    pub unreadable: BTreeSet<(RecordKind, String)>,
    pub torn: Vec<Torn>,
    pub findings: Vec<Diagnostic>,
}

/// A file whose fields make no record, with what can still be said of it.
pub struct Torn {
    pub file: SourceFile,
    pub ids: Vec<NamedId>,
    pub body: Range<usize>,
}

/// `site.yaml`, or what stands in for it while its errors are reported.
pub struct SiteFile {
    pub record: Site,
    pub file: SourceFile,
    pub damaged: bool,
}

type Translations = BTreeMap<(RecordKind, String), Vec<(Lang, SourceFile, Parsed<Translation>)>>;

struct Files {
    translations: Translations,
    unreadable: BTreeSet<(RecordKind, String)>,
    torn: Vec<Torn>,
    findings: Vec<Diagnostic>,
    originals: FxHashSet<(RecordKind, String)>,
}

/// Sorts files; findings come in the order of the files.
pub fn files(files: Vec<ParsedFile>) -> Sorted {
    let mut site = None;
    let mut records = Vec::new();
    let mut rest = Files {
        translations: Translations::new(),
        unreadable: BTreeSet::new(),
        torn: Vec::new(),
        findings: Vec::new(),
        originals: FxHashSet::default(),
    };
    for ParsedFile { file, content } in files {
        match content {
            Content::Misnamed(finding) => rest.findings.push(finding),
            Content::Site(parsed) => {
                let damaged = !parsed.findings.is_empty();
                rest.findings.extend(parsed.findings);
                site = Some((file, parsed.record, damaged));
            }
            Content::Translation(kind, id, lang, parsed) => {
                rest.translations.entry((kind, id)).or_default().push((lang, file, parsed));
            }
            Content::Record(id, record) => records.push((id, file, record)),
        }
    }
    let site = rest.site(site);
    let mut sorted = Sorted {
        claims: Vec::new(),
        sources: Vec::new(),
        documents: Vec::new(),
        events: Vec::new(),
        places: Vec::new(),
        pages: Vec::new(),
        unreadable: BTreeSet::new(),
        torn: Vec::new(),
        findings: Vec::new(),
        site,
    };
    let languages = sorted.site.record.languages.clone();
    for (id, file, record) in records {
        match record {
            ParsedRecord::Claim(parsed) => rest.take(&mut sorted.claims, id, file, parsed, &languages),
            ParsedRecord::Source(parsed) => rest.take(&mut sorted.sources, id, file, parsed, &languages),
            ParsedRecord::Document(parsed) => rest.take(&mut sorted.documents, id, file, parsed, &languages),
            ParsedRecord::Event(parsed) => rest.take(&mut sorted.events, id, file, parsed, &languages),
            ParsedRecord::Place(parsed) => rest.take(&mut sorted.places, id, file, parsed, &languages),
            ParsedRecord::Page(parsed) => rest.take(&mut sorted.pages, id, file, parsed, &languages),
        }
    }
    rest.lonely_translations();
    sorted.unreadable = rest.unreadable;
    sorted.torn = rest.torn;
    sorted.findings = rest.findings;
    sorted
}

impl Files {
    fn site(&mut self, read: Option<(SourceFile, Option<Site>, bool)>) -> SiteFile {
        let Some((file, record, damaged)) = read else {
            let file = SourceFile { path: "content/site.yaml".into(), text: "".into() };
            let finding = about_file(&rules::NO_SITE, &file.path, "there is no `content/site.yaml`".to_owned());
            self.findings.push(finding.with_help("`recoupe init DIR` writes a site to start from"));
            return SiteFile { record: placeholder(), file, damaged: true };
        };
        match record {
            Some(record) => SiteFile { record, file, damaged },
            None => SiteFile { record: placeholder(), file, damaged: true },
        }
    }

    fn take<R: Record>(
        &mut self,
        table: &mut Vec<Entry<R>>,
        id: String,
        file: SourceFile,
        parsed: Parsed<R>,
        languages: &[Lang],
    ) {
        let key = (R::KIND, id);
        // The table is looked through only where there is something to find.
        let known = self.originals.contains(&key).then_some(&*table);
        if let Some(earlier) = known.and_then(|table| table.iter().find(|entry| entry.id.as_ref() == key.1)) {
            let finding =
                about_file(&rules::DUPLICATE_ID, &file.path, format!("`{}` is the id of another {}", key.1, R::KIND));
            let finding = finding.with_related(Place::file(&earlier.file.path), "this");
            self.findings.push(finding.with_help("rename one of the two files"));
            return;
        }
        let damaged = !parsed.findings.is_empty();
        self.findings.extend(parsed.findings);
        let translations = self.translations.remove(&key).unwrap_or_default();
        let translations = self.translated(&file, translations, languages);
        match parsed.record {
            Some(record) => {
                table.push(Entry { id: R::id(&key.1), file, record, body: parsed.body, damaged, translations });
            }
            None => {
                self.unreadable.insert(key.clone());
                self.torn.push(Torn { file, ids: parsed.ids, body: parsed.body });
            }
        }
        self.originals.insert(key);
    }

    fn translated(
        &mut self,
        original: &SourceFile,
        translations: Vec<(Lang, SourceFile, Parsed<Translation>)>,
        languages: &[Lang],
    ) -> BTreeMap<Lang, Translated> {
        let mut by_language = BTreeMap::new();
        for (lang, file, parsed) in translations {
            let damaged = !parsed.findings.is_empty();
            self.findings.extend(parsed.findings);
            if !languages.iter().skip(1).any(|known| *known == lang) {
                let (message, help) = if languages.first() == Some(&lang) {
                    let help = format!("write these texts in `{}`, and remove this file", original.path);
                    (format!("`{lang}` is the language of the originals"), help)
                } else {
                    let help = "add it to `languages` in `content/site.yaml`, or remove the file".to_owned();
                    (format!("`{lang}` is not a language of the site"), help)
                };
                self.findings.push(about_file(&rules::UNKNOWN_LANGUAGE, &file.path, message).with_help(help));
                continue;
            }
            let Some(texts) = parsed.record else { continue };
            by_language.insert(lang, Translated { file, texts, body: parsed.body, damaged });
        }
        by_language
    }

    fn lonely_translations(&mut self) {
        for ((kind, id), translations) in std::mem::take(&mut self.translations) {
            if self.originals.contains(&(kind, id.clone())) {
                continue;
            }
            for (_, file, _) in translations {
                let message = format!("there is no {kind} `{id}` to translate");
                let finding = about_file(&rules::TRANSLATION_WITHOUT_ORIGINAL, &file.path, message);
                let alike = self.originals.iter().filter(|(other, _)| *other == kind).map(|(_, id)| id.as_str());
                let near = nearest(&id, alike).map(|near| format!("did you mean `{near}`?"));
                let help = format!("write the original as `content/{}/{id}.md`", kind.folder());
                self.findings.push(finding.with_optional_help(near).with_help(help));
            }
        }
    }
}

/// Stands in for a site that could not be read; its errors keep it from ever being shown.
fn placeholder() -> Site {
    let text = || ShortText::First(String::new());
    Site {
        embeds: false,
        search: false,
        title: text(),
        description: text(),
        base_url: String::new(),
        languages: OneOrMore::one(Lang::parse("en").expect("a language tag")),
        publisher: Publisher { name: String::new(), url: None, kind: None },
        contact: None,
        authors: Vec::new(),
        licence: None,
        featured: None,
        read_first: Vec::new(),
        verdicts: ById::default(),
        measures: ById::default(),
        populations: ById::default(),
        tolerances: Tolerances::default(),
        security: None,
        trust: None,
        hosting: None,
        data: None,
        publish: ById::default(),
    }
}
