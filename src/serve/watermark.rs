//! Whether a page has changed: a digest of everything that it shows but style sheets, and one of those.
//!
//! A page carries both in the element that loads the script of the preview, and the script compares them with what the
//! server says now. So it does not matter what either has missed: a build, a sleep, a restart.

use std::borrow::Cow;

use super::shown::Complete;
use crate::render::Site;
use crate::text::Digest;

/// The script of open pages.
pub const SCRIPT: &str = include_str!("live.js");

/// Where that script is.
pub const SCRIPT_PATH: &str = "/-/noticeboard/live.js";

/// What a page looks like at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Watermark {
    /// Of the page, of what it loads but style sheets, and of the script itself.
    pub page: Digest,
    /// Of the style sheets.
    pub styles: Digest,
}

impl Watermark {
    /// That of a page; where no site has been complete there is no page, and that is a state like any other.
    pub fn of(page: Option<(&Complete, &[u8])>) -> Self {
        let Some((complete, html)) = page else {
            return Watermark { page: Digest::of(SCRIPT), styles: Digest::default() };
        };
        let assets = complete.assets();
        let text = String::from_utf8_lossy(html);
        let loaded = assets.others.iter().filter(|(path, _)| text.contains(path.as_str()));
        // The name of a style sheet changes with what is in it.
        let unstyled = assets.sheets.iter().fold(Cow::Borrowed(&*text), |text, sheet| text.replace(sheet, "").into());
        let parts = [Digest::of(SCRIPT), Digest::of(&*unstyled), assets.inner];
        let page = Digest::of_all(parts.into_iter().chain(loaded.map(|(_, digest)| *digest)));
        Watermark { page, styles: assets.styles }
    }

    /// A page as it is served: with the script of the preview, and what to compare.
    pub fn mark(&self, html: &[u8]) -> Vec<u8> {
        let Watermark { page, styles } = self;
        // After everything else, where every parser takes it, whatever a theme's templates look like.
        let element =
            format!("<script src=\"{SCRIPT_PATH}\" data-page=\"{page}\" data-styles=\"{styles}\" defer></script>\n");
        [html, element.as_bytes()].concat()
    }
}

/// The files of a site that its pages load.
#[derive(Debug)]
pub struct Assets {
    /// The paths of all style sheets.
    sheets: Vec<String>,
    /// The digest of all style sheets.
    styles: Digest,
    /// The digest of what style sheets and scripts load.
    inner: Digest,
    /// Every other file, with its digest: used by the pages that name it.
    others: Vec<(String, Digest)>,
}

impl Assets {
    /// Those of a site.
    pub fn of(site: &Site) -> Self {
        let all: Vec<(&str, &[u8])> = site.below("assets/").map(|(path, bytes)| (path, &**bytes)).collect();
        let (styles, others): (Vec<_>, Vec<_>) = all.iter().copied().partition(|(path, _)| path.ends_with(".css"));
        let texts: Vec<_> = all
            .iter()
            .filter(|(path, _)| [".css", ".js"].iter().any(|end| path.ends_with(end)))
            .map(|(_, bytes)| String::from_utf8_lossy(bytes))
            .collect();
        let is_inner = |path: &str| {
            let name = path.rsplit('/').next().unwrap_or(path);
            texts.iter().any(|text| text.contains(name))
        };
        let (inner, others): (Vec<_>, Vec<_>) = others.into_iter().partition(|(path, _)| is_inner(path));
        Assets {
            sheets: styles.iter().map(|(path, _)| (*path).to_owned()).collect(),
            styles: Digest::of_all(styles),
            inner: Digest::of_all(inner),
            others: others.into_iter().map(|(path, bytes)| (path.to_owned(), Digest::of(bytes))).collect(),
        }
    }
}
