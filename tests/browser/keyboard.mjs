// The first presses of a reader without a mouse.

const STOPS = 12;

/// The first Tab shows the skip link, Enter leads past the menu, and every stop can be seen.
export async function keyboard(page, report) {
  await page.evaluate("document.activeElement?.blur(), scrollTo(0, 0)");
  await page.reload();
  await page.keyboard.press("Tab");
  const first = await stop(page);
  if (!first.skip) report("keyboard", first.name, "the first Tab does not reach the skip link");
  if (!first.inside) report("keyboard", ".skip", "has the focus and cannot be seen");
  await page.keyboard.press("Enter");
  await page.waitForURL(/#main$/, { timeout: 2000 }).catch(() => report("keyboard", ".skip", "leads nowhere"));
  for (let at = 0; at < STOPS; at += 1) {
    await page.keyboard.press("Tab");
    const next = await stop(page);
    if (next.end) break;
    if (at === 0 && !next.main && !next.foot) report("keyboard", next.name, "comes next after skipping to the content");
    if (!next.outlined) report("keyboard", next.name, "has the focus and no outline");
    if (!next.inside) report("keyboard", next.name, "has the focus and cannot be seen");
  }
}

/// Where the focus is.
async function stop(page) {
  return page.evaluate(() => {
    const at = document.activeElement;
    const box = at.getBoundingClientRect();
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    return {
      end: at === document.body,
      name: at.localName + [...at.classList].map((one) => `.${one}`).join("") + ` “${at.textContent.trim().replace(/\s+/g, " ").slice(0, 40)}”`,
      skip: at.matches("a.skip"),
      main: at.closest("main") !== null,
      foot: at.closest("footer") !== null,
      inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 0,
      outlined: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
    };
  });
}
