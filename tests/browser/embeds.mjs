// The cards that others show in frames: the code on the page of each claim, pasted into a page of another origin.

import { createServer } from "node:http";
import { join } from "node:path";
import { markup } from "./markup.mjs";

const WIDTHS = [280, 300, 400, 500, 700];

/// Cards fit their frames at every width, links leave them, and no other page can be framed.
export async function embeds(browser, base, site, findings, screenshots, accessibility) {
  const codes = [];
  for (const [path, html] of site) {
    const [, code] = html.match(/<textarea id="embed-code"[^>]*>([^]*?)<\/textarea>/) ?? [];
    if (code) codes.push({ path, code: here(decoded(code), base) });
  }
  if (codes.length === 0) return findings.add("/", "embed", "", "no page offers a card");
  const cards = new Map();
  for (const { code } of codes) {
    const url = new URL(code.match(/src="([^"]*)"/)[1]);
    cards.set(url.pathname, await (await fetch(url)).text());
  }
  await markup(cards, findings);

  const frames = codes.map(({ code }) => `<section>${code}</section>`).join("\n");
  const other = `<iframe id="page" title="page" src="${new URL(codes[0].path, base).href}"></iframe>`;
  const article = `<!doctype html><html lang="en"><title>An article</title><h1>An article</h1>${frames}${other}`;
  const server = createServer((_, answer) => answer.setHeader("content-type", "text/html; charset=utf-8").end(article));
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const page = await browser.newPage();
  // A page of so many frames takes a busy machine longer than half a minute.
  page.setDefaultTimeout(180_000);
  try {
    await page.setViewportSize({ width: 1000, height: 900 });
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    // Frames are fetched when they are near; here all of them are wanted.
    await page.evaluate(() => document.querySelectorAll("iframe").forEach((frame) => (frame.loading = "eager")));
    await page.waitForLoadState("load");
    await page.waitForFunction((wanted) => window.frames.length >= wanted, codes.length);
    await Promise.all(page.frames().filter((frame) => frame.parentFrame()).map((frame) => frame.waitForLoadState().catch(() => {})));
    const shown = page.frames().filter((frame) => frame !== page.mainFrame() && cards.has(new URL(frame.url(), base).pathname));
    if (shown.length !== codes.length) findings.add("/", "embed", "", `${shown.length} of ${codes.length} cards are shown`);
    for (const width of WIDTHS) {
      await page.evaluate((width) => document.querySelectorAll("section").forEach((one) => one.setAttribute("style", `width:${width}px`)), width);
      for (const frame of shown) {
        const [wide, tall] = await frame.evaluate(() => {
          const { scrollWidth, scrollHeight } = document.documentElement;
          return [scrollWidth - innerWidth, scrollHeight - innerHeight];
        });
        const path = new URL(frame.url()).pathname;
        if (wide > 0) findings.add(path, "embed", "html", `runs ${wide} px out of its frame of ${width} px`);
        if (tall > 0) findings.add(path, "embed", "html", `is ${tall} px too high for its frame of ${width} px`);
      }
    }
    const kept = await page.frames().find((frame) => frame.parentFrame() && !cards.has(new URL(frame.url(), base).pathname))?.url();
    if (kept && !kept.startsWith("chrome-error:")) findings.add(kept, "embed", "iframe", "a page that is no card can be framed");
    await page.goto(new URL([...cards.keys()][0], base).href);
    await accessibility(page, (rule, where, message) => findings.add(page.url(), rule, where, message));
    for (const scheme of screenshots ? ["light", "dark"] : []) {
      await page.emulateMedia({ colorScheme: scheme });
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 400 });
        await page.screenshot({ path: join(screenshots, `embed-${width}-${scheme}.png`), fullPage: true });
      }
    }
  } finally {
    await page.close();
    server.close();
  }
}

function decoded(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&#x2F;", "/").replaceAll("&amp;", "&");
}

/// The code as it would be if the site stood where it is served now.
function here(code, base) {
  return code.replace(/src="https?:\/\/[^/"]*\//, `src="${base.origin}/`);
}
