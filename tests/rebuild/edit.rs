//! Edits as people make them, drawn by number.

use std::collections::BTreeMap;

use noticeboard::build::Inputs;
use noticeboard::domain::Document;
use noticeboard::render::theme::Asset;
use noticeboard::text::{HubPath, Source, Sources};

/// A small generator of numbers (xorshift): the same numbers on every run.
pub struct Numbers(u64);

impl Numbers {
    /// A generator that starts from a seed.
    pub fn new(seed: u64) -> Self {
        let mut numbers = Numbers(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        (0..8).for_each(|_| assert!(numbers.below(2) < 2));
        numbers
    }

    /// A number below a limit.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (limit.max(1) as u64)).unwrap()
    }
}

/// A hub in memory that is being edited.
pub struct Hub {
    first: Inputs,
    numbers: Numbers,
    /// Every file that people can edit, as it is now.
    texts: BTreeMap<String, String>,
    /// The same as it was at first.
    originals: BTreeMap<String, String>,
    documents: Vec<Document>,
    assets: Vec<Asset>,
    days: i64,
    count: usize,
}

type Edit = fn(&mut Hub) -> String;

const EDITS: [Edit; 20] = [
    Hub::add_sentence,
    Hub::change_word,
    Hub::change_title,
    Hub::change_heading,
    Hub::add_link,
    Hub::delete,
    Hub::put_back,
    Hub::copy,
    Hub::rename,
    Hub::add_fragment,
    Hub::break_file,
    Hub::mend,
    Hub::change_line_of_settings,
    Hub::change_look,
    Hub::change_template,
    Hub::change_asset,
    Hub::change_document,
    Hub::change_day,
    Hub::flip_line_ends,
    Hub::change_line_of_front_matter,
];

impl Hub {
    /// How many kinds of edits there are.
    pub const KINDS: usize = EDITS.len();

    /// A hub as it was read.
    pub fn new(first: Inputs, numbers: Numbers) -> Self {
        let is_editable = |source: &Source| source.path.below("content/documents").is_none();
        let sources = first.sources.iter().map(|(_, source)| source).filter(|source| is_editable(source));
        let texts: BTreeMap<String, String> =
            sources.map(|source| (source.path.as_str().to_owned(), source.text.to_string())).collect();
        let (documents, assets) = (first.documents.clone(), first.assets.clone());
        Hub { first, numbers, originals: texts.clone(), texts, documents, assets, days: 0, count: 0 }
    }

    /// What a build of it would read.
    pub fn inputs(&self) -> Inputs {
        let of_texts = self.texts.iter().map(|(path, text)| {
            let old = self.first.sources.find(path).map(|file| self.first.sources.get(file));
            let new = || Source::from_bytes(HubPath::new(path), text.clone().into_bytes());
            old.filter(|source| *source.text == *text).cloned().unwrap_or_else(new)
        });
        let of_documents = self.documents.iter().map(|one| Source::from_bytes(one.source.clone(), Vec::new()));
        Inputs {
            sources: Sources::new(of_texts.chain(of_documents)),
            documents: self.documents.clone(),
            assets: self.assets.clone(),
            today: self.first.today.saturating_add(jiff::Span::new().days(self.days)),
            base_url: None,
        }
    }

    /// Makes an edit, and says which.
    pub fn edit(&mut self) -> String {
        // Broken files are mended soon, so that good builds and bad ones take turns.
        let kind = self.numbers.below(Self::KINDS + 10);
        if kind >= Self::KINDS { self.mend() } else { self.edit_of(kind) }
    }

    /// Makes an edit of a kind, and says which.
    pub fn edit_of(&mut self, kind: usize) -> String {
        self.count += 1;
        EDITS[kind](self)
    }

    /// The path of every template.
    pub fn templates(&self) -> Vec<String> {
        self.texts.keys().filter(|path| path.starts_with("themes/") && path.ends_with(".html")).cloned().collect()
    }

    /// Adds a word to a template where it is printed: at the end of a whole page, within the first block or
    /// macro, or else at the start.
    pub fn mark_template(&mut self, path: &str) -> String {
        self.change(path, |text| {
            let within = ["{% block main", "{% block", "{% macro"].into_iter().find_map(|tag| {
                let start = text.find(tag)?;
                Some(start + text[start..].find("%}")? + 2)
            });
            let (before, after) = text.split_at(text.find("</body>").or(within).unwrap_or_default());
            format!("{before}marked{after}")
        });
        format!("mark {path}")
    }

    /// Adds to the end of a file.
    pub fn append(&mut self, path: &str, text: &str) -> String {
        self.change(path, |before| format!("{before}{text}"));
        format!("add to {path}")
    }

