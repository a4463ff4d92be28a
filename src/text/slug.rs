//! Forms of words: slugs, the lower-case ASCII form for ids and addresses; a capital at the start.

/// The slug of some words: lower-case ASCII letters and digits, with single hyphens between.
/// Latin letters lose their accents; anything else becomes a hyphen. May be empty.
pub fn slug(words: &str) -> String {
    let mut slug = String::with_capacity(words.len());
    for c in words.chars() {
        let c = unaccented(c).to_ascii_lowercase();
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !matches!(c, '\'' | '’') && !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// Whether a name is already a slug, and so can be an id.
pub fn is_slug(name: &str) -> bool {
    !name.is_empty() && slug(name) == name
}

/// The words with a capital letter at the start.
pub fn capitalised(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// The base letter of the accented letters of Welsh, Gaelic and the commonest European names.
fn unaccented(c: char) -> char {
    match c {
        'à' | 'á' | 'â' | 'ä' | 'ã' | 'å' | 'À' | 'Á' | 'Â' | 'Ä' | 'Ã' | 'Å' => 'a',
        'è' | 'é' | 'ê' | 'ë' | 'È' | 'É' | 'Ê' | 'Ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'Ì' | 'Í' | 'Î' | 'Ï' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' | 'õ' | 'Ò' | 'Ó' | 'Ô' | 'Ö' | 'Õ' => 'o',
        'ù' | 'ú' | 'û' | 'ü' | 'Ù' | 'Ú' | 'Û' | 'Ü' => 'u',
        'ẁ' | 'ẃ' | 'ŵ' | 'ẅ' | 'Ẁ' | 'Ẃ' | 'Ŵ' | 'Ẅ' => 'w',
        'ỳ' | 'ý' | 'ŷ' | 'ÿ' | 'Ỳ' | 'Ý' | 'Ŷ' | 'Ÿ' => 'y',
        'ñ' | 'Ñ' => 'n',
        'ç' | 'Ç' => 'c',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, expected: &str) {
        assert_eq!(slug(words), expected);
    }

    #[test]
    fn slugs_are_plain() {
        check("Council Tax", "council-tax");
        check("  What's new? (2026) ", "whats-new-2026");
        check("Tŷ'r Cyngor", "tyr-cyngor");
        check("--", "");
        check("漢字", "");
        assert!(is_slug("a-1") && !is_slug("A") && !is_slug("a--b") && !is_slug(""));
    }
}
