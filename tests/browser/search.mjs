// The search, as a reader uses it: every claim by its title, a question of a browser, and a page without script.

import { join } from "node:path";

const PATIENCE = 20_000;
const PAGES = { fr: { path: "/recherche/", claims: "/verifications/" }, en: { path: "/en/search/", claims: "/en/checks/" } };

/// What is typed is found, and what is found is what the lists show.
export async function search(browser, base, site, findings, screenshots) {
  for (const [lang, { path, claims }] of Object.entries(PAGES)) {
    const report = (where, message) => findings.add(path, "search", where, message);
    const titles = [...site].filter(([at]) => at.startsWith(claims) && at !== claims && !at.includes("/page/"));
    const named = new Map(titles.map(([at, html]) => [at, decoded(html.match(/<h1[^>]*>([^<]*)</)?.[1] ?? "")]).filter(([, title]) => title));
    if (named.size < 50) report(claims, `only ${named.size} claims are there to be found`);
    const page = await browser.newPage({ viewport: { width: 360, height: 900 } });
    page.setDefaultTimeout(PATIENCE);
    page.on("pageerror", (error) => report("search.js", error.message));
    try {
      await page.goto(new URL(path, base).href);
      for (const [at, title] of named) {
        // As somebody types who has no accents and shouts.
        await ask(page, title.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase());
        const first = await page.locator("#found a").first().getAttribute("href").catch(() => null);
        if (first !== at) report(title, `finds ${first} first, not ${at}`);
      }
      await ask(page, "zzzz");
      if ((await page.locator("#found li").count()) > 0) report("zzzz", "finds something");
      if (!(await page.locator("[role=status]").textContent())) report("zzzz", "nothing is said");

      await described(page, base, path, lang, report);
      await more(page, report);
      for (const scheme of screenshots ? ["light", "dark"] : []) {
        await page.emulateMedia({ colorScheme: scheme });
        for (const width of [360, 768, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          await page.screenshot({ path: join(screenshots, `found-${lang}-${width}-${scheme}.png`), fullPage: true });
        }
      }
    } catch (error) {
      report("", error.message.split("\n")[0]);
    } finally {
      await page.close();
    }
    await withoutScript(browser, base, path, report);
  }
}

/// Types a question and waits for its answer.
async function ask(page, question) {
  await page.evaluate(() => (document.querySelector("[role=status]").textContent = ""));
  await page.fill("#question", question);
  await page.press("#question", "Enter");
  await page.waitForFunction(() => document.querySelector("[role=status]").textContent !== "");
}

/// A browser asks as the description of the search says.
async function described(page, base, path, lang, report) {
  const description = await page.locator("link[rel=search]").getAttribute("href");
  const xml = await (await fetch(new URL(description, base))).text();
  const template = xml.match(/<Url type="text\/html" template="([^"]*)"/)?.[1].replaceAll("&amp;", "&") ?? "";
  const asked = new URL(template.replace("{searchTerms}", encodeURIComponent(lang === "fr" ? "réfugiés" : "refugees")));
  if (asked.pathname !== path) return report(description, `leads to ${asked.pathname}`);
  await page.goto(new URL(asked.pathname + asked.search, base).href);
  await page.waitForFunction(() => document.querySelectorAll("#found li").length > 0);
}

/// More is shown when it is asked for, and the address tells the question.
async function more(page, report) {
  await ask(page, "OSDH SOHR".split(" ")[page.url().includes("/en/") ? 1 : 0]);
  const before = await page.locator("#found li").count();
  if (!(await page.locator("#more").isVisible())) return report("#more", `is not there, ${before} are shown`);
  await page.click("#more");
  await page.waitForFunction((before) => document.querySelectorAll("#found li").length > before, before);
  const links = await page.locator("#found a").evaluateAll((links) => links.map((link) => link.href));
  if (new Set(links).size !== links.length) report("#more", "shows a claim twice");
  if (!new URL(page.url()).searchParams.get("q")) report(page.url(), "does not tell the question");
}

/// Without its script the page has no field that does nothing, and leads to the lists.
async function withoutScript(browser, base, path, report) {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(new URL(path, base).href);
  if (await page.locator("form").isVisible()) report("form", "is shown without the script that answers it");
  if ((await page.locator("main .lines a").count()) < 4) report("main", "leads to no lists");
  await page.close();
}

function decoded(text) {
  const named = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => named[name]);
}