    fn pick(&mut self, belongs: impl Fn(&str) -> bool) -> String {
        let paths: Vec<&String> = self.texts.keys().filter(|path| belongs(path)).collect();
        let index = self.numbers.below(paths.len());
        paths[index].clone()
    }

    fn some_text(&mut self) -> String {
        self.pick(|path| path.ends_with(".md"))
    }

    fn change(&mut self, path: &str, change: impl FnOnce(&str) -> String) {
        let text = change(&self.texts[path]);
        self.texts.insert(path.to_owned(), text);
    }

    /// Changes one line of those that fit, if there is any.
    fn change_line(&mut self, path: &str, fits: impl Fn(&str) -> bool, change: impl FnOnce(&str) -> String) -> String {
        let mut lines: Vec<String> = self.texts[path].split('\n').map(str::to_owned).collect();
        let fitting: Vec<usize> = (0..lines.len()).filter(|line| fits(&lines[*line])).collect();
        if fitting.is_empty() {
            return format!("nothing in {path}");
        }
        let line = fitting[self.numbers.below(fitting.len())];
        lines[line] = change(&lines[line]);
        let said = format!("{path}:{}: {}", line + 1, lines[line]);
        self.texts.insert(path.to_owned(), lines.join("\n"));
        said
    }

    fn add_sentence(&mut self) -> String {
        let (path, count) = (self.some_text(), self.count);
        self.change(&path, |text| format!("{text}\nWe added sentence {count} under the Data Protection Act 1998.\n"));
        format!("add a sentence to {path}")
    }

    fn change_word(&mut self) -> String {
        let (path, count) = (self.some_text(), self.count);
        self.change(&path, |text| text.replacen(" the ", &format!(" the {count}th "), 1));
        format!("change a word of {path}")
    }

    fn change_title(&mut self) -> String {
        let (path, count) = (self.some_text(), self.count);
        self.change(&path, |text| text.replacen("title = \"", &format!("title = \"N{count} "), 1));
        format!("change the title of {path}")
    }

    fn change_heading(&mut self) -> String {
        let (path, count) = (self.some_text(), self.count);
        let new = format!("\n## Heading {count}");
        self.change(&path, |text| {
            if count.is_multiple_of(2) { format!("{text}\n{new}\n\nText.\n") } else { text.replacen("\n## ", &new, 1) }
        });
        format!("change a heading of {path}")
    }

    fn add_link(&mut self) -> String {
        let path = self.some_text();
        let other = self.pick(|path| path.starts_with("content/notices/") && path.ends_with(".md"));
        let id = other["content/notices/".len()..].split(['/', '.']).next().unwrap_or_default().to_owned();
        self.change(&path, |text| format!("{text}\nSee [](notice:{id}) and [the rest](notice:{id}#retention).\n"));
        format!("link from {path} to {id}")
    }

    fn delete(&mut self) -> String {
        let path = self.some_text();
        self.texts.remove(&path);
        format!("delete {path}")
    }

    fn put_back(&mut self) -> String {
        let gone: Vec<String> = self.originals.keys().filter(|path| !self.texts.contains_key(*path)).cloned().collect();
        if let Some(path) = gone.get(self.numbers.below(gone.len())) {
            self.texts.insert(path.clone(), self.originals[path].clone());
            return format!("put back {path}");
        }
        "nothing to put back".to_owned()
    }

    fn copy(&mut self) -> String {
        let path = self.some_text();
        let copy = path.replacen(".md", &format!("-{}.md", self.count), 1);
        let without_aliases: Vec<&str> =
            self.texts[&path].split('\n').filter(|line| !line.starts_with("aliases")).collect();
        let text = without_aliases.join("\n");
        self.texts.insert(copy.clone(), text);
        format!("copy {path} to {copy}")
    }

    fn rename(&mut self) -> String {
        let path = self.some_text();
        let new = path.replacen(".md", "x.md", 1);
        let text = self.texts.remove(&path).unwrap_or_default();
        self.texts.insert(new.clone(), text);
        format!("rename {path} to {new}")
    }

    fn add_fragment(&mut self) -> String {
        let count = self.count;
        let folder = format!("content/notices/folder-{}", count % 3);
        let category = self.originals.values().find_map(|text| text.lines().find(|line| line.starts_with("category")));
        let head = category.unwrap_or("category = \"x\"");
        self.texts.entry(format!("{folder}/index.md")).or_insert_with(|| {
            format!(
                "+++\ntitle = \"Folder {count}\"\nsummary = \"A folder.\"\n{head}\n+++\n\n## Of its own\n\nWords.\n"
            )
        });
        let path = format!("{folder}/part-{count}.md");
        self.texts.insert(path.clone(), format!("+++\norder = {}\n+++\n\n## Part {count}\n\nWords.\n", count % 5));
        format!("add {path}")
    }

