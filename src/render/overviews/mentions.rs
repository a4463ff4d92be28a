//! Services in a list, each with what its notice says there. A large hub has hundreds of thousands of such lines, and
//! templates take ten times as long for them: this is the only list that they do not write themselves.

use crate::render::prose::escape_into;
use crate::render::view::{Html, Link};

/// A list of services, line by line.
#[derive(Debug, Default)]
pub struct Mentions {
    /// The service of the last line (its index in the register), and whether words stand in it.
    last: Option<(usize, bool)>,
    html: Html,
}

impl Mentions {
    /// A line for a service (its index in the register); none where the last one is for the same. `link` leads to the
    /// section that says so.
    pub fn of(&mut self, service: usize, link: &Link) {
        if self.last.is_some_and(|(last, _)| last == service) {
            return;
        }
        self.end_line();
        self.last = Some((service, false));
        let html = &mut self.html;
        html.push_str("<li><a href=\"");
        escape_into(&link.href, html);
        html.push_str("\">");
        escape_into(&link.text, html);
        html.push_str("</a>");
    }

    /// A purpose or occasion, in the line of the last service.
    pub fn words(&mut self, words_html: &str) {
        let Some((_, has_words)) = &mut self.last else { return };
        self.html.push_str(if *has_words { "; " } else { ": " });
        *has_words = true;
        self.html.push_str(words_html);
    }

    /// Which data, at the end of the line of the last service; nothing if it is not said.
    pub fn items(&mut self, items_html: &str) {
        if !items_html.is_empty() {
            self.html.push_str("<br><small>");
            self.html.push_str(items_html);
            self.html.push_str("</small>");
        }
    }

    /// Whether no service is in it.
    pub fn is_empty(&self) -> bool {
        self.last.is_none()
    }

    /// The list; empty if no service is in it.
    pub fn finish(mut self) -> Html {
        if self.last.is_none() {
            return Html::new();
        }
        self.end_line();
        format!("<ul class=\"mentions\">\n{}</ul>", self.html)
    }

    fn end_line(&mut self) {
        if self.last.is_some() {
            self.html.push_str("</li>\n");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_service_has_one_line_with_all_that_it_says() {
        let link = |text: &str| Link { text: text.to_owned(), href: format!("/{text}/#\""), lang: None };
        let mut list = Mentions::default();
        for words in ["one", "two"] {
            list.of(0, &link("A & B"));
            list.words(words);
        }
        list.items("name");
        list.of(1, &link("C"));
        let expected = "<ul class=\"mentions\">\n<li><a href=\"/A &amp; B/#&quot;\">A &amp; B</a>: one; two<br><small>name</small></li>\n\
                        <li><a href=\"/C/#&quot;\">C</a></li>\n</ul>";
        assert_eq!(list.finish(), expected);
        assert_eq!(Mentions::default().finish(), "");
    }
}
