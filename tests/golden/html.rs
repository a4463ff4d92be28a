//! Reads the HTML that the product writes into a tree.
//!
//! It is stricter than a browser, on purpose: every element that is not void has to be closed, in order. What it
//! cannot read fails the test that asked.

/// A node of the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Characters, with entities replaced.
    Text(String),
    /// An element.
    Element(Element),
}

/// An element with what is in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Element {
    /// Its name in lower case; empty for the document as a whole.
    pub name: String,
    /// Its attributes in the order in which they are written.
    pub attributes: Vec<(String, String)>,
    /// What is in it.
    pub children: Vec<Node>,
}

/// Elements that have no end tag.
const VOID: [&str; 7] = ["br", "hr", "img", "input", "link", "meta", "source"];

/// Elements that stand within a line of text.
const INLINE: [&str; 21] = [
    "a", "abbr", "b", "br", "cite", "code", "del", "dfn", "em", "i", "img", "kbd", "mark", "q", "s", "small", "span",
    "strong", "sub", "sup", "time",
];

impl Element {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(of, _)| of == name).map(|(_, value)| value.as_str())
    }

    /// Whether it stands within a line of text.
    pub fn is_inline(&self) -> bool {
        INLINE.contains(&self.name.as_str())
    }

    /// Every element within it that a condition holds for, in the order of the document.
    pub fn all(&self, holds: &dyn Fn(&Element) -> bool) -> Vec<&Element> {
        let mut found = Vec::new();
        self.collect(holds, &mut found);
        found
    }

    fn collect<'a>(&'a self, holds: &dyn Fn(&Element) -> bool, found: &mut Vec<&'a Element>) {
        for child in &self.children {
            if let Node::Element(element) = child {
                if holds(element) {
                    found.push(element);
                }
                element.collect(holds, found);
            }
        }
    }

    /// The first element of a name within it.
    pub fn first(&self, name: &str) -> Option<&Element> {
        self.all(&|element| element.name == name).first().copied()
    }

    /// Its text with white space collapsed. Blocks and line breaks part words.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.add_text(&mut text);
        collapse(&text)
    }

    fn add_text(&self, text: &mut String) {
        let parts = !self.is_inline() || self.name == "br";
        text.push_str(if parts { " " } else { "" });
        for child in &self.children {
            match child {
                Node::Text(words) => text.push_str(words),
                Node::Element(element) => element.add_text(text),
            }
        }
        text.push_str(if parts { " " } else { "" });
    }
}

/// Text with every run of white space as one space, and none at the ends.
pub fn collapse(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// Reads a page.
pub fn parse(html: &str) -> Element {
    let mut open = vec![Element::default()];
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        add(&mut open, Node::Text(decoded(&rest[..start])));
        rest = &rest[start..];
        let end = end_of_tag(rest);
        tag(&mut open, &rest[1..end]);
        rest = &rest[end + 1..];
    }
    add(&mut open, Node::Text(decoded(rest)));
    assert_eq!(open.len(), 1, "<{}> is never closed", open.last().unwrap().name);
    open.remove(0)
}

/// The index of the `>` that ends the tag at the start: not one in a quoted value.
fn end_of_tag(html: &str) -> usize {
    let mut quoted = false;
    for (index, byte) in html.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return index,
            _ => {}
        }
    }
    panic!("this tag never ends: {}", &html[..html.len().min(60)]);
}

fn tag(open: &mut Vec<Element>, inside: &str) {
    if inside.starts_with('!') {
        return;
    }
    if let Some(name) = inside.strip_prefix('/') {
        let element = open.pop().unwrap();
        assert_eq!(element.name, name, "</{name}> closes <{}>", element.name);
        add(open, Node::Element(element));
        return;
    }
    // In drawings, elements without content end themselves.
    let (inside, is_whole) = inside.strip_suffix('/').map_or((inside, false), |inside| (inside, true));
    let (name, attributes) = inside.split_once(|c: char| c.is_ascii_whitespace()).unwrap_or((inside, ""));
    let element = Element { name: name.to_owned(), attributes: read_attributes(attributes), children: Vec::new() };
    if is_whole || VOID.contains(&name) {
        add(open, Node::Element(element));
    } else {
        open.push(element);
    }
}

fn add(open: &mut [Element], node: Node) {
    if node != Node::Text(String::new()) {
        open.last_mut().unwrap().children.push(node);
    }
}

/// The attributes of a tag. A value stands in double quotes, or there is none.
fn read_attributes(text: &str) -> Vec<(String, String)> {
    let mut attributes = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let end = rest.find(|c: char| c == '=' || c.is_ascii_whitespace()).unwrap_or(rest.len());
        let name = rest[..end].to_owned();
        rest = &rest[end..];
        let mut value = String::new();
        if let Some(quoted) = rest.strip_prefix('=') {
            let quoted = quoted.strip_prefix('"').unwrap_or_else(|| panic!("the value of {name} is not quoted"));
            let close = quoted.find('"').unwrap();
            value = decoded(&quoted[..close]);
            rest = &quoted[close + 1..];
        }
        assert!(attributes.iter().all(|(other, _)| *other != name), "{name} is given twice: {text}");
        attributes.push((name, value));
        rest = rest.trim_start();
    }
    attributes
}

/// Text with its entities replaced.
fn decoded(text: &str) -> String {
    let mut pieces = text.split('&');
    let mut decoded = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (entity, after) = piece.split_once(';').unwrap_or_else(|| panic!("a bare ampersand: &{piece}"));
        decoded.push(match entity {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            _ => character(entity),
        });
        decoded.push_str(after);
    }
    decoded
}

fn character(entity: &str) -> char {
    let number = entity.strip_prefix('#').unwrap_or_else(|| panic!("an unknown entity: &{entity};"));
    let code = match number.strip_prefix('x') {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
        None => number.parse(),
    };
    char::from_u32(code.unwrap()).unwrap()
}

mod tests {
    use super::*;

    #[test]
    fn pages_are_read_as_they_are_written() {
        let page =
            parse("<!DOCTYPE html>\n<p id=\"a\">x &lt;&#x27;&#39;<br>y<b>z</b></p><img alt=\"1 > 0\" src=\"s\">");
        let paragraph = page.first("p").unwrap();
        assert_eq!((paragraph.attribute("id"), paragraph.text().as_str()), (Some("a"), "x <'' yz"));
        assert_eq!(page.first("img").unwrap().attribute("alt"), Some("1 > 0"));
        assert_eq!(parse("<li>a</li><li>b</li>").text(), "a b");
    }

    #[test]
    #[should_panic(expected = "</p> closes <b>")]
    fn crossed_elements_are_not_accepted() {
        parse("<p><b>x</p></b>");
    }

    #[test]
    #[should_panic(expected = "<p> is never closed")]
    fn open_elements_are_not_accepted() {
        parse("<p>x");
    }

    #[test]
    #[should_panic(expected = "a bare ampersand")]
    fn bare_ampersands_are_not_accepted() {
        parse("<p>Q&A</p>");
    }
}