    fn break_file(&mut self) -> String {
        let path = self.pick(|path| !path.starts_with("themes/"));
        let breaks = ["titel = 1\n", "[[\n", "lawful_basis = [\"none\"]\n", "\u{0}"];
        let broken = breaks[self.numbers.below(breaks.len())];
        self.change(&path, |text| text.replacen('\n', &format!("\n{broken}"), 1));
        format!("break {path} with {broken:?}")
    }

    /// Takes back what was changed: all of it, or one time in four only some.
    fn mend(&mut self) -> String {
        let in_part = self.numbers.below(4) == 0;
        let is_changed = |(path, text): &(&String, &String)| self.texts.get(*path) != Some(*text);
        let mut changed: Vec<String> = self.originals.iter().filter(is_changed).map(|(path, _)| path.clone()).collect();
        // What never was there goes as well.
        changed.extend(self.texts.keys().filter(|path| !self.originals.contains_key(*path)).cloned());
        let count = changed.len();
        for path in changed {
            if in_part && self.numbers.below(3) == 0 {
                continue;
            }
            match self.originals.get(&path) {
                Some(text) => self.texts.insert(path.clone(), text.clone()),
                None => self.texts.remove(&path),
            };
        }
        format!("mend {} of {count} files", if in_part { "some" } else { "all" })
    }

    fn change_line_of_settings(&mut self) -> String {
        let path = self.pick(|path| path.ends_with(".toml"));
        let count = self.count;
        let is_text = |line: &str| line.contains("= \"") && line.ends_with('"');
        self.change_line(&path, is_text, |line| match line.strip_suffix('"') {
            Some(start) => format!("{start}{count}\""),
            None => line.to_owned(),
        })
    }

    /// Other words for the heading of a section, which texts of notices are joined to by it, and another colour.
    fn change_look(&mut self) -> String {
        let count = self.count;
        let site = self.texts.entry("site.toml".to_owned()).or_default();
        let own = site.find("[strings.en]").unwrap_or(site.len());
        site.truncate(own);
        let heading = if count.is_multiple_of(2) { "Parking".to_owned() } else { format!("Kept {count}") };
        let colour = format!("#{:06x}", count * 4321 % 0xff_ffff);
        site.push_str(&format!(
            "[strings.en]\nsections.retention = \"{heading}\"\n[brand.colours]\nlink = \"{colour}\"\n"
        ));
        format!("the heading {heading} and the colour {colour}")
    }

    fn change_line_of_front_matter(&mut self) -> String {
        let path = self.some_text();
        let is_line = |line: &str| line.contains(" = ") || line.starts_with("[[");
        let kind = self.numbers.below(3);
        let count = self.count;
        self.change_line(&path, is_line, |line| match kind {
            0 => format!("# {line}"),
            1 => line.replacen("= \"", &format!("= \"{count} "), 1),
            _ => line.replacen("true", "false", 1).replacen("20", "21", 1),
        })
    }

    fn change_template(&mut self) -> String {
        let path = self.pick(|path| path.starts_with("themes/civic/") && path.ends_with(".html"));
        let count = self.count;
        // In every block as well: what stands outside of them in a page's template is not printed.
        self.change(&path, |text| text.replace(" %}\n", &format!(" %}}\n{count}\n")) + &format!("\n{count}\n"));
        format!("change {path}")
    }

    fn change_asset(&mut self) -> String {
        let index = self.numbers.below(self.assets.len());
        let asset = &mut self.assets[index];
        asset.bytes = [&*asset.bytes, b"/* more */"].concat().into();
        format!("change {}", asset.path)
    }

    fn change_document(&mut self) -> String {
        let count = self.count;
        if self.documents.is_empty() || count.is_multiple_of(3) {
            let path = format!("added-{count}.pdf");
            let source = HubPath::new(&format!("content/documents/{path}"));
            self.documents.push(Document { path, source, bytes: b"pdf".as_slice().into() });
            self.documents.sort_by(|a, b| a.path.cmp(&b.path));
            return format!("add document {count}");
        }
        let index = self.numbers.below(self.documents.len());
        let document = &mut self.documents[index];
        document.bytes = [&*document.bytes, [0; 3000].as_slice()].concat().into();
        format!("change {}", document.path)
    }

    fn change_day(&mut self) -> String {
        self.days += [1, 30, -400, 700][self.numbers.below(4)];
        format!("another day: {} days on", self.days)
    }

    fn flip_line_ends(&mut self) -> String {
        let path = self.some_text();
        self.change(
            &path,
            |text| {
                if text.contains("\r\n") { text.replace("\r\n", "\n") } else { text.replace('\n', "\r\n") }
            },
        );
        format!("flip the line ends of {path}")
    }
}
