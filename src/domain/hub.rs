//! The rest of what a hub holds: categories, organisations, cookies, free pages, documents.

use std::sync::Arc;

use super::names::names;
use super::notice::RecipientKind;
use super::{Address, Day, Identified, Language, Localised, Prose, ReferenceKind, Text, Words};
use crate::text::{FileId, HubPath, Place, slug};

/// A group of notices.
#[derive(Clone, Debug)]
pub struct Category {
    /// Its id in `site.toml`.
    pub id: String,
    /// Its title.
    pub title: Localised,
    /// One sentence about it.
    pub summary: Localised,
    /// Where it stands.
    pub place: Place,
}

/// An organisation that notices share data with.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// Its id in `organisations.toml`.
    pub id: String,
    /// Its name.
    pub name: Localised,
    /// What kind of body it is.
    pub kind: Option<RecipientKind>,
    /// Its website.
    pub url: Option<Text>,
    /// What it is.
    pub description: Option<Box<Words>>,
    /// Its place in lists, if not that of its name.
    pub sort_as: Option<Text>,
}

names! {
    /// The kind of a cookie.
    CookieKind {
        Necessary = "necessary",
        Statistics = "statistics",
        Appearance = "appearance",
        Marketing = "marketing",
    }
}

/// A cookie that the hub's host sets.
#[derive(Clone, Debug)]
pub struct Cookie {
    /// Its name.
    pub name: Text,
    /// Who sets it.
    pub provider: Option<Text>,
    /// What it is for.
    pub purpose: Option<Box<Words>>,
    /// How long it stays.
    pub duration: Option<Text>,
    /// Its kind.
    pub kind: Option<CookieKind>,
    /// The paragraph of PECR Schedule A1 that allows it.
    pub ground: Option<i64>,
    /// How to refuse it.
    pub opt_out: Option<Box<Words>>,
}

/// A page that is no notice.
#[derive(Clone, Debug)]
pub struct FreePage {
    /// Its id, and its address.
    pub id: String,
    /// Its language.
    pub language: Language,
    /// Its title.
    pub title: Text,
    /// One sentence about it.
    pub summary: Option<Text>,
    /// When it was last changed.
    pub last_updated: Option<Day>,
    /// Old addresses that lead here.
    pub aliases: Vec<Text>,
    /// Whether every page links to it at its foot.
    pub footer: bool,
    /// Its place among such links.
    pub order: i64,
    /// Its words.
    pub body: Arc<Prose>,
    /// The file that holds it.
    pub file: FileId,
    /// The start of its front matter.
    pub place: Place,
}

/// A file that is published as it is.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its path below `content/documents`.
    pub path: String,
    /// Its path in the hub.
    pub source: HubPath,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
}

impl Document {
    /// Where it is published: its path in lower-case ASCII, so that it is the same on every host.
    pub fn address(&self) -> Address {
        let parts = self.path.split('/').map(plain_name).collect::<Vec<String>>();
        Address::new(format!("/documents/{}", parts.join("/")))
    }
}

/// A name of a file or folder as it can stand in an address. A name without any such letter gets one that has.
fn plain_name(name: &str) -> String {
    let plain = |words: &str| words.split('_').map(slug).collect::<Vec<String>>().join("_");
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let stem = stem.split('.').map(plain).filter(|part| !part.is_empty()).collect::<Vec<String>>().join(".");
    let stem = if stem.is_empty() { "document".to_owned() } else { stem };
    if ending.is_empty() { stem } else { format!("{stem}.{}", plain(ending)) }
}

/// A link in the header or at the foot of every page.
#[derive(Clone, Debug)]
pub struct MenuLink {
    /// Its words.
    pub text: Localised,
    /// Where it leads: an address, or `page:<id>` and the like.
    pub link: ReferenceKind,
    /// Where that is written.
    pub place: Place,
}

/// What a hub prints of the regulator in place of the built-in facts.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs)] // the names are the keys of `[regulator]`
pub struct RegulatorOverrides {
    pub name: Localised,
    pub known_as: Localised,
    pub url: Option<Text>,
    pub complaint_url: Option<Text>,
    pub helpline: Option<Text>,
    pub helpline_welsh: Option<Text>,
    pub address: Vec<Text>,
}

impl Identified for Category {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Identified for Organisation {
    fn id(&self) -> &str {
        &self.id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_have_plain_addresses() {
        let check = |path: &str, expected: &str| {
            let document =
                Document { path: path.to_owned(), source: HubPath::new("content/documents/x"), bytes: [].into() };
            assert_eq!(document.address().as_str(), expected);
        };
        check("forms/sar-form_2.pdf", "/documents/forms/sar-form_2.pdf");
        check("Polisi Ynys M\u{f4}n (v1.2).PDF", "/documents/polisi-ynys-mon-v1.2.pdf");
        check("\u{6587}.pdf", "/documents/document.pdf");
    }
}
