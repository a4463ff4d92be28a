//! Prose to HTML. Every character of an author goes through [`escape`].

use std::ops::Range;

use super::context::{Context, Voice};
use crate::domain::{Alignment, Block, Heading, Inline, Item, Prose, Table, Words, plain_text};
use crate::language::{self, Wording};
use crate::resolve::Target;
use crate::text::{FileId, find_byte};

/// Text as HTML, for elements and for attributes in double quotes.
pub fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 8);
    escape_into(text, &mut html);
    html
}

/// A string with HTML in its slots. Its own words are those of a hub as well, and are escaped.
pub fn fill(wording: &Wording, key: &str, slots: &[(&str, &str)]) -> String {
    let text = wording.text(key);
    if find_byte(text, needs_escaping).is_none() {
        return language::fill(text, slots);
    }
    language::fill(&escape(text), slots)
}

/// Whether a byte means something in HTML, in texts and between double quotation marks.
pub fn needs_escaping(byte: u8) -> bool {
    (byte == b'&') | (byte == b'<') | (byte == b'>') | (byte == b'"')
}

/// Adds text to HTML.
pub fn escape_into(text: &str, html: &mut String) {
    let mut rest = text;
    while let Some(place) = find_byte(rest, needs_escaping) {
        html.push_str(&rest[..place]);
        html.push_str(entity(rest.as_bytes()[place]));
        rest = &rest[place + 1..];
    }
    html.push_str(rest);
}

/// What stands in HTML for a character that means something there; nothing for any other.
pub fn entity(character: u8) -> &'static str {
    match character {
        b'&' => "&amp;",
        b'<' => "&lt;",
        b'>' => "&gt;",
        b'"' => "&quot;",
        b'\'' => "&#39;",
        _ => "",
    }
}

/// Where prose is printed.
pub struct Setting<'a> {
    /// The section whose id stands before the ids of headings; empty on a page that is all one text.
    pub section: &'a str,
    /// The level of its highest headings.
    pub level: u8,
    /// What stands before the ids of footnotes; unique on the page.
    pub notes: &'a str,
}

/// The HTML of a run of blocks of a file.
pub fn passage(
    context: &Context<'_>,
    voice: &Voice<'_>,
    file: FileId,
    prose: &Prose,
    blocks: Range<usize>,
    setting: &Setting<'_>,
) -> String {
    let blocks = &prose.blocks[blocks];
    let headings = blocks.iter().filter_map(|block| match block {
        Block::Heading(heading) => Some(heading.level),
        _ => None,
    });
    let highest = headings.min().unwrap_or(1);
    let mut html = String::with_capacity(1024);
    let mut printer =
        Printer { context, voice, file, setting: Some(setting), highest, notes: Vec::new(), html: &mut html };
    printer.blocks(blocks);
    printer.footnotes(prose);
    html
}

/// The HTML of words of the front matter.
pub fn words(context: &Context<'_>, voice: &Voice<'_>, words: &Words) -> String {
    let mut html = String::with_capacity(words.value.len() + 8);
    add_words(context, voice, words, &mut html);
    html
}

/// Adds words of the front matter to HTML.
pub fn add_words(context: &Context<'_>, voice: &Voice<'_>, words: &Words, html: &mut String) {
    let Some(prose) = &words.prose else { return escape_into(&words.value, html) };
    let file = words.place.file;
    let mut printer = Printer { context, voice, file, setting: None, highest: 1, notes: Vec::new(), html };
    for block in &*prose.blocks {
        if let Block::Paragraph(content) = block {
            printer.inlines(content);
        }
    }
}

/// Items as a list; empty HTML for no items.
pub fn items(context: &Context<'_>, voice: &Voice<'_>, items: &[Item]) -> String {
    let mut html = String::new();
    add_items(context, voice, items, &mut html);
    html
}

fn add_items(context: &Context<'_>, voice: &Voice<'_>, list: &[Item], html: &mut String) {
    if list.is_empty() {
        return;
    }
    html.push_str("<ul>");
    for item in list {
        html.push_str("<li>");
        add_words(context, voice, &item.text, html);
        add_items(context, voice, &item.items, html);
        html.push_str("</li>");
    }
    html.push_str("</ul>");
}

