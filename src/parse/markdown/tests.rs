//! Markdown as our own tree: HTML, placeholders, footnotes, headings and strings.

use std::sync::Arc;

use super::*;

fn prose(text: &str) -> (Prose, Vec<&'static str>) {
    let source = Arc::new(text.to_owned());
    let mut ledger = Ledger::new(&source);
    let prose = read_blocks(text, 0, &mut ledger);
    (prose, ledger.problems.iter().map(|problem| problem.code).collect())
}

#[test]
fn html_is_an_error_and_a_comment_is_not() {
    assert_eq!(prose("a <b>c</b>").1, ["html", "html"]);
    assert_eq!(prose("<div>\nx\n</div>").1, ["html"]);
    assert!(prose("a <!-- b --> c\n\n<!-- d -->").1.is_empty());
}

#[test]
fn placeholders_are_found_in_text_and_addresses() {
    let text = "Ring {{ controller.phone }} or [write](mailto:{{ controller.email }}), not `{{ this }}`.";
    let source = Arc::new(text.to_owned());
    let mut ledger = Ledger::new(&source);
    let prose = read_blocks(text, 0, &mut ledger);
    let names: Vec<_> = ledger.placeholders.iter().map(|(p, span)| (p.name(), &text[span.range()])).collect();
    let expected = [("controller.phone", "{{ controller.phone }}"), ("controller.email", "{{ controller.email }}")];
    assert_eq!(names, expected);
    assert_eq!(ledger.references[0].kind, ReferenceKind::External("mailto:{{ controller.email }}".into()));
    let Block::Paragraph(content) = &prose.blocks[0] else { panic!("a paragraph") };
    assert!(content.contains(&Inline::Code("{{ this }}".into())));
}

#[test]
fn wrong_placeholders_and_footnotes_are_reported() {
    assert_eq!(prose("{{ controler.name }}").1, ["unknown-placeholder"]);
    assert_eq!(prose("{{ controller.name").1, ["placeholder-open"]);
    assert_eq!(prose("a[^1]").1, ["unknown-footnote"]);
    assert_eq!(prose("# Title").1, ["heading-level"]);
}

#[test]
fn headings_have_ids() {
    let (prose, problems) = prose("## A b\n\n### A b\n\n## C {#see}\n\n## D \\{#e}\n");
    let ids: Vec<_> = prose.headings().map(|(_, heading)| &*heading.id).collect();
    assert_eq!((ids, problems.len()), (vec!["a-b", "a-b-2", "see", "d-e"], 0));
}

#[test]
fn strings_are_one_line() {
    let source = Arc::new("x = \"1. *a* [b](notice:c)\"".to_owned());
    let mut ledger = Ledger::new(&source);
    let prose = read_line("1. *a* [b](notice:c)", Span::new(4, source.len()), &mut ledger);
    assert_eq!(prose.plain(), "1. a b");
    assert_eq!(&source[ledger.references[0].span.range()], "[b](notice:c)");
}
