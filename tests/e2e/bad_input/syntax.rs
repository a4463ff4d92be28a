//! Front matter that is missing, open or no TOML, and text that is no Markdown of ours.

use super::{NOTICE, after, notice_with, notice_with_keys, notice_with_text};
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
            "Add a line that holds only `+++` between the keys and the text. Three quotation marks that are not \
             closed can hide it.",
        );
}

#[test]
fn a_string_over_lines_that_is_not_closed_hides_the_end() {
    let run = notice_with_keys("department = \"\"\"Parks\n");
    run.only("content/notices/allotments.md:1:1", "front-matter-open", "The front matter that starts here never ends");
}

#[test]
fn several_syntax_errors_and_other_mistakes_in_one_file() {
    let run = notice_with(
        "department = Parks\nsort_as = \"Plots\ncolour = \"red\"\nservices = [1, 2]\ndata_subjects = [\"a\" \"b\"]\n\n[contact\nname \"Plots\"\nphone = \"01632\"\n",
        "{{ nothing }}\n",
    );
    let place = |line_column: &str| format!("content/notices/allotments.md:{line_column}");
    let expected = [
        ("5:14", "toml-syntax", "This text needs quotation marks", "Write \"Parks\"."),
        ("6:17", "toml-syntax", "This text is not closed", "Put a quotation mark at its end."),
        ("7:1", "unknown-key", "A notice has no key `colour`", "The manual lists all keys that there are."),
        ("9:22", "toml-syntax", "A comma is missing before this", "Put one between the two."),
        (
            "11:9",
            "toml-syntax",
            "The brackets around this name are not closed",
            "Write as many brackets after the name as before it.",
        ),
        ("12:6", "toml-syntax", "This key has no value", "Write `=` and a value after it, or delete the line."),
        ("15:1", "unknown-placeholder", "There is no placeholder `nothing`", "The manual lists all that there are."),
    ];
    for (at, code, sentence, help) in expected {
        run.diagnostic(&place(at), code, sentence).helps(help);
    }
    let places: Vec<(String, &str)> = expected.iter().map(|(at, code, ..)| (place(at), *code)).collect();
    run.reports(&places.iter().map(|(place, code)| (place.as_str(), *code)).collect::<Vec<_>>());
}

#[test]
fn brackets_and_backslashes() {
    let wrong = [
        ("related = [\"a\"\nsort_as = \"x\"", "toml-syntax", "This list is not closed"),
        ("contact = { name = \"a\"\nsort_as = \"x\"", "toml-syntax", "This table is not closed"),
        ("department = \"C:\\Parks\"", "toml-syntax", "A backslash cannot stand alone in a text"),
        ("department = \"Parks\" and gardens", "toml-syntax", "This does not belong here"),
        (
            "[[changes]\ndate = 2026-10-01\nsummary = \"New\"",
            "toml-syntax",
            "The brackets around this name are not closed",
        ),
    ];
    for (lines, code, sentence) in wrong {
        let run = notice_with_keys(lines);
        if !run.findings().iter().any(|finding| (finding.code, &*finding.sentence) == (code, sentence)) {
            run.fail(&format!("{lines:?} is to be called {sentence:?}"));
        }
    }
}

#[test]
fn a_text_without_quotation_marks() {
    let run = notice_with_keys("department = Parks");
    run.only("content/notices/allotments.md:5:14", "toml-syntax", "This text needs quotation marks")
        .marks("Parks")
        .helps("Write \"Parks\".");
}

#[test]
fn a_key_twice() {
    let run = notice_with_keys("department = \"Parks\"\ndepartment = \"Gardens\"");
    run.only("content/notices/allotments.md:6:1", "toml-syntax", "`department` is written twice")
        .marks("department")
        .helps("Keep one of them.");
}

#[test]
fn a_key_without_a_value() {
    let run = notice_with_keys("department =\nsort_as = \"Plots\"");
    run.only("content/notices/allotments.md:5:13", "toml-syntax", "This key has no value")
        .helps("Write `=` and a value after it, or delete the line.");
}

#[test]
fn broken_settings() {
    let run = after(Portal::small(), |hub| hub.edit("site.toml", "title = \"Privacy hub\"", "title = Privacy hub"));
    run.only("site.toml:1:9", "toml-syntax", "This text needs quotation marks")
        .marks("Privacy hub")
        .helps("Write \"Privacy hub\".");
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
    run.only("content/notices/allotments.md:6:6", "unknown-footnote", "There is no text for the footnote `size`")
        .marks("[^size]")
        .helps("Add a line `[^size]: What the footnote says.` to the end of the file.");
}
