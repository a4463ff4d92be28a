//! Services in a list, each with what its notice says there. A large hub has hundreds of thousands of such lines, and
//! templates take ten times as long for them: this is the only list that they do not write themselves.

use crate::render::prose::escape_into;
use crate::render::view::Html;

/// A list of services, line by line.
#[derive(Debug, Default)]
pub struct Mentions {
    /// The service of the last line (its index in the register), and whether words stand in it.
    last: Option<(usize, bool)>,
    html: Html,
}

impl Mentions {
    /// A line for a service (its index in the register); none where the last one is for the same. `href` leads to what
    /// says so, in pieces.
    pub fn of(&mut self, service: usize, title: &str, href: &[&str]) {
        if self.last.is_some_and(|(last, _)| last == service) {
            return;
        }
        if self.last.is_none() {
            self.html.push_str("<ul class=\"mentions\">\n");
        }
        self.end_line();
        self.last = Some((service, false));
        let html = &mut self.html;
        html.push_str("<li><a href=\"");
        href.iter().for_each(|piece| escape_into(piece, html));
        html.push_str("\">");
        escape_into(title, html);
        html.push_str("</a>");
    }

    /// A purpose or occasion, in the line of the last service.
    pub fn words(&mut self, add_words: impl FnOnce(&mut Html)) {
        let Some((_, has_words)) = &mut self.last else { return };
        self.html.push_str(if *has_words { "; " } else { ": " });
        *has_words = true;
        add_words(&mut self.html);
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
        self.html.push_str("</ul>");
        self.html
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
        let mut list = Mentions::default();
        for words in ["one", "two"] {
            list.of(0, "A & B", &["/A & B/", "#\""]);
            list.words(|html| html.push_str(words));
        }
        list.items("name");
        list.of(1, "C", &["/C/", "#\""]);
        let expected = "<ul class=\"mentions\">\n<li><a href=\"/A &amp; B/#&quot;\">A &amp; B</a>: one; two<br><small>name</small></li>\n\
                        <li><a href=\"/C/#&quot;\">C</a></li>\n</ul>";
        assert_eq!(list.finish(), expected);
        assert_eq!(Mentions::default().finish(), "");
    }
}
