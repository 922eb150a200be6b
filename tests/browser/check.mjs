// Looks at a built site as readers meet it: `node check.mjs http://127.0.0.1:8000 [/a/page/ no/link/leads/to]`.
//
// Every page that can be reached is read; one of each kind and language is opened in Chromium, in light and
// dark and at several widths. Findings are printed one a line; with any, the exit code is 1.

import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { downloads } from "./downloads.mjs";
import { embeds } from "./embeds.mjs";
import { keyboard } from "./keyboard.mjs";
import { crawl, kinds } from "./pages.mjs";
import { appearance, printed, structure } from "./page.mjs";
import { redirect } from "./redirect.mjs";
import { search } from "./search.mjs";
import { Findings } from "./findings.mjs";
import { markup } from "./markup.mjs";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WIDTHS = [360, 768, 1280];
// WCAG 1.4.10 (Reflow) names this width; nobody draws for it, so nothing but scrolling is looked at.
const NARROWEST = 320;
const SCHEMES = ["light", "dark"];
const HEIGHT = 900;

const [address, ...hidden] = process.argv.slice(2);
if (!address) {
  console.error("usage: node check.mjs BASE_URL [PATH...]");
  process.exit(2);
}
const base = new URL(address);
const screenshots = process.env.RECOUPE_SCREENSHOTS;
if (screenshots) await mkdir(screenshots, { recursive: true });

const findings = new Findings();
const site = await crawl(base, hidden, findings);
await markup(site, findings);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
const chosen = kinds(site, findings);
const waiting = [...chosen];
try {
  await Promise.all(Array.from({ length: 2 }, worker));
  await search(browser, base, site, findings, screenshots);
  await embeds(browser, base, site, findings, screenshots, accessibility);
} finally {
  await browser.close();
}
findings.print();
console.log(`${site.size} pages read, ${chosen.length} looked at in Chromium, ${findings.size} findings`);
process.exitCode = findings.size === 0 ? 0 : 1;

/// Takes one page after the other until none is left.
async function worker() {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    // The server allows no script by its policy; the driver's own (axe) runs all the same, which it would
    // not with `javaScriptEnabled: false`.
    const context = await browser.newContext();
    const page = await context.newPage();
    await look(page, next).catch((error) => findings.add(next.path, "broken", "", error.message.split("\n")[0]));
    await context.close();
  }
}

async function look(page, { kind, lang, path }) {
  const report = (rule, where, message) => findings.add(path, rule, where, message);
  listen(page, report);
  if (kind === "redirect") {
    await redirect(page, new URL(path, base), report);
    return;
  }
  await page.setViewportSize({ width: WIDTHS[0], height: HEIGHT });
  await page.goto(new URL(path, base).href);
  await page.evaluate("document.fonts.ready.then(() => true)");
  await structure(page, lang, report);
  for (const scheme of SCHEMES) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const width of [NARROWEST, ...WIDTHS]) {
      await page.setViewportSize({ width, height: HEIGHT });
      const within = (rule, where, message) => report(rule, where, `${message} (${scheme}, ${width} px)`);
      await appearance(page, within);
      if (width === NARROWEST) continue;
      if (asked(scheme, width)) await accessibility(page, within);
      if (screenshots) {
        await page.screenshot({ path: join(screenshots, `${kind}-${lang}-${width}-${scheme}.png`), fullPage: true });
      }
    }
  }
  await printed(page, report);
  await page.emulateMedia({ media: "screen", colorScheme: "light", forcedColors: "none" });
  await keyboard(page, report);
  if (kind.startsWith("claim-")) await downloads(page, report);
}

/// Whether axe is asked: both schemes, and every width once, since colours do not depend on the width.
function asked(scheme, width) {
  return width === WIDTHS[0] || (scheme === "dark") === (width === WIDTHS.at(-1));
}

/// What the browser itself complains about, and what it asks others for.
function listen(page, report) {
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) report("console", message.location().url, message.text());
  });
  page.on("pageerror", (error) => report("console", "", error.message));
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "it failed";
    // A page that sends its reader on is left while its icon is still on the way.
    if (reason !== "net::ERR_ABORTED") report("request", request.url(), reason);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) report("request", response.url(), `answered ${response.status()}`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== base.origin) report("request", url.href, "goes to another host");
    if (/arabic/.test(url.pathname)) report("request", url.pathname, "an Arabic face on a page that is not in Arabic");
  });
}

async function accessibility(page, report) {
  if (!(await page.evaluate("typeof axe !== 'undefined'"))) await page.evaluate(`${AXE}; undefined`);
  const violations = await page.evaluate(async () => {
    // Every rule that is a rule of today, the ones that are off unless asked for included.
    const aside = ["experimental", "deprecated", "wcag2aaa"];
    const rules = axe.getRules().filter(({ tags }) => !tags.some((tag) => aside.includes(tag)));
    const values = rules.map(({ ruleId }) => ruleId);
    const { violations } = await axe.run(document, { runOnly: { type: "rule", values }, resultTypes: ["violations"] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, any }) => ({ id, where: target.flat().join(" "), help: any[0]?.message ?? help })),
    );
  });
  for (const { id, where, help } of violations) report(`axe ${id}`, where, help);
}
