// Helps the reader of a page along: the contents list shows where they are, a button prints, and paper says when it
// was printed. Without it, everything is there but these.
"use strict";

(() => {
  const tools = document.querySelector("[data-print]");
  if (tools) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "print";
    button.textContent = tools.dataset.print;
    button.addEventListener("click", () => print());
    tools.append(button);
  }

  // The day of printing, in figures: they read the same in every language of the hub.
  const paper = document.querySelector("[data-printed]");
  const address = paper?.textContent;
  const stamp = () => {
    const now = new Date();
    const day = [now.getDate(), now.getMonth() + 1].map((number) => String(number).padStart(2, "0"));
    const date = `${day.join("/")}/${now.getFullYear()}`;
    paper.textContent = paper.dataset.printed.replace("{date}", date).replace("{address}", () => address);
  };
  if (paper) addEventListener("beforeprint", stamp);

  const list = document.querySelector(".contents");
  if (!list) return;
  const parts = [...list.querySelectorAll("a")]
    .map((link) => ({ link, section: document.getElementById(decodeURIComponent(link.hash.slice(1))) }))
    .filter(({ section }) => section);
  let current;

  // The part that is being read is the last one that starts in the upper third of the window.
  const mark = () => {
    const line = innerHeight / 3;
    const now = parts.findLast(({ section }) => section.getBoundingClientRect().top <= line)?.link;
    if (now === current) return;
    current?.removeAttribute("aria-current");
    now?.setAttribute("aria-current", "true");
    current = now;
    // A long list scrolls along, but never away from the link that has the focus.
    if (now && !list.contains(document.activeElement)) list.scrollTop = now.offsetTop - list.clientHeight / 2;
  };
  let isDue = false;
  const later = () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      mark();
    });
  };
  addEventListener("scroll", later, { passive: true });
  addEventListener("resize", later, { passive: true });
  mark();
})();
