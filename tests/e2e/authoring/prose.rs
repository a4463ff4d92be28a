//! Markdown: lists, tables, footnotes and all the rest, in the text and in front matter.

use super::{allotments, notice};
use crate::portal::{Portal, notice_keys};

#[test]
fn lists_three_deep_in_the_text() {
    let page = notice("", "## Lists\n\n- a\n  - b\n    - c\n\n1. one\n2. two\n   - deep\n");
    let section = page.part("lists");
    section.holds("<ul><li>a<ul><li>b<ul><li>c</li></ul>\n</li></ul>\n</li></ul>");
    section.holds("<ol><li>one</li><li>two<ul><li>deep</li></ul>\n</li></ol>");
}

#[test]
fn lists_that_start_at_another_number() {
    notice("", "## Lists\n\n3. three\n4. four\n").part("lists").holds("<ol start=\"3\">");
}

#[test]
fn lists_three_deep_in_front_matter() {
    let page = notice(
        "[[personal_data]]\nitems = [\"name\", { text = \"home:\", items = [\"rooms\", { text = \"people:\", items = [\"*age*\"] }] }]\n",
        "",
    );
    page.part("personal-data").holds(
        "<ul><li>name</li><li>home:<ul><li>rooms</li><li>people:<ul><li><em>age</em></li></ul></li></ul></li></ul>",
    );
}

#[test]
fn tables_with_alignment_and_labels_for_narrow_screens() {
    let page = notice("", "## Fees\n\n| Plot | Fee *a year* |\n|:---|---:|\n| Small | £10 |\n| Large | £20 |\n");
    page.part("fees").says("Plot Fee a year Small £10 Large £20");
    page.holds("<th scope=\"col\" class=\"right\">Fee <em>a year</em></th>");
    page.holds("<td data-label=\"Fee a year\" class=\"right\">£20</td>");
}

#[test]
fn footnotes_stand_below_their_section() {
    let page =
        notice("", "## Plots\n\nSmall[^a] and large[^b], small again[^a].\n\n[^a]: Ten metres.\n[^b]: Twenty.\n");
    let plots = page.part("plots");
    plots.says_in_order(&["Small[1] and large[2], small again[1].", "Ten metres.", "Twenty."]);
    plots.is_sound();
}

#[test]
fn footnotes_of_two_sections_of_one_page_have_ids_of_their_own() {
    let hub = Portal::new().general("security", "title = \"Security\"\n", "Locks[^1].\n\n[^1]: Good ones.\n").notice(
        "allotments",
        &notice_keys("Allotments"),
        "Intro[^1].\n\n## Plots\n\nSmall[^1].\n\n## Security\n\nGates[^2].\n\n[^1]: Ten metres.\n[^2]: Shut.\n",
    );
    let page = allotments(&hub);
    let notes = page.ids().iter().filter(|id| id.starts_with("note-") && !id.contains("mention")).count();
    assert_eq!(notes, 4, "{:?}", page.ids());
    page.part("plots").says("Small[1]. Ten metres.");
    page.part("security").says("Gates[1]. Shut. Locks[1]. Good ones.");
    hub.build().page("/general/").is_sound();
}

#[test]
fn the_rest_of_markdown() {
    let page =
        notice("", "## Rest\n\n**bold** *italic* ~~old~~ `code`\\\nnext\n\n> quoted\n\n---\n\n```\na < b\n```\n");
    page.part("rest")
        .holds("<strong>bold</strong> <em>italic</em> <del>old</del> <code>code</code><br>")
        .holds("<blockquote><p>quoted</p>")
        .holds("<hr>")
        .says("a < b");
}

#[test]
fn a_comment_of_the_author_is_not_published() {
    let page = notice("", "One <!-- ask the solicitor --> two.\n\n<!-- and\nzebras -->\n\nThree.\n");
    page.says("One two.").says("Three.");
    assert!(!page.html.contains("solicitor") && !page.html.contains("zebras"));
}

#[test]
fn characters_of_html_are_only_characters() {
    let page = notice(
        "[[retention]]\nrecord = \"A < B & C > D\"\nnote = \"1 < 2 & \\\"3\\\"\"\n",
        "If 1 < 2 & 3 > 2, then \"so\".\n",
    );
    page.says("If 1 < 2 & 3 > 2, then \"so\".").says("A < B & C > D").says("1 < 2 & \"3\"");
}

#[test]
fn a_summary_is_text_and_no_markdown() {
    let hub = Portal::new().notice(
        "allotments",
        "title = \"Plots & *beds*\"\nsummary = \"We use [data] and _more_.\"\ncategory = \"finance\"\n",
        "",
    );
    allotments(&hub).says("Plots & *beds*").says("We use [data] and _more_.");
}

#[test]
fn emoji_and_letters_of_all_languages_come_through() {
    notice("department = \"Tŷ'r Cyngor 🌱\"\n", "Ŵyneb 漢字 🥕\n").says("Tŷ'r Cyngor 🌱").says("Ŵyneb 漢字 🥕");
}

#[test]
fn a_long_page_starts_with_a_list_of_what_is_in_it() {
    let text = "Words.\n\n## Who we *are*\n\n### Our office\n\n## At {{ controller.name }}\n\n## More {#end}\n";
    let short = "Words.\n\n## One\n\n## Two\n";
    let hub = Portal::small()
        .page("about", "title = \"About\"\n", text)
        .page("brief", "title = \"Brief\"\n", short)
        .general("security", "title = \"Security\"\npage = true\n", text);
    let run = hub.build();
    let listed = |address: &str, anchors: [&str; 3]| {
        let links = run.page(address).element("main").all_links();
        let expected = ["Who we are", "At Test Borough Council", "More"].into_iter().zip(anchors);
        let expected: Vec<(String, String)> =
            expected.map(|(words, anchor)| (words.to_owned(), format!("#{anchor}"))).collect();
        assert!(links.starts_with(&expected), "{links:#?}");
    };
    listed("/about/", ["who-we-are", "at", "end"]);
    listed("/security/", ["security-who-we-are", "security-at", "end"]);
    run.page("/brief/").does_not_say("On this page");
}
