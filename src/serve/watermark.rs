//! Whether a page has changed: a digest of everything that it shows but style sheets, and one of those.
//!
//! A page carries both in the element that loads the script of the preview, and the script compares them with what the
//! server says now. So it does not matter what either has missed: a build, a sleep, a restart.

use std::hash::{DefaultHasher, Hasher};

use super::shown::Complete;
use crate::render::Site;

/// The script of open pages.
pub const SCRIPT: &str = include_str!("live.js");

/// Where that script is.
pub const SCRIPT_PATH: &str = "/-/noticeboard/live.js";

/// What a page looks like at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Watermark {
    /// Of the page, of what it loads but style sheets, and of the script itself.
    pub page: String,
    /// Of the style sheets.
    pub styles: String,
}

impl Watermark {
    /// That of a page; where no site has been complete there is no page, and that is a state like any other.
    pub fn of(page: Option<(&Complete, &[u8])>) -> Self {
        let Some((complete, html)) = page else {
            return Watermark { page: digest([SCRIPT.as_bytes()]), styles: String::new() };
        };
        let assets = complete.assets();
        let text = String::from_utf8_lossy(html);
        let loaded = assets.others.iter().filter(|(path, _)| text.contains(path.as_str()));
        let mut page = vec![SCRIPT.as_bytes(), html, assets.inner.as_bytes()];
        page.extend(loaded.map(|(_, digest)| digest.as_bytes()));
        Watermark { page: digest(page), styles: assets.styles.clone() }
    }

    /// A page as it is served: with the script of the preview, and what to compare.
    pub fn mark(&self, html: &[u8]) -> Vec<u8> {
        let Watermark { page, styles } = self;
        // After everything else, where every parser takes it, whatever a theme's templates look like.
        let element = format!("<script src=\"{SCRIPT_PATH}\" data-page=\"{page}\" data-styles=\"{styles}\" defer></script>\n");
        [html, element.as_bytes()].concat()
    }
}

/// The files of a site that its pages load.
#[derive(Debug)]
pub struct Assets {
    /// The digest of all style sheets.
    styles: String,
    /// The digest of what style sheets and scripts load.
    inner: String,
    /// Every other file, with its digest: used by the pages that name it.
    others: Vec<(String, String)>,
}

impl Assets {
    /// Those of a site.
    pub fn of(site: &Site) -> Self {
        let all: Vec<(&str, &[u8])> =
            site.iter().filter(|(path, _)| path.starts_with("assets/")).map(|(path, bytes)| (path, &**bytes)).collect();
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
            styles: digest(styles.into_iter().flat_map(|(path, bytes)| [path.as_bytes(), bytes])),
            inner: digest(inner.into_iter().flat_map(|(path, bytes)| [path.as_bytes(), bytes])),
            others: others.into_iter().map(|(path, bytes)| (path.to_owned(), digest([bytes]))).collect(),
        }
    }
}

/// A digest of several texts, as hexadecimal digits. It tells versions apart; it is no seal.
pub fn digest<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hasher = DefaultHasher::new();
    for part in parts {
        hasher.write_usize(part.len());
        hasher.write(part);
    }
    format!("{:016x}", hasher.finish())
}
