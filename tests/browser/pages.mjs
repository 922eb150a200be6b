// Which pages there are, and which of them stand for their kind.

// The words of addresses, as in src/site/segments.rs.
const WORDS = {
  fr: {
    claims: "verifications",
    sources: "sources",
    documents: "documents",
    events: "evenements",
    places: "lieux",
    verdicts: "verdicts",
    timeline: "chronologie",
    corrections: "corrections",
    transparency: "transparence",
    search: "recherche",
    paragraphs: "paragraphes",
  },
  en: {
    claims: "checks",
    sources: "sources",
    documents: "documents",
    events: "events",
    places: "places",
    verdicts: "verdicts",
    timeline: "timeline",
    corrections: "corrections",
    transparency: "transparency",
    search: "search",
    paragraphs: "paragraphs",
  },
};

/// Reads every page that links lead to from the first one; HTML by path.
export async function crawl(base, hidden, findings) {
  const pages = new Map();
  const found = new Set([base.pathname, "/404.html", ...hidden]);
  for (const path of found) {
    const response = await fetch(new URL(path, base));
    if (!response.ok) {
      findings.add(path, "missing", "", `answered ${response.status}`);
      continue;
    }
    if (!response.headers.get("content-type")?.startsWith("text/html")) continue;
    const html = await response.text();
    pages.set(path, html);
    for (const [, href] of html.matchAll(/\shref="([^"]*)"/g)) {
      const url = new URL(href.replaceAll("&amp;", "&"), new URL(path, base));
      if (url.origin === base.origin) found.add(url.pathname);
    }
  }
  return pages;
}

/// One page of each kind and language: the longest, since it has most to go wrong.
export function kinds(site, findings) {
  // One file answers in all languages.
  const chosen = [{ kind: "404", lang: "fr", path: "/404.html" }];
  for (const [lang, words] of Object.entries(WORDS)) {
    const root = lang === "fr" ? "/" : `/${lang}/`;
    const below = (...parts) => new RegExp(`^${[root.slice(0, -1), ...parts].join("/")}/$`);
    const id = "[a-z0-9-]+";
    const claim = below(words.claims, id);
    const wanted = {
      home: [below()],
      coverage: [below(words.documents, id, words.paragraphs)],
      "claim-quoted": [claim, (html) => html.includes("<blockquote") && /class="evidence"[^]*<p class="voice" lang=/.test(html)],
      "claim-attributed": [claim, (html) => html.includes('class="conclusion"') && conclusion(html).includes("mark-attributed")],
      "claim-independent": [claim, (html) => conclusion(html).includes("mark-independent")],
      "claim-words": [claim, (html) => conclusion(html).includes("mark-words")],
      source: [below(words.sources, id)],
      document: [below(words.documents, id)],
      event: [below(words.events, id)],
      place: [below(words.places, id)],
      verdict: [below(words.verdicts, id)],
      text: [below(`(?!(?:${[...Object.values(words), ...Object.keys(WORDS)].join("|")})/)${id}`)],
      claims: [below(words.claims)],
      sources: [below(words.sources)],
      documents: [below(words.documents)],
      events: [below(words.events)],
      places: [below(words.places)],
      verdicts: [below(words.verdicts)],
      timeline: [below(words.timeline)],
      corrections: [below(words.corrections)],
      transparency: [below(words.transparency)],
      search: [below(words.search)],
      redirect: [new RegExp(`^${lang === "fr" ? "(?!/en/)" : "/en"}/`), isRedirect],
    };
    for (const [kind, [address, holds = (html) => !isRedirect(html)]] of Object.entries(wanted)) {
      const candidates = [...site].filter(([path, html]) => address.test(path) && holds(html));
      candidates.sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
      if (candidates.length === 0) findings.add(root, "kind", kind, "the site has no such page to look at");
      else chosen.push({ kind, lang, path: candidates[0][0] });
    }
  }
  return chosen;
}

export function isRedirect(html) {
  return html.includes('http-equiv="refresh"');
}

/// The first verdict of a claim, as markup.
function conclusion(html) {
  return html.match(/<p class="conclusion">[^]*?<\/p>/)?.[0] ?? "";
}
