// A page that moved: it leads on by itself, and by a link for those whose browser does not.

export async function redirect(page, url, report) {
  await page.goto(url.href);
  await page.waitForURL((now) => now.pathname !== url.pathname, { timeout: 5000 }).catch(() => report("redirect", "meta", "leads nowhere"));
  const landed = new URL(page.url()).pathname;
  const html = await (await fetch(url)).text();
  const link = html.match(/<a href="([^"]*)"/)?.[1];
  if (link === undefined || new URL(link, url).pathname !== landed) {
    report("redirect", "a", `leads to ${link}, the page itself to ${landed}`);
  }
  if (!/<link rel="canonical"/.test(html)) report("redirect", "head", "does not name the address that counts");
}
