// Keeps an open page of the preview up to date. Never part of a built site.
(() => {
  "use strict";
  const script = document.currentScript;
  const made = { pages: script.dataset.pages, styles: script.dataset.styles };
  const place = `recoupe-scroll:${location.pathname}`;
  let stream = null;
  let panel = null;

  // A page that was loaded again scrolls to where it was.
  const kept = sessionStorage.getItem(place);
  if (kept) {
    sessionStorage.removeItem(place);
    const [left, top] = JSON.parse(kept);
    const restore = () => scrollTo({ left, top, behavior: "instant" });
    restore();
    addEventListener("load", restore, { once: true });
  }

  // Most changes are about other pages: one that would be the same again stays as it is.
  async function reloadIfOther(pages) {
    const head = await fetch(location.href, { method: "HEAD", cache: "no-store" }).catch(() => null);
    if (head?.headers.get("x-recoupe-made") !== script.dataset.made) reload();
    else made.pages = pages;
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

  function show(findings) {
    const page = document.getElementById("recoupe-findings");
    if (page) {
      page.innerHTML = findings ?? "<p>Nothing to mend.</p>";
      return;
    }
    if (!findings) {
      panel?.remove();
      panel = null;
      return;
    }
    if (!panel) {
      panel = document.createElement("div");
      panel.id = "recoupe-panel";
      // The styles of the page must not reach the panel, nor the other way round.
      const root = panel.attachShadow({ mode: "open" });
      root.innerHTML = `
        <link rel="stylesheet" href="/_recoupe/preview.css">
        <section class="panel" role="region" aria-label="Findings of recoupe">
          <details open>
            <summary>This page is the last good version</summary>
            <div class="findings" role="status" tabindex="0"></div>
            <p><a href="/_recoupe/">All findings</a></p>
          </details>
        </section>`;
      document.body.append(panel);
    }
    const list = panel.shadowRoot.querySelector(".findings");
    if (list.dataset.shown !== findings) {
      list.dataset.shown = findings;
      list.innerHTML = findings;
    }
  }

  function follow(message) {
    const state = JSON.parse(message.data);
    if (state.pages !== made.pages) reloadIfOther(state.pages);
    if (state.styles !== made.styles) {
      made.styles = state.styles;
      restyle(state.styles);
    }
    show(state.findings);
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
