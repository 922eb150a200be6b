// Looks at a running preview while its files change: `node preview.mjs http://127.0.0.1:4000/ SITE`.
//
// SITE is the folder that is served; its claim `ferry-aground` is long enough to be scrolled, and its style sheet is
// its own. The first thing that does not hold ends it with exit code 1.

import assert from "node:assert/strict";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

const [address, site] = process.argv.slice(2);
if (!site) {
  console.error("usage: node preview.mjs BASE_URL SITE");
  process.exit(2);
}
const CLAIM = "content/claims/ferry-aground.md";
const STYLE = "static/recoupe.css";
const SCROLLED = 1500;
const PATIENCE = 30_000;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu"],
});
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(PATIENCE);
  // How often this page was loaded, itself included.
  await context.addInitScript(() => {
    const count = Number(sessionStorage.getItem("loads") ?? 0) + 1;
    sessionStorage.setItem("loads", count);
  });
  const page = await context.newPage();
  const mistakes = [];
  page.on("pageerror", (error) => mistakes.push(error.message));
  await page.goto(new URL("checks/ferry-aground/", address).href);
  await settled(page);

  await said("an edit loads the page again where it was", () => edit(page));
  await said("two edits in a burst are one reload", () => burst(page));
  await said("a style sheet is changed in place", () => restyle(page));
  await said("a mistake is shown above the last good page until it is mended", () => mistake(page, context));
  assert.deepEqual(mistakes, [], "the script fails on the page");
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await browser.close();
}

async function said(what, holds) {
  await holds();
  console.log(`ok: ${what}`);
}

async function edit(page) {
  await scrollAndMark(page);
  const before = await loads(page);
  change(CLAIM, "The harbour office says so", "The harbour office said so in the morning");
  await shows(page, "said so in the morning");
  await settled(page);
  assert.equal(await page.evaluate("window.marked"), undefined, "the page was not loaded again");
  assert.equal(await loads(page), before + 1, "one edit is one reload");
  await stays(page);
}

async function burst(page) {
  await scrollAndMark(page);
  const before = await loads(page);
  change(CLAIM, "in the morning", "at noon");
  change(CLAIM, "Paragraph 7 of many", "Paragraph seven of many");
  await shows(page, "Paragraph seven of many");
  await shows(page, "said so at noon");
  await settled(page);
  assert.equal(await loads(page), before + 1, "two edits in a burst are one reload");
  await stays(page);
}

async function restyle(page) {
  await scrollAndMark(page);
  const before = await loads(page);
  const styled = () => page.evaluate(() => getComputedStyle(document.body).outlineColor);
  assert.notEqual(await styled(), "rgb(1, 2, 3)");
  write(STYLE, `${read(STYLE)}\nbody { outline-color: rgb(1, 2, 3); }\n`);
  await page.waitForFunction(() => getComputedStyle(document.body).outlineColor === "rgb(1, 2, 3)");
  // The old sheet goes when the new one is there.
  await page.waitForFunction(() => document.querySelectorAll('link[rel~="stylesheet"]').length === 1);
  await settled(page);
  assert.equal(await page.evaluate("window.marked"), true, "the page was loaded again");
  assert.equal(await loads(page), before);
  await stays(page);
}

async function mistake(page, context) {
  await scrollAndMark(page);
  const before = await loads(page);
  const good = read(CLAIM);
  change(CLAIM, "verdict: attributed", "verdict: atributed");
  const findings = page.locator("#recoupe-panel .findings");
  await findings.waitFor();
  await settled(page);
  const excerpt = await findings.innerText();
  const line = good.split("\n").indexOf("verdict: attributed") + 1;
  assert.match(excerpt, new RegExp(`${CLAIM}:${line}:10`), "the place is named");
  assert.match(excerpt, /verdict: atributed/, "the line is shown");
  assert.match(excerpt, /did you mean `attributed`/, "there is a way out");
  // Beneath it, the page as it was last good, where it was.
  assert.equal(await page.evaluate("window.marked"), true, "the page was loaded again");
  assert.equal(await page.locator("h1").innerText(), "The ferry ran aground");
  await stays(page);
  await byKeyboard(page);

  const desk = await context.newPage();
  await desk.goto(new URL("_recoupe/", address).href);
  const listed = desk.locator("li.error", { hasText: "atributed" });
  await listed.waitFor();
  assert.match(await listed.innerText(), new RegExp(`${CLAIM}:${line}:10`));
  assert.match(await listed.locator("a").getAttribute("href"), new RegExp(`^vscode://file/.*${CLAIM}:${line}:10$`));

  write(CLAIM, good);
  // An open desk follows too.
  await listed.waitFor({ state: "detached" });
  await desk.close();
  await page.bringToFront();
  await page.locator("#recoupe-panel").waitFor({ state: "detached" });
  await settled(page);
  assert.equal(await loads(page), before, "what is as before needs no reload");
  await stays(page);
}

/// With the Tab key alone one comes to the findings, which scroll, and can close them.
async function byKeyboard(page) {
  const focused = () => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.className ?? "");
  const onSummary = () =>
    page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.localName === "summary");
  const details = page.locator("#recoupe-panel details");
  const top = await page.evaluate("scrollY");
  for (let stops = 0; !(await onSummary()); stops += 1) {
    assert.ok(stops < 100, "Tab does not lead to the findings");
    // Backwards: what is added to a page stands at its end.
    await page.keyboard.press("Shift+Tab");
  }
  await page.keyboard.press("Enter");
  assert.equal(await details.getAttribute("open"), null, "Enter does not close the findings");
  await page.keyboard.press("Enter");
  assert.notEqual(await details.getAttribute("open"), null, "Enter does not open the findings again");
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "findings", "the findings cannot be scrolled with the keyboard");
  await page.evaluate((top) => scrollTo({ top, behavior: "instant" }), top);
}

/// Scrolls down, and leaves a mark that a reload wipes away.
async function scrollAndMark(page) {
  await page.evaluate((top) => {
    window.marked = true;
    scrollTo({ top, behavior: "instant" });
  }, SCROLLED);
  await stays(page);
}

async function stays(page) {
  await page.waitForFunction((top) => Math.abs(scrollY - top) <= 2, SCROLLED);
}

async function shows(page, text) {
  await page.waitForFunction((text) => document.querySelector("main").textContent.includes(text), text);
}

async function loads(page) {
  return Number(await page.evaluate(() => sessionStorage.getItem("loads")));
}

/// Waits until the whole was judged, and until the page is what would be made now.
async function settled(page) {
  const badge = page.locator("#recoupe-badge .badge");
  await badge.waitFor();
  await page.waitForFunction(async () => {
    const badge = document.getElementById("recoupe-badge")?.shadowRoot.querySelector(".badge");
    if (!badge?.textContent || badge.textContent.includes("being checked")) return false;
    const answer = await fetch(location.href, { cache: "no-store" });
    const made = document.querySelector('script[src="/_recoupe/preview.js"]').dataset.made;
    return answer.headers.get("x-recoupe-made") === made;
  });
}

function read(file) {
  return readFileSync(join(site, file), "utf8");
}

/// In one step, as editors do.
function write(file, text) {
  const fresh = join(site, "not-watched");
  writeFileSync(fresh, text);
  renameSync(fresh, join(site, file));
}

function change(file, from, to) {
  const text = read(file);
  assert.ok(text.includes(from), `${file} does not say “${from}”`);
  write(file, text.replace(from, to));
}
