//! Addresses of pages within the hub, and how a page on one address writes a link to another.
//!
//! While a page is made, a link within the hub is written from the hub's [root](Links::root), wherever the page will
//! stand: so what many pages print is made once. [`bind`] then puts the way from that one page in the root's place.

use std::fmt;

use super::names::names;

names! {
    /// How pages link to each other.
    Links {
        /// From the root of the host: `/privacy/notices/parking/`.
        Absolute = "absolute",
        /// From the page where the link stands: `../parking/index.html`. Works in any folder and without a server.
        Relative = "relative",
    }
}

names! {
    /// What addresses of pages end in.
    UrlStyle {
        /// A slash: `/notices/parking/`.
        Folder = "folder",
        /// The name of a file: `/notices/parking.html`.
        File = "file",
    }
}

/// Stands for the root of the hub in a page that is not bound yet. HTML forbids the character.
const ROOT: &str = "\0";

impl Links {
    /// What links are written from, where the hub has the path `base` on its host.
    pub fn root(self, base: &str) -> &str {
        match self {
            Links::Absolute => base,
            Links::Relative => ROOT,
        }
    }

    /// What leads to the root of the hub from the page at an address.
    pub fn way(self, from: &Address, base: &str) -> String {
        match self {
            Links::Absolute => base.to_owned(),
            Links::Relative => "../".repeat(from.0.matches('/').count().saturating_sub(1)),
        }
    }
}

/// A page whose links lead somewhere from where it stands. `way` is what leads from it to the root of the hub.
/// No server answers for a folder where there is none, so links to folders name the file in them.
pub fn bind(html: String, way: &str) -> String {
    if memchr::memchr(ROOT.as_bytes()[0], html.as_bytes()).is_none() {
        return html;
    }
    let mut parts = html.split(ROOT);
    let mut bound = String::with_capacity(html.len() + html.len() / 8);
    bound.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let is_end = |c: char| matches!(c, '"' | '\'' | '#' | '?' | '&' | '<' | '>') || c.is_whitespace();
        let (path, rest) = part.split_at(part.find(is_end).unwrap_or(part.len()));
        bound.push_str(way);
        bound.push_str(path);
        if path.is_empty() || path.ends_with('/') {
            bound.push_str(INDEX);
        }
        bound.push_str(rest);
    }
    bound
}

/// The file that answers for a folder.
const INDEX: &str = "index.html";

/// The address of a page or file, from the root of the hub: `/notices/council-tax/`.
/// Lower-case ASCII; a folder address ends in a slash.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(String);

impl Address {
    /// An address from its text, which starts with a slash.
    pub fn new(address: impl Into<String>) -> Self {
        Address(address.into())
    }

    /// The address of a page, from that of its folder. Only the home page of the hub is always a folder's.
    pub fn of_page(folder: &str, is_home: bool, style: UrlStyle) -> Self {
        match style {
            UrlStyle::File if is_home && folder != "/" => Address(format!("{folder}{INDEX}")),
            UrlStyle::File if !is_home && folder.ends_with('/') => {
                Address(format!("{}.html", folder.trim_end_matches('/')))
            }
            UrlStyle::File | UrlStyle::Folder => Address(folder.to_owned()),
        }
    }

    /// The address of a file that goes with a page, which is the same in every style: `/notices/parking/notice.json`.
    pub fn beside(&self, name: &str) -> Self {
        match self.0.strip_suffix(".html").map(|stem| stem.strip_suffix("/index").unwrap_or(stem)) {
            Some(stem) => Address(format!("{stem}/{name}")),
            None => Address(format!("{}{name}", self.0)),
        }
    }

    /// Whether it means the same on every host: no letters but those of ASCII in lower case, and nothing hidden.
    pub fn is_plain(&self) -> bool {
        self.0.split('/').skip(1).all(|part| is_plain_part(part) || part.is_empty() && self.0.ends_with('/'))
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same from the root of the hub, without a slash at its start.
    pub fn below_root(&self) -> &str {
        &self.0[1..]
    }

    /// The address of the folder that the file behind the address lies in.
    pub fn folder(&self) -> &str {
        &self.0[..=self.0.rfind('/').unwrap_or(0)]
    }

    /// The file that answers the address, relative to the published folder:
    /// `notices/council-tax/index.html`.
    pub fn file(&self) -> String {
        let path = self.0.trim_start_matches('/');
        if path.is_empty() || path.ends_with('/') { format!("{path}{INDEX}") } else { path.to_owned() }
    }
}

/// Whether a name of a file or folder can be a part of an address on every host.
pub fn is_plain_part(part: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_' | b'.');
    !part.is_empty() && !part.starts_with('.') && part.bytes().all(is_plain)
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_answered_by_their_index() {
        assert_eq!(Address::new("/").file(), "index.html");
        assert_eq!(Address::new("/notices/a/").file(), "notices/a/index.html");
        assert_eq!(Address::new("/feed.xml").file(), "feed.xml");
        assert_eq!((Address::new("/cy/index.html").folder(), Address::new("/cy/").folder()), ("/cy/", "/cy/"));
    }

    #[test]
    fn pages_have_the_addresses_of_their_style() {
        let check = |folder: &str, is_home: bool, expected: &str, beside: &str| {
            let file = Address::of_page(folder, is_home, UrlStyle::File);
            assert_eq!((file.as_str(), file.beside("x").as_str()), (expected, beside));
            let folder = Address::of_page(folder, is_home, UrlStyle::Folder);
            assert_eq!(folder.beside("x").as_str(), beside);
        };
        check("/", true, "/", "/x");
        check("/cy/", true, "/cy/index.html", "/cy/x");
        check("/notices/a/", false, "/notices/a.html", "/notices/a/x");
    }

    #[test]
    fn a_bound_page_leads_to_files_from_where_it_stands() {
        let check = |from: &str, html: &str, expected: &str| {
            let way = Links::Relative.way(&Address::new(from), "/privacy/");
            assert_eq!(bind(html.replace('@', ROOT), &way), expected);
        };
        check("/", "<a href=\"@\">x</a>", "<a href=\"index.html\">x</a>");
        check("/a/b/", "<a href=\"@c/#d\">", "<a href=\"../../c/index.html#d\">");
        check(
            "/a/b.html",
            "content=\"0; url=@c/\" src=\"@e.js\"",
            "content=\"0; url=../c/index.html\" src=\"../e.js\"",
        );
        check("/a/", "nothing / here", "nothing / here");
        assert_eq!(Links::Absolute.way(&Address::new("/a/"), "/privacy/"), "/privacy/");
    }
}
