//! A page as plain text: what it says and where it leads, without how it looks.
//!
//! Held are the head's title, language and addresses; landmarks with their names; headings with level and id;
//! paragraphs; lists with their nesting; tables row by row; links as `text <address>`; pictures, drawn ones by title and description; every id and every
//! `data-` attribute. Left out are classes, wrappers, small print, and what is hidden from screen readers, so that
//! the outline stays the same when the theme changes and the content does not.

use super::html::{Element, Node, collapse, parse};

/// The outline of a page, a line for each piece, indented by two spaces a level.
pub fn outline(html: &str) -> String {
    let page = parse(html);
    let mut writer = Writer { text: String::new() };
    writer.head(&page);
    if let Some(body) = page.first("body") {
        writer.blocks(body, 0);
    }
    writer.text
}

/// Elements that are printed with their name, and what is in them below it.
const NAMED: [&str; 19] = [
    "header",
    "nav",
    "main",
    "footer",
    "aside",
    "section",
    "article",
    "form",
    "search",
    "details",
    "ul",
    "ol",
    "dl",
    "table",
    "blockquote",
    "figure",
    "fieldset",
    "dialog",
    "button",
];

struct Writer {
    text: String,
}

impl Writer {
    fn line(&mut self, level: usize, words: &str) {
        self.text.push_str(&"  ".repeat(level));
        self.text.push_str(words);
        self.text.push('\n');
    }

    /// What the head says for search engines, browsers and other languages.
    fn head(&mut self, page: &Element) {
        let Some(head) = page.first("head") else { return };
        let language = page.first("html").and_then(|html| html.attribute("lang")).unwrap_or_default();
        self.line(0, &format!("title: {}", head.first("title").map(Element::text).unwrap_or_default()));
        self.line(0, &format!("lang: {language}"));
        for element in head.all(&|element| element.name == "meta" || element.name == "link") {
            let value = |name| element.attribute(name).unwrap_or_default();
            match (value("name"), value("http-equiv"), value("rel"), value("hreflang")) {
                (name @ ("description" | "robots"), ..) => self.line(0, &format!("{name}: {}", value("content"))),
                (_, "refresh", ..) => self.line(0, &format!("refresh: {}", value("content"))),
                // In another language, or in another format.
                (_, _, "alternate", language) => {
                    self.line(0, &format!("alternate {language}{}: {}", value("type"), value("href")));
                }
                (_, _, "canonical", _) => self.line(0, &format!("canonical: {}", value("href"))),
                _ => {}
            }
        }
        self.line(0, "");
    }

    /// What is in an element: runs of text as lines, blocks as blocks.
    fn blocks(&mut self, parent: &Element, level: usize) {
        let mut run = String::new();
        for child in &parent.children {
            match child {
                Node::Element(element) if !element.is_inline() => {
                    self.run(&mut run, level);
                    self.block(element, level);
                }
                _ => inline(child, &mut run),
            }
        }
        self.run(&mut run, level);
    }

    /// A run of text that stands in no paragraph.
    fn run(&mut self, run: &mut String, level: usize) {
        let words = collapse(&std::mem::take(run));
        if !words.is_empty() {
            self.line(level, &words);
        }
    }

    fn block(&mut self, element: &Element, level: usize) {
        match element.name.as_str() {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "p" | "summary" | "caption" | "legend" | "label" => {
                self.line(level, &joined(&[&element.name, &marks(element), &flat(element)]));
            }
            "li" | "dt" | "dd" => self.item(element, level),
            "tr" => self.line(level, &joined(&["|", &marks(element), &row(element)])),
            "pre" => self.preformatted(element, level),
            "hr" => self.line(level, "---"),
            // A picture says what its title and description say, to those who do not see it.
            "svg" => {
                let told = |name| element.first(name).map(Element::text).unwrap_or_default();
                self.line(level, &joined(&["svg", &marks(element), &told("title"), &told("desc")]));
            }
            "input" => self.line(level, &joined(&["input", &marks(element), &flat(element)])),
            name if NAMED.contains(&name) => {
                self.line(level, &joined(&[name, &marks(element)]));
                self.blocks(element, level + 1);
            }
            name => {
                let marks = marks(element);
                let is_told = !marks.is_empty();
                if is_told {
                    self.line(level, &joined(&[name, &marks]));
                }
                self.blocks(element, level + usize::from(is_told));
            }
        }
    }

