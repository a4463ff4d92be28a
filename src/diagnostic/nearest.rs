//! The nearest valid spelling of a name that does not exist.

/// The name among `valid` that `wrong` was most probably meant to be, or none if all are far.
/// Case and the difference between `_` and `-` weigh nothing.
pub fn nearest<'a>(wrong: &str, valid: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = |name: &str| name.to_lowercase().replace(['_', ' '], "-");
    let wrong = folded(wrong);
    let allowed = (wrong.chars().count() / 3).max(1);
    valid
        .into_iter()
        .map(|name| (distance(&wrong, &folded(name)), name))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, name)| (*distance, *name))
        .map(|(_, name)| name)
}

/// Edit distance with swaps; a name with the other as one of its words is near as well, and so is one that begins with it.
fn distance(a: &str, b: &str) -> usize {
    let edits = strsim::damerau_levenshtein(a, b);
    let is_word = |whole: &str, part: &str| part.len() >= 4 && whole.split('-').any(|word| word == part);
    let is_start = a.len() >= 4 && b.len() >= 4 && (a.starts_with(b) || b.starts_with(a));
    match (is_word(a, b) || is_word(b, a), is_start) {
        (true, _) => edits.min(1),
        (false, true) => edits.min(2),
        (false, false) => edits,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(wrong: &str, expected: Option<&str>) {
        assert_eq!(nearest(wrong, ["title", "summary", "lawful_basis", "council-tax"]), expected, "{wrong}");
    }

    #[test]
    fn finds_the_name_that_was_meant() {
        check("titel", Some("title"));
        check("Summary", Some("summary"));
        check("lawful-bases", Some("lawful_basis"));
        check("council_tax", Some("council-tax"));
        check("council", Some("council-tax"));
        assert_eq!(nearest("council", ["councillor", "principal-council"]), Some("principal-council"));
        check("retention", None);
        check("x", None);
    }
}
