// Keeps an open page of the preview up to date. Never part of a built site.
(() => {
  "use strict";
  const script = document.currentScript;
  const made = { pages: script.dataset.pages, styles: script.dataset.styles };
  const place = `recoupe-scroll:${location.pathname}`;
  let stream = null;
  const desk = document.body.classList.contains("recoupe-desk");
  let panel = null;
  let badge = null;
  let words = {};
  // On the desk: the state that it was made from.
  let seen = null;

  // A page that was loaded again scrolls to where it was.
  const kept = sessionStorage.getItem(place);
  if (kept) {
    sessionStorage.removeItem(place);
    const [left, top] = JSON.parse(kept);
    const restore = () => scrollTo({ left, top, behavior: "instant" });
    restore();
    addEventListener("load", restore, { once: true });
  }

  // Most changes are about other pages: one that would be the same again stays as it is, and so does the last good
  // one while its template fails.
  async function reloadIfOther(pages) {
    const answer = await fetch(location.href, { cache: "no-store" }).catch(() => null);
    if (answer?.status === 500 && !document.getElementById("recoupe-report")) {
      made.pages = pages;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      show(page.getElementById("recoupe-report")?.innerHTML ?? null);
    } else if (answer?.headers.get("x-recoupe-made") === script.dataset.made) made.pages = pages;
    else reload();
  }

  function reload() {
    sessionStorage.setItem(place, JSON.stringify([scrollX, scrollY]));
    stream?.close();
    location.reload();
  }

  // The old sheet stays until the new one is there, so that nothing flickers.
  function restyle(styles) {
    for (const old of document.querySelectorAll('link[rel~="stylesheet"]')) {
      const url = new URL(old.href, location.href);
      if (url.origin !== location.origin) continue;
      url.searchParams.set("recoupe", styles);
      const fresh = old.cloneNode();
      fresh.href = url.href;
      fresh.addEventListener("load", () => old.remove(), { once: true });
      fresh.addEventListener("error", () => fresh.remove(), { once: true });
      old.after(fresh);
    }
  }

  // The styles of the page must not reach what is added to it, nor the other way round.
  function added(id, html) {
    const element = document.createElement("div");
    element.id = id;
    element.attachShadow({ mode: "open" }).innerHTML =
      `<link rel="stylesheet" href="/_recoupe/preview.css">${html}`;
    document.body.append(element);
    return element.shadowRoot;
  }

  function show(findings) {
    if (!findings) {
      panel?.host.remove();
      panel = null;
      return;
    }
    panel ??= added(
      "recoupe-panel",
      `<section class="panel" role="region" aria-labelledby="title"><details open>
        <summary id="title"></summary>
        <div class="findings" role="status" tabindex="0"></div>
        <p><a href="/_recoupe/"></a></p>
      </details></section>`,
    );
    panel.querySelector("summary").textContent = words.lastGood;
    panel.querySelector("a").textContent = words.desk;
    const list = panel.querySelector(".findings");
    if (list.dataset.shown !== findings) {
      list.dataset.shown = findings;
      list.innerHTML = findings;
    }
  }

  // In the corner of every page: what was found, and the way to the desk.
  function mark(text) {
    if (!text) return;
    badge ??= added("recoupe-badge", '<a class="badge" href="/_recoupe/" role="status"></a>');
    badge.querySelector("a").textContent = text;
  }

  function follow(message) {
    const state = JSON.parse(message.data);
    words = state;
    if (desk) {
      // The desk says what was found when the whole was last judged.
      if (state.settled && seen !== null && seen !== message.data) return reload();
      if (state.settled) seen = message.data;
      mark(state.badge);
      return;
    }
    if (state.pages !== made.pages) reloadIfOther(state.pages);
    if (state.styles !== made.styles) {
      made.styles = state.styles;
      restyle(state.styles);
    }
    show(state.findings);
    mark(state.badge);
  }

  // Browsers allow six connections to one host: only pages that are looked at keep theirs.
  function listen() {
    const wanted = document.visibilityState === "visible";
    if (wanted && !stream) {
      stream = new EventSource("/_recoupe/events");
      stream.onmessage = follow;
    } else if (!wanted && stream) {
      stream.close();
      stream = null;
    }
  }

  addEventListener("pagehide", () => {
    stream?.close();
    stream = null;
  });
  addEventListener("pageshow", listen);
  document.addEventListener("visibilitychange", listen);
  listen();
})();
