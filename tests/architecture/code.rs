//! Rust text without what the rules must not see: comments, strings, and the tests.
//!
//! Everything taken out becomes spaces, so that lines and columns stay what they were.

/// The code: comments, and what stands in strings and characters, are blank.
pub fn without_words(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut code = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let length = words_at(&chars, at);
        for c in &chars[at..at + length.max(1)] {
            code.push(if length == 0 || *c == '\n' { *c } else { ' ' });
        }
        at += length.max(1);
    }
    code
}

/// The length of the comment, string or character that starts here; 0 if none does.
fn words_at(chars: &[char], at: usize) -> usize {
    let rest = &chars[at..];
    let follows_name = at > 0 && (chars[at - 1].is_alphanumeric() || chars[at - 1] == '_');
    match rest {
        ['/', '/', ..] => rest.iter().position(|c| *c == '\n').unwrap_or(rest.len()),
        ['/', '*', ..] => until(rest, &['*', '/'], 2),
        ['"', ..] => quoted(rest, '"'),
        ['r', '"', ..] if !follows_name => until(rest, &['"'], 2),
        ['r', '#', '"', ..] if !follows_name => until(rest, &['"', '#'], 3),
        ['\'', '\\', ..] => quoted(rest, '\''),
        ['\'', _, '\'', ..] => 3,
        _ => 0,
    }
}

fn until(rest: &[char], end: &[char], start: usize) -> usize {
    let found = rest[start..].windows(end.len()).position(|window| window == end);
    found.map_or(rest.len(), |found| start + found + end.len())
}

fn quoted(rest: &[char], quote: char) -> usize {
    let mut at = 1;
    while at < rest.len() && rest[at] != quote {
        at += if rest[at] == '\\' { 2 } else { 1 };
    }
    (at + 1).min(rest.len())
}

/// The code of the program: without words, and without what is only compiled for tests.
pub fn of_program(path: &str, text: &str) -> String {
    if path.ends_with("/tests.rs") {
        return String::new();
    }
    let mut code = without_words(text);
    while let Some(start) = code.find("#[cfg(test)]") {
        let end = start + block_end(&code[start..]);
        let blank: String = code[start..end].chars().map(|c| if c == '\n' { c } else { ' ' }).collect();
        code.replace_range(start..end, &blank);
    }
    code
}

/// Where the item at the start of some code ends: after its braces, or at a semicolon before any.
pub fn block_end(code: &str) -> usize {
    let mut depth = 0;
    for (at, c) in code.char_indices() {
        match c {
            ';' if depth == 0 => return at + 1,
            '{' => depth += 1,
            '}' if depth == 1 => return at + 1,
            '}' => depth -= 1,
            _ => {}
        }
    }
    code.len()
}

/// The number of the line at an offset.
pub fn line_at(code: &str, offset: usize) -> usize {
    code[..offset].matches('\n').count() + 1
}

/// The offsets at which a word stands by itself in some code.
pub fn find_word<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word).map(|(at, _)| at).filter(move |at| {
        let stands_alone = |inside: bool, beyond: Option<char>| !inside || !beyond.is_some_and(is_name);
        stands_alone(word.starts_with(is_name), code[..*at].chars().next_back())
            && stands_alone(word.ends_with(is_name), code[at + word.len()..].chars().next())
    })
}

#[test]
fn comments_strings_and_characters_are_blank() {
    let code = without_words("a // b\nc /* d\n */ \"e \\\" f\" r#\"g\"h\"# 'i' '\\'' &'j str");
    assert_eq!(code.split_whitespace().collect::<Vec<_>>(), ["a", "c", "&'j", "str"]);
    assert_eq!(code.matches('\n').count(), 2);
}

#[test]
fn tests_are_no_part_of_the_program() {
    let text = "fn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() {}\n}\nfn c() {}\n";
    let code = of_program("src/x.rs", text);
    assert_eq!(code.split_whitespace().collect::<Vec<_>>(), ["fn", "a()", "{}", "fn", "c()", "{}"]);
    assert_eq!(line_at(&code, code.find("fn c").unwrap()), 6);
    assert_eq!(of_program("src/x.rs", "#[cfg(test)]\nmod tests;\nfn a() {}").trim(), "fn a() {}");
    assert_eq!(of_program("src/x/tests.rs", text), "");
}

#[test]
fn words_stand_by_themselves() {
    assert_eq!(find_word("fs my_fs fs::x fsx", "fs").collect::<Vec<_>>(), [0, 9]);
    assert_eq!(find_word("a.exists() b", ".exists(").collect::<Vec<_>>(), [1]);
}
