//! Markdown as our own tree: what an author may write, and nothing else.
//!
//! A [`Prose`] belongs to one source. Its links are numbered through that source, so that each
//! is resolved once, however many pages print it. There is no node for HTML. A hub holds hundreds of thousands of nodes
//! as long as it is built: they are small, and what is rare and large lies in a box.

use std::borrow::Cow;

use crate::text::{Span, Stretch};

/// A piece of Markdown: the text of a file, or a string of its front matter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Prose {
    /// The blocks, in order.
    pub blocks: Box<[Block]>,
    /// The footnotes, in the order of their first mention.
    pub footnotes: Box<[Footnote]>,
}

/// A block of text.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Box<[Inline]>),
    /// A heading.
    Heading(Box<Heading>),
    /// A list.
    List {
        /// The number of the first item, for a numbered list.
        start: Option<u32>,
        /// Whether its items stand without space between them.
        tight: bool,
        /// The blocks of each item.
        items: Box<[Box<[Block]>]>,
    },
    /// A quotation.
    Quote(Box<[Block]>),
    /// Text to be shown as it is.
    Code(Box<str>),
    /// A table.
    Table(Box<Table>),
    /// A line across the page.
    Rule,
}

/// A row of a table: its cells.
pub type Row = Box<[Box<[Inline]>]>;

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// How each column is aligned.
    pub alignments: Box<[Alignment]>,
    /// The heading row.
    pub head: Row,
    /// The other rows.
    pub rows: Box<[Row]>,
}

/// A heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// Its level as written: the number of `#`.
    pub level: u8,
    /// Its id: the slug of its words, made unique within the file, or what the author gave in `{#id}`.
    pub id: Box<str>,
    /// Whether the author gave the id.
    pub id_is_given: bool,
    /// Its words.
    pub content: Box<[Inline]>,
    /// The same without markup, its placeholders as `{{ name }}`: see [`super::Placeholder::fill`].
    pub words: Box<str>,
    /// Where it stands.
    pub span: Span,
}

impl Heading {
    /// Its anchor on a page, below a section: the author's id as it stands, else one with the section's id before it.
    pub fn anchor(&self, section: &str) -> Cow<'_, str> {
        if self.id_is_given || section.is_empty() {
            Cow::Borrowed(&self.id)
        } else {
            [section, "-", &self.id].concat().into()
        }
    }
}

/// How a column of a table is aligned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Alignment {
    None,
    Left,
    Centre,
    Right,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Characters.
    Text(Stretch),
    /// Characters shown as they are.
    Code(Box<str>),
    /// Emphasis.
    Emphasis(Box<[Inline]>),
    /// Strong emphasis.
    Strong(Box<[Inline]>),
    /// Struck out.
    Struck(Box<[Inline]>),
    /// A link.
    Link {
        /// The number of its reference in the source.
        reference: u32,
        /// Its words; none where the target's title is to be printed.
        content: Box<[Inline]>,
    },
    /// A picture.
    Image {
        /// The number of its reference in the source.
        reference: u32,
        /// What it shows, in words.
        alt: Box<str>,
    },
    /// The number of a placeholder in the source.
    Placeholder(u32),
    /// The mention of a footnote: its index in [`Prose::footnotes`].
    Note(u32),
    /// A line end in the source.
    SoftBreak,
    /// A line end on the page.
    LineBreak,
}

/// The text of a footnote.
#[derive(Clone, Debug, PartialEq)]
pub struct Footnote {
    /// What it says.
    pub blocks: Box<[Block]>,
}

/// A link before it is known whether its target exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// What it points to.
    pub kind: ReferenceKind,
    /// Where the link stands.
    pub span: Span,
}

/// What a link points to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReferenceKind {
    /// `notice:<id>#<anchor>`
    Notice(String, Option<String>),
    /// `general:<id>#<anchor>`
    General(String, Option<String>),
    /// `page:<id>#<anchor>`
    Page(String, Option<String>),
    /// `category:<id>`
    Category(String),
    /// `document:<path>`
    Document(String),
    /// `#<anchor>` on the same page
    Anchor(String),
    /// An address outside the hub; may hold placeholders.
    External(String),
    /// Nothing that can be published. It has been reported.
    Nothing,
}

impl ReferenceKind {
    /// What an address in a link points to; none for one that cannot be published.
    pub fn of_address(address: &str) -> Option<ReferenceKind> {
        let address = address.trim();
        let scheme = address.split_once(':').map(|(scheme, rest)| (scheme.to_ascii_lowercase(), rest));
        match scheme.as_ref().map(|(scheme, rest)| (scheme.as_str(), *rest)) {
            Some(("notice", rest)) => Some(with_anchor(rest, ReferenceKind::Notice)),
            Some(("general", rest)) => Some(with_anchor(rest, ReferenceKind::General)),
            Some(("page", rest)) => Some(with_anchor(rest, ReferenceKind::Page)),
            Some(("category", rest)) => Some(ReferenceKind::Category(rest.to_owned())),
            Some(("document", rest)) => Some(ReferenceKind::Document(rest.trim_start_matches('/').to_owned())),
            Some(("https" | "http" | "mailto" | "tel", rest)) if !rest.trim_matches('/').is_empty() => {
                Some(ReferenceKind::External(address.to_owned()))
            }
            _ if begins_with_url(address) => Some(ReferenceKind::External(address.to_owned())),
            _ if address.starts_with('#') && address.len() > 1 => Some(ReferenceKind::Anchor(address[1..].to_owned())),
            _ => None,
        }
    }
}

fn with_anchor(rest: &str, kind: fn(String, Option<String>) -> ReferenceKind) -> ReferenceKind {
    match rest.split_once('#') {
        Some((id, anchor)) => kind(id.to_owned(), Some(anchor.to_owned())),
        None => kind(rest.to_owned(), None),
    }
}

/// Whether an address begins with a placeholder whose value is a whole address. Any other value could be a scheme.
fn begins_with_url(address: &str) -> bool {
    let name = address.strip_prefix("{{").and_then(|rest| rest.split_once("}}")).map(|(name, _)| name.trim());
    name.is_some_and(|name| name.ends_with("url"))
}

impl Prose {
    /// The words without markup; links to nothing but their target give no words.
    pub fn plain(&self) -> String {
        let mut text = String::new();
        for block in &*self.blocks {
            let content = match block {
                Block::Paragraph(content) => content,
                Block::Heading(heading) => &heading.content,
                _ => continue,
            };
            text.push_str(&plain_text(content, &|_| String::new()));
        }
        text
    }

    /// Every heading, in order, from the blocks at the top.
    pub fn headings(&self) -> impl Iterator<Item = (usize, &Heading)> {
        self.blocks.iter().enumerate().filter_map(|(index, block)| match block {
            Block::Heading(heading) => Some((index, &**heading)),
            _ => None,
        })
    }
}

/// The words of some inlines, without markup; `placeholder` gives those of a placeholder by its number.
pub fn plain_text(inlines: &[Inline], placeholder: &dyn Fn(u32) -> String) -> String {
    let mut text = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(words) => text.push_str(words),
            Inline::Code(words) => text.push_str(words),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Struck(inner) => {
                text.push_str(&plain_text(inner, placeholder));
            }
            Inline::Link { content, .. } => text.push_str(&plain_text(content, placeholder)),
            Inline::Image { alt, .. } => text.push_str(alt),
            Inline::SoftBreak | Inline::LineBreak => text.push(' '),
            Inline::Placeholder(number) => text.push_str(&placeholder(*number)),
            Inline::Note(_) => {}
        }
    }
    text
}
