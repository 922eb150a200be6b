// Every page that was read, held against the HTML standard.

import { FileSystemConfigLoader, HtmlValidate, StaticConfigLoader } from "html-validate";

const RULES = {
  extends: ["html-validate:standard", "html-validate:a11y"],
  rules: {},
};

export async function markup(site, findings) {
  const validator = new HtmlValidate(new StaticConfigLoader(RULES));
  for (const [path, html] of site) {
    const { results } = await validator.validateString(html);
    for (const { ruleId, line, column, selector, message } of results.flatMap(({ messages }) => messages)) {
      findings.add(path, `html ${ruleId}`, selector ?? `${line}:${column}`, message);
    }
    const firsts = html.match(/<h1[ >]/g)?.length ?? 0;
    if (firsts !== 1 && !html.includes('http-equiv="refresh"')) findings.add(path, "h1", "h1", `there are ${firsts}`);
    const markup = html.replace('<script src="/search.js" defer></script>', html.includes('<form class="search"') ? "" : "$&");
    if (/<script(?! type="application\/ld\+json">)[ >]/.test(markup)) findings.add(path, "script", "script", "on a page that needs none");
  }
}
