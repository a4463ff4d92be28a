//! What machines read: the sitemap and robots.txt.

use crate::domain::Day;
use crate::render::accessibility;
use crate::render::context::Context;
use crate::render::prose::escape;
use crate::resolve::{Page, PageKind};

/// The sitemap: every page that is worth finding, with the day of its last change where it is known.
pub fn sitemap(context: &Context<'_>) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for page in &context.pages.pages {
        if matches!(page.kind, PageKind::Search | PageKind::NotFound | PageKind::Redirect(_)) {
            continue;
        }
        xml.push_str("<url><loc>");
        xml.push_str(&escape(&context.canonical(&page.address)));
        xml.push_str("</loc>");
        if let Some(day) = last_updated(context, page) {
            xml.push_str(&format!("<lastmod>{day}</lastmod>"));
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    xml
}

fn last_updated(context: &Context<'_>, page: &Page) -> Option<Day> {
    let register = &context.hub.register;
    match page.kind {
        PageKind::Notice(index) => register.notices[index].last_updated.map(|day| day.value),
        PageKind::Free(index) => register.pages[index].last_updated,
        PageKind::Accessibility => accessibility::last_updated(context),
        _ => None,
    }
}

/// The file that welcomes search engines and names the sitemap.
pub fn robots(context: &Context<'_>) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}sitemap.xml\n", context.config().base_url)
}
