//! Markdown to our own tree. The only file that names comrak.
//!
//! HTML is not passed on: a tag is an error, a comment is left out. Placeholders are found here;
//! their spaces become dots before comrak sees them, so that they may stand in a link's address.

mod closed;
mod line;

use std::borrow::Cow;
use std::collections::HashMap;

use comrak::nodes::{AstNode, ListType, NodeValue, Sourcepos, TableAlignment};
use comrak::{Arena, Options, parse_document};
use memchr::memchr_iter;

use super::ledger::{Ledger, number, place};
use super::link;
use crate::diagnostic::Diagnostic;
use crate::domain::{
    Alignment, Block, Footnote, Heading, Inline, Prose, Reference, ReferenceKind, Row, Table, plain_text,
};
use crate::exact::exactly;
use crate::text::{Span, find_pair, is_slug};

use closed::{next_placeholder, opened};
use line::Line;

/// Whether Markdown could make anything of a string of the front matter but its own words.
pub fn may_hold_markup(text: &str) -> bool {
    const MARKS: [bool; 256] = {
        let (mut table, marks, mut at) = ([false; 256], b"*_`[<\\{~&", 0);
        while at < marks.len() {
            table[marks[at] as usize] = true;
            at += 1;
        }
        table
    };
    // Nearly always there is none: to look at every byte without asking after each is quicker.
    text.bytes().fold(false, |has, byte| has | MARKS[usize::from(byte)])
}

/// Reads the text of a file, which starts at `offset` of the source.
pub fn read_blocks(text: &str, offset: usize, ledger: &mut Ledger<'_>) -> Prose {
    Lowering::new(text, Origin::Exact(offset), ledger).prose(text)
}

/// Reads a string of the front matter, whose value stands at `span`, as one line of inline Markdown.
pub fn read_line(text: &str, span: Span, ledger: &mut Ledger<'_>) -> Prose {
    // A bracket before it keeps `1.`, `#` or `-` from starting a block; it is taken away again below.
    let line = format!("){}", text.replace(['\n', '\r'], " "));
    let raw = &ledger.source[span.range()];
    let origin = match raw.find(text) {
        Some(inner) if !text.is_empty() => Origin::Exact((span.start as usize + inner).saturating_sub(1)),
        _ => Origin::Somewhere(span),
    };
    let mut prose = Lowering::new(&line, origin, ledger).prose(&line);
    if let Some(Block::Paragraph(content)) = prose.blocks.first_mut()
        && let Some(Inline::Text(first)) = content.first_mut()
    {
        match &first[1..] {
            "" => *content = content[1..].into(),
            rest => *first = first.part(rest),
        }
    }
    prose
}

/// Where the text being read stands in the source.
#[derive(Clone, Copy)]
enum Origin {
    /// Byte for byte from this offset.
    Exact(usize),
    /// Somewhere in this span, with escapes.
    Somewhere(Span),
}

struct Lowering<'l, 'a> {
    ledger: &'l mut Ledger<'a>,
    origin: Origin,
    /// The offset of the start of each line.
    lines: Vec<usize>,
    /// Whether anything in the text looks like the mention of a footnote.
    has_notes: bool,
    /// The placeholders as they stand in the text: name, span, and whether it has been met in the tree.
    written: Vec<(String, Span, bool)>,
    footnotes: HashMap<String, u32>,
}

impl<'l, 'a> Lowering<'l, 'a> {
    fn new(text: &str, origin: Origin, ledger: &'l mut Ledger<'a>) -> Self {
        let lines = std::iter::once(0).chain(memchr_iter(b'\n', text.as_bytes()).map(|newline| newline + 1)).collect();
        let has_notes = find_pair(text, *b"[^").is_some();
        Lowering { ledger, origin, lines, has_notes, written: Vec::new(), footnotes: HashMap::new() }
    }

