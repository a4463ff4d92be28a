//! Values with a form of their own: lawful bases, conditions, addresses.

use crate::domain::{LawfulBasis, is_plain_part};

/// The points of Article 6(1).
const POINTS: [(&str, LawfulBasis); 7] = [
    ("a", LawfulBasis::Consent),
    ("b", LawfulBasis::Contract),
    ("c", LawfulBasis::LegalObligation),
    ("d", LawfulBasis::VitalInterests),
    ("e", LawfulBasis::PublicTask),
    ("ea", LawfulBasis::RecognisedLegitimateInterest),
    ("f", LawfulBasis::LegitimateInterests),
];

/// The points of Article 9(2).
const CONDITIONS: std::ops::RangeInclusive<char> = 'a'..='j';

/// The lawful basis of a name or of an article.
pub fn lawful_basis(text: &str) -> Option<LawfulBasis> {
    match text.strip_prefix("6(1)(").and_then(|rest| rest.strip_suffix(')')) {
        Some(point) => POINTS.iter().find(|(known, _)| *known == point).map(|(_, basis)| *basis),
        None => LawfulBasis::from_id(text),
    }
}

/// Every way to write a lawful basis.
pub fn lawful_basis_spellings() -> Vec<String> {
    let names = LawfulBasis::NAMES.iter().map(|name| (*name).to_owned());
    names.chain(POINTS.iter().map(|(point, _)| format!("6(1)({point})"))).collect()
}

/// The point of a condition of Article 9(2): `g` of `9(2)(g)`.
pub fn article_9(text: &str) -> Option<char> {
    let mut point = text.strip_prefix("9(2)(")?.strip_suffix(')')?.chars();
    match (point.next(), point.next()) {
        (Some(letter), None) if CONDITIONS.contains(&letter) => Some(letter),
        _ => None,
    }
}

/// Every way to write a condition of Article 9(2).
pub fn article_9_spellings() -> Vec<String> {
    CONDITIONS.map(|point| format!("9(2)({point})")).collect()
}

/// Whether a text is a whole address on the web that can stand in an attribute.
pub fn is_url(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or(text.strip_prefix("http://")).unwrap_or_default();
    !rest.is_empty() && !text.contains(char::is_whitespace) && !text.contains(['"', '<', '>', '\\'])
}

/// Whether a text is one email address.
pub fn is_email(text: &str) -> bool {
    let halves = text.split_once('@');
    halves.is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains('@'))
        && !text.contains([' ', '<', '>', '"', ':', '?', '&'])
}

/// Whether a text is a way to reach somebody: an email address, a web address, or a number to dial.
pub fn is_reach(text: &str) -> bool {
    let is_number = |number: &str| number.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-'));
    text.strip_prefix("tel:").is_some_and(|number| !number.is_empty() && is_number(number))
        || (text.starts_with("https://") && is_url(text))
        || is_email(text)
}

/// Whether a text is an old address of the hub, from its root.
pub fn is_alias(text: &str) -> bool {
    let parts = text.trim_matches('/');
    text.starts_with('/') && !parts.is_empty() && parts.split('/').all(is_plain_part) && !is_reserved(parts)
}

/// Whether an old address would lie among the files that Noticeboard publishes for itself and for documents.
pub fn is_reserved(path: &str) -> bool {
    matches!(
        path.trim_start_matches('/').split('/').next(),
        Some("assets" | "documents" | "robots.txt" | "sitemap.xml" | "404.html")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bases_and_conditions_have_names_and_articles() {
        assert_eq!(lawful_basis("6(1)(ea)"), Some(LawfulBasis::RecognisedLegitimateInterest));
        assert_eq!(lawful_basis("public-task"), Some(LawfulBasis::PublicTask));
        assert_eq!((lawful_basis("6(1)(g)"), lawful_basis("6(1)(c")), (None, None));
        assert_eq!((article_9("9(2)(g)"), article_9("9(2)(k)"), article_9("9(2)(gg)")), (Some('g'), None, None));
    }

    #[test]
    fn addresses_are_what_they_claim() {
        assert!(
            is_url("https://www.gov.uk/a?b=c")
                && !is_url("www.gov.uk")
                && !is_url("https://a b")
                && !is_url("javascript:x")
        );
        assert!(is_email("a.b@c.gov.uk") && !is_email("a@b") && !is_email("a@b.c, d@e.f") && !is_email("mailto:a@b.c"));
        assert!(is_alias("/a-b/c.html") && !is_alias("/") && !is_alias("/A/") && !is_alias("a") && !is_alias("/../x"));
    }
}
