//! Front matter that is missing, open or no TOML, and text that is no Markdown of ours.

use super::{NOTICE, after, notice_with_keys, notice_with_text};
use crate::portal::Portal;

#[test]
fn no_front_matter() {
    let run = after(Portal::small(), |hub| hub.file(NOTICE, "# Allotments\n\nWe let plots.\n"));
    run.only("content/notices/allotments.md:1:1", "front-matter-missing", "This file does not start with front matter")
        .marks("# Allotments")
        .helps("Start the file with a line `+++`, then the keys such as title = \"...\", then another line `+++`.");
}

#[test]
fn front_matter_between_dashes() {
    let run = after(Portal::small(), |hub| hub.file(NOTICE, "---\ntitle: Allotments\n---\n"));
    run.only("content/notices/allotments.md:1:1", "front-matter-missing", "This file does not start with front matter")
        .marks("---");
}

#[test]
fn an_empty_file() {
    let run = after(Portal::small(), |hub| hub.file(NOTICE, ""));
    run.only("content/notices/allotments.md:1:1", "front-matter-missing", "This file does not start with front matter");
}

#[test]
fn front_matter_that_never_ends() {
    let run = after(Portal::small(), |hub| hub.file(NOTICE, "+++\ntitle = \"Allotments\"\n\n## Text\n"));
    run.only("content/notices/allotments.md:1:1", "front-matter-open", "The front matter that starts here never ends")
        .marks("+++")
        .helps(
            "Add a line that holds only `+++` between the keys and the text. A string that is opened with three \
             quotation marks and not closed can hide it.",
        );
}

#[test]
fn a_string_over_lines_that_is_not_closed_hides_the_end() {
    let run = notice_with_keys("department = \"\"\"Parks\n");
    run.only("content/notices/allotments.md:1:1", "front-matter-open", "The front matter that starts here never ends");
}

#[test]
fn several_syntax_errors_in_one_file() {
    let run =
        notice_with_keys("department = Parks\nsort_as = \"Plots\nrelated = [\"a\", \n[contact]\nemail \"a@b.example\"");
    let findings = run.findings();
    let places: Vec<_> = findings.iter().map(|finding| (finding.place, finding.code)).collect();
    assert!(places.len() >= 3, "{places:?}");
    for line in [5, 6] {
        let here = places.iter().any(|(place, code)| {
            place.starts_with(&format!("content/notices/allotments.md:{line}:")) && *code == "toml-syntax"
        });
        if !here {
            run.fail(&format!("line {line} is to be reported"));
        }
    }
}

#[test]
fn a_text_without_quotation_marks() {
    let run = notice_with_keys("department = Parks");
    run.only("content/notices/allotments.md:5:14", "toml-syntax", "?").marks("Parks");
}

#[test]
fn a_key_twice() {
    let run = notice_with_keys("department = \"Parks\"\ndepartment = \"Gardens\"");
    run.only("content/notices/allotments.md:6:1", "toml-syntax", "?").marks("department");
}

#[test]
fn a_key_without_a_value() {
    let run = notice_with_keys("department =\nsort_as = \"Plots\"");
    run.only("content/notices/allotments.md:5:13", "toml-syntax", "?");
}

#[test]
fn broken_settings() {
    let run = after(Portal::small(), |hub| hub.edit("site.toml", "title = \"Privacy hub\"", "title = Privacy hub"));
    run.diagnostic("site.toml:1:9", "toml-syntax", "?");
}

#[test]
fn html_in_the_text() {
    let run = notice_with_text("A <b>plot</b>.\n\n<div class=\"x\">\n\nText\n\n</div>\n");
    run.reports(&[
        ("content/notices/allotments.md:6:3", "html"),
        ("content/notices/allotments.md:6:10", "html"),
        ("content/notices/allotments.md:8:1", "html"),
        ("content/notices/allotments.md:12:1", "html"),
    ]);
    run.diagnostic("content/notices/allotments.md:6:3", "html", "HTML is not published")
        .marks("<b>")
        .shows("Write it in Markdown.");
    run.diagnostic("content/notices/allotments.md:8:1", "html", "HTML is not published").marks("<div class=\"x\">");
}

#[test]
fn html_in_front_matter() {
    let run = notice_with_keys("[[retention]]\nrecord = \"Accounts\"\nnote = \"Kept <i>long</i>\"");
    run.reports(&[("content/notices/allotments.md:7:14", "html"), ("content/notices/allotments.md:7:21", "html")]);
}

#[test]
fn a_heading_of_the_first_level() {
    let run = notice_with_text("# Plots\n\nText.\n");
    run.only(
        "content/notices/allotments.md:6:1",
        "heading-level",
        "The first level of headings is the title of the page",
    )
    .marks("# Plots")
    .helps("Start headings in the text with `##`.");
}

#[test]
fn a_footnote_without_text() {
    let run = notice_with_text("Plots[^size] are small.\n");
    run.only("content/notices/allotments.md:6:6", "unknown-footnote", "This footnote has no text").marks("[^size]");
}
