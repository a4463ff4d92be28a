//! Links, lists and rows, as HTML that every theme prints in the same way.
//!
//! A page has a hundred of them, and a template would have to ask for each part of each. Takes names, words and addresses,
//! and escapes them; what is called HTML has been made by us. What stands around a list or a table is the template's.

use super::prose::escape_into;
use super::view::{Html, Link};

/// Adds the beginning of something that stands on a line of its own.
pub fn open_line(start_html: &str, html: &mut Html) {
    if !html.is_empty() {
        html.push('\n');
    }
    html.push_str(start_html);
}

/// Adds a link with its words as HTML, and their language where that is another than the page's.
pub fn add_link(href: &str, lang: Option<&str>, words_html: &str, html: &mut Html) {
    html.push_str("<a href=\"");
    escape_into(href, html);
    if let Some(lang) = lang {
        html.extend(["\" lang=\"", lang, "\" hreflang=\"", lang]);
    }
    html.extend(["\">", words_html, "</a>"]);
}

/// Adds a name, with its language where that is another than the page's.
pub fn add_name(name: &str, lang: Option<&str>, html: &mut Html) {
    if let Some(lang) = lang {
        html.extend(["<span lang=\"", lang, "\">"]);
    }
    escape_into(name, html);
    if lang.is_some() {
        html.push_str("</span>");
    }
}

/// A name as it is said of somebody: with what follows it, as a link where it leads anywhere.
pub fn name(name: &str, lang: Option<&str>, after_html: &str, href: Option<&str>) -> Html {
    let mut words = Html::with_capacity(name.len() + after_html.len() + 8);
    add_name(name, lang, &mut words);
    let Some(href) = href else { return words };
    words.push_str(after_html);
    let mut html = Html::with_capacity(words.len() + href.len() + 16);
    add_link(href, None, &words, &mut html);
    html
}

/// Links as entries of a list, a line each.
pub fn entries(links: &[Link]) -> Html {
    let mut html = Html::with_capacity(links.len() * 80);
    let mut words = Html::new();
    for Link { text, href, lang } in links {
        words.clear();
        escape_into(text, &mut words);
        open_line("<li>", &mut html);
        add_link(href, *lang, &words, &mut html);
        html.push_str("</li>");
    }
    html
}

/// Adds a page to a list, on a line of its own, with a sentence about it that may be empty.
pub fn add_entry(title: &str, href: &str, summary: &str, html: &mut Html) {
    open_line("<li>\n", html);
    html.push_str(&name(title, None, "", Some(href)));
    if !summary.is_empty() {
        html.push_str("\n<p>");
        escape_into(summary, html);
        html.push_str("</p>");
    }
    html.push_str("\n</li>");
}

/// Pieces of HTML as a list, a line each; nothing if there are none.
pub fn list(pieces: &[impl AsRef<str>]) -> Html {
    if pieces.is_empty() {
        return Html::new();
    }
    let size: usize = pieces.iter().map(|piece| piece.as_ref().len() + 10).sum();
    let mut html = Html::with_capacity(size + 10);
    html.push_str("<ul>\n");
    for piece in pieces {
        html.extend(["<li>", piece.as_ref(), "</li>\n"]);
    }
    html.push_str("</ul>");
    html
}

/// Adds a row of a summary list, on a line of its own.
pub fn add_row(label: &str, content_html: &str, html: &mut Html) {
    open_line("<div><dt>", html);
    escape_into(label, html);
    html.extend(["</dt><dd>", content_html, "</dd></div>"]);
}

/// Adds the beginning of a row of a table, with the cell that says what it is about.
pub fn open_table_row(header_html: &str, html: &mut Html) {
    open_line("<tr>\n<th scope=\"row\">", html);
    html.extend([header_html, "</th>"]);
}

/// Adds a cell that says what its column is called, for narrow screens.
pub fn add_cell(label_html: &str, content_html: &str, html: &mut Html) {
    html.extend(["\n<td data-label=\"", label_html, "\">", content_html, "</td>"]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_authors_write_is_escaped_wherever_it_stands() {
        let link = Link { text: "A & <b>".to_owned(), href: "/\"x\"/".to_owned(), lang: Some("cy") };
        let linked = "<a href=\"/&quot;x&quot;/\" lang=\"cy\" hreflang=\"cy\">A &amp; &lt;b&gt;</a>";
        assert_eq!(entries(&[link.clone(), link]), format!("<li>{linked}</li>\n<li>{linked}</li>"));
        assert_eq!(name("A&B", Some("cy"), " <i>", None), "<span lang=\"cy\">A&amp;B</span>");
        assert_eq!(name("A&B", None, " <i>", Some("/&/")), "<a href=\"/&amp;/\">A&amp;B <i></a>");
    }

    #[test]
    fn a_row_stands_on_a_line_of_its_own() {
        let (mut list, mut table) = (Html::new(), Html::new());
        for label in ["A & B", "C"] {
            add_row(label, "<i>", &mut list);
            open_table_row(label, &mut table);
            add_cell("D", "<i>", &mut table);
        }
        assert_eq!(list, "<div><dt>A &amp; B</dt><dd><i></dd></div>\n<div><dt>C</dt><dd><i></dd></div>");
        let row = |label| format!("<tr>\n<th scope=\"row\">{label}</th>\n<td data-label=\"D\"><i></td>");
        assert_eq!(table, format!("{}\n{}", row("A & B"), row("C")));
    }

    #[test]
    fn an_entry_says_no_more_than_there_is() {
        let mut html = Html::new();
        add_entry("A", "/a/", "B & C", &mut html);
        add_entry("D", "/d/", "", &mut html);
        let expected = "<li>\n<a href=\"/a/\">A</a>\n<p>B &amp; C</p>\n</li>\n<li>\n<a href=\"/d/\">D</a>\n</li>";
        assert_eq!(html, expected);
    }

    #[test]
    fn a_list_without_pieces_is_nothing() {
        assert_eq!(list(&["a", "<b>"]), "<ul>\n<li>a</li>\n<li><b></li>\n</ul>");
        assert_eq!(list(&[""; 0]) + &entries(&[]), "");
    }
}