struct Printer<'a> {
    context: &'a Context<'a>,
    voice: &'a Voice<'a>,
    file: FileId,
    setting: Option<&'a Setting<'a>>,
    /// The level of the highest headings as written.
    highest: u8,
    /// The footnotes that were mentioned, in order: index, and how often.
    notes: Vec<(u32, usize)>,
    html: &'a mut String,
}

impl Printer<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(content) => self.wrapped("p", content),
            Block::Heading(heading) => self.heading(heading),
            Block::List { start, tight, items } => self.list(*start, *tight, items),
            Block::Quote(blocks) => {
                self.html.push_str("<blockquote>");
                self.blocks(blocks);
                self.html.push_str("</blockquote>");
            }
            Block::Code(text) => {
                self.html.push_str("<pre><code>");
                escape_into(text, self.html);
                self.html.push_str("</code></pre>");
            }
            Block::Table(table) => self.table(table),
            Block::Rule => self.html.push_str("<hr>"),
        }
        self.html.push('\n');
    }

    fn wrapped(&mut self, element: &str, content: &[Inline]) {
        self.html.push('<');
        self.html.push_str(element);
        self.html.push('>');
        self.inlines(content);
        self.html.push_str("</");
        self.html.push_str(element);
        self.html.push('>');
    }

    fn heading(&mut self, heading: &Heading) {
        let (section, level) = self.setting.map_or(("", 2), |setting| (setting.section, setting.level));
        let level = (level + heading.level.saturating_sub(self.highest)).min(6);
        self.html.push_str(&format!("<h{level} id=\"{}\">", escape(&heading.anchor(section))));
        self.inlines(&heading.content);
        self.html.push_str(&format!("</h{level}>"));
    }

    fn list(&mut self, start: Option<u32>, tight: bool, items: &[Box<[Block]>]) {
        match start {
            None => self.html.push_str("<ul>"),
            Some(1) => self.html.push_str("<ol>"),
            Some(number) => self.html.push_str(&format!("<ol start=\"{number}\">")),
        }
        for item in items {
            self.html.push_str("<li>");
            for block in &**item {
                match block {
                    Block::Paragraph(content) if tight => self.inlines(content),
                    _ => self.block(block),
                }
            }
            self.html.push_str("</li>");
        }
        self.html.push_str(if start.is_some() { "</ol>" } else { "</ul>" });
    }

    fn table(&mut self, Table { alignments, head, rows }: &Table) {
        let labels: Vec<String> = head.iter().map(|cell| escape(&self.plain(cell))).collect();
        let class = |column: usize| match alignments.get(column) {
            Some(Alignment::Right) => " class=\"right\"",
            Some(Alignment::Centre) => " class=\"centre\"",
            _ => "",
        };
        self.html.push_str("<table class=\"text-table\"><thead><tr>");
        for (column, cell) in head.iter().enumerate() {
            // An empty corner is no heading.
            if labels[column].is_empty() {
                self.html.push_str("<td></td>");
                continue;
            }
            self.html.push_str(&format!("<th scope=\"col\"{}>", class(column)));
            self.inlines(cell);
            self.html.push_str("</th>");
        }
        self.html.push_str("</tr></thead><tbody>");
        for row in &**rows {
            self.html.push_str("<tr>");
            for (column, cell) in row.iter().enumerate() {
                let label = labels.get(column).map_or("", String::as_str);
                self.html.push_str(&format!("<td data-label=\"{label}\"{}>", class(column)));
                self.inlines(cell);
                self.html.push_str("</td>");
            }
            self.html.push_str("</tr>");
        }
        self.html.push_str("</tbody></table>");
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => escape_into(text, self.html),
                Inline::Code(text) => {
                    self.html.push_str("<code>");
                    escape_into(text, self.html);
                    self.html.push_str("</code>");
                }
                Inline::Emphasis(content) => self.wrapped("em", content),
                Inline::Strong(content) => self.wrapped("strong", content),
                Inline::Struck(content) => self.wrapped("del", content),
                Inline::Link { reference, content } => self.link(*reference, content),
                Inline::Image { reference, alt } => self.image(*reference, alt),
                Inline::Placeholder(number) => escape_into(&self.value(*number), self.html),
                Inline::Note(index) => self.note(*index),
                Inline::SoftBreak => self.html.push('\n'),
                Inline::LineBreak => self.html.push_str("<br>\n"),
            }
        }
    }

    fn link(&mut self, reference: u32, content: &[Inline]) {
        let target = self.context.pages.targets.get(self.file, reference);
        let Some(mut href) = self.context.href(target, |address| self.voice.address(self.context, address)) else {
            self.inlines(content);
            return;
        };
        if let (Target::SamePage(_), true, Some(notice)) = (target, self.voice.is_away, self.voice.notice) {
            href.insert_str(0, &self.context.notice_address(notice));
        }
        self.html.push_str("<a href=\"");
        escape_into(&href, self.html);
        self.html.push('"');
        self.language_of(target, content.is_empty());
        self.html.push('>');
        let text_start = self.html.len();
        self.inlines(content);
        if self.html.len() == text_start {
            let title = self.context.title(target).unwrap_or(href);
            let title = self.voice.fill(self.context, &title);
            escape_into(&title, self.html);
        }
        if let Target::Document(index) = target {
            let text = self.html.split_off(text_start);
            let label = self.context.document_label(*index, self.voice.language, &text);
            self.html.push_str(&label);
        }
        self.html.push_str("</a>");
    }

    /// Says that a page is in another language, and that its title is, where that is what the link prints.
    fn language_of(&mut self, target: &Target, prints_title: bool) {
        let Target::Page(page, _) = target else { return };
        let language = self.context.pages.pages[*page].language;
        if language != self.voice.language {
            let tag = language.tag();
            self.html.push_str(&format!(" hreflang=\"{tag}\""));
            if prints_title {
                self.html.push_str(&format!(" lang=\"{tag}\""));
            }
        }
    }

    fn image(&mut self, reference: u32, alt: &str) {
        let target = self.context.pages.targets.get(self.file, reference);
        if let Some(src) = self.context.href(target, str::to_owned) {
            let alt = self.voice.fill(self.context, alt);
            self.html.push_str(&format!("<img src=\"{}\" alt=\"{}\">", escape(&src), escape(&alt)));
        }
    }

    /// The words of inlines, with the values of their placeholders.
    fn plain(&self, inlines: &[Inline]) -> String {
        plain_text(inlines, &|number| self.value(number))
    }

    fn value(&self, number: u32) -> String {
        self.voice.placeholder(self.context, self.file, number)
    }

    fn note(&mut self, index: u32) {
        let Some(setting) = self.setting else { return };
        let position = self.notes.iter().position(|(note, _)| *note == index);
        let position = position.unwrap_or_else(|| {
            self.notes.push((index, 0));
            self.notes.len() - 1
        });
        self.notes[position].1 += 1;
        let (number, mention) = (position + 1, self.notes[position].1);
        let (id, again) = (
            format!("note-{}-{number}", setting.notes),
            if mention > 1 { format!("-{mention}") } else { String::new() },
        );
        self.html.push_str(&format!("<sup><a href=\"#{id}\" id=\"{id}-mention{again}\">[{number}]</a></sup>"));
    }

    /// The footnotes that were mentioned, below the text. A footnote may mention another.
    fn footnotes(&mut self, prose: &Prose) {
        let Some(setting) = self.setting else { return };
        if self.notes.is_empty() {
            return;
        }
        self.html.push_str("<ol class=\"footnotes\">");
        let mut printed = 0;
        while let Some((index, _)) = self.notes.get(printed).copied() {
            printed += 1;
            self.html.push_str(&format!("<li id=\"note-{}-{printed}\">", setting.notes));
            match prose.footnotes.get(index as usize).map(|footnote| &*footnote.blocks) {
                Some([Block::Paragraph(content)]) => self.inlines(content),
                Some(blocks) => self.blocks(blocks),
                None => {}
            }
            self.html.push_str("</li>");
        }
        self.html.push_str("</ol>\n");
    }
}
