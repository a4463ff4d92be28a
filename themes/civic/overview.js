// Overviews: show only the rows that hold some words, and put rows in another order. Without it, all rows are there.
"use strict";

(() => {
  const controls = document.querySelector(".filter");
  if (!controls) return;
  const { rows: rowNames, groups: groupNames, shown } = controls.dataset;
  const rows = [...document.querySelectorAll(rowNames)];
  const groups = [...document.querySelectorAll(groupNames)];
  if (rows.length < 2) {
    // The style sheet keeps room for what this script shows.
    controls.remove();
    return;
  }
  const language = document.documentElement.lang;
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase(language);

  // A row is found by its own words and by the heading above it.
  const words = rows.map((row) => {
    const heading = row.closest(groupNames)?.querySelector("h2, h3");
    return fold(`${row.textContent} ${heading ? heading.textContent : ""}`);
  });
  const input = controls.querySelector("input");
  const status = controls.querySelector("[role=status]");
  const filter = () => {
    const wanted = fold(input.value).split(/\s+/).filter(Boolean);
    let count = 0;
    rows.forEach((row, index) => {
      row.hidden = !wanted.every((word) => words[index].includes(word));
      if (!row.hidden) count += 1;
    });
    for (const group of groups) group.hidden = ![...group.querySelectorAll(rowNames)].some((row) => !row.hidden);
    status.textContent = wanted.length === 0 ? "" : shown.replace("{count}", count).replace("{all}", rows.length);
  };
  input.addEventListener("input", filter);

  // Whoever follows a link to a hidden row wants to see it.
  addEventListener("hashchange", () => {
    if (document.getElementById(location.hash.slice(1))?.closest("[hidden]")) {
      input.value = "";
      filter();
      document.getElementById(location.hash.slice(1)).scrollIntoView();
    }
  });

  // Periods are compared by their length in days.
  const days = [[/day|diwrnod/, 1], [/week|wythnos/, 7], [/month|mis/, 30], [/year|blynedd|mlynedd|blwydd|flynedd/, 365]];
  const key = (cell) => {
    const time = cell.querySelector("time");
    if (time) return time.dateTime;
    const [, number, rest] = cell.textContent.match(/^\s*(\d+)(.*)/) ?? [];
    const unit = number && days.find(([name]) => name.test(rest.split(/\s+/).slice(0, 2).join(" ")));
    return unit ? String(number * unit[1]).padStart(9, "0") : cell.textContent.trim();
  };

  const sort = controls.querySelector("select");
  const tables = [...document.querySelectorAll("table")];
  if (!sort || tables.length === 0) {
    controls.hidden = false;
    return;
  }
  tables[0].querySelectorAll("thead th").forEach((cell, column) => sort.add(new Option(cell.textContent, column)));
  const order = tables.map((table) => [...table.tBodies[0].rows]);
  const compare = new Intl.Collator(language, { numeric: true }).compare;
  sort.addEventListener("change", () => {
    tables.forEach((table, index) => {
      let sorted = order[index];
      if (sort.value !== "") {
        const keyed = sorted.map((row) => [key(row.cells[sort.value]), row]);
        sorted = keyed.sort(([a], [b]) => (a === "") - (b === "") || compare(a, b)).map(([, row]) => row);
      }
      table.tBodies[0].append(...sorted);
    });
  });
  controls.hidden = false;
})();
