// The references that the links of a claim's page hold themselves, as a reader gets them who takes one.

import { readFile } from "node:fs/promises";

const WANTED = ["BibTeX", "RIS", "CSL-JSON"];

/// Every link gives a file of its name, in UTF-8, about the claim of the page, and leaves the page where it was.
export async function downloads(page, report) {
  const address = page.url();
  const title = (await page.locator("h1").textContent()).trim();
  const links = await page.locator("a[download]").all();
  const forms = await Promise.all(links.map((link) => link.textContent()));
  if (forms.join() !== WANTED.join()) return report("download", "a[download]", `there are ${forms.join(", ")}`);
  for (const [at, link] of links.entries()) {
    const [file] = await Promise.all([page.waitForEvent("download", { timeout: 5000 }), link.click()]);
    const name = await link.getAttribute("download");
    if (file.suggestedFilename() !== name) report("download", name, `comes as ${file.suggestedFilename()}`);
    const text = await readFile(await file.path(), "utf8");
    if (!HOLDS[forms[at]](text, title)) report("download", name, `does not hold “${title}”: ${text.slice(0, 80)}`);
  }
  if (page.url() !== address) report("download", "a[download]", `leads away, to ${page.url().slice(0, 60)}`);
}

const HOLDS = {
  BibTeX: (text, title) => text.startsWith("@misc{") && text.endsWith("}\n\n") && text.includes(words(title)),
  RIS: (text, title) => text.startsWith("TY  - ELEC\r\n") && text.endsWith("ER  - \r\n\r\n") && text.includes(words(title)),
  "CSL-JSON": (text, title) => JSON.parse(text)[0].title === title,
};

/// The longest stretch of a title that every form writes alike.
function words(title) {
  return title.split(/[^\p{L}’ ]/u).sort((a, b) => b.length - a.length)[0];
}
