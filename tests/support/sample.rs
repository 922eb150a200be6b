//! Pages as a builder would fill them, with long words, Arabic, many paragraphs, and nothing from `content/`.

use recoupe::view::*;

/// A site in one language; `salt` ends every text, so that a test can look for what was not escaped.
pub struct Sample {
    /// The language.
    pub lang: &'static str,
    /// What ends every text.
    pub salt: &'static str,
}

const MARKS: [(Mark, &str, &str); 7] = [
    (Mark::Independent, "Recoupé de source indépendante", "Independently corroborated"),
    (Mark::Corroborated, "Corroboré", "Corroborated"),
    (Mark::Words, "Parole confirmée", "Words confirmed"),
    (Mark::Attributed, "Attribué seulement", "Attributed only"),
    (Mark::Disputed, "Contesté", "Disputed"),
    (Mark::Contradicted, "Contredit", "Contradicted"),
    (Mark::Unverifiable, "Invérifiable", "Unverifiable"),
];

const TITLES: [(&str, &str, usize); 9] = [
    ("Huit civils tués à Joubass", "Eight civilians killed at Jubas", 0),
    ("Les avions venaient de Russie", "The aircraft were Russian", 3),
    ("Paris et Ankara demandent l’arrêt des bombardements", "Paris and Ankara ask for the bombing to stop", 2),
    (
        "Joubass se trouve près de Saraqeb, dans le sud de la province d’Idleb",
        "Jubas lies near Saraqib, in the south of Idlib province",
        4,
    ),
    ("Quatre-vingts civils tués depuis le 16 décembre", "Eighty civilians killed since 16 December", 1),
    ("Un témoin préparait son départ quand la frappe est tombée", "A witness was packing when the strike hit", 6),
    ("L’offensive aggrave la crise humanitaire", "The offensive worsens the humanitarian crisis", 2),
    (
        "Anticonstitutionnellement, l’Hexakosioihexekontahexaphobie",
        "Donaudampfschifffahrtsgesellschaftskapitänsmütze",
        5,
    ),
    ("Les habitants de Maaret al-Noomane ont fui", "The people of Maarat al-Numan fled", 0),
];

impl Sample {
    /// The French text, or the English one, and the salt.
    pub fn say(&self, fr: &str, en: &str) -> String {
        format!("{}{}", if self.lang == "fr" { fr } else { en }, self.salt)
    }

    fn html(&self, fr: &str, en: &str) -> Html {
        Html::from_text(&self.say(fr, en))
    }

    fn href(&self, path: &str) -> String {
        format!("{}{path}{}", if self.lang == "fr" { "/" } else { "/en/" }, self.salt)
    }

    fn link(&self, fr: &str, en: &str, path: &str) -> Link {
        Link::to(self.say(fr, en), self.href(path))
    }

    fn date(&self, day: u32) -> Date {
        let text = match (self.lang, day) {
            ("fr", 1) => "1<sup>er</sup> décembre 2019".to_owned(),
            ("fr", _) => format!("{day} décembre 2019"),
            _ => format!("{day} December 2019"),
        };
        Date { iso: format!("2019-12-{day:02}"), text: Html::from_markup(text) }
    }

    fn verdict(&self, index: usize) -> Verdict {
        let (mark, fr, en) = MARKS[index % 7];
        Verdict { label: self.say(fr, en), mark, href: self.href("verdicts/x/") }
    }

    fn claim_link(&self, index: usize) -> ClaimLink {
        let (fr, en, verdict) = TITLES[index % TITLES.len()];
        ClaimLink { title: self.say(fr, en), href: self.href("verifications/x/"), verdict: self.verdict(verdict) }
    }

    fn claim_links(&self, from: usize, count: usize) -> Vec<Shared<ClaimLink>> {
        (from..from + count).map(|index| self.claim_link(index).into()).collect()
    }

    /// A row, as a builder hands it to the engine.
    pub fn row(&self, index: usize) -> ClaimRow {
        let ClaimLink { title, href, verdict } = self.claim_link(index);
        ClaimRow {
            title,
            href,
            substance: (verdict.mark == Mark::Words).then(|| self.verdict(3)),
            verdict,
            sources: vec![self.say("OSDH", "SOHR")],
            said: Some(self.date(24)),
        }
    }

    fn tally(&self) -> Tally {
        let counts = [4, 3, 5, 5, 1, 0, 1];
        Tally::new((0..7).map(|index| (self.verdict(index), counts[index], counts[index].to_string())))
    }

    fn spine(&self) -> Spine {
        let columns = (1..=29)
            .map(|number| SpineColumn {
                number,
                marks: (0..(number * 7 % 5) as usize).map(|i| MARKS[(number as usize + i * 3) % 7].0).collect(),
            })
            .collect();
        Spine { columns }
    }

    fn document(&self, index: usize) -> Shared<DocumentLine> {
        let titled = index.is_multiple_of(2);
        let line = DocumentLine {
            href: self.href("documents/x/"),
            publisher: self.link("Enab Baladi", "Enab Baladi", "sources/enab-baladi/"),
            title: titled
                .then(|| Wording::new(format!("مقتل ثمانية مدنيين بقصف على قرية جوباس{}", self.salt), "ar", self.lang)),
            described: self.say("article", "article"),
            language: self.say("arabe", "Arabic"),
            date: Some(self.date(24)),
            url: titled.then(|| "https://example.org/a?b=1&c=2".to_owned()),
            archived: titled.then(|| format!("https://archive.example/a?b=1&c=2{}", self.salt)),
        };
        line.into()
    }

