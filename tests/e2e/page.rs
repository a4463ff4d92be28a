//! A published page, or a part of one: its words, links, ids and elements, as a browser would find them.

use html5gum::{Token, Tokenizer};

/// Elements that have no end.
const VOID: [&str; 11] = ["br", "hr", "img", "input", "link", "meta", "wbr", "col", "path", "rect", "circle"];

/// Elements that stand within a line of words.
const INLINE: [&str; 14] =
    ["a", "abbr", "b", "code", "del", "dfn", "em", "i", "small", "span", "strong", "sup", "time", "u"];

/// The start of an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Its name.
    pub name: String,
    /// Its attributes, by name.
    pub attributes: Vec<(String, String)>,
}

impl Element {
    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }
}

enum Piece {
    Start(Element),
    End(String),
    Words(String),
}

/// A page, or a part of one.
pub struct Page {
    name: String,
    /// Its HTML, as it was published.
    pub html: String,
    pieces: Vec<Piece>,
}

impl Page {
    /// A page from its HTML.
    pub fn new(name: &str, html: String) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        let mut pieces = Vec::new();
        for token in Tokenizer::new(html.as_str()) {
            match token.unwrap() {
                Token::StartTag(tag) => {
                    let attributes = tag.attributes.iter().map(|(name, value)| (text(name), text(value))).collect();
                    pieces.push(Piece::Start(Element { name: text(&tag.name), attributes }));
                }
                Token::EndTag(tag) => pieces.push(Piece::End(text(&tag.name))),
                Token::String(words) => pieces.push(Piece::Words(text(&words))),
                Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
            }
        }
        Page { name: name.to_owned(), html, pieces }
    }

    /// Its words, with single spaces between.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Words(words) => text.push_str(words),
                Piece::Start(Element { name, .. }) | Piece::End(name) if !INLINE.contains(&name.as_str()) => {
                    text.push(' ');
                }
                Piece::Start(_) | Piece::End(_) => {}
            }
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Checks that it says some words.
    #[track_caller]
    pub fn says(&self, words: &str) -> &Self {
        if !self.text().contains(words) {
            self.fail(&format!("is to say {words:?}"));
        }
        self
    }

    /// Checks that it does not say some words.
    #[track_caller]
    pub fn does_not_say(&self, words: &str) -> &Self {
        if self.text().contains(words) {
            self.fail(&format!("is not to say {words:?}"));
        }
        self
    }

    /// Checks that it says some words one after the other.
    #[track_caller]
    pub fn says_in_order(&self, words: &[&str]) -> &Self {
        let text = self.text();
        let mut rest = text.as_str();
        for each in words {
            match rest.find(each) {
                Some(found) => rest = &rest[found + each.len()..],
                None => self.fail(&format!("is to say, in this order, {words:?}; {each:?} does not follow")),
            }
        }
        self
    }

    /// Checks that its HTML holds some characters.
    #[track_caller]
    pub fn holds(&self, html: &str) -> &Self {
        if !self.html.contains(html) {
            self.fail(&format!("is to hold {html:?}"));
        }
        self
    }

    /// Checks that there is a link with these words to this address.
    #[track_caller]
    pub fn links(&self, words: &str, href: &str) -> &Self {
        let links = self.all_links();
        if !links.iter().any(|link| *link == (words.to_owned(), href.to_owned())) {
            self.fail(&format!("is to link {words:?} to {href:?}, and links {links:#?}"));
        }
        self
    }

    /// Every link: its words and its address.
    pub fn all_links(&self) -> Vec<(String, String)> {
        let mut links: Vec<(String, String)> = Vec::new();
        let mut inside = false;
        for piece in &self.pieces {
            match piece {
                Piece::Start(element) if element.name == "a" => {
                    inside = true;
                    links.push((String::new(), element.get("href").unwrap_or_default().to_owned()));
                }
                Piece::End(name) if name == "a" => inside = false,
                Piece::Words(words) if inside => {
                    if let Some((text, _)) = links.last_mut() {
                        text.push_str(words);
                    }
                }
                _ => {}
            }
        }
        links
    }

    /// Every element, in order.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Start(element) => Some(element),
            _ => None,
        })
    }

    /// Every id, in order.
    pub fn ids(&self) -> Vec<&str> {
        self.elements().filter_map(|element| element.get("id")).collect()
    }

    /// The ids of its sections, in order.
    pub fn sections(&self) -> Vec<&str> {
        self.elements().filter(|element| element.name == "section").filter_map(|element| element.get("id")).collect()
    }

    /// The ids of the rights that it lists, in order.
    pub fn rights(&self) -> Vec<&str> {
        self.elements().filter_map(|element| element.get("data-right")).collect()
    }

    /// Checks that no id stands twice, and that every link within the page leads somewhere.
    #[track_caller]
    pub fn is_sound(&self) -> &Self {
        let ids = self.ids();
        for (index, id) in ids.iter().enumerate() {
            if ids[..index].contains(id) {
                self.fail(&format!("has the id {id:?} twice"));
            }
        }
        for (_, href) in self.all_links() {
            if let Some(id) = href.strip_prefix('#')
                && !ids.contains(&id)
            {
                self.fail(&format!("links to {href:?}, which is not there"));
            }
        }
        self
    }

    /// The element with an id, and what is in it.
    #[track_caller]
    pub fn part(&self, id: &str) -> Page {
        self.first(&format!("#{id}"), |element| element.get("id") == Some(id))
    }

    /// The first element of a name, and what is in it.
    #[track_caller]
    pub fn element(&self, name: &str) -> Page {
        self.first(name, |element| element.name == name)
    }

    /// The item of the right with an id.
    #[track_caller]
    pub fn right(&self, id: &str) -> Page {
        self.first(&format!("right {id}"), |element| element.get("data-right") == Some(id))
    }

    #[track_caller]
    fn first(&self, name: &str, is_it: impl Fn(&Element) -> bool) -> Page {
        let start = self.pieces.iter().position(|piece| matches!(piece, Piece::Start(element) if is_it(element)));
        let Some(start) = start else { self.fail(&format!("is to have {name}")) };
        let mut depth = 0;
        let mut html = String::new();
        for piece in &self.pieces[start..] {
            match piece {
                Piece::Start(element) => {
                    depth += usize::from(!VOID.contains(&element.name.as_str()));
                    html.push_str(&format!("<{}", element.name));
                    for (name, value) in &element.attributes {
                        html.push_str(&format!(" {name}=\"{}\"", escaped(value)));
                    }
                    html.push('>');
                }
                Piece::End(name) => {
                    depth -= 1;
                    html.push_str(&format!("</{name}>"));
                }
                Piece::Words(words) => html.push_str(&escaped(words)),
            }
            if depth == 0 {
                break;
            }
        }
        Page::new(&format!("{} of {}", name, self.name), html)
    }

    /// Ends the test with the words of the page.
    #[track_caller]
    pub fn fail(&self, why: &str) -> ! {
        panic!("The page {} {why}.\n---- text\n{}\n---- html\n{}\n----", self.name, self.text(), self.html);
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
