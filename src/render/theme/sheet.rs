//! The colours that a style sheet declares, and what each stands on: read from it, and changed in it.
//!
//! A theme declares its colours as custom properties of `:root`, those of dark screens again under
//! `@media (prefers-color-scheme: dark)`. A comment behind a colour says what contrast it needs on which others:
//! `--link: #00567a; /* 4.5 on paper, tint */`.

use std::ops::Range;

use crate::domain::Colour;

/// A scheme of colours: which screens it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scheme {
    /// Those that are light, and paper.
    Light,
    /// Those that the reader has made dark.
    Dark,
}

/// A custom property that holds a colour.
#[derive(Clone, Debug)]
pub struct Declared {
    /// Its name, without the hyphens before it.
    pub name: String,
    /// For which screens.
    pub scheme: Scheme,
    /// Its colour.
    pub colour: Colour,
    /// The bytes of the colour in the sheet.
    pub span: Range<usize>,
}

/// A contrast that a colour needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Need {
    /// The colour of the text or the line.
    pub colour: String,
    /// The colour on which it stands.
    pub on: String,
    /// The least contrast.
    pub ratio: f64,
}

/// What a style sheet says of its colours.
#[derive(Debug, Default)]
pub struct Sheet {
    /// Its colours, in their order.
    pub declared: Vec<Declared>,
    /// The contrasts that they need.
    pub needs: Vec<Need>,
    /// Where a dark colour can be added: the end of the first block of such.
    dark_end: Option<usize>,
}

impl Sheet {
    /// Reads a style sheet.
    pub fn read(css: &str) -> Self {
        let mut sheet = Sheet::default();
        let mut around: Vec<String> = Vec::new();
        let (mut at, mut start) = (0, 0);
        while let Some(found) = css[at..].find(['{', '}', ';', '/']) {
            let here = at + found;
            at = here + 1;
            match css.as_bytes()[here] {
                b'/' if css[at..].starts_with('*') => {
                    at = css[at..].find("*/").map_or(css.len(), |end| at + end + 2);
                    // A comment that begins a declaration or a block is no part of it.
                    if css[start..here].trim().is_empty() {
                        start = at;
                    }
                }
                b'{' => {
                    around.push(css[start..here].trim().to_owned());
                    start = at;
                }
                b'}' => {
                    if scheme(&around) == Some(Scheme::Dark) && sheet.dark_end.is_none() {
                        sheet.dark_end = Some(here);
                    }
                    around.pop();
                    start = at;
                }
                b';' => {
                    if let Some(scheme) = scheme(&around) {
                        sheet.declaration(css, start..here, scheme);
                    }
                    start = at;
                }
                _ => {}
            }
        }
        sheet
    }

    /// Notes a declaration if it is that of a colour, with the comment behind it.
    fn declaration(&mut self, css: &str, span: Range<usize>, scheme: Scheme) {
        let Some((name, value)) = css[span.clone()].split_once(':') else { return };
        let (Some(name), Some(colour)) = (name.trim().strip_prefix("--"), Colour::parse(value.trim())) else { return };
        let start = span.end - value.trim_start().len();
        let declared = Declared { name: name.to_owned(), scheme, colour, span: start..start + value.trim().len() };
        self.declared.push(declared);
        let behind = css[span.end + 1..].lines().next().unwrap_or_default().trim();
        let comment = behind.strip_prefix("/*").and_then(|comment| comment.split_once("*/"));
        self.needs.extend(comment.map(|(words, _)| needs(name, words)).unwrap_or_default());
    }

    /// The sheet with other colours.
    pub fn with(&self, css: &str, colours: &[(String, Scheme, Colour)]) -> String {
        let mut changes: Vec<(Range<usize>, String)> = Vec::new();
        let mut behind = String::new();
        for (name, scheme, colour) in colours {
            match (self.find(name, *scheme), self.dark_end) {
                (Some(declared), _) => changes.push((declared.span.clone(), colour.to_string())),
                (None, Some(end)) => changes.push((end..end, format!("  --{name}: {colour};\n  "))),
                (None, None) => behind.push_str(&format!("    --{name}: {colour};\n")),
            }
        }
        changes.sort_by_key(|(span, _)| span.start);
        let mut changed = css.to_owned();
        for (span, colour) in changes.into_iter().rev() {
            changed.replace_range(span, &colour);
        }
        if !behind.is_empty() {
            changed.push_str(&format!(
                "\n@media screen and (prefers-color-scheme: dark) {{\n  :root {{\n{behind}  }}\n}}\n"
            ));
        }
        changed
    }