    fn quotation(&self) -> Quotation {
        Quotation {
            words: Wording::new(
                format!("استهدفت الطائرات الحربية قرية جوباس قرب سراقب، ما أدى إلى مقتل ثمانية مدنيين{}", self.salt),
                "ar",
                self.lang,
            ),
            translation: Some(self.say(
                "L’aviation a visé le village de Joubass, près de Saraqeb, et tué huit civils",
                "Warplanes hit the village of Jubas, near Saraqib, and killed eight civilians",
            )),
            translated_by: Some(self.say("Notre traduction", "Our translation")),
            caution: Some(self.say(
                "Lue dans un extrait, non vérifiée par la machine",
                "Read in an excerpt, not verified by machine",
            )),
            verified: Some(self.say("Conforme à la copie archivée", "Same as the archived copy")),
            level: Some("typographic".to_owned()),
            capture: Some("83a2d878".to_owned()),
            selector: None,
            passage: Some(Link::to(self.say("Le passage", "The passage"), "https://example.org/#:~:text=a,b")),
        }
    }

    fn figures(&self) -> FigureTable {
        let row = |who: &str, day: Option<u32>, value: (&str, &str), own: bool| FigureRow {
            who: Link::to(format!("{who}{}", self.salt), self.href("sources/x/")),
            href: Some(self.href("documents/x/")),
            date: day.map(|day| self.date(day)),
            value: self.say(value.0, value.1),
            of: Some(self.say("civils", "civilians")),
            place: Some(self.link("Joubass", "Jubas", "lieux/x/")),
            window: day.map(|day| self.date(day).text),
            derived: own.then(|| self.say("calculé", "worked out")),
            own,
            track: None,
        };
        FigureTable {
            caption: self.say("Morts à Joubass", "Killed at Jubas"),
            unit: self.say("personnes", "people"),
            period: None,
            chart: None,
            conclusions: Vec::new(),
            rows: vec![
                row("OSDH", Some(24), ("au moins 8", "at least 8"), true),
                row("Défense civile", Some(24), ("8", "8"), false),
                row("OSDH, par dpa", Some(25), ("10", "10"), false),
                row("OCHA", Some(27), ("au moins 12", "at least 12"), false),
                row("Conseil", None, ("plus de 40 000", "more than 40,000"), false),
            ],
        }
    }

    fn references(&self) -> Vec<Reference> {
        (1..=3)
            .map(|number| Reference {
                anchor: format!("ref-{number}"),
                document: self.document(number),
                cited_at: if number == 1 {
                    vec!["cite-1-1".into(), "cite-1-2".into()]
                } else {
                    vec![format!("cite-{number}-1")]
                },
            })
            .collect()
    }

    fn body(&self) -> Html {
        let text = self.html(
            "L’Observatoire syrien des droits de l’Homme a donné le premier bilan, repris par l’agence le jour même.",
            "The Syrian Observatory gave the first toll, which the agency carried the same day.",
        );
        Html::from_markup(format!(
            "<p>{text} <sup><a href=\"#ref-1\" id=\"cite-1-1\">1</a></sup></p>\n<p>{text} <sup><a href=\"#ref-1\" id=\"cite-1-2\">1</a></sup> <sup><a href=\"#ref-2\" id=\"cite-2-1\">2</a></sup></p>\n<h3 id=\"suite\">{text}</h3>\n<ul><li>{text}</li><li>{text} <sup><a href=\"#ref-3\" id=\"cite-3-1\">3</a></sup></li></ul>\n<blockquote><p>{text}</p></blockquote>"
        ))
    }

    fn facts(&self) -> Vec<Fact> {
        vec![
            Fact {
                label: self.say("Nature", "Kind"),
                links: vec![],
                text: Some(self.html("Agence de presse", "News agency")),
            },
            Fact {
                label: self.say("Propriétaire", "Owner"),
                links: vec![
                    self.link("Nadim Kapour", "Nadim Kapour", "sources/n/"),
                    Link::unlinked(self.say("un autre", "another")),
                ],
                text: None,
            },
            Fact {
                label: self.say("Empreinte (SHA-256)", "Fingerprint (SHA-256)"),
                links: vec![],
                text: Some(Html::from_markup(
                    "<code>9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08</code>",
                )),
            },
        ]
    }

    fn events(&self) -> Vec<EventLine> {
        [("Frappe sur Joubass", "Strike on Jubas"), ("Trêve d’août", "August ceasefire")]
            .into_iter()
            .map(|(fr, en)| EventLine {
                name: self.say(fr, en),
                href: self.href("evenements/x/"),
                when: Some(Html::from_markup(format!("<time datetime=\"2019-12-24\">{}</time>", self.date(24).text))),
                claims: Some(self.say("6 affirmations", "6 claims")),
            })
            .collect()
    }

    fn corrections(&self) -> Vec<CorrectionEntry> {
        vec![CorrectionEntry {
            date: self.date(1),
            kind: self.say("Correction", "Correction"),
            claim: self.link("Huit civils tués à Joubass", "Eight civilians killed at Jubas", "verifications/x/"),
            text: Wording::here(self.say("L’heure était fausse.", "The hour was wrong.")),
        }]
    }

