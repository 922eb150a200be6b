// Finds checks by their words, in files that lie beside the pages. Without it the page leads to the lists.
"use strict";

{
  const form = document.querySelector("form.search");
  const question = form.querySelector("input");
  const status = document.querySelector("[role=status]");
  const list = document.getElementById("found");
  const more = document.getElementById("more");
  const { folder, found, none, failed } = form.dataset;
  const [files, claims, rows] = [form.dataset.files, form.dataset.claims, form.dataset.rows].map(Number);
  const number = new Intl.NumberFormat(document.documentElement.lang);

  // A file is asked for once; one that did not come may be asked for again.
  const kept = new Map();
  const read = (path) => {
    if (!kept.has(path)) {
      const answer = fetch(folder + path).then((answer) => {
        if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
        return answer.json();
      });
      kept.set(path, answer);
      answer.catch(() => kept.delete(path));
    }
    return kept.get(path);
  };

  // The words of a text, as `terms` in src/text/terms.rs.
  const terms = (text) => {
    const bare = text.normalize("NFKD").replace(/\p{M}/gu, "");
    const small = bare.toLowerCase().replaceAll("œ", "oe").replaceAll("æ", "ae");
    return small.match(/[\p{Alphabetic}\p{N}]+/gu) ?? [];
  };

  // The file of a word, as `file_of` in src/render/search.rs.
  const fileOf = (word) => {
    let hash = 0x811c9dc5;
    for (const byte of new TextEncoder().encode([...word].slice(0, 2).join(""))) {
      hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    }
    return hash % files;
  };

  // How well claims fit a word: the title before the text, the word itself before longer ones. Nothing if it, or a
  // longer one, stands in most claims and so tells none from another.
  const fitting = async (word) => {
    const fits = new Map();
    const words = await read(`words/${fileOf(word)}.json`);
    for (const [candidate, places] of Object.entries(words)) {
      const same = candidate === word;
      if (!same && !(word.length > 2 && candidate.startsWith(word))) continue;
      if (places === 0) return null;
      let place = 0;
      for (const step of places) {
        place += step;
        const fit = (place & 1 ? 4 : 1) * (same ? 2 : 1);
        const claim = place >> 1;
        if (fit > (fits.get(claim) ?? 0)) fits.set(claim, fit);
      }
    }
    return fits;
  };

  // The claims that have all words, the best first and of those that fit alike the newest.
  const find = async (text) => {
    const words = [...new Set(terms(text))];
    if (words.length === 0) return null;
    const all = (await Promise.all(words.map(fitting))).filter((fits) => fits !== null);
    const [first, ...others] = all;
    const candidates = first ? [...first.keys()] : Array.from({ length: claims }, (_, claim) => claim);
    const common = candidates.filter((claim) => others.every((fits) => fits.has(claim)));
    const fit = (claim) => all.reduce((sum, fits) => sum + fits.get(claim), 0);
    return common.map((claim) => [fit(claim), claim]).sort((a, b) => b[0] - a[0] || b[1] - a[1]).map(([, claim]) => claim);
  };

  const AT_ONCE = 20;
  let answer = [];
  let asked = 0;

  const show = async (from, turn) => {
    const next = answer.slice(from, from + AT_ONCE);
    const markup = await Promise.all(next.map(async (claim) => (await read(`rows/${Math.floor(claim / rows)}.json`))[claim % rows]));
    if (turn !== asked) return;
    if (from === 0) list.replaceChildren();
    list.insertAdjacentHTML("beforeend", markup.join(""));
    more.hidden = from + AT_ONCE >= answer.length;
  };

  const ask = async () => {
    const turn = ++asked;
    try {
      const claims = await find(question.value);
      if (turn !== asked) return;
      answer = claims ?? [];
      await show(0, turn);
      if (turn !== asked) return;
      if (claims === null) status.textContent = "";
      else status.textContent = answer.length === 0 ? none : `${found} ${number.format(answer.length)}`;
    } catch {
      if (turn === asked) status.textContent = failed;
    }
  };

  const remember = () => {
    const address = new URL(location);
    if (question.value.trim()) address.searchParams.set("q", question.value);
    else address.searchParams.delete("q");
    history.replaceState(null, "", address);
  };

  let waiting;
  question.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      remember();
      ask();
    }, 150);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    remember();
    ask();
  });
  more.addEventListener("click", async () => {
    const shown = list.children.length;
    await show(shown, asked).catch(() => (status.textContent = failed));
    list.children[shown]?.querySelector("a")?.focus();
  });

  form.hidden = false;
  question.value = new URLSearchParams(location.search).get("q") ?? "";
  if (question.value) ask();
}
