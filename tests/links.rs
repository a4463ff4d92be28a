//! Nothing leads nowhere, and nothing leads where it may not: addresses that authors give outside their text.
//!
//! Hubs are built in memory, from a few files and the default theme.

// A test may stop at the first surprise, in its functions too.
#![allow(clippy::unwrap_used)]

use noticeboard::build::{Inputs, Outcome, build};
use noticeboard::domain::Document;
use noticeboard::render::theme::{CIVIC, DEFAULT};
use noticeboard::text::{HubPath, Source, Sources};

const SITE: &str = r#"title = "Hub"
base_url = "https://privacy.example.gov.uk/"
[controllers.council]
name = "Example Council"
url = "https://www.example.gov.uk/"
[categories]
finance = "Money"
"#;

/// The outcome of a hub with one notice, to whose files some text is added.
fn outcome(added: &[(&str, &str)]) -> Outcome {
    let notice = "title = \"A\"\nsummary = \"B\"\ncategory = \"finance\"\n";
    let added_to = |path: &str| added.iter().filter(|(to, _)| *to == path).map(|(_, text)| *text).collect::<String>();
    let (front, body) = (added_to("a"), added_to("body"));
    let mut files = vec![
        ("site.toml".to_owned(), format!("{SITE}{}", added_to("site"))),
        ("content/notices/a.md".to_owned(), format!("+++\n{notice}{front}\n+++\n{body}\n")),
        ("content/cookies.toml".to_owned(), added_to("cookies")),
    ];
    let templates = CIVIC.iter().filter(|(path, _)| path.ends_with(".html"));
    files.extend(
        templates.map(|(path, bytes)| (format!("themes/{DEFAULT}/{path}"), String::from_utf8(bytes.to_vec()).unwrap())),
    );
    let sources = files.into_iter().map(|(path, text)| Source::from_bytes(HubPath::new(&path), text.into_bytes()));
    let form = Document {
        path: "form.pdf".to_owned(),
        source: HubPath::new("content/documents/form.pdf"),
        bytes: b"form".as_slice().into(),
    };
    let today = jiff::civil::date(2026, 11, 21);
    build(&Inputs { sources: Sources::new(sources), documents: vec![form], assets: Vec::new(), today, base_url: None })
}

/// Checks that a hub has exactly these mistakes.
#[track_caller]
fn check(added: &[(&str, &str)], codes: &[&str]) {
    let outcome = outcome(added);
    let found: Vec<_> = outcome.diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
    assert_eq!(found, codes, "{:?}", outcome.diagnostics);
    assert_eq!(outcome.site.is_some(), codes.is_empty());
}

fn page(outcome: &Outcome, path: &str) -> String {
    String::from_utf8(outcome.site.as_ref().unwrap().get(path).unwrap().to_vec()).unwrap()
}

fn footer(link: &str) -> String {
    format!("[[footer]]\ntext = \"Words\"\nlink = \"{link}\"\n")
}

#[test]
fn a_link_of_the_footer_leads_somewhere() {
    for link in ["https://www.example.gov.uk/", "page:home", "notice:a", "notice:a#transfers", "general:complaints"] {
        check(&[("site", &footer(link))], &[]);
    }
    check(&[("site", &footer("page:nowhere"))], &["unknown-page"]);
    check(&[("site", &footer("notice:nowhere"))], &["unknown-notice"]);
    check(&[("site", &footer("document:nowhere.pdf"))], &["unknown-document"]);
    check(&[("site", &footer("javascript:alert(1)"))], &["bad-address"]);
    check(&[("site", &footer("#transfers"))], &["unknown-anchor"]);
    let outcome = outcome(&[("site", &footer("document:form.pdf"))]);
    let home = page(&outcome, "index.html");
    assert!(home.contains("<a href=\"/documents/form.pdf\">Words</a>"), "{home}");
}

#[test]
fn an_address_that_begins_with_a_placeholder_begins_with_an_address() {
    check(&[("body", "[x]({{controller.url}}) [y]({{ controller.url }}a#b)")], &[]);
    check(&[("body", "[x]({{controller.name}})")], &["link-address"]);
}

#[test]
fn an_old_address_cannot_be_a_folder_with_the_name_of_a_file() {
    check(&[("a", "aliases = [\"/old/\", \"/old/older/\", \"/oldest.html\"]")], &[]);
    for (alias, code) in [
        ("/sitemap.xml", "bad-address"),
        ("/robots.txt", "bad-address"),
        ("/assets/style.css", "bad-address"),
        ("/documents/other.pdf", "bad-address"),
    ] {
        check(&[("a", &format!("aliases = [\"{alias}\"]"))], &[code]);
    }
    check(&[("a", "aliases = [\"/old.html\", \"/old.html/older/\"]")], &["duplicate-address"]);
}

#[test]
fn a_placeholder_in_the_cookies_has_a_value() {
    let cookie = |placeholder: &str| format!("[session]\npurpose = \"For {{{{ {placeholder} }}}}.\"\n");
    check(&[("cookies", &cookie("controller.name"))], &[]);
    check(&[("cookies", &cookie("controller.registration"))], &["placeholder-without-value"]);
    check(&[("cookies", &cookie("notice.title"))], &["placeholder-without-notice"]);
}

#[test]
fn at_a_glance_names_each_country_once() {
    let transfers: String =
        ["India", "Japan", "India"].iter().map(|at| format!("[[transfers]]\ndestination = \"{at}\"\n")).collect();
    let outcome = outcome(&[("a", &transfers)]);
    let page = page(&outcome, "notices/a/index.html");
    assert!(page.contains("India, Japan") && !page.contains("Japan, India"), "{page}");
}

#[test]
fn a_paragraph_that_is_no_condition_is_a_mistake() {
    let purpose = |number: i64| {
        format!("[[purposes]]\ntext = \"x\"\nspecial_category_condition = \"9(2)(g)\"\nschedule_1 = [{number}]\n")
    };
    check(&[("a", &purpose(6))], &[]);
    check(&[("a", &purpose(38))], &["number-out-of-range"]);
}
