//! Where things lie in a hub's folder, told from paths alone.

/// The settings of a hub.
pub const SETTINGS: &str = "site.toml";
/// The folders of a hub that a build reads.
pub const FOLDERS: [&str; 2] = ["content", "themes"];
/// The folder of notices.
pub const NOTICES: &str = "content/notices";
/// The folder of files that are published as they are.
pub const DOCUMENTS: &str = "content/documents";
/// The folder of themes.
pub const THEMES: &str = "themes";
/// A file that lies in the hub's folder for a moment when `watch` starts, to see whether the system tells of it.
pub const PROBE: &str = ".noticeboard-probe";

/// Whether a path could be one of the hub: its settings, or something in its folders that is not passed over.
pub fn concerns(path: &str) -> bool {
    let mut parts = path.split('/');
    let is_inside = parts.next().is_some_and(|top| top == SETTINGS || FOLDERS.contains(&top));
    is_inside && !parts.any(is_passed_over)
}

/// Whether the content of a file matters, and not its name alone.
pub fn is_read(path: &str) -> bool {
    let lies_in = |folder: &str| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
    [".md", ".toml", ".html"].iter().any(|ending| path.ends_with(ending)) || lies_in(DOCUMENTS) || lies_in(THEMES)
}

/// Whether a file belongs to the system or to an editor, and not to the hub.
pub fn is_passed_over(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    name.starts_with(['.', '#', '~'])
        || name.ends_with('~')
        || matches!(ending, "swp" | "swx" | "swo" | "tmp" | "bak" | "orig")
        || name.ends_with("___jb_tmp___")
        || name.ends_with("___jb_old___")
        || matches!(name, "Thumbs.db" | "desktop.ini" | "4913")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_editors_leave_behind_does_not_concern_the_hub() {
        for path in ["site.toml", "content", "content/notices/a.md", "content/documents/a b.pdf", "themes/x/style.css"]
        {
            assert!(concerns(path), "{path}");
        }
        for name in
            [".a.md.swp", "4913", "a.md~", "#a.md#", ".#a.md", ".goutputstream-X1", "a.md___jb_tmp___", "~$a.docx"]
        {
            assert!(!concerns(&format!("content/notices/{name}")), "{name}");
        }
        for path in ["", "public/index.html", "README.md", "contents/a.md", "content/.git/config", ".public.work/next"]
        {
            assert!(!concerns(path), "{path}");
        }
    }

    #[test]
    fn of_some_files_only_the_name_matters() {
        for path in ["site.toml", "content/notices/a.md", "content/documents/a.pdf", "themes/civic/icon.svg"] {
            assert!(is_read(path), "{path}");
        }
        for path in ["content/notices/sedXb12", "content/notices/a.pdf", "content/documents"] {
            assert!(!is_read(path), "{path}");
        }
    }
}