    fn days(&self) -> Vec<TimelineDay> {
        let entry = |fr: &str, en: &str, claims| TimelineEntry {
            link: self.link(fr, en, "evenements/x/"),
            kind: Some(self.say("Frappe", "Strike")),
            hour: Some(self.say("heure inconnue", "hour unknown")),
            until: Some(self.date(27)),
            claims: self.claim_links(0, claims),
        };
        vec![
            TimelineDay { date: Some(self.date(16)), entries: vec![entry("Bombardements", "Bombing", 1)] },
            TimelineDay {
                date: Some(self.date(24)),
                entries: vec![
                    entry("Frappe sur Joubass", "Strike on Jubas", 3),
                    entry("Déclarations", "Statements", 0),
                ],
            },
            TimelineDay { date: None, entries: vec![entry("Contexte", "Background", 0)] },
        ]
    }

    /// What all pages share.
    pub fn site(&self, words: &Words) -> Site {
        let menu = [
            (Section::Claims, "menu_claims"),
            (Section::Coverage, "menu_coverage"),
            (Section::Events, "menu_events"),
            (Section::Sources, "menu_sources"),
            (Section::Corrections, "menu_corrections"),
            (Section::Method, "menu_method"),
        ];
        Site {
            lang: self.lang.to_owned(),
            dir: Direction::of(self.lang),
            title: self.say("recoupe · Idleb, 24 décembre 2019", "recoupe · Idlib, 24 December 2019"),
            description: self.say("Une dépêche vérifiée.", "A dispatch, checked."),
            root: "/".to_owned(),
            home: self.href(""),
            menu: menu
                .into_iter()
                .map(|(section, key)| MenuItem { section, text: words.get(key), href: self.href(key) })
                .collect(),
            search: Some(self.href("recherche/")),
            open_search: Some("/search/fr/opensearch.xml".to_owned()),
            footer: [("footer_explore", "timeline"), ("footer_policy", "corrections"), ("footer_contact", "contact")]
                .into_iter()
                .map(|(label, link)| LinkGroup {
                    label: words.get(label),
                    links: vec![
                        Link::to(words.get(link), self.href(link)),
                        Link::to(words.get("places"), self.href("p/")),
                    ],
                })
                .collect(),
            publisher: Some(Link::to(self.say("La rédaction", "The desk"), "https://example.org/")),
            licence: Some(Link::to("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")),
        }
    }

    fn page(&self, name: &'static str, section: Option<Section>, body: Body) -> (&'static str, Page) {
        let (other, own) = if self.lang == "fr" { ("en", "English") } else { ("fr", "Français") };
        let frame = Frame {
            oembed: Some(self.href("oembed.json")),
            lang: self.lang.to_owned(),
            href: self.href(name),
            canonical: (name != "404").then(|| format!("https://example.org{}", self.href(name))),
            title: (name != "home").then(|| self.say(name, name)),
            description: Some(self.say("Ce que dit la page.", "What the page says.")),
            section,
            breadcrumbs: if matches!(name, "document" | "place") {
                vec![self.link("Accueil", "Home", ""), self.link("Documents", "Documents", "documents/")]
            } else {
                vec![]
            },
            alternates: vec![Alternate {
                lang: other.to_owned(),
                dir: Direction::of(other),
                name: own.to_owned(),
                href: format!("/{other}/{name}/"),
                canonical: format!("https://example.org/{other}/{name}/"),
            }],
            feeds: Vec::new(),
            draft: name == "claim-plain",
        };
        (name, Page { frame, structured: Vec::new(), body })
    }

