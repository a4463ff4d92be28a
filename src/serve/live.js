// The script of the preview: keeps an open page up to date, and shows on it what is wrong.
//
// It is added to pages when they are served and is never published. The server says the state of the page whenever
// something changes: the watermarks of what it would serve now, errors, findings. A page whose own watermark differs is
// loaded again; where only style sheets differ they are swapped. Everything that authors wrote is set as text.

(() => {
  "use strict";

  const script = document.currentScript;
  const loaded = { page: script.dataset.page, styles: script.dataset.styles };
  /** Whether this is the page that waits for the first complete site. */
  const isWaiting = document.body.className === "waiting";

  // ---- The connection ----

  const SOONEST = 250;
  const LATEST = 5000;
  const PATIENCE = 3000;

  const address = new URL("live", script.src);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  address.search = `page=${encodeURIComponent(location.pathname)}`;

  let socket;
  let wait = SOONEST;
  let timer;

  /** The watermark of the page that is being loaded. */
  let awaited;

  function connect() {
    clearTimeout(timer);
    awaited = undefined;
    const mine = new WebSocket(address);
    socket = mine;
    mine.onmessage = (message) => {
      wait = SOONEST;
      clearTimeout(timer);
      show(JSON.parse(message.data));
    };
    mine.onclose = () => {
      if (socket !== mine) return;
      if (wait > SOONEST) showLoss();
      retry();
    };
  }

  function retry() {
    clearTimeout(timer);
    timer = setTimeout(connect, wait * (0.8 + 0.4 * Math.random()));
    wait = Math.min(wait * 2, LATEST);
  }

  // After a sleep a connection may look open and be dead: whoever does not answer is called again.
  function ask() {
    if (document.visibilityState !== "visible") return;
    if (socket.readyState === WebSocket.OPEN) {
      socket.send("?");
      clearTimeout(timer);
      timer = setTimeout(reconnect, PATIENCE);
    } else if (socket.readyState !== WebSocket.CONNECTING) {
      reconnect();
    }
  }

  function reconnect() {
    const old = socket;
    connect();
    old.close();
  }

  document.addEventListener("visibilitychange", ask);
  window.addEventListener("online", ask);
  window.addEventListener("pageshow", (event) => event.persisted && reconnect());

  // ---- What has changed ----

  function show(state) {
    if (state.page !== loaded.page) {
      // What comes while the page is on its way would only make it start again.
      if (state.page !== awaited) location.reload();
      awaited = state.page;
      return;
    }
    if (state.styles !== loaded.styles) {
      loaded.styles = state.styles;
      swapStyles(state.styles).catch(() => location.reload());
    }
    const failed = state.setback !== null || state.errors.length > 0;
    if (failed) showErrors(state);
    else if (state.complete || kind !== "findings") showFindings(state);
    if (state.complete) host.dataset.build = state.build;
  }

  const sheets = (page) => [...page.querySelectorAll('link[rel~="stylesheet"]:not([data-outdated])')];

  // The names of sheets change with what is in them: the page as it is now has the new ones. An old sheet stays until
  // the new one is there, so that nothing flickers.
  async function swapStyles(version) {
    const answer = await fetch(location.href, { cache: "no-store" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (version !== loaded.styles) return;
    const fresh = sheets(page);
    sheets(document).forEach((old, place) => {
      const sheet = old.cloneNode();
      const url = new URL((fresh[place] ?? old).getAttribute("href"), document.baseURI);
      if (url.origin !== location.origin) return;
      url.searchParams.set("v", version);
      sheet.href = url;
      sheet.onload = sheet.onerror = () => old.remove();
      old.dataset.outdated = "";
      old.after(sheet);
    });
  }

  // ---- The sheet at the foot of the page ----

  function make(tag, name, text = "") {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.textContent = text;
    return element;
  }

  // Within a shadow root neither the styles of the page reach the sheet, nor those of the sheet the page.
  const host = make("noticeboard-preview");
  host.lang = "en";
  host.dir = "ltr";
  const sheet = make("section");
  const heading = make("h2");
  const fold = make("button", "fold");
  fold.type = "button";
  const title = make("span", "title");
  title.id = "title";
  const note = make("span", "note");
  const list = make("ol", "problems");
  list.id = "problems";
  list.tabIndex = 0;
  const alarm = make("p", "spoken");
  const news = make("p", "spoken");
  alarm.setAttribute("role", "alert");
  news.setAttribute("role", "status");
  sheet.setAttribute("aria-labelledby", "title");
  list.setAttribute("aria-labelledby", "title");
  fold.setAttribute("aria-controls", "problems");
  fold.append(title, note);
  heading.append(fold);
  sheet.append(heading, list);
  sheet.hidden = true;

  const styles = make("link");
  styles.rel = "stylesheet";
  styles.href = new URL("live.css", script.src);
  host.attachShadow({ mode: "open" }).append(styles, alarm, news, sheet);
  document.body.append(host);

  /** What the sheet shows: "errors", "findings", "loss" or nothing. */
  let kind = "";
  let shown = "";
  const isOpen = { errors: true, findings: recall() };

  function recall() {
    try {
      return sessionStorage.getItem("noticeboard-findings") === "open";
    } catch {
      return false;
    }
  }

  function remember() {
    try {
      sessionStorage.setItem("noticeboard-findings", isOpen.findings ? "open" : "folded");
    } catch {
      // Without a memory it is folded on every page.
    }
  }

  function setOpen(open) {
    isOpen[kind] = open;
    if (kind === "findings") remember();
    arrange();
  }

  function arrange() {
    const hasList = list.childElementCount > 0;
    const open = hasList && isOpen[kind] === true;
    sheet.hidden = kind === "";
    sheet.className = kind;
    list.hidden = !open;
    fold.disabled = !hasList;
    fold.setAttribute("aria-expanded", String(open));
    // What has the focus is not to end up behind the sheet.
    document.documentElement.style.scrollPaddingBottom = sheet.hidden ? "" : `${sheet.offsetHeight}px`;
  }

  fold.addEventListener("click", () => setOpen(list.hidden));
  sheet.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || list.hidden) return;
    setOpen(false);
    fold.focus();
  });

  // Nothing is touched where nothing is new, so that the reader keeps place and focus.
  function fill(newKind, words, hint, items) {
    const what = JSON.stringify([newKind, words, hint, items]);
    if (what === shown) return;
    shown = what;
    if (newKind === "errors" && kind !== "errors") isOpen.errors = true;
    kind = newKind;
    title.textContent = words;
    note.textContent = hint;
    list.replaceChildren(...items.map((item) => (typeof item === "string" ? make("li", "more", item) : problem(item))));
    alarm.textContent = kind === "errors" ? `${words}. ${hint}` : "";
    news.textContent = kind === "errors" ? "" : words;
    arrange();
  }

  const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;
  // Keys and file names stand between backticks, as in the terminal.
  function worded(tag, name, text) {
    const element = make(tag, name);
    text.split("`").forEach((part, index) => element.append(index % 2 === 0 ? part : make("code", "", part)));
    return element;
  }

  const further = (count) => (count > 0 ? [`And ${count} more.`] : []);

  const setbacks = {
    fault: {
      title: "Noticeboard failed",
      severity: "fault",
      message: "Noticeboard failed. This is our fault, not yours.",
      help: "The preview goes on: save again to try again. Please report it with these words.",
    },
    trouble: {
      title: "The hub cannot be read",
      severity: "error",
      message: "The hub cannot be read",
      help: "The preview goes on by itself once it can.",
    },
  };

  function showErrors({ setback, errors, more_errors }) {
    const [whose, said] = setback ?? [];
    const before = setback === null ? [] : [{ ...setbacks[whose], words: said }];
    const count = errors.filter((one) => one.severity === "error").length + more_errors;
    const words = setback === null ? counted(count, "error", "errors") : setbacks[whose].title;
    const hint = isWaiting ? "" : "This page is the last version without errors.";
    fill("errors", words, hint, [...before, ...errors, ...further(more_errors)]);
  }

  function showFindings({ findings, more_findings }) {
    const count = findings.length + more_findings;
    if (count === 0) fill("", "", "", []);
    else fill("findings", counted(count, "finding", "findings"), "What the law and good practice ask of this page.", [...findings, ...further(more_findings)]);
  }

  function showLoss() {
    fill("loss", "The preview is not running", "This page may be out of date. It will catch up by itself.", []);
  }

  // ---- One problem ----

  function problem(item) {
    const entry = make("li", `problem ${item.severity}`);
    const what = make("p", "what");
    what.append(make("strong", "severity", item.severity), " ", worded("span", "", item.message));
    entry.append(what);
    if (item.words) entry.append(make("pre", "words", item.words));
    if (item.path) entry.append(...place(item, item.label));
    for (const other of item.related ?? []) entry.append(...place(other, other.message));
    if (item.help) entry.append(worded("p", "help", item.help));
    if (item.paste) entry.append(make("p", "to-add", "To add:"), make("pre", "paste", item.paste));
    if (item.code) entry.append(make("p", "code", item.law ? `${item.code} · ${item.law}` : item.code));
    return entry;
  }

  function place({ path, line, column, before, marked, after }, words) {
    const where = make("p", "where");
    where.append(make("code", "", `${path}:${line}:${column}`));
    if (words) where.append(" ", worded("span", "label", words));
    if (before + marked + after === "") return [where];
    const source = make("pre", "source");
    const number = make("span", "line", line);
    number.setAttribute("aria-hidden", "true");
    source.append(number, before, make("mark", "", marked), after);
    return [where, source];
  }

  connect();
})();
