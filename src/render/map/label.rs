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
fn units(words: &str) -> i32 {
    words.chars().map(width_of).sum()
}

/// The width of so many thousandths of the size of letters.
fn width(units: i32) -> i32 {
    units * FONT / 1000
}

/// Words in lines that are at most so wide. What does not fit into the lines there may be ends in dots.
pub fn wrap(words: &str, widest: i32, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let (mut line, mut taken) = (String::new(), 0);
    for (word, needed) in words.split_whitespace().flat_map(|word| pieces(word, widest)) {
        let longer = if line.is_empty() { needed } else { taken + width_of(' ') + needed };
        if width(longer) <= widest {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
            taken = longer;
        } else {
            lines.push(std::mem::replace(&mut line, word.to_owned()));
            taken = needed;
        }
    }
    lines.push(line);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while width(units(last)) + width(units("…")) > widest && last.pop().is_some() {}
            *last = format!("{}…", last.trim_end_matches([' ', ',', ';']));
        }
    }
    lines
}

/// A word in pieces that are at most so wide, with their widths: itself, unless it is very long.
fn pieces(word: &str, widest: i32) -> Vec<(&str, i32)> {
    let (mut pieces, mut start, mut taken) = (Vec::with_capacity(1), 0, 0);
    for (place, letter) in word.char_indices() {
        let longer = taken + width_of(letter);
        if width(longer) > widest && place > start {
            pieces.push((&word[start..place], taken));
            (start, taken) = (place, width_of(letter));
        } else {
            taken = longer;
        }
    }
    pieces.push((&word[start..], taken));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, widest: i32, most: usize, expected: &[&str]) {
        let lines = wrap(words, widest, most);
        assert_eq!(lines, expected);
        assert!(lines.iter().all(|line| width(units(line)) <= widest), "{lines:?}");
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
