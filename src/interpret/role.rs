//! What a file is for, told from its path alone.

use crate::domain::Language;
use crate::text::{HubPath, is_slug, slug};

/// What a file of the hub is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// `site.toml`
    Site,
    /// `content/organisations.toml`
    Organisations,
    /// `content/cookies.toml`
    Cookies,
    /// The file that holds a notice.
    Notice(String, Language),
    /// Another file in the folder of a notice.
    Fragment(String, Language),
    /// A section of the general notice.
    General(String, Language),
    /// A free page.
    Page(String, Language),
    /// A template of a theme.
    Template,
    /// A file to link to, published as it is.
    Document,
    /// A file whose name cannot be an id; the remedy in words.
    BadName(String),
    /// A file in a place that means nothing to us.
    Stray,
}

impl Role {
    /// The language of a file, if it is written in one.
    pub fn language(&self) -> Option<Language> {
        match self {
            Role::Notice(_, language)
            | Role::Fragment(_, language)
            | Role::General(_, language)
            | Role::Page(_, language) => Some(*language),
            _ => None,
        }
    }

    /// The role of the file at a path.
    pub fn of(path: &HubPath) -> Role {
        match path.as_str() {
            "site.toml" => return Role::Site,
            "content/organisations.toml" => return Role::Organisations,
            "content/cookies.toml" => return Role::Cookies,
            _ => {}
        }
        if path.below("themes").is_some() {
            return Role::Template;
        }
        if path.below("content/documents").is_some() {
            return Role::Document;
        }
        if let Some(rest) = path.below("content/notices") {
            return match rest.split('/').collect::<Vec<_>>().as_slice() {
                [file] => named(file, Role::Notice),
                [folder, file] if stem(file).is_some_and(|(stem, _)| stem == "index") => {
                    folder_of(folder, file, Role::Notice)
                }
                [folder, file] => folder_of(folder, file, Role::Fragment),
                _ => Role::Stray,
            };
        }
        if let Some(rest) = path.below("content/general") {
            return if rest.contains('/') { Role::Stray } else { named(rest, Role::General) };
        }
        if let Some(rest) = path.below("content/pages") {
            return if rest.contains('/') { Role::Stray } else { named(rest, Role::Page) };
        }
        Role::Stray
    }
}

/// The name of a Markdown file without its endings, and its language: `a.cy.md` is `a` in Welsh.
fn stem(file: &str) -> Option<(&str, Option<Language>)> {
    let stem = file.strip_suffix(".md")?;
    let language = stem.rsplit_once('.').and_then(|(name, code)| Some((name, Language::from_code(code)?)));
    Some(language.map_or((stem, None), |(name, language)| (name, Some(language))))
}

fn named(file: &str, role: fn(String, Language) -> Role) -> Role {
    let Some((name, language)) = stem(file) else { return Role::Stray };
    if is_slug(name) {
        return role(name.to_owned(), language.unwrap_or(Language::En));
    }
    let ending = language.map(|language| format!(".{}", language.code())).unwrap_or_default();
    Role::BadName(rename("it", name, &format!("{ending}.md")))
}

fn folder_of(folder: &str, file: &str, role: fn(String, Language) -> Role) -> Role {
    let Some((_, language)) = stem(file) else { return Role::Stray };
    if is_slug(folder) {
        return role(folder.to_owned(), language.unwrap_or(Language::En));
    }
    Role::BadName(rename("its folder", folder, ""))
}

/// How to rename a file or folder; what it could be called cannot always be told from what it is called.
fn rename(what: &str, name: &str, ending: &str) -> String {
    match slug(name) {
        slug if slug.is_empty() => format!("Rename {what}."),
        slug => format!("Rename {what} to `{slug}{ending}`."),
    }
}

/// Whether the name of a file or folder can be part of an address.
pub fn is_file_name(name: &str) -> bool {
    !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_' | b'.'))
}

/// The nearest name that can be part of an address.
pub fn better_file_name(name: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() => {
            format!("{}.{}", slug(stem), slug(ending))
        }
        _ => slug(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, expected: &Role) {
        assert_eq!(&Role::of(&HubPath::new(path)), expected, "{path}");
    }

    #[test]
    fn paths_tell_what_files_are() {
        let en = Language::En;
        check("content/notices/a.md", &Role::Notice("a".into(), en));
        check("content/notices/a.cy.md", &Role::Notice("a".into(), Language::Cy));
        check("content/notices/a/index.md", &Role::Notice("a".into(), en));
        check("content/notices/a/b.cy.md", &Role::Fragment("a".into(), Language::Cy));
        check("content/notices/a/b/c.md", &Role::Stray);
        check("content/notices/Council Tax.md", &Role::BadName("Rename it to `council-tax.md`.".into()));
        check("content/notices/B/index.md", &Role::BadName("Rename its folder to `b`.".into()));
        check("content/general/a.md", &Role::General("a".into(), en));
        check("content/a.md", &Role::Stray);
        check("content/notices/漢字.md", &Role::BadName("Rename it.".into()));
        check("themes/civic/page.html", &Role::Template);
        check("content/documents/a/form.pdf", &Role::Document);
    }
}