    /// One page of every kind, and variants; `rows` are rendered rows.
    pub fn pages(&self, rows: &[Html]) -> Vec<(&'static str, Page)> {
        let listing = |count: usize| Listing {
            rows: rows[..count].to_vec(),
            more: (count > 3).then(|| self.link("Voir les 54 affirmations", "See all 54 claims", "liste/")),
        };
        vec![
            self.page("home", None, Body::Home(self.home(rows))),
            self.page("coverage", Some(Section::Coverage), Body::Coverage(self.coverage())),
            self.page("claim", Some(Section::Claims), Body::Claim(self.claim())),
            self.page("claim-plain", Some(Section::Claims), Body::Claim(self.plain_claim())),
            self.page("source", Some(Section::Sources), Body::Source(self.source(listing(6), listing(2)))),
            self.page("document", Some(Section::Coverage), Body::Document(self.whole_document(listing(4)))),
            self.page("event", Some(Section::Events), Body::Event(self.event(listing(5)))),
            self.page("place", None, Body::Place(self.place(listing(3)))),
            self.page("verdict", None, Body::Verdict(self.verdict_page(listing(4)))),
            self.page("text", Some(Section::Method), Body::Text(self.text())),
            self.page("list", Some(Section::Claims), Body::List(self.list(rows))),
            self.page("index", Some(Section::Sources), Body::Index(self.index())),
            self.page(
                "timeline",
                Some(Section::Events),
                Body::Timeline(TimelinePage {
                    pager: None,
                    title: self.say("Chronologie", "Timeline"),
                    sentence: Some(self.say("Jour par jour.", "Day by day.")),
                    days: self.days(),
                }),
            ),
            self.page(
                "corrections",
                Some(Section::Corrections),
                Body::Corrections(CorrectionsPage {
                    pager: None,
                    title: self.say("Corrections", "Corrections"),
                    sentence: Some(self.say("Tout ce qui a changé.", "Everything that changed.")),
                    policy: self.body_without_references(),
                    policy_link: Some(self.link("Nos règles", "Our policy", "regles/")),
                    entries: self.corrections(),
                }),
            ),
            self.page(
                "embed",
                None,
                Body::Embed(EmbedPage {
                    title: self.say(TITLES[3].0, TITLES[3].1),
                    href: self.href("a/"),
                    notice: Some(Notice {
                        kind: self.say("Correction", "Correction"),
                        date: self.date(26),
                        text: Wording::here(self.say("Un chiffre était faux.", "A figure was wrong.")),
                    }),
                    verdict: Some(self.verdict(3)),
                    claim: Some(self.say("Huit civils ont été tués.", "Eight civilians were killed.")),
                    by: Some(self.say("OSDH", "SOHR")),
                    said: Some(self.date(24)),
                    checked: self.html("Vérifié par la rédaction", "Checked by the desk"),
                }),
            ),
            self.page("transparency", Some(Section::Method), Body::Transparency(self.transparency())),
            self.page(
                "search",
                None,
                Body::Search(SearchPage {
                    title: self.say("Recherche", "Search"),
                    sentence: self.say("Trouve les vérifications.", "Finds checks."),
                    folder: "/search/fr/".to_owned(),
                    word_files: 1,
                    claims: 55,
                    rows: 50,
                    links: vec![self.link("Affirmations", "Claims", "a/"), self.link("Sources", "Sources", "s/")],
                }),
            ),
            self.page(
                "404",
                None,
                Body::NotFound(NotFoundPage {
                    title: self.say("Cette page n’existe pas", "This page does not exist"),
                    sentence: self.say("Cherchez-la dans les listes.", "Look for it in the lists."),
                    links: vec![self.link("Affirmations", "Claims", "a/"), self.link("Sources", "Sources", "s/")],
                    others: vec![Link {
                        text: "English".to_owned(),
                        href: Some("/en/".to_owned()),
                        lang: Some("en".to_owned()),
                        dir: Some(Direction::Ltr),
                    }],
                }),
            ),
        ]
    }

    fn transparency(&self) -> TransparencyPage {
        let measured =
            |label: &str, count: usize| Measured { label: label.to_owned(), count, count_text: count.to_string() };
        let tally = self.tally();
        let counts = || tally.rows.iter().map(|row| measured(&row.verdict.label, row.count)).collect();
        let remark = |verdict: Option<Verdict>, more: bool| Remarks {
            rows: vec![Remark {
                link: self.link("Huit civils tués à Joubass", "Eight civilians killed at Jubas", "verifications/x/"),
                verdict,
                texts: match more {
                    true => vec![self.html("Deux nombres diffèrent.", "Two numbers differ."), self.body()],
                    false => vec![self.html("Deux nombres diffèrent.", "Two numbers differ.")],
                },
            }],
            more: more.then(|| self.say("120 en tout.", "120 in all.")),
        };
        TransparencyPage {
            title: self.say("Transparence", "Transparency"),
            sentence: self.say("Sur quoi reposent les verdicts.", "What the verdicts rest on."),
            claimants: Claimants {
                verdicts: tally.rows.iter().map(|row| row.verdict.clone()).collect(),
                rows: vec![
                    ClaimantRow { who: self.link("OSDH", "SOHR", "sources/osdh/"), counts: counts(), all: "19".into() },
                    ClaimantRow {
                        who: Link::unlinked(self.say("Personnes privées", "Private persons")),
                        counts: counts(),
                        all: "19".into(),
                    },
                ],
            },
            resting: vec![Without {
                heading: self.link("Sans OSDH, 2 verdicts…", "Without SOHR, 2 verdicts…", "sources/osdh/"),
                claims: self.claim_links(0, 2),
            }],
            exceptions: remark(Some(self.verdict(1)), true),
            explained: Remarks::default(),
            unexplained: remark(None, false),
            quotations: vec![measured("a", 7), measured("b", 0)],
            documents: vec![measured("c", 3)],
            reviews: self.say("Une vérification relue.", "One check was read."),
            reviewers: vec![measured("d", 1)],
            corrections: self.say("Un changement.", "One change."),
            corrections_link: self.link("Toutes", "All", "corrections/"),
            references: self.references(),
            tally,
        }
    }

    fn body_without_references(&self) -> Html {
        let text = self.html("Nous corrigeons vite et nous le disons.", "We correct quickly, and say so.");
        Html::from_markup(format!("<h2 id=\"regles\">{text}</h2><p>{text}</p>"))
    }

