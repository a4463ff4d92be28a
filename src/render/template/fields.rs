//! Whether templates use only what there is: every value, field and string that they name, on every branch.
//!
//! Walks through the templates as the engine reads them, starting from each that is rendered, with the types of what it
//! sees. It follows inheritance, includes, imports, loops, assignments, and macros with what they are called with. Where
//! a type cannot be told, it says nothing: rendering itself refuses what does not exist.

mod types;
mod walk;

use std::collections::HashMap;

use minijinja::machinery::ast::Stmt;
use minijinja::machinery::parse;

use super::{Trouble, WrongName, syntax};
use crate::language::Wording;
use crate::render::view::templates::TEMPLATES;

use walk::Walk;

/// A template with its text, as the engine reads it.
struct Tree<'t> {
    text: &'t str,
    root: Stmt<'t>,
}

/// Holds all templates, given by name and text, against what they are given. Those that cannot be read are passed over:
/// they are reported by the engine.
pub fn check<'t>(templates: impl Iterator<Item = (&'t str, &'t str)>, wording: &Wording) -> Vec<Trouble> {
    let read = |(name, text)| Some((name, Tree { text, root: parse(text, name, syntax()).ok()? }));
    let trees: HashMap<&str, Tree<'_>> = templates.filter_map(read).collect();
    let mut walk = Walk::new(&trees, wording);
    TEMPLATES.iter().for_each(|template| walk.rendered(template));
    walk.troubles
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Language;
    use crate::language::Wordings;
    use crate::render::theme::CIVIC;

    fn civic_with(own: &[(&str, &str)]) -> Vec<Trouble> {
        let templates = CIVIC.iter().filter(|(name, _)| name.ends_with(".html"));
        let mut texts: HashMap<&str, &str> =
            templates.map(|(name, bytes)| (*name, std::str::from_utf8(bytes).unwrap())).collect();
        texts.extend(own.iter().copied());
        check(texts.into_iter(), Wordings::load().of(Language::En))
    }

    /// What is found in the home page of a theme: message, the text at fault, and the nearest name.
    fn check_home(text: &str, expected: Option<(&str, &str)>) {
        let found = civic_with(&[("home.html", text)]);
        let shown: Vec<(&str, &str)> =
            found.iter().map(|trouble| (trouble.message.as_str(), &text[trouble.range.clone().unwrap()])).collect();
        assert_eq!(shown, expected.into_iter().collect::<Vec<_>>(), "{text}");
        assert!(found.iter().all(|trouble| trouble.template == "home.html"), "{found:?}");
    }

    #[test]
    fn the_default_theme_uses_only_what_there_is() {
        assert_eq!(civic_with(&[]), []);
    }

    #[test]
    fn the_second_theme_of_the_repository_uses_only_what_there_is() {
        macro_rules! broadsheet {
            ($($file:literal,)+) => {
                [$(($file, include_str!(concat!("../../../themes/broadsheet/", $file))),)+]
            };
        }
        let own = broadsheet!["base.html", "home.html", "notice.html", "parts.html", "sections/at-a-glance.html",];
        assert_eq!(civic_with(&own), []);
    }

    #[test]
    fn a_name_that_does_not_exist_is_found_wherever_it_stands() {
        let nothing = |name| format!("This template sees nothing called `{name}`");
        check_home("{{ hom.rights }}", Some((&nothing("hom"), "hom")));
        check_home("{% if false %}{{ notice.title }}{% endif %}", Some((&nothing("notice"), "notice")));
        check_home("{{ page.titel }}", Some(("`page` has no field `titel`", "titel")));
        check_home("{{ home.rights.hreff }}", Some(("`home.rights` has no field `hreff`", "hreff")));
        check_home("{{ home['right'] }}", Some(("`home` has no field `right`", "home['right']")));
        check_home(
            "{% for one in home.categories %}{% for x in [] %}{{ one.name }}{% endfor %}{% endfor %}",
            Some(("`one` has no field `name`", "name")),
        );
        check_home("{% set one = home.most_used|first %}{{ one.nam }}", Some(("`one` has no field `nam`", "nam")));
        check_home("{{ home.categories[0].hef }}", Some(("`home.categories[]` has no field `hef`", "hef")));
        check_home("{{ page.title.text }}", Some(("`page.title` is text and has no field `text`", "text")));
        check_home("{{ t.home.leed }}", Some(("There is no string `t.home.leed`", "leed")));
        check_home("{% macro m(a) %}{{ a.x }}{% endmacro %}{{ m(home.rights) }}", Some(("`a` has no field `x`", "x")));
        check_home(
            "{% macro m(a, b=1) %}{{ b.x }}{% endmacro %}{{ m(1, b=home.rights) }}",
            Some(("`b` has no field `x`", "x")),
        );
        check_home("{% from 'macros.html' import sectio %}", Some(("`macros.html` has no macro `sectio`", "sectio")));
    }

    #[test]
    fn what_cannot_be_told_is_no_mistake() {
        for text in [
            "{% if extra is defined %}{{ page.title }}{% endif %}{{ extra|default('') }}",
            "{% for key, value in dict(a=1)|items %}{{ key.x }}{{ loop.index }}{% endfor %}",
            "{% macro never(a) %}{{ a.b.c }}{% endmacro %}",
            "{% import 'macros.html' as m %}{{ m.entries(home.most_used) }}",
            "{% set words %}a{% endset %}{{ words }}{% with x = home.rights %}{{ x.href }}{% endwith %}",
            "{{ page.title[:1]|upper }}{{ 'a' if page.title else 'b' }}{{ range(3) }}",
            "{% extends 'base.html' %}{% block main %}{{ super() }}{{ site.title }}{% endblock %}",
        ] {
            check_home(text, None);
        }
    }

    #[test]
    fn a_file_of_several_templates_is_found_at_fault_once() {
        let found = civic_with(&[(
            "macros.html",
            "{% macro entries(entries, wide=false) %}{{ entries[0].hrf }}{% endmacro %}",
        )]);
        let of_macros: Vec<&Trouble> = found.iter().filter(|trouble| trouble.template == "macros.html").collect();
        assert_eq!(of_macros.len(), 1, "{found:?}");
        assert_eq!((of_macros[0].line, of_macros[0].name.as_ref().unwrap().wrong.as_str()), (Some(1), "hrf"));
    }
}