    /// An item of a list: its first words on the line of its mark, the rest below.
    fn item(&mut self, element: &Element, level: usize) {
        let mark = if element.name == "li" { "-" } else { &element.name };
        let mut inner = Writer { text: String::new() };
        inner.blocks(element, level + 1);
        let first_is_text = !matches!(first_block(element), Some(block) if is_told(block));
        let marks = marks(element);
        match inner.text.split_once('\n') {
            Some((first, rest)) if first_is_text => {
                self.line(level, &joined(&[mark, &marks, first.trim_start()]));
                self.text.push_str(rest);
            }
            _ => {
                self.line(level, &joined(&[mark, &marks]));
                self.text.push_str(&inner.text);
            }
        }
    }

    fn preformatted(&mut self, element: &Element, level: usize) {
        self.line(level, &joined(&["pre", &marks(element)]));
        let mut text = String::new();
        verbatim(element, &mut text);
        text.trim_end_matches('\n').split('\n').for_each(|line| self.line(level + 1, line));
    }
}

/// The first thing in an item, if it is a block.
fn first_block(element: &Element) -> Option<&Element> {
    let mut words = String::new();
    for child in &element.children {
        match child {
            Node::Element(block) if !block.is_inline() => return collapse(&words).is_empty().then_some(block),
            _ => inline(child, &mut words),
        }
    }
    None
}

/// Whether a block has a line of its own that says what it is.
fn is_told(element: &Element) -> bool {
    NAMED.contains(&element.name.as_str()) || element.name.starts_with('h') || !marks(element).is_empty()
}

fn verbatim(element: &Element, text: &mut String) {
    for child in &element.children {
        match child {
            Node::Text(words) => text.push_str(words),
            Node::Element(inner) => verbatim(inner, text),
        }
    }
}

/// The cells of a row, parted by bars.
fn row(element: &Element) -> String {
    let cells = element.all(&|cell| cell.name == "th" || cell.name == "td");
    let cells = cells.into_iter().map(|cell| joined(&[&marks(cell), &flat(cell)]));
    cells.map(|cell| format!("{cell} |")).collect::<Vec<_>>().join(" ")
}

/// Everything in an element on one line: blocks are parted by slashes, items of lists have a bullet.
fn flat(element: &Element) -> String {
    let mut pieces = vec![String::new()];
    add_flat(element, &mut pieces);
    let pieces = pieces.iter().map(|piece| collapse(piece));
    pieces.filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join(" / ")
}

fn add_flat(element: &Element, pieces: &mut Vec<String>) {
    for child in &element.children {
        match child {
            Node::Element(block) if !block.is_inline() => {
                pieces.push(if block.name == "li" { "• ".to_owned() } else { String::new() });
                add_flat(block, pieces);
                pieces.push(String::new());
            }
            _ => inline(child, pieces.last_mut().unwrap()),
        }
    }
}

/// A piece of a line of text.
fn inline(node: &Node, line: &mut String) {
    let element = match node {
        Node::Text(words) => return line.push_str(words),
        Node::Element(element) => element,
    };
    if element.attribute("aria-hidden") == Some("true") {
        return;
    }
    let value = |name| element.attribute(name).unwrap_or_default();
    let (before, after) = match element.name.as_str() {
        "br" => return line.push_str(" / "),
        "img" => return line.push_str(&format!("[picture \"{}\" <{}>]", value("alt"), value("src"))),
        "a" => ("", format!(" <{}>", value("href"))),
        "code" => ("`", "`".to_owned()),
        "em" => ("_", "_".to_owned()),
        "strong" => ("**", "**".to_owned()),
        "del" => ("~~", "~~".to_owned()),
        _ => ("", String::new()),
    };
    line.push_str(before);
    let start = line.len();
    element.children.iter().for_each(|child| inline(child, line));
    if element.name == "a" {
        let words = collapse(&line[start..]);
        line.truncate(start);
        line.push_str(&words);
    }
    line.push_str(&after);
    let marks = marks(element);
    if !marks.is_empty() {
        line.push_str(&format!(" {marks}"));
    }
}