    fn home(&self, rows: &[Html]) -> HomePage {
        HomePage {
            title: self.say("Une dépêche, ligne à ligne", "One dispatch, line by line"),
            question: self.say(
                "Le 24 décembre 2019, une dépêche raconte l’offensive sur Idleb. Que tient-on de chaque phrase, et par qui ?",
                "On 24 December 2019 a dispatch tells of the offensive on Idlib. What is known of each sentence, and from whom?",
            ),
            coverage: Some(CoverageGlance {
                sentence: self.say("29 paragraphes, 55 affirmations vérifiées.", "29 paragraphs, 55 claims checked."),
                spine: self.spine(),
                link: self.link("Lire la dépêche paragraphe par paragraphe", "Read the dispatch paragraph by paragraph", "depeche/"),
            }),
            tally: self.tally(),
            read_first: vec![Beginning {
                claim: self.claim_link(2).into(),
                summary: Some(self.say("Le bilan a monté ensuite.", "The toll rose afterwards.")),
            }],
            newest: rows[..5].to_vec(),
            all: self.link("Voir les 19 affirmations", "See all 19 claims", "verifications/"),
            events: self.events(),
            all_events: Some(self.link("Tous les événements", "All events", "evenements/")),
            corrections: if self.lang == "fr" { vec![] } else { self.corrections() },
            all_corrections: self.link("Toutes les corrections et leurs règles", "All corrections, and the policy", "c/"),
        }
    }

    fn coverage(&self) -> CoveragePage {
        let paragraph = |number: u32| CoverageParagraph {
            number,
            text: self.say(
                "L’agence rapporte une frappe sur un village du nord-ouest, son bilan, et l’appel de deux capitales.",
                "The agency reports a strike on a village in the north-west, its toll, and the appeal of two capitals.",
            ),
            claims: self.claim_links(number as usize, if number == 16 { 0 } else { 1 + (number as usize * 7 % 3) }),
            without: (number == 16).then(|| {
                self.say(
                    "Ce paragraphe n’avance rien qui puisse être vérifié à part.",
                    "This paragraph asserts nothing that can be checked on its own.",
                )
            }),
        };
        let section = |heading: Option<&str>, from: u32, to: u32| CoverageSection {
            heading: heading.map(|text| Wording::new(format!("{text}{}", self.salt), "fr", self.lang)),
            translation: heading.filter(|_| self.lang != "fr").map(|_| "In other words".to_owned()),
            start: from,
            paragraphs: (from..=to).map(paragraph).collect(),
        };
        CoveragePage {
            title: self.say("La dépêche, paragraphe par paragraphe", "The dispatch, paragraph by paragraph"),
            sentence: self.say(
                "Ses 29 paragraphes dans nos mots, et ce que vaut chaque affirmation.",
                "Its 29 paragraphs in our words, and what each claim is worth.",
            ),
            document: self.document(1),
            spine: self.spine(),
            tally: self.tally(),
            sections: vec![
                section(None, 1, 14),
                section(Some("« Désescalade immédiate »"), 15, 22),
                section(Some("« Détresse indescriptible »"), 23, 29),
            ],
            body: self.body_without_references(),
            references: Vec::new(),
        }
    }

