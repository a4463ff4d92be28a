// Search in the hub, in the reader's browser: nothing that is typed leaves it.
//
// The index is a script beside the search page, loaded when somebody goes to a search box; it sets `noticeboardSearch`.
// What is in it is said in src/render/search/index.rs. A word finds itself, its other forms, words that begin with it,
// and, where there is none of these, words that differ by one letter. Text goes onto the page as text, never as HTML.
(() => {
  "use strict";

  // Words ------------------------------------------------------------------------------------

  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f'’]/g, "");
  const split = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) || [];

  const phrase = (text) => split(text).join(" ");

  /** What the forms of a word have in common: rough, and the same for questions and pages. */
  const stems = {
    en: (word) =>
      word
        .replace(/ie[sd]$/, "y")
        .replace(/([^su])s$/, "$1")
        .replace(/^(.{3,}?)(?:ation|ness|less|ment|ion|al|ly)$/, "$1")
        .replace(/^(.{3,})(?:ing|ed)$/, (_, rest) => (/^[^aeiou]*[aeiou][^aeiouwxy]$/.test(rest) ? `${rest}e` : rest))
        .replace(/^(.{4,})e$/, "$1")
        .replace(/([^aeiou])y$/, "$1i")
        .replace(/([^aeious])\1$/, "$1"),
    // The first letter as all its mutations have it; for c and g that is none.
    cy: (word) =>
      word
        .replace(/^(?:ngh?|ch|[cg]|h(?=[aeiouwy]))/, "")
        .replace(/^(?:mh|ph|[pbm]|f(?!f))/, "b")
        .replace(/^(?:nh|th|dd?|[tn])/, "d")
        .replace(/^(l|r)[lh]/, "$1")
        .replace(/^(.{3,}?)(?:iadau|iad|iau|ion|oedd|au|io|on|o|u|i)$/, "$1"),
  };
  const stemOf = stems[document.documentElement.lang.slice(0, 2)] || stems.en;
  const stem = (word) => (word.length < 4 || /\d/.test(word) ? word : stemOf(word));

  /** Whether two words differ by one letter: another, one more, one less, or two that changed places. */
  function differByOne(a, b) {
    if (a.length < b.length) return differByOne(b, a);
    let i = 0;
    while (i < b.length && a[i] === b[i]) i += 1;
    if (a.length > b.length) return a.length === b.length + 1 && a.slice(i + 1) === b.slice(i);
    const [x, y] = [a.slice(i + 1), b.slice(i + 1)];
    return x === y || (a[i] === b[i + 1] && a[i + 1] === b[i] && x.slice(1) === y.slice(1));
  }

  // The index --------------------------------------------------------------------------------

  /** What a word is worth by where it stands. */
  const worth = { title: 12, name: 10, heading: 5, summary: 4, body: 2 };
  const fields = Object.keys(worth);

  /** The pages of a heading or word: distances, in numbers to the base 32 whose last digit is to the base 48. */
  function decode(text) {
    const pages = [];
    let page = 0;
    let number = 0;
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (code > 0x5c) {
        number = number * 32 + code - 0x5c;
      } else {
        page += number * 48 + code - 0x23;
        pages.push(page);
        page += 1;
        number = 0;
      }
    }
    return pages;
  }

  /** Every word with the pages where it stands, by field. */
  function prepare(data) {
    const terms = new Map();
    const term = (word) => {
      let found = terms.get(word);
      if (!found) terms.set(word, (found = { word, stem: stem(word), heading: [], section: [] }));
      return found;
    };
    const add = (text, field, page) => {
      for (const word of split(text)) {
        const found = term(word);
        (found[field] = found[field] || []).push(page);
      }
    };
    data.titles.forEach((title, page) => add(title, "title", page));
    data.names.forEach((names, page) => add(names, "name", page));
    data.summaries.forEach((summary, page) => add(summary, "summary", page));
    const headingsOf = data.titles.map(() => []);
    const called = data.titles.map((title, page) => new Set([title, ...data.names[page].split("\n")].map(phrase)));
    const headingPages = data.headings.length ? data.headingPages.split(" ").map(decode) : [];
    const headings = data.headings.map((heading, id) => {
      const [words, anchor, also] = heading.split("\n");
      for (const word of split(words)) {
        // A section that every notice has says where in a notice the answer is, but not in which.
        if (also === undefined) for (const page of headingPages[id]) term(word).heading.push(page);
        term(word).section.push(id);
      }
      for (const word of split(also || "")) term(word).section.push(id);
      for (const page of headingPages[id]) {
        headingsOf[page].push(id);
        if (also === undefined) called[page].add(phrase(words));
      }
      return { words, anchor };
    });
    // What the first letters of a name may stand for: "AI" finds "Artificial intelligence".
    const initials = new Map();
    for (const name of called.flatMap((names) => [...names])) {
      const parts = name.split(" ");
      const letters = parts.map((part) => part[0]).join("");
      initials.set(letters, [...(initials.get(letters) || []), ...parts]);
    }
    const places = data.wordPages.split(" ");
    data.words.split(" ").forEach((word, i) => {
      term(fold(word)).text = places[i];
    });
    return { ...data, terms, headings, headingsOf, called, initials, stop: new Set(split(data.stop)) };
  }

  /** The pages that have a term in a field. */
  function pagesOf(term, field) {
    if (field === "body" && term.text) {
      term.body = decode(term.text);
      term.text = "";
    }
    return term[field] || [];
  }

  // Finding ----------------------------------------------------------------------------------

  /** The words of the index that a word of the question may mean, each with how surely. */
  function meanings(index, word) {
    const form = stem(word);
    const found = [];
    for (const term of index.terms.values()) {
      if (term.word === word) found.push([term, 1]);
      else if (term.stem === form) found.push([term, 0.9]);
      else if (word.length > 2 && term.word.startsWith(word)) found.push([term, 0.6]);
      else if (form.length > 3 && term.stem.startsWith(form)) found.push([term, 0.6]);
      else if (term.stem.length > 3 && form.startsWith(term.stem)) found.push([term, 0.4]);
    }
    if (word.length > 3 && !found.some(([, surely]) => surely > 0.8)) {
      for (const term of index.terms.values()) {
        if (differByOne(term.word, word) || differByOne(term.stem, form)) found.push([term, 0.5]);
      }
    }
    return found;
  }

  /** The words of a question that say something, with words that were run together or apart put right. */
  function wordsOf(index, question) {
    const all = split(question);
    const telling = all.filter((word) => !index.stop.has(word));
    const words = telling.length ? telling : all;
    const added = words.slice(1).map((word, i) => words[i] + word).filter((word) => index.terms.has(word) || index.terms.has(`${word}s`));
    for (const word of words) {
      const known = index.terms.get(word);
      const stands = known && (known.text || fields.some((field) => (known[field] || []).length));
      if (word.length < 5 && !stands) added.push(...(index.initials.get(word) || []));
      if (known) continue;
      for (let i = 3; i < word.length - 2; i += 1) {
        const parts = [word.slice(0, i), word.slice(i)];
        if (parts.every((part) => index.terms.has(part))) added.push(...parts);
      }
    }
    return [...new Set([...words, ...added])];
  }

  /** What a word of the question finds: how good each page is for it, whose names have it, and which headings. */
  function weigh(index, word) {
    const count = index.titles.length;
    const [good, named, best] = [new Float64Array(count), new Uint8Array(count), new Float64Array(count)];
    const [headings, meant] = [new Map(), meanings(index, word)];
    for (const field of fields) {
      best.fill(0);
      for (const [term, surely] of meant) {
        for (const page of pagesOf(term, field)) best[page] = Math.max(best[page], surely);
      }
      for (let page = 0; page < count; page += 1) {
        good[page] += best[page] * worth[field];
        if (best[page] && (field === "title" || field === "name")) named[page] = 1;
      }
    }
    for (const [term, surely] of meant) {
      for (const id of term.section) headings.set(id, Math.max(headings.get(id) || 0, surely));
    }
    const pages = good.reduce((sum, each) => sum + (each > 0), 0);
    // A word that stands everywhere says next to nothing; one that stands on few pages says much.
    return { good, named, headings, pages, rare: Math.log((count + 1) / (pages || 1)) + 0.05, marks: meant.map(([term]) => term.word) };
  }

  /** The headings of a page under which the words are found that its names do not have. */
  function headingsFor(index, words, page) {
    const open = words.filter((word) => !word.named[page]);
    const all = open.reduce((sum, word) => sum + word.rare, 0);
    const value = (id) => open.reduce((sum, word) => sum + word.rare * (word.headings.get(id) || 0), 0);
    const valued = index.headingsOf[page].map((id) => [id, value(id)]).sort((a, b) => b[1] - a[1]);
    const enough = valued.length && Math.max(all / 2, valued[0][1] * 0.8, Number.MIN_VALUE);
    return valued.slice(0, 2).filter(([, found]) => found >= enough).map(([id]) => index.headings[id]);
  }

  /** The pages that answer a question, best first, and the words to mark on them. */
  function find(index, question) {
    const words = wordsOf(index, question).map((word) => weigh(index, word));
    const telling = words.filter((word) => word.pages);
    const all = telling.reduce((sum, word) => sum + word.rare, 0);
    const name = phrase(question);
    const results = [];
    for (let page = 0; page < index.titles.length; page += 1) {
      let [score, covered] = [0, 0];
      for (const word of telling) {
        score += word.rare * word.good[page];
        if (word.good[page]) covered += word.rare;
      }
      if (score) results.push({ page, score: score * (covered / all) * (index.called[page].has(name) ? 2 : 1) });
    }
    results.sort((a, b) => b.score - a.score || a.page - b.page);
    const good = results.filter(({ score }) => score >= results[0].score / 8);
    return { results: good, words, marked: new Set(words.flatMap(({ marks }) => marks)) };
  }

  // The page ---------------------------------------------------------------------------------

  const room = document.getElementById("search-results");
  const forms = document.querySelectorAll("form[data-search]");
  const most = 20;
  let index;
  let loading;

  /** Loads the index once; a failure is forgotten, so that one can try again. */
  function load(form) {
    loading =
      loading ||
      new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = form.dataset.index;
        script.onload = () => resolve((index = index || prepare(window.noticeboardSearch)));
        script.onerror = () => reject((loading = undefined));
        document.head.append(script);
      });
    return loading;
  }

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  /** A text in which the words that were found are marked. */
  const withMarks = (text, marked) =>
    text.split(/([\p{L}\p{N}\u0300-\u036f'’]+)/u).map((part) => (marked.has(fold(part)) ? element("mark", "", part) : part));

  function link(home, address, anchor, content) {
    const url = new URL(address, home);
    if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
    url.hash = anchor;
    const made = element("a", "", ...content);
    made.href = url.href;
    return made;
  }

  function show(form, question) {
    const { results, words, marked } = find(index, question);
    const home = new URL(form.dataset.home, document.baseURI);
    const items = results.slice(0, most).map(({ page }) => {
      const address = index.addresses[page];
      const item = element("li", "", link(home, address, "", withMarks(index.titles[page], marked)));
      if (index.summaries[page]) item.append(element("p", "", ...withMarks(index.summaries[page], marked)));
      const headings = headingsFor(index, words, page).map((heading) =>
        element("li", "", link(home, address, heading.anchor, withMarks(heading.words, marked))),
      );
      if (headings.length) item.append(element("p", "", room.dataset.inPage), element("ul", "", ...headings));
      return item;
    });
    clear();
    if (items.length) room.append(element("ol", "entries", ...items));
    const key = !results.length ? "none" : results.length === 1 ? "one" : results.length > most ? "first" : "many";
    const slots = { n: Math.min(results.length, most), query: `“${question}”` };
    return room.dataset[key].replace(/\{(\w+)\}/g, (_, slot) => slots[slot]);
  }

  function clear() {
    const list = room.querySelector("ol");
    if (list) list.remove();
  }

  /** Shows the results of a box as somebody types, and says how many there are once the typing pauses. */
  function follow(form) {
    const input = form.elements.q;
    const status = room.querySelector("[role=status]");
    const folder = (path) => path.replace(/index\.html$/, "");
    const isSearchPage = folder(new URL(form.action).pathname) === folder(location.pathname);
    let pause;
    const say = (text, delay) => {
      clearTimeout(pause);
      pause = setTimeout(() => (status.textContent = text), delay);
    };
    const update = (delay) => {
      const question = input.value.trim();
      if (isSearchPage && location.protocol !== "file:") {
        history.replaceState(null, "", question ? `?q=${encodeURIComponent(question)}` : location.pathname);
      }
      if (!question) {
        clear();
        say("", 0);
      } else if (index) {
        say(show(form, question), delay);
      } else {
        load(form).then(() => update(delay), () => say(room.dataset.failed, 0));
      }
    };
    input.addEventListener("input", () => update(400));
    if (isSearchPage) {
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        update(0);
      });
      input.value = new URLSearchParams(location.search).get("q") || "";
    }
    if (input.value) update(0);
  }

  for (const form of forms) {
    form.action = form.dataset.search;
    if (location.protocol === "file:" && form.action.endsWith("/")) form.action += "index.html";
    form.elements.q.addEventListener("focus", () => load(form).catch(() => {}), { once: true });
    if (room) follow(form);
  }
})();