/// The attributes that somebody may rely on: id, `data-`, language, name for screen readers, dates, scope.
fn marks(element: &Element) -> String {
    let mut marks = Vec::new();
    for (name, value) in &element.attributes {
        match name.as_str() {
            "id" => marks.push(format!("#{value}")),
            // The heading of the column once more, for narrow screens.
            "data-label" => {}
            "aria-label" => marks.push(format!("\"{value}\"")),
            "aria-labelledby" => marks.push(format!("[labelled by #{value}]")),
            "lang" | "hreflang" | "datetime" | "start" | "open" | "type" | "name" | "colspan" | "rowspan" => {
                marks.push(format!("[{name}={value}]"));
            }
            "scope" if value == "row" => marks.push("[row]".to_owned()),
            _ if name.starts_with("data-") => marks.push(format!("[{name}={value}]")),
            _ => {}
        }
    }
    marks.join(" ")
}

fn joined(pieces: &[&str]) -> String {
    pieces.iter().copied().filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join(" ")
}

mod tests {
    use super::*;

    fn check(html: &str, expected: &[&str]) {
        let outline = outline(&format!("<body>{html}</body>"));
        assert_eq!(outline.lines().collect::<Vec<_>>(), expected, "{html}");
    }

    #[test]
    fn text_links_and_ids_are_kept() {
        check(
            "<h2 id=\"x\">A\n  <b>b</b></h2><p class=\"c\">See <a href=\"/y/\"> y </a>.</p>",
            &["h2 #x A b", "p See y </y/>."],
        );
        check(
            "<div class=\"card\"><p>x</p></div><div data-right=\"object\"><p>y</p></div>",
            &["p x", "div [data-right=object]", "  p y"],
        );
        check("<nav aria-label=\"Way\">x</nav><hr>", &["nav \"Way\"", "  x", "---"]);
        check(
            "<p><time datetime=\"2026-10-01\">1 October</time>, <em>so</em> <code>x</code><br>y</p>",
            &["p 1 October [datetime=2026-10-01], _so_ `x` / y"],
        );
        check(
            "<p><img src=\"/a.png\" alt=\"A\"><span aria-hidden=\"true\">z</span></p>",
            &["p [picture \"A\" </a.png>]"],
        );
        check("<pre><code>a\n  b\n</code></pre>", &["pre", "  a", "    b"]);
    }

    #[test]
    fn lists_keep_their_nesting() {
        check(
            "<ul><li>a<ul><li>b</li></ul></li><li data-right=\"x\"><p>c</p><p>d</p></li></ul>",
            &["ul", "  - a", "    ul", "      - b", "  - [data-right=x] p c", "    p d"],
        );
        check("<ol start=\"3\"><li><ul><li>a</li></ul></li></ol>", &["ol [start=3]", "  -", "    ul", "      - a"]);
        check("<dl><div><dt>t</dt><dd>d</dd></div></dl>", &["dl", "  dt t", "  dd d"]);
    }

    #[test]
    fn tables_are_told_row_by_row() {
        check(
            "<table><caption>C</caption><thead><tr><th scope=\"col\">A</th><th>B</th></tr></thead><tbody><tr><th scope=\"row\">a</th><td data-label=\"B\">b<p>c</p><ul><li>d</li></ul></td></tr></tbody></table>",
            &["table", "  caption C", "  | A | B |", "  | [row] a | b / c / • d |"],
        );
    }

    #[test]
    fn the_head_says_what_search_engines_see() {
        let html = "<html lang=\"cy\"><head><title>T</title><meta name=\"robots\" content=\"noindex\"><link rel=\"canonical\" href=\"https://x/\"><link rel=\"alternate\" hreflang=\"en-GB\" href=\"https://x/en/\"></head><body></body></html>";
        assert_eq!(
            outline(html),
            "title: T\nlang: cy\nrobots: noindex\ncanonical: https://x/\nalternate en-GB: https://x/en/\n\n"
        );
    }
}