    fn claim(&self) -> ClaimPage {
        let evidence = |index: usize, stance, fr: &str, en: &str| Evidence {
            document: self.document(index),
            stance,
            stance_label: self.say(fr, en),
            sees: index.is_multiple_of(2).then(|| self.say("témoin direct", "first hand")),
            about: (index == 3).then(|| self.say("sur les paroles", "about the words")),
            quotations: if index.is_multiple_of(2) { vec![self.quotation()] } else { vec![] },
            figures: vec![self.say("8 civils tués", "8 civilians killed")],
            note: Some(self.html("Le directeur du centre est nommé.", "The head of the centre is named.")),
        };
        let mut words = self.quotation();
        words.caution = None;
        ClaimPage {
            embedding: Some(Embedding { code: self.say("<iframe>", "<iframe>") }),
            passages: vec![Passage {
                document: self.link("Dépêche AFP du 24 décembre 2019", "AFP dispatch of 24 December 2019", "depeche/"),
                paragraphs: vec![self.link("paragraphe 1", "paragraph 1", "depeche/#p1")],
            }],
            title: self.say("Huit civils tués à Joubass", "Eight civilians killed at Jubas"),
            notices: vec![Notice {
                kind: self.say("Correction", "Correction"),
                date: self.date(27),
                text: Wording::here(self.say("Nous avions écrit neuf.", "We had written nine.")),
            }],
            statements: vec![Statement {
                quotations: vec![words],
                by: vec![self.link("Observatoire syrien des droits de l’Homme", "Syrian Observatory for Human Rights", "sources/osdh/")],
                speaker: Some(Link::unlinked(self.say("Rami Abdel Rahmane", "Rami Abdul Rahman"))),
                document: self.link("AFP, dépêche", "AFP, dispatch", "documents/afp/"),
                paragraphs: Some(self.say("paragraphe 1", "paragraph 1")),
                date: Some(self.date(24)),
            }],
            claim: self.say(
                "Au moins huit civils sont morts le 24 décembre 2019 dans une frappe aérienne sur Joubass.",
                "At least eight civilians died on 24 December 2019 in an air strike on Jubas.",
            ),
            layers: vec![
                Layer {
                    label: self.say("Ce qui a été dit", "What was said"),
                    verdict: None,
                    text: self.say("L’AFP attribue cette affirmation à l’OSDH.", "AFP attributes this claim to SOHR."),
                },
                Layer {
                    label: self.say("Ce qui s’est passé", "What happened"),
                    verdict: Some(self.verdict(0)),
                    text: self.say(
                        "Les secouristes de Saraqeb comptent huit morts le même jour ; l’ONU en comptera douze.",
                        "The rescuers of Saraqib count eight dead the same day; the UN will count twelve.",
                    ),
                },
            ],
            basis: Some(Basis {
                sentence: self.say(
                    "Nous le savons par 14 publications, qui remontent à 4 origines indépendantes, et par 2 publications d’origine inconnue.",
                    "We know it from 14 publications, which go back to 4 independent origins, and from 2 reports of unknown origin.",
                ),
                trail: Some(self.say("14 publications, 4 origines : OSDH (par AFP, dpa).", "14 publications, 4 origins: SOHR (through AFP, dpa).")),
                agreement: Some(self.say("Les deux camps le disent.", "Both camps agree.")),
                threads: [("OSDH", 6, false), ("Défense civile, Saraqeb", 4, false), ("OCHA", 3, false), ("Watan FM", 1, false), ("?", 2, true)]
                    .into_iter()
                    .map(|(name, publications, unknown)| Thread {
                        name: if unknown { self.say("origine inconnue", "origin unknown") } else { format!("{name}{}", self.salt) },
                        unknown,
                        publications,
                    })
                    .collect(),
            }),
            doubts: vec![
                Doubt { text: self.html("Le nombre d’enfants : 5, 6 ou 4 selon les comptes.", "The number of children: 5, 6 or 4 depending on the count.") },
                Doubt { text: self.html("Deux publications ne disent pas d’où elles tiennent l’information.", "Two publications do not say where their information comes from.") },
            ],
            body: self.body(),
            origins: vec![
                Origin {
                    name: self.link("Défense civile, centre de Saraqeb", "Civil Defence, Saraqib centre", "sources/dc/"),
                    unknown: false,
                    evidence: vec![evidence(0, Stance::Supports, "Appuie", "Supports"), evidence(1, Stance::Refines, "Précise", "Refines")],
                },
                Origin {
                    name: Link::unlinked(self.say("Origine inconnue", "Origin unknown")),
                    unknown: true,
                    evidence: vec![evidence(2, Stance::Undermines, "Dément", "Undermines"), evidence(3, Stance::Context, "Situe", "Context")],
                },
            ],
            figures: vec![self.figures()],
            graph: Some(self.graph()),
            media: Some(ClaimMedia {
                heading: self.say("L’image", "The picture"),
                facts: vec![Fact {
                    label: self.say("Où elle est montrée", "Where it is shown"),
                    links: vec![self.link("Une page", "A page", "documents/x/")],
                    text: None,
                }],
            }),
            reply: Some(Html::from_markup(format!("<p>{}</p>", self.html("Pas de réponse.", "No reply.")))),
            references: self.references(),
            published: Some(self.date(25)),
            authors: vec![self.say("La rédaction", "The desk")],
            reviewed: Some(self.html("Relu le 26 décembre 2019", "Read again on 26 December 2019")),
            revisions: vec![Revision {
                date: self.date(27),
                kind: self.say("Correction", "Correction"),
                text: Wording::here(self.say("Neuf devient huit.", "Nine becomes eight.")),
            }],
            citation: Some(Citation {
                references: vec![StyledReference {
                    style: "APA".to_owned(),
                    text: self.html("Rédaction. (2026, novembre 22).", "Desk. (2026, November 22)."),
                }],
                downloads: vec![CitationDownload {
                    format: "BibTeX".to_owned(),
                    file: "joubass.bib".to_owned(),
                    href: "data:application/x-bibtex;charset=utf-8,@misc%7Bjoubass,%7D".to_owned(),
                }],
            }),
            report: Some(Report {
                text: self.say("Dites-nous quoi, et d’où vous le savez.", "Tell us what, and how you know."),
                link: Some(Link::to(
                    self.say("Écrire à la rédaction", "Write to the desk"),
                    "mailto:desk@example.org?subject=x&body=y",
                )),
            }),
            related: vec![
                RelatedClaims {
                    label: self.say("Même événement", "Same event"),
                    shared: Some(self.link("Frappe sur Joubass", "Strike on Jubas", "evenements/x/")),
                    claims: self.claim_links(1, 4),
                },
                RelatedClaims { label: self.say("Fait partie de", "Part of"), shared: None, claims: self.claim_links(4, 1) },
            ],
        }
    }

    fn graph(&self) -> Graph {
        let point = |y: i32, unknown: bool, fr: &str, en: &str| GraphPoint {
            y,
            unknown,
            words: vec![GraphWords { y: y + 4, text: self.say(fr, en) }],
        };
        let line = |from, to, unknown| GraphLine { from, to, unknown };
        Graph {
            label: self.say("Qui le tient de qui. OSDH : AFP.", "Who has it from whom. SOHR: AFP."),
            legend: self.say("Chaque disque est une origine.", "Each disc is an origin."),
            height: 84,
            origins: GraphColumn {
                x: "40%".to_owned(),
                dx: -12,
                points: vec![point(28, false, "OSDH", "SOHR"), point(70, true, "Origine inconnue", "Origin unknown")],
            },
            publications: GraphColumn {
                x: "60%".to_owned(),
                dx: 12,
                points: vec![
                    point(14, false, "AFP", "AFP"),
                    point(42, false, "La Presse", "La Presse"),
                    point(70, false, "Al-Hal", "Al-Hal"),
                ],
            },
            lines: vec![line(28, 14, false), line(70, 70, true)],
            copies: vec![line(14, 42, false)],
        }
    }