    fn prose(&mut self, text: &str) -> Prose {
        let text = self.placeholders(text);
        // Room enough: there is hardly ever more than one node in so many bytes.
        let arena = Arena::with_capacity(8 + text.len() / 24);
        let root = parse_document(&arena, &text, &options(self.has_notes));
        let definitions: Vec<_> = root.children().filter(|node| is_footnote(node)).collect();
        for (index, node) in definitions.iter().enumerate() {
            if let NodeValue::FootnoteDefinition(definition) = &node.data.borrow().value {
                self.footnotes.insert(definition.name.clone(), number(index));
            }
        }
        let blocks = self.blocks(root.children().filter(|node| !is_footnote(node)));
        let footnotes = definitions.iter().map(|node| Footnote { blocks: self.blocks(node.children()) }).collect();
        Prose { blocks, footnotes }
    }

    /// Notes every `{{ name }}` and closes it up to `{{.name.}}`, which has the same length.
    fn placeholders<'t>(&mut self, text: &'t str) -> Cow<'t, str> {
        if find_pair(text, *b"{{").is_none() {
            return Cow::Borrowed(text);
        }
        let mut closed = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(open) = rest.find("{{") {
            let start = closed.len() + open;
            let after = &rest[open + 2..];
            let line_end = after.find('\n').unwrap_or(after.len());
            closed.push_str(&rest[..open]);
            let Some(close) = after[..line_end].find("}}") else {
                let span = self.span_of(start, start + 2);
                self.ledger.problem(
                    Diagnostic::error("placeholder-open", place(span), "This placeholder is not closed")
                        .help("Write it on one line, with two brackets on each side: `{{ controller.name }}`."),
                );
                closed.push_str("{{");
                rest = after;
                continue;
            };
            let inner = &after[..close];
            self.written.push((inner.trim().to_owned(), self.span_of(start, start + close + 4), false));
            closed.push_str("{{");
            closed.push_str(&inner.replace([' ', '\t'], "."));
            closed.push_str("}}");
            rest = &after[close + 2..];
        }
        closed.push_str(rest);
        Cow::Owned(closed)
    }

    fn span_of(&self, start: usize, end: usize) -> Span {
        match self.origin {
            Origin::Exact(offset) => Span::new(offset + start, offset + end),
            Origin::Somewhere(span) => span,
        }
    }

    /// The span of a node. Its columns are bytes, and its end is inclusive.
    fn span(&self, position: Sourcepos) -> Span {
        let offset = |line: usize, column: usize| self.lines.get(line.saturating_sub(1)).copied().unwrap_or(0) + column;
        let start = offset(position.start.line, position.start.column.saturating_sub(1));
        let end = offset(position.end.line, position.end.column);
        self.span_of(start, end)
    }

    fn blocks<'n>(&mut self, nodes: impl Iterator<Item = &'n AstNode<'n>>) -> Box<[Block]> {
        let mut blocks = Vec::new();
        for node in nodes {
            let data = node.data.borrow();
            match &data.value {
                NodeValue::Paragraph => blocks.push(Block::Paragraph(self.inlines(node))),
                NodeValue::Heading(heading) => {
                    let block = self.heading(node, heading.level, self.span(data.sourcepos));
                    blocks.push(Block::Heading(block.into()));
                }
                NodeValue::List(list) => blocks.push(Block::List {
                    start: (list.list_type == ListType::Ordered).then_some(number(list.start)),
                    tight: list.tight,
                    items: exactly(node.children().map(|item| self.blocks(item.children())).collect()).into(),
                }),
                NodeValue::BlockQuote => blocks.push(Block::Quote(self.blocks(node.children()))),
                NodeValue::CodeBlock(code) => blocks.push(Block::Code(opened(&code.literal).into())),
                NodeValue::Table(table) => {
                    let table = self.table(node, &table.alignments);
                    blocks.push(Block::Table(table.into()));
                }
                NodeValue::ThematicBreak => blocks.push(Block::Rule),
                NodeValue::HtmlBlock(html) => self.html(&html.literal, self.span(data.sourcepos)),
                other => unreachable!("no extension that makes this block is switched on: {other:?}"),
            }
        }
        exactly(blocks).into()
    }

    fn heading<'n>(&mut self, node: &'n AstNode<'n>, level: u8, span: Span) -> Heading {
        let mut content = self.inlines(node).into_vec();
        if level == 1 {
            self.ledger.problem(
                Diagnostic::error("heading-level", place(span), "The first level of headings is the title of the page")
                    .help("Start headings in the text with `##`."),
            );
        }
        // Where its characters are escaped, what looks like an id is part of the words.
        let is_written = |id: &str| match self.origin {
            Origin::Exact(_) => self.ledger.source[span.range()]
                .rsplit_once(&format!("{{#{id}}}"))
                .is_some_and(|(before, _)| !before.ends_with('\\')),
            Origin::Somewhere(_) => true,
        };
        let given = given_id(&mut content, is_written);
        let words = self.words(&content);
        let Some(id) = given else {
            let id = self.ledger.heading_id(&plain_text(&content, &|_| String::new())).into();
            return Heading { level, id, id_is_given: false, content: content.into(), words, span };
        };
        if !is_slug(&id) {
            self.ledger.problem(
                Diagnostic::error("heading-id", place(span), format!("`{id}` cannot be the id of a heading"))
                    .help(format!("Use lower-case letters, digits and hyphens: `{{#{}}}`.", crate::text::slug(&id))),
            );
        } else if !self.ledger.takes_heading_id(&id) {
            self.ledger.problem(
                Diagnostic::error(
                    "duplicate-id",
                    place(span),
                    format!("Another heading of this file has the id `{id}`"),
                )
                .help("Give one of them another id."),
            );
        }
        Heading { level, id: id.into(), id_is_given: true, content: content.into(), words, span }
    }

    /// The words of inlines, with their placeholders as they are written.
    fn words(&self, inlines: &[Inline]) -> Box<str> {
        let placeholders = &self.ledger.placeholders;
        plain_text(inlines, &|number| format!("{{{{ {} }}}}", placeholders[number as usize].0.name())).into()
    }

    fn table<'n>(&mut self, node: &'n AstNode<'n>, alignments: &[TableAlignment]) -> Table {
        let cells =
            |row: &'n AstNode<'n>| -> Row { exactly(row.children().map(|cell| self.inlines(cell)).collect()).into() };
        let mut rows = node.children().map(cells);
        let head = rows.next().unwrap_or_default();
        let rows = exactly(rows.collect()).into();
        let alignments = alignments
            .iter()
            .map(|alignment| match alignment {
                TableAlignment::None => Alignment::None,
                TableAlignment::Left => Alignment::Left,
                TableAlignment::Center => Alignment::Centre,
                TableAlignment::Right => Alignment::Right,
            })
            .collect();
        Table { alignments, head, rows }
    }

    fn inlines<'n>(&mut self, parent: &'n AstNode<'n>) -> Box<[Inline]> {
        let mut inlines = Line::of(parent.children().count());
        for node in parent.children() {
            let data = node.data.borrow();
            match &data.value {
                NodeValue::Text(text) => self.text(text, self.span(data.sourcepos), &mut inlines),
                NodeValue::Code(code) => inlines.push(Inline::Code(opened(&code.literal).into())),
                NodeValue::Emph => inlines.push(Inline::Emphasis(self.inlines(node))),
                NodeValue::Strong => inlines.push(Inline::Strong(self.inlines(node))),
                NodeValue::Strikethrough => inlines.push(Inline::Struck(self.inlines(node))),
                NodeValue::SoftBreak => inlines.push(Inline::SoftBreak),
                NodeValue::LineBreak => inlines.push(Inline::LineBreak),
                NodeValue::Link(link) => {
                    let content = self.inlines(node);
                    let reference = self.reference(&link.url, self.span(data.sourcepos), false);
                    inlines.push(Inline::Link { reference, content });
                }
                NodeValue::Image(image) => {
                    let alt = self.inlines(node);
                    let alt = self.words(&alt);
                    let reference = self.reference(&image.url, self.span(data.sourcepos), true);
                    inlines.push(Inline::Image { reference, alt });
                }
                NodeValue::FootnoteReference(note) => {
                    self.footnotes.get(&note.name).into_iter().for_each(|index| inlines.push(Inline::Note(*index)));
                }
                NodeValue::HtmlInline(html) => self.html(html, self.span(data.sourcepos)),
                other => unreachable!("no extension that makes this inline is switched on: {other:?}"),
            }
        }
        inlines.finish()
    }

    /// Adds characters, joined to those before, with the placeholders among them.
    fn text(&mut self, text: &str, span: Span, inlines: &mut Line) {
        if self.has_notes {
            self.footnotes_without_text(span);
        }
        let source = self.ledger.source;
        // What stands in the source as it is needs no memory of its own.
        let mut rest = self.written_at(span).filter(|written| *written == text).unwrap_or(text);
        while let Some((before, name, after)) = next_placeholder(rest) {
            inlines.push_text(before, source);
            let span = self.span_of_placeholder(name, span);
            if let Some(number) = self.ledger.placeholder(name, span) {
                inlines.push(Inline::Placeholder(number));
            }
            rest = after;
        }
        inlines.push_text(rest, source);
    }

    /// What stands in the source, byte for byte, where a node does.
    fn written_at(&self, span: Span) -> Option<&'a str> {
        match self.origin {
            Origin::Exact(_) => self.ledger.source.get(span.range()),
            Origin::Somewhere(_) => None,
        }
    }

    /// Reports what looks like a footnote in characters that are none: its text is missing.
    fn footnotes_without_text(&mut self, span: Span) {
        let Some(written) = self.written_at(span) else { return };
        let mut rest = written;
        while let Some(open) = find_pair(rest, *b"[^") {
            let start = written.len() - rest.len() + open;
            rest = &rest[open + 2..];
            let Some(close) = rest.find([']', '[', '\n']).filter(|close| *close > 0 && rest[*close..].starts_with(']'))
            else {
                continue;
            };
            if written[..start].ends_with('\\') {
                continue;
            }
            let name = &rest[..close];
            let place = place(Span::new(start, start + name.len() + 3).shifted(span.start as usize));
            self.ledger.problem(
                Diagnostic::error("unknown-footnote", place, format!("There is no text for the footnote `{name}`"))
                    .help(format!("Add a line `[^{name}]: What the footnote says.` to the end of the file.")),
            );
        }
    }

    /// Where the next placeholder of this name stands in the text.
    fn span_of_placeholder(&mut self, name: &str, otherwise: Span) -> Span {
        let next = self.written.iter_mut().find(|(written, _, met)| !met && written == name);
        next.map_or(otherwise, |(_, span, met)| {
            *met = true;
            *span
        })
    }

    fn reference(&mut self, address: &str, span: Span, is_image: bool) -> u32 {
        let mut rest = address;
        while let Some((_, name, after)) = next_placeholder(rest) {
            let span = self.span_of_placeholder(name, span);
            self.ledger.placeholder(name, span);
            rest = after;
        }
        let kind = link::read(&opened(address), span, is_image).unwrap_or_else(|problem| {
            self.ledger.problem(*problem);
            ReferenceKind::Nothing
        });
        self.ledger.reference(Reference { kind, span })
    }

    fn html(&mut self, html: &str, span: Span) {
        if html.trim_start().starts_with("<!--") {
            return;
        }
        self.ledger.problem(
            Diagnostic::error("html", place(span), "HTML is not published")
                .label("HTML")
                .help("Write it in Markdown. To break a line, end it with a backslash; to show a `<`, write `\\<`."),
        );
    }
}

/// What is asked of comrak. To look for footnotes costs something even where nothing looks like one.
fn options(has_notes: bool) -> Options<'static> {
    let mut options = Options::default();
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.footnotes = has_notes;
    options
}

fn is_footnote<'n>(node: &'n AstNode<'n>) -> bool {
    matches!(node.data.borrow().value, NodeValue::FootnoteDefinition(_))
}

/// Takes `{#id}` off the end of a heading.
fn given_id(content: &mut Vec<Inline>, is_written: impl Fn(&str) -> bool) -> Option<String> {
    let Some(Inline::Text(last)) = content.last_mut() else { return None };
    let trimmed = last.trim_end();
    let open = trimmed.rfind("{#")?;
    let id = trimmed[open..].strip_prefix("{#")?.strip_suffix('}')?.to_owned();
    if !is_written(&id) {
        return None;
    }
    match last[..open].trim_end() {
        "" => drop(content.pop()),
        words => *last = last.part(words),
    }
    Some(id)
}

#[cfg(test)]
mod tests;
