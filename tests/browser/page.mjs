// What must hold on every page that is opened.

/// What the markup says, whatever the screen.
export async function structure(page, lang, report) {
  const found = await page.evaluate(() => {
    const all = [...document.querySelectorAll("*")];
    const named = (element, attribute) => `${element.localName}[${attribute}]`;
    return {
      lang: document.documentElement.lang,
      dir: document.documentElement.dir,
      headings: [...document.querySelectorAll("h1")].map((heading) => heading.textContent.trim()),
      scripts: document.querySelectorAll('script:not([type="application/ld+json"])').length - document.querySelectorAll("form.search").length,
      // A strict content security policy refuses both.
      inline: all.flatMap((element) =>
        element.getAttributeNames().filter((name) => name === "style" || name.startsWith("on")).map((name) => named(element, name)),
      ),
      moving: document.getAnimations().length,
    };
  });
  if (found.lang !== lang) report("lang", "html", `is "${found.lang}", not "${lang}"`);
  const dir = lang === "ar" ? "rtl" : "ltr";
  if (found.dir !== dir) report("dir", "html", `is "${found.dir}", not "${dir}"`);
  if (found.headings.length !== 1 || !found.headings[0]) {
    report("h1", "h1", `one first heading with words is needed, there are ${found.headings.length}`);
  }
  if (found.scripts > 0) report("script", "script", `${found.scripts} on a page that needs none`);
  for (const where of found.inline) report("inline", where, "belongs in the stylesheet");
  if (found.moving > 0) report("motion", "", "nothing moves");
}

/// What the screen shows at the width and in the scheme of the moment.
export async function appearance(page, report) {
  const found = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const name = (element) => element.localName + [...element.classList].map((one) => `.${one}`).join("");
    const wide = [];
    if (document.documentElement.scrollWidth > innerWidth) {
      for (const element of document.querySelectorAll("body *")) {
        const box = element.getBoundingClientRect();
        if (box.right > width + 1 || box.left < -1) wide.push(name(element));
      }
    }
    return { scroll: document.documentElement.scrollWidth, inner: innerWidth, wide };
  });
  if (found.scroll > found.inner) {
    report("scroll", found.wide.at(-1) ?? "html", `the page is ${found.scroll} px wide and scrolls sideways`);
  }
}

/// Paper, and forced colours.
export async function printed(page, report) {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const print = await page.evaluate(() => {
    const seen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const name = (element) => element.localName + [...element.classList].map((one) => `.${one}`).join("");
    const left = [...document.querySelectorAll("nav, form, .skip, aside.margin, .report")].filter(seen).map(name);
    return { left, ink: getComputedStyle(document.documentElement).color };
  });
  for (const where of print.left) report("print", where, "is of no use on paper");
  if (print.ink !== "rgb(27, 30, 32)") report("print", "html", `${print.ink} is no ink for paper`);
  await page.emulateMedia({ media: "screen", colorScheme: "light", forcedColors: "active" });
  const marks = await page.evaluate(() =>
    [...document.querySelectorAll(".mark")].flatMap((mark) => {
      const { width, height } = mark.getBoundingClientRect();
      const { fill, color } = getComputedStyle(mark);
      const text = getComputedStyle(document.body).color;
      const shown = width >= 9 && height >= 9;
      if (shown && fill === color && color === text) return [];
      return [`${mark.getAttribute("class")} is ${fill}, ${Math.round(width)} px wide, beside text in ${text}`];
    }),
  );
  for (const message of new Set(marks)) report("forced-colors", ".mark", message);
}
