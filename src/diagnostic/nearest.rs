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

/// Edit distance with swaps; a name that is the beginning of the other is near as well.
fn distance(a: &str, b: &str) -> usize {
    let edits = strsim::damerau_levenshtein(a, b);
    let is_start = a.len() >= 4 && b.len() >= 4 && (a.starts_with(b) || b.starts_with(a));
    if is_start { edits.min(2) } else { edits }
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
        check("retention", None);
        check("x", None);
    }
}
