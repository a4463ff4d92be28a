//! The theme of a hub: the default one, `civic`, which is part of the program, overridden file by file.

mod brand;
mod sheet;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::assets::Assets;
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics, at};
use crate::domain::Text;
use crate::text::{FileId, Sources, Span};

/// The name of the default theme.
pub const DEFAULT: &str = "civic";

/// Names the files of the default theme once, and takes them into the program.
macro_rules! civic {
    ($($file:literal,)+) => {
        /// The files of the default theme: path below its folder, and bytes.
        pub const CIVIC: &[(&str, &[u8])] = &[
            $(($file, include_bytes!(concat!("../../themes/civic/", $file))),)+
        ];
    };
}

civic! {
    "a-to-z.html",
    "accessibility.html",
    "base.html",
    "categories.html",
    "category.html",
    "contents.html",
    "frame/footer.html",
    "frame/navigation.html",
    "frame/search.html",
    "general.html",
    "home.html",
    "icon.svg",
    "macros.html",
    "not-found.html",
    "notice.html",
    "overview.js",
    "overviews/automated-decisions.html",
    "overviews/changes.html",
    "overviews/lawful-bases.html",
    "overviews/recipients.html",
    "overviews/retention.html",
    "overviews/reviews.html",
    "overviews/transfers.html",
    "reading.js",
    "redirect.html",
    "search.html",
    "search.js",
    "sections/at-a-glance.html",
    "sections/automated-decisions.html",
    "sections/changes.html",
    "sections/complaints.html",
    "sections/cookies.html",
    "sections/criminal-offences.html",
    "sections/personal-data.html",
    "sections/purposes.html",
    "sections/recipients.html",
    "sections/retention.html",
    "sections/special-category.html",
    "sections/transfers.html",
    "sections/who-we-are.html",
    "sections/your-rights.html",
    "style.css",
    "text.html",
    "tools.html",
}

/// A file of a theme that is published as it is.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Its path below `themes/`: `civic/style.css`.
    pub path: String,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
}

/// The files of the theme that a hub uses.
#[derive(Debug, Default)]
pub struct Theme {
    /// Its templates: name and source.
    pub templates: BTreeMap<String, FileId>,
    /// Its other files.
    pub assets: Assets,
}

impl Theme {
    /// Whether any template is not one that is part of the program.
    pub fn is_own(&self, sources: &Sources) -> bool {
        let is_default = |(name, file): (&String, &FileId)| {
            let default = CIVIC.iter().find(|(path, _)| path == name);
            default.is_some_and(|(_, bytes)| *bytes == sources.get(*file).text.as_bytes())
        };
        !self.templates.iter().all(is_default)
    }
}

/// Chooses the theme that the settings name, in the colours of the hub. Whatever it lacks comes from the default one.
pub fn choose(config: &Config, sources: &Sources, assets: &[Asset], diagnostics: &mut Diagnostics) -> Theme {
    let mut theme = Theme::default();
    let name = config.theme.as_ref();
    let own = name.map_or(DEFAULT, |name| name.value.as_str());
    for folder in [DEFAULT, own] {
        for (id, path) in sources.paths() {
            if let Some(template) = path.below(&format!("themes/{folder}")) {
                theme.templates.insert(template.to_owned(), id);
            }
        }
        for asset in assets {
            if let Some(path) = asset.path.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/')) {
                theme.assets.add(path, Arc::clone(&asset.bytes));
            }
        }
    }
    report_names(&theme, name, sources, diagnostics);
    if let Some(name) = name {
        report_unknown(name, sources, assets, diagnostics);
    }
    brand::apply(&config.brand, &mut theme, diagnostics);
    theme
}

/// Reports files whose addresses would not be the same on every host.
fn report_names(theme: &Theme, name: Option<&Text>, sources: &Sources, diagnostics: &mut Diagnostics) {
    let settings = sources.find("site.toml").map(|file| at(file, Span::default()));
    let Some(place) = name.map(|name| name.place).or(settings) else { return };
    for (path, ..) in theme.assets.iter().filter(|(_, address, _)| !address.is_plain()) {
        let message = format!("The theme's file `{path}` has a name that not every host can serve");
        diagnostics.push(
            Diagnostic::error("asset-name", place, message)
                .help("Name it with lower-case letters, digits, hyphens, underscores and full stops."),
        );
    }
}

fn report_unknown(name: &Text, sources: &Sources, assets: &[Asset], diagnostics: &mut Diagnostics) {
    let of_templates = sources.paths().filter_map(|(_, path)| path.below("themes"));
    let paths = of_templates.chain(assets.iter().map(|asset| asset.path.as_str()));
    let mut names: Vec<&str> = paths.filter_map(|path| path.split('/').next()).collect();
    names.sort_unstable();
    names.dedup();
    if !names.contains(&name.value.as_str()) {
        diagnostics.push(
            Diagnostic::error("unknown-theme", name.place, format!("There is no theme `{}`", name.value))
                .suggest(&name.value, names)
                .help(format!("A theme of your own is a folder: themes/{}.", name.value)),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_default_theme_is_part_of_the_program() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/civic");
        let mut found = Vec::new();
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    found.push(path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/"));
                }
            }
        }
        found.sort();
        let named: Vec<&str> = CIVIC.iter().map(|(file, _)| *file).collect();
        assert_eq!(found, named);
    }
}
