//! Placeholders: `{{ controller.name }}` and its like.

use crate::text::find_pair;

/// Something whose value is put in place of `{{ name }}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Placeholder(&'static str);

/// Every placeholder that exists.
const NAMES: [&str; 28] = [
    "controller.name",
    "controller.short_name",
    "controller.registration",
    "controller.address",
    "controller.email",
    "controller.phone",
    "controller.url",
    "controller.dpo.name",
    "controller.dpo.email",
    "controller.dpo.phone",
    "controller.dpo.address",
    "controller.dpo.url",
    "controller.complaints.name",
    "controller.complaints.email",
    "controller.complaints.phone",
    "controller.complaints.address",
    "controller.complaints.url",
    "regulator.name",
    "regulator.known_as",
    "regulator.helpline",
    "regulator.helpline_welsh",
    "regulator.url",
    "regulator.complaint_url",
    "regulator.address",
    "site.title",
    "site.url",
    "notice.title",
    "notice.url",
];

impl Placeholder {
    /// The placeholder of a name, if there is one.
    pub fn named(name: &str) -> Option<Placeholder> {
        NAMES.into_iter().find(|known| *known == name).map(Placeholder)
    }

    /// The names of all placeholders.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMES.into_iter()
    }

    /// A text with the values of the placeholders in it. What is no placeholder stays as it is.
    pub fn fill(text: &str, value: impl Fn(Placeholder) -> String) -> String {
        let mut filled = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(open) = find_pair(rest, *b"{{") {
            let Some(close) = rest[open..].find("}}").map(|close| open + close) else { break };
            filled.push_str(&rest[..open]);
            match Placeholder::named(rest[open + 2..close].trim()) {
                Some(placeholder) => filled.push_str(&value(placeholder)),
                None => filled.push_str(&rest[open..close + 2]),
            }
            rest = &rest[close + 2..];
        }
        filled.push_str(rest);
        filled
    }

    /// Its name: `controller.name`.
    pub fn name(self) -> &'static str {
        self.0
    }

    /// Whether it speaks of the notice, and so has no value in the general notice.
    pub fn is_of_notice(self) -> bool {
        self.0.starts_with("notice.")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filling_leaves_what_is_no_placeholder() {
        let filled = |text: &str| Placeholder::fill(text, |placeholder| placeholder.name().to_uppercase());
        assert_eq!(filled("a {{ site.title }}{{site.url}} b"), "a SITE.TITLESITE.URL b");
        assert_eq!(filled("{{ nothing }} {{ site.title"), "{{ nothing }} {{ site.title");
    }
}
