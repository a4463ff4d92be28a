//! Everything that a build depends on.

use jiff::civil::Date;

use crate::domain::Document;
use crate::render::theme::Asset;
use crate::text::Sources;

/// One consistent snapshot: what is not here has no influence on the output.
#[derive(Clone, Debug)]
pub struct Inputs {
    /// Every text: `site.toml`, the content, the templates of all themes with the default one's.
    pub sources: Sources,
    /// The files of `content/documents`, by path.
    pub documents: Vec<Document>,
    /// The files of themes that are no templates, those of the default theme first.
    pub assets: Vec<Asset>,
    /// The day of the build: which law and which general sections hold.
    pub today: Date,
    /// The address to publish at in place of that of the settings, ending in a slash.
    pub base_url: Option<String>,
}
