//! Forms of words: slugs, the lower-case ASCII form for ids and addresses; what spellings of a name have in common; a capital at the start; nouns with numbers.

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
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    !name.is_empty() && name.split('-').all(|part| !part.is_empty() && part.bytes().all(is_plain))
}

/// The articles with which names may start, in English and Welsh.
const ARTICLES: [&str; 3] = ["the", "y", "yr"];

/// A name without the article at its start: "The police" stands under P.
pub fn without_article(name: &str) -> &str {
    match name.split_once(' ') {
        Some((first, rest)) if ARTICLES.contains(&first.to_lowercase().as_str()) => rest.trim_start(),
        _ => name,
    }
}

/// What names that mean the same have in common: no case, no punctuation, no article.
pub fn folded(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    let part = |folded: &mut String| {
        if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    };
    for letter in name.chars().flat_map(char::to_lowercase) {
        match letter {
            '\'' | '’' => {}
            '&' => {
                part(&mut folded);
                folded.push_str("and ");
            }
            letter if letter.is_alphanumeric() => folded.push(letter),
            _ => part(&mut folded),
        }
    }
    folded.truncate(folded.trim_end().len());
    if let Some((first, rest)) = folded.split_once(' ')
        && ARTICLES.contains(&first)
    {
        return rest.to_owned();
    }
    folded
}

/// The words with a capital letter at the start.
pub fn capitalised(words: &str) -> String {
    let mut rest = words.chars();
    let mut capitalised = String::with_capacity(words.len());
    capitalised.extend(rest.next().into_iter().flat_map(char::to_uppercase));
    capitalised.push_str(rest.as_str());
    capitalised
}

/// A number with its noun: "1 page", "2 pages".
pub fn counted(count: usize, noun: &str) -> String {
    match (count, noun) {
        (1, _) => format!("1 {noun}"),
        (_, "piece of advice") => format!("{count} pieces of advice"),
        _ => format!("{count} {noun}s"),
    }
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
        assert!(!is_slug("-a") && !is_slug("a-") && !is_slug("tŷ") && !is_slug("a b") && !is_slug("-"));
    }

    #[test]
    fn nouns_agree_with_their_numbers() {
        assert_eq!(counted(1, "page"), "1 page");
        assert_eq!(counted(0, "page"), "0 pages");
        assert_eq!(counted(2, "piece of advice"), "2 pieces of advice");
    }

    #[test]
    fn names_that_mean_the_same_fold_to_the_same() {
        let check = |name: &str, expected: &str| assert_eq!(folded(name), expected);
        check("The Driver & Vehicle Licensing Agency", "driver and vehicle licensing agency");
        check("driver and vehicle  licensing agency.", "driver and vehicle licensing agency");
        check("St. John’s", "st johns");
        check("The", "the");
        check("Y Gwasanaeth Iechyd", "gwasanaeth iechyd");
        check("Ŵyn", "ŵyn");
    }
}
