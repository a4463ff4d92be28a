//! Floor 2. What `site.toml` says of the hub as a whole.

use crate::domain::{
    AccessibilityStatement, ById, Category, Colour, Controller, Hosting, Language, Links, Localised, MenuLink,
    Overview, Placed, RegulatorOverrides, SecurityContact, Text, UrlStyle, Words,
};
use crate::text::FileId;

/// The settings of a hub. Every controller, category and language that they name exists.
#[derive(Clone, Debug)]
pub struct Config {
    /// The file that holds them.
    pub file: FileId,
    /// The name of the hub.
    pub title: Localised,
    /// A few words about it, for the home page.
    pub description: Option<Box<Words>>,
    /// Its address, ending in a slash: `https://privacy.marlbury.gov.uk/`.
    pub base_url: String,
    /// How its pages link to each other.
    pub links: Links,
    /// What the addresses of its pages end in.
    pub url_style: UrlStyle,
    /// The hosts that it is made ready for.
    pub hosting: Hosting,
    /// Whom to tell of weaknesses of the website.
    pub security: Option<SecurityContact>,
    /// Its languages; the first is the default. Never empty.
    pub languages: Vec<Language>,
    /// The name of its theme; none for the default one.
    pub theme: Option<Text>,
    /// Its controllers, in the order of the file. Never empty.
    pub controllers: ById<Controller>,
    /// The index of the controller of notices that name none, and of the general notice.
    pub default_controller: usize,
    /// Its categories, in the order in which they are shown.
    pub categories: ById<Category>,
    /// The ids of the notices that the home page leads to.
    pub most_used: Vec<Text>,
    /// The overviews that it publishes, in their own order.
    pub overviews: Vec<Overview>,
    /// What it prints of the regulator in place of the built-in facts.
    pub regulator: RegulatorOverrides,
    /// Further links in the header of every page.
    pub header: Vec<MenuLink>,
    /// Further links at the foot of every page.
    pub footer: Vec<MenuLink>,
    /// Its accessibility statement, if it is made from the settings.
    pub accessibility: Option<AccessibilityStatement>,
    /// What makes the look of its theme its own.
    pub brand: Brand,
    /// The severity of rules, where it is not their own: rule and severity.
    pub rules: Vec<(Text, Text)>,
}

/// What a hub makes its own in the look of its theme.
#[derive(Clone, Debug, Default)]
pub struct Brand {
    /// What the header calls it; empty for its title.
    pub name: Localised,
    /// The file of its logo, below the folder of the theme.
    pub logo: Option<Text>,
    /// Its colours, in place of those of the theme.
    pub colours: Vec<BrandColour>,
}

/// A colour in place of one of the theme.
#[derive(Clone, Debug)]
pub struct BrandColour {
    /// Its name in the style sheet of the theme.
    pub name: Text,
    /// The colour, where screens are light.
    pub light: Option<Placed<Colour>>,
    /// The colour, where screens are dark.
    pub dark: Option<Placed<Colour>>,
    /// Whether it is given once for all screens: then a dark one may need another shade.
    pub is_for_both: bool,
}

impl Config {
    /// The index of the controller of an id; the default one for an id that does not exist, which has been reported.
    pub fn controller(&self, id: &str) -> usize {
        self.controllers.position(id).unwrap_or(self.default_controller)
    }

    /// The language in which the hub opens.
    pub fn default_language(&self) -> Language {
        self.languages[0]
    }

    /// The path of `base_url`, which starts and ends with a slash: `/` or `/privacy/`.
    pub fn base_path(&self) -> &str {
        // `https://` has the first two slashes.
        self.base_url.match_indices('/').nth(2).map_or("/", |(slash, _)| &self.base_url[slash..])
    }
}