    fn plain_claim(&self) -> ClaimPage {
        ClaimPage {
            title: self.say(
                "Les avions qui ont frappé le village venaient de Russie, selon l’Observatoire et les secouristes",
                "The aircraft that struck the village were Russian, say the Observatory and the rescuers",
            ),
            statements: vec![Statement {
                document: self.link("AFP, dépêche", "AFP, dispatch", "documents/afp/"),
                ..Statement::default()
            }],
            claim: self.say("Des avions russes ont frappé Joubass.", "Russian aircraft struck Jubas."),
            layers: self.claim().layers,
            published: Some(self.date(25)),
            ..ClaimPage::default()
        }
    }

    fn source(&self, claims: Listing, relayed: Listing) -> SourcePage {
        SourcePage {
            name: self.say("Observatoire syrien des droits de l’Homme", "Syrian Observatory for Human Rights"),
            names: vec![
                Wording::new(format!("المرصد السوري لحقوق الإنسان{}", self.salt), "ar", self.lang),
                Wording::here(self.say("OSDH", "SOHR")),
            ],
            sentence: self.say(
                "14 affirmations vérifiées ici ; ce n’est pas une note.",
                "14 claims checked here; this is not a score.",
            ),
            tally: self.tally(),
            claims,
            supports: relayed.clone(),
            undermines: relayed.clone(),
            resting: Some(Resting {
                sentence: self.say(
                    "Sans cette source, 3 verdicts ne tiendraient plus.",
                    "Without this source, 3 verdicts would no longer hold.",
                ),
                claims: self.claim_links(2, 3),
                more: Some(self.link("Voir les 40 affirmations", "All 40 claims", "sources/osdh/affirmations/")),
            }),
            company: vec![Company {
                label: self.say("Publient ce qui remonte à elle", "They publish what goes back to it"),
                lines: vec![CompanyLine {
                    source: self.link("Agence France-Presse", "Agence France-Presse", "sources/afp/"),
                    claims: self.claim_links(0, 3),
                    more: Some(self.link("et 2 autres affirmations", "and 2 other claims", "sources/afp/")),
                }],
                more: Some(self.say("Et 12 autres sources.", "And 12 other sources.")),
            }],
            relayed,
            facts: self.facts(),
            body: self.body_without_references(),
            references: Vec::new(),
            documents: (0..3).map(|index| self.document(index)).collect(),
            more_documents: Some(self.say("Les plus récents de 70 documents.", "The newest of 70 documents.")),
        }
    }

    fn whole_document(&self, carries: Listing) -> DocumentPage {
        DocumentPage {
            title: Wording::new(format!("مقتل ثمانية مدنيين بقصف على قرية جوباس{}", self.salt), "ar", self.lang),
            titled: true,
            sentence: self.say(
                "Article d’Enab Baladi, en arabe, du 24 décembre 2019.",
                "Article of Enab Baladi, in Arabic, of 24 December 2019.",
            ),
            original: Some(Link::to(
                self.say("Lire l’original (enabbaladi.net)", "Read the original (enabbaladi.net)"),
                "https://example.org/",
            )),
            archived: Some(Link::to(self.say("Copie archivée", "Archived copy"), "https://archive.example/")),
            unlinked: None,
            facts: self.facts(),
            coverage: Some(self.link(
                "Lire ce document paragraphe par paragraphe",
                "Read this document paragraph by paragraph",
                "depeche/",
            )),
            outline: vec![OutlineRow { paragraph: 4, text: self.say("Un bilan.", "A toll.") }],
            body: self.body_without_references(),
            carries,
            supports: self.claim_links(0, 2),
            refines: self.claim_links(2, 1),
            undermines: self.claim_links(3, 1),
            cited: self.claim_links(4, 2),
            references: Vec::new(),
            all_citing: Some(self.link("Voir les 70 affirmations", "See all 70 claims", "documents/x/cite-par/")),
        }
    }

    fn event(&self, claims: Listing) -> EventPage {
        EventPage {
            references: Vec::new(),
            name: self.say("Frappe sur Joubass", "Strike on Jubas"),
            sentence: self.say(
                "Une frappe aérienne touche une école où logeaient des déplacés.",
                "An air strike hits a school where displaced people lived.",
            ),
            when: self.events()[0].when.clone(),
            places: vec![self.link("Joubass", "Jubas", "lieux/joubass/"), self.link("Saraqeb", "Saraqib", "lieux/s/")],
            facts: self.facts(),
            figures: vec![self.figures()],
            resolution: Some(Html::from_markup(format!(
                "<p>{}</p>",
                self.html("Les bilans montent de 8 à 12.", "The tolls rise from 8 to 12.")
            ))),
            body: self.body_without_references(),
            timeline: self.days(),
            tally: self.tally(),
            claims,
            near: self.events(),
        }
    }

    fn place(&self, claims: Listing) -> PlacePage {
        PlacePage {
            references: Vec::new(),
            name: self.say("Joubass", "Jubas"),
            names: vec![
                Wording::new(format!("جوباس{}", self.salt), "ar", self.lang),
                Wording::here(self.say("Jawbas", "Jawbas")),
            ],
            sentence: self.say("Village : canton de Saraqeb.", "Village: Saraqib subdistrict."),
            facts: self.facts(),
            inner: vec![self.link("École de Joubass", "Jubas school", "lieux/e/")],
            body: self.body_without_references(),
            events: self.events(),
            claims,
        }
    }

