//! Claims.

use super::Options;
use super::body::{Links, Plan, body};
use super::random::Random;
use super::records::{MEASURES, document_id, event_day, event_id, place_id, quoted, short, source_id};
use super::words::{EN, FR};

/// Shows a claim and, where there are two languages, its translation; gives back its id.
pub fn claim(
    options: Options,
    random: &mut Random,
    at: usize,
    earlier: Option<&str>,
    see: &mut dyn FnMut(String, String),
) -> String {
    let sizes = options.sizes();
    let count = random.between(6, 11);
    let (fr, en) = (random.title(FR, count), random.title(EN, count));
    let id = format!("{}-{at:06}", slug(&fr));
    let (verdict, least) = verdict(random);
    let event = random.between(1, sizes.events);
    let claimant = random.between(1, sizes.sources);
    // The first claims take the documents in turn, so that none stands alone.
    let carrier = random.between(1, sizes.documents);
    let carrier = if at <= sizes.documents { at } else { carrier };
    let (paragraph, quote) = quoted(options, random, carrier);
    let pieces = random.between(least, 4);
    let documents = random.sample(sizes.documents, pieces);
    let count = random.between(1, 2);
    let measures = random.sample(MEASURES.len(), count);
    let figures: Vec<String> = measures.iter().map(|measure| figure(event, measure - 1)).collect();
    // The words of a capture are drawn by lot, and have no figures.
    let derived = if options.captures { ", derived: true" } else { "" };
    let own: String = figures.iter().map(|figure| format!("  - {{ {figure}{derived} }}\n")).collect();
    let mut fields = format!(
        "title: \"{fr}\"\nclaim: \"{}\"\nsummary: \"{}\"\npublished: {}\nauthors: desk\n",
        random.sentence(FR, 14),
        random.sentence(FR, 18),
        super::records::day(random.between(0, 3900)),
    );
    fields.push_str(&format!(
        "said:\n  by: {}\n  in: {}\n  paragraphs: [{paragraph}]\n  quote: \"{quote}\"\n",
        source_id(claimant),
        document_id(carrier),
    ));
    if options.bilingual {
        fields.push_str(&format!("  translation: {{ en: \"{}\" }}\n", random.sentence(EN, 12)));
    }
    let place = place_id(random.between(1, sizes.places));
    fields.push_str(&format!(
        "event: {}\nplaces: {place}\nfigures:\n{own}verdict: {verdict}\nevidence:\n",
        event_id(event)
    ));
    for (nth, document) in documents.iter().enumerate() {
        fields.push_str(&evidence(options, random, claimant, verdict, nth, *document, &figures));
    }
    if let Some(earlier) = earlier.filter(|_| random.percent(30)) {
        let relation = random.of(&["same-event", "background-for", "updates"]);
        fields.push_str(&format!("relations: {{ {relation}: {earlier} }}\n"));
    }
    let plan = Plan::new(random);
    let cited: Vec<String> = documents.iter().map(|document| document_id(*document)).collect();
    let links = Links { outside: format!("https://source{claimant}.example.net/page"), earlier, documents: &cited };
    see(format!("content/claims/{id}.md"), format!("---\n{fields}---\n\n{}", body(random, FR, &plan, &links)));
    if options.bilingual {
        let (claim, summary) = (random.sentence(EN, 14), random.sentence(EN, 18));
        let fields = format!("title: \"{en}\"\nclaim: \"{claim}\"\nsummary: \"{summary}\"\n");
        see(format!("content/claims/{id}.en.md"), format!("---\n{fields}---\n\n{}", body(random, EN, &plan, &links)));
    }
    id
}

/// A verdict, and how many pieces of evidence it needs.
fn verdict(random: &mut Random) -> (&'static str, usize) {
    match random.between(1, 19) {
        1..=5 => ("fabricated", 1),
        6..=10 => ("misleading", 1),
        11..=13 => ("missing-context", 1),
        14..=15 => ("unverified", 1),
        16..=17 => ("mostly-accurate", 2),
        _ => ("accurate", 2),
    }
}

/// A figure; of one event, measure and day the value is always the same.
fn figure(event: usize, measure: usize) -> String {
    let name = MEASURES[measure];
    let value = 3 + (event * 31 + measure * 17) % if name == "share" { 90 } else { 900 };
    let value = ["", "au moins ", "environ ", "plus de "][(event + measure) % 4].to_owned() + &value.to_string();
    let of = if name == "share" { "" } else { ", of: people" };
    format!("measure: {name}{of}, value: \"{value}\", date: {}", event_day(event))
}

fn evidence(
    options: Options,
    random: &mut Random,
    claimant: usize,
    verdict: &str,
    nth: usize,
    document: usize,
    figures: &[String],
) -> String {
    let sources = options.sizes().sources;
    let against = matches!(verdict, "fabricated" | "misleading") && nth == 0;
    let stance = match (against, nth) {
        (true, _) => "undermines",
        (_, 0 | 1) => "supports",
        _ => *random.of(&["supports", "refines", "context"]),
    };
    // The first piece is somebody else's, and the second somebody else's again, neither of one owner with the first.
    let other = 1 + (claimant + nth + 1) % sources;
    let other = if other.is_multiple_of(10) { 1 + (other + 1) % sources } else { other };
    let origin = match nth {
        0 | 1 => source_id(other),
        _ if random.percent(20) => "unknown".to_owned(),
        _ if random.percent(30) => "self".to_owned(),
        _ => source_id(random.between(1, sources)),
    };
    let mut piece = format!("  - document: {}\n    stance: {stance}\n", document_id(document));
    if stance != "context" {
        piece.push_str(&format!("    origin: {origin}\n"));
    }
    if stance == "supports" && random.percent(60) {
        let figures: Vec<String> = figures.iter().map(|figure| format!("{{ {figure} }}")).collect();
        piece.push_str(&format!("    figures: [{}]\n", figures.join(", ")));
    }
    if nth == 1 {
        let (_, quote) = quoted(options, random, document);
        piece.push_str(&format!("    quote: \"{quote}\"\n"));
        if options.bilingual {
            piece.push_str(&format!("    translation: {{ en: \"{}\" }}\n", random.sentence(EN, 12)));
        }
    }
    if nth == 0 {
        let (fr, en) = (random.sentence(FR, 9), random.sentence(EN, 9));
        piece.push_str(&format!("    note: {}\n", short(options, &fr, &en)));
    }
    piece
}

/// The first words of a title in letters without accents.
fn slug(title: &str) -> String {
    let plain = |c: char| match c {
        'à' | 'â' => 'a',
        'é' | 'è' | 'ê' | 'É' => 'e',
        'ô' => 'o',
        'û' | 'ù' => 'u',
        'ï' => 'i',
        'ç' => 'c',
        _ => c.to_ascii_lowercase(),
    };
    title.split(' ').take(5).map(|word| word.chars().map(plain).collect::<String>()).collect::<Vec<_>>().join("-")
}
