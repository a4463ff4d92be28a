//! Words in pictures: how wide they are, and where they break into lines.
//!
//! Nobody knows the reader's font. The widths are those of a wide one, so that words in a narrower one fit as well.

use super::FONT;

/// The width of a letter in thousandths of its size.
fn width_of(letter: char) -> i32 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '\'' | '’' | '.' | ',' | ':' | ';' | '|' | '!' => 310,
        't' | 'f' | 'r' | '(' | ')' | '-' | '/' | ' ' => 410,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '&' => 980,
        'A'..='Z' => 720,
        _ => 640,
    }
}

/// The width of some words in thousandths of the size of letters.
fn width(words: &str) -> i32 {
    words.chars().map(width_of).sum()
}

/// The most thousandths of the size of letters that fit into a width.
fn fitting(widest: i32) -> i32 {
    ((widest + 1) * 1000 - 1) / FONT
}

/// Words in lines.
pub struct Label {
    /// The lines, with a line break between each two.
    text: String,
    /// How many there are.
    pub count: i32,
}

impl Label {
    /// Words in lines that are at most so wide. What does not fit into the lines there may be ends in dots.
    pub fn wrap(words: &str, widest: i32, most: i32) -> Self {
        let mut label = Label { text: String::with_capacity(words.len() + 4), count: 1 };
        let (room, mut taken) = (fitting(widest), 0);
        for (word, needed) in words.split_whitespace().flat_map(|word| pieces(word, room)) {
            let longer = if taken == 0 { needed } else { taken + width_of(' ') + needed };
            if longer > room && label.count == most {
                label.end_in_dots(fitting(widest - width_of('…') * FONT / 1000));
                break;
            }
            if longer > room {
                label.text.push('\n');
                label.count += 1;
                taken = needed;
            } else {
                if taken > 0 {
                    label.text.push(' ');
                }
                taken = longer;
            }
            label.text.push_str(word);
        }
        label
    }

    /// The lines.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.text.split('\n')
    }

    fn end_in_dots(&mut self, room: i32) {
        let start = self.text.rfind('\n').map_or(0, |end| end + 1);
        let mut last = &self.text[start..];
        while width(last) > room && !last.is_empty() {
            last = &last[..last.char_indices().next_back().map_or(0, |(place, _)| place)];
        }
        let end = start + last.trim_end_matches([' ', ',', ';']).len();
        self.text.truncate(end);
        self.text.push('…');
    }
}

/// A word in pieces that have room, with their widths: itself, unless it is very long.
fn pieces(word: &str, room: i32) -> impl Iterator<Item = (&str, i32)> {
    let mut rest = word;
    std::iter::from_fn(move || {
        let (mut end, mut taken) = (0, 0);
        for letter in rest.chars() {
            let longer = taken + width_of(letter);
            if longer > room && end > 0 {
                break;
            }
            (end, taken) = (end + letter.len_utf8(), longer);
        }
        let (piece, after) = rest.split_at(end);
        rest = after;
        (end > 0).then_some((piece, taken))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, widest: i32, most: i32, expected: &[&str]) {
        let label = Label::wrap(words, widest, most);
        let lines: Vec<&str> = label.lines().collect();
        assert_eq!(lines, expected);
        assert_eq!(lines.len(), usize::try_from(label.count).unwrap());
        assert!(lines.iter().all(|line| width(line) * FONT / 1000 <= widest), "{lines:?}");
    }

    #[test]
    fn words_break_into_lines_that_fit() {
        check("Land Registry", 200, 3, &["Land Registry"]);
        check("Department for Work and Pensions", 124, 3, &["Department for", "Work and", "Pensions"]);
        check("Department for Work and Pensions", 124, 2, &["Department for", "Work and…"]);
        check("Llanfairpwllgwyngyll", 100, 3, &["Llanfairpwll", "gwyngyll"]);
        check("", 100, 3, &[""]);
    }
}
