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

/// The width of some words.
fn width(words: &str) -> i32 {
    words.chars().map(width_of).sum::<i32>() * FONT / 1000
}

/// Words in lines that are at most so wide. What does not fit into the lines there may be ends in dots.
pub fn wrap(words: &str, widest: i32, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in words.split_whitespace().flat_map(|word| pieces(word, widest)) {
        let longer = if line.is_empty() { word.clone() } else { format!("{line} {word}") };
        if width(&longer) <= widest {
            line = longer;
        } else {
            lines.push(std::mem::replace(&mut line, word));
        }
    }
    lines.push(line);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while width(last) + width("…") > widest && last.pop().is_some() {}
            *last = format!("{}…", last.trim_end_matches([' ', ',', ';']));
        }
    }
    lines
}

/// A word in pieces that are at most so wide: itself, unless it is very long.
fn pieces(word: &str, widest: i32) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for letter in word.chars() {
        if let Some(piece) = pieces.last_mut() {
            piece.push(letter);
            if width(piece) > widest && piece.chars().count() > 1 {
                piece.pop();
                pieces.push(letter.to_string());
            }
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, widest: i32, most: usize, expected: &[&str]) {
        let lines = wrap(words, widest, most);
        assert_eq!(lines, expected);
        assert!(lines.iter().all(|line| width(line) <= widest), "{lines:?}");
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