    /// The colour of a name for some screens, as it is declared for them.
    fn find(&self, name: &str, scheme: Scheme) -> Option<&Declared> {
        self.declared.iter().find(|declared| declared.name == name && declared.scheme == scheme)
    }

    /// The colour of a name as some screens show it.
    pub fn colour(&self, name: &str, scheme: Scheme) -> Option<Colour> {
        self.find(name, scheme).or(self.find(name, Scheme::Light)).map(|declared| declared.colour)
    }
}

/// For which screens the declarations of a block are, if it holds colours of the whole page.
fn scheme(around: &[String]) -> Option<Scheme> {
    match around {
        [root] if root == ":root" => Some(Scheme::Light),
        [media, root] if root == ":root" && is_dark(media) => Some(Scheme::Dark),
        _ => None,
    }
}

fn is_dark(media: &str) -> bool {
    media.starts_with("@media") && media.replace(' ', "").contains("(prefers-color-scheme:dark)")
}

/// What a comment says of contrasts: "4.5 on paper, tint; 3 on mark". Whatever else it says is for people.
fn needs(colour: &str, comment: &str) -> Vec<Need> {
    let parts = comment.split(';').filter_map(|part| {
        let (ratio, on) = part.trim().split_once(" on ")?;
        Some((ratio.parse::<f64>().ok()?, on))
    });
    let each = parts.flat_map(|(ratio, on)| on.split(',').map(move |on| (ratio, on.trim().to_owned())));
    each.map(|(ratio, on)| Need { colour: colour.to_owned(), on, ratio }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CSS: &str = "/* :root { --no: #000; } */\n:root {\n  --paper: #fff;\n  --link: #00567a; /* 4.5 on paper; 3 on tint, a-b */\n  \
                       --space: 1rem; /* for people */\n}\n@media screen and (prefers-color-scheme: dark) {\n  :root {\n    --paper: #111;\n  }\n}\n\
                       @media print { :root { --paper: #eee; } }\na { color: #123456; }\n";

    #[test]
    fn colours_and_their_needs_are_read() {
        let sheet = Sheet::read(CSS);
        let read: Vec<(&str, Scheme, &str)> =
            sheet.declared.iter().map(|one| (one.name.as_str(), one.scheme, &CSS[one.span.clone()])).collect();
        assert_eq!(
            read,
            [("paper", Scheme::Light, "#fff"), ("link", Scheme::Light, "#00567a"), ("paper", Scheme::Dark, "#111")]
        );
        let needs: Vec<(f64, &str)> = sheet.needs.iter().map(|need| (need.ratio, need.on.as_str())).collect();
        assert_eq!(needs, [(4.5, "paper"), (3.0, "tint"), (3.0, "a-b")]);
        assert_eq!(sheet.colour("link", Scheme::Dark), Colour::parse("#00567a"));
    }

    #[test]
    fn colours_are_changed_in_place_or_added_for_dark_screens() {
        let colour = |text| Colour::parse(text).unwrap();
        let changed =
            |css: &str, name: &str, scheme| Sheet::read(css).with(css, &[(name.to_owned(), scheme, colour("#abcdef"))]);
        assert_eq!(changed(CSS, "paper", Scheme::Light), CSS.replacen("#fff", "#abcdef", 1));
        assert_eq!(changed(CSS, "paper", Scheme::Dark), CSS.replacen("#111", "#abcdef", 1));
        let added = changed(CSS, "link", Scheme::Dark);
        assert_eq!(Sheet::read(&added).colour("link", Scheme::Dark), Some(colour("#abcdef")));
        assert_eq!(Sheet::read(&added).colour("link", Scheme::Light), Some(colour("#00567a")));
        let plain = ":root { --link: #000; }\n";
        let added = changed(plain, "link", Scheme::Dark);
        assert!(added.starts_with(plain));
        assert_eq!(Sheet::read(&added).colour("link", Scheme::Dark), Some(colour("#abcdef")));
    }

    #[test]
    fn a_sheet_that_is_broken_is_no_reason_to_stop() {
        for css in ["", "}", "{", ":root {", "/*", ":root { --a: #fff", ":root { --a: #fff;", "é/", ":root{--a:#fff;/*"]
        {
            let sheet = Sheet::read(css);
            sheet.with(css, &[("a".to_owned(), Scheme::Light, Colour::parse("#000").unwrap())]);
        }
    }
}
