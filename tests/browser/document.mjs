// An HTML document as a flat list of its elements in document order, parsed as browsers do.

import { parse as parseHtml } from "parse5";

/**
 * Every element of a document: its tag, attributes, text, line, and the elements that it lies in
 * (nearest first).
 */
export function parse(html) {
  const elements = [];
  const visit = (node, ancestors) => {
    for (const child of node.childNodes ?? []) {
      if (!child.tagName) continue;
      const element = {
        tag: child.tagName,
        attributes: Object.fromEntries(child.attrs.map(({ name, value }) => [name, value])),
        text: textOf(child).replace(/\s+/g, " ").trim(),
        line: child.sourceCodeLocation?.startLine,
        ancestors,
      };
      elements.push(element);
      visit(child, [element, ...ancestors]);
    }
  };
  visit(parseHtml(html, { sourceCodeLocationInfo: true }), []);
  return elements;
}

/** Whether an element carries a class. */
export function hasClass(element, name) {
  return (element.attributes.class ?? "").split(/\s+/).includes(name);
}

/** Whether an element lies in one with this tag. */
export function isWithin(element, tag) {
  return element.ancestors.some((ancestor) => ancestor.tag === tag);
}

/** The ids of a document. */
export function ids(document) {
  return document.map((element) => element.attributes.id).filter((id) => id !== undefined);
}

function textOf(node) {
  if (node.nodeName === "#text") return node.value;
  return (node.childNodes ?? []).map(textOf).join("");
}