    fn verdict_page(&self, claims: Listing) -> VerdictPage {
        VerdictPage {
            verdict: self.verdict(0),
            description: self
                .say("Deux origines sans lien disent la même chose.", "Two origins without a tie say the same."),
            layer: self.say("Ce verdict porte sur des faits.", "This verdict is about facts."),
            rules: vec![
                self.html("Exige au moins 2 origines indépendantes.", "Requires at least 2 independent origins."),
            ],
            sentence: self.say("4 affirmations ont ce verdict.", "4 claims have this verdict."),
            claims,
            others: (1..7).map(|index| self.verdict(index)).collect(),
            method: Some(self.link("Notre méthode", "Our method", "methodologie/")),
        }
    }

    fn text(&self) -> TextPage {
        let table = "<table><thead><tr><th scope=\"col\">A</th><th scope=\"col\">B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>";
        TextPage {
            title: self.say("Méthode", "Method"),
            summary: Some(self.say("Comment nous vérifions.", "How we check.")),
            body: Html::from_markup(format!(
                "<h2 id=\"deux\">{}</h2>{}{table}",
                self.html("Deux couches", "Two layers"),
                self.body()
            )),
            references: self.references(),
            catalogue: Some(self.catalogue()),
        }
    }

    fn catalogue(&self) -> Catalogue {
        Catalogue {
            files: vec![DataFile {
                anchor: "file-claims".to_owned(),
                title: self.say("Les vérifications", "The checks"),
                link: self.link("data/claims.csv", "data/claims.csv", "data/claims.csv"),
                media: "text/csv".to_owned(),
                text: self.say("Une ligne par vérification.", "A row a check."),
                keys: vec![self.say("Une ligne pour chaque id.", "One row for each id.")],
                caption: self.say("Colonnes", "Columns"),
                columns: vec![DataColumn {
                    name: "id".to_owned(),
                    kind: self.say("texte", "text"),
                    meaning: self.say("L’affirmation", "The claim"),
                    values: vec![DataValue { word: "ferry".to_owned(), meaning: self.say("Le bac", "The ferry") }],
                }],
            }],
            licence: Some(self.link("CC BY 4.0", "CC BY 4.0", "licence/")),
            references: Vec::new(),
            citation_file: Link::to("CITATION.cff", "/CITATION.cff"),
        }
    }

    fn list(&self, rows: &[Html]) -> ListPage {
        ListPage {
            title: self.say("Toutes les affirmations", "All claims"),
            sentence: Some(self.say("De la plus récente à la plus ancienne.", "Newest first.")),
            subject: Some(self.link("OSDH", "SOHR", "sources/osdh/")),
            verdict: (self.lang == "en").then(|| self.verdict(4)),
            rows: rows.to_vec(),
            pager: Some(Pager {
                newer: Some(self.href("p/3/")),
                older: Some(self.href("p/1/")),
                newest: Some(self.href("p/")),
                oldest: Some(self.href("p/1/")),
            }),
            facets: vec![
                Facet {
                    label: self.say("Par verdict", "By verdict"),
                    links: (0..7)
                        .map(|index| FacetLink {
                            link: Link::to(self.verdict(index).label, self.href("v/")),
                            verdict: Some(self.verdict(index)),
                            count: Some("4".to_owned()),
                        })
                        .collect(),
                },
                Facet {
                    label: self.say("Par source", "By source"),
                    links: vec![FacetLink {
                        link: self.link("OSDH", "SOHR", "s/"),
                        verdict: None,
                        count: Some("12".to_owned()),
                    }],
                },
            ],
        }
    }

    fn index(&self) -> IndexPage {
        let item = |fr: &str, en: &str, arabic: Option<&str>| IndexItem {
            link: self.link(fr, en, "sources/x/"),
            cited: false,
            verdict: None,
            also: arabic.map(|text| Wording::new(format!("{text}{}", self.salt), "ar", self.lang)),
            detail: Some(self.html("Observatoire, Royaume-Uni", "Monitoring group, United Kingdom")),
            count: Some(self.say("14 affirmations", "14 claims")),
        };
        IndexPage {
            title: self.say("Sources", "Sources"),
            sentence: Some(
                self.say("Celles qui affirment et celles qui publient.", "Those who assert and those who publish."),
            ),
            groups: vec![
                IndexGroup {
                    label: Some(self.say("Observatoires", "Monitoring groups")),
                    items: vec![
                        item(
                            "Observatoire syrien des droits de l’Homme",
                            "Syrian Observatory for Human Rights",
                            Some("المرصد السوري"),
                        ),
                        item("Comité syrien", "Syrian Committee", None),
                    ],
                },
                IndexGroup {
                    label: Some(self.say("Médias", "News outlets")),
                    items: vec![IndexItem {
                        link: Link::to(self.verdict(2).label, self.href("verdicts/x/")),
                        verdict: Some(self.verdict(2)),
                        ..item("Enab Baladi", "Enab Baladi", Some("عنب بلدي"))
                    }],
                },
            ],
            pager: Some(Pager { older: Some(self.href("p/1/")), ..Pager::default() }),
        }
    }
}
