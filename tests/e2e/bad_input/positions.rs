//! Positions count characters, whatever stands before them and however lines end.

use super::{NOTICE, after};
use crate::portal::{Portal, notice_keys};
use crate::run::Run;

/// What is said of the notice whose whole text is this.
fn whole(text: &str) -> Run {
    after(Portal::small(), |hub| hub.file(NOTICE, text))
}

#[test]
fn after_letters_of_several_bytes() {
    let text = format!("+++\n{}+++\nŴyddgrug a Tŷ: [a](notice:nobody)\n", notice_keys("Ŵ ŷ"));
    whole(&text)
        .only("content/notices/allotments.md:6:16", "unknown-notice", "There is no notice `nobody`")
        .marks("[a](notice:nobody)");
}

#[test]
fn after_emoji() {
    let text = format!("+++\n{}+++\n🌱🥕 then {{{{ nothing }}}}\n", notice_keys("Plots"));
    whole(&text)
        .only("content/notices/allotments.md:6:9", "unknown-placeholder", "There is no placeholder `nothing`")
        .marks("{{ nothing }}");
}

#[test]
fn after_letters_of_several_bytes_in_front_matter() {
    let text = "+++\ntitle = \"Tŷ\"\nsummary = \"🌱\"\nalso_known_as = [\"Ŵ\", 5]\ncategory = \"finance\"\n+++\n";
    whole(text)
        .only(
            "content/notices/allotments.md:4:23",
            "wrong-type",
            "An item of `also_known_as` should be a text in quotation marks, and this is a whole number",
        )
        .marks("5");
}

#[test]
fn within_a_string_of_front_matter_after_letters_of_several_bytes() {
    let text = format!(
        "+++\n{}[[retention]]\nrecord = \"ŵ\"\nnote = \"🌱 ŵŵ [a](notice:nobody)\"\n+++\n",
        notice_keys("Plots")
    );
    whole(&text)
        .only("content/notices/allotments.md:7:14", "unknown-notice", "There is no notice `nobody`")
        .marks("[a](notice:nobody)");
}

#[test]
fn within_a_string_with_escapes_the_whole_string_is_underlined() {
    let text = format!(
        "+++\n{}[[retention]]\nrecord = \"x\"\nnote = \"a \\\"b\\\" [a](notice:nobody)\"\n+++\n",
        notice_keys("Plots")
    );
    whole(&text)
        .only("content/notices/allotments.md:7:8", "unknown-notice", "There is no notice `nobody`")
        .marks("\"a \\\"b\\\" [a](notice:nobody)\"");
}

#[test]
fn with_windows_line_ends() {
    let text = format!("+++\n{}colour = \"red\"\n+++\nŴ.\n\nSee [a](notice:nobody).\n", notice_keys("Plots"));
    let run = whole(&text.replace('\n', "\r\n"));
    run.reports(&[
        ("content/notices/allotments.md:5:1", "unknown-key"),
        ("content/notices/allotments.md:9:5", "unknown-notice"),
    ]);
    run.diagnostic("content/notices/allotments.md:5:1", "unknown-key", "A notice has no key `colour`").marks("colour");
    run.diagnostic("content/notices/allotments.md:9:5", "unknown-notice", "There is no notice `nobody`")
        .marks("[a](notice:nobody)");
}

#[test]
fn with_a_byte_order_mark() {
    let text = format!("\u{feff}+++\n{}colour = \"red\"\n+++\nSee [a](notice:nobody).\n", notice_keys("Plots"));
    let run = whole(&text);
    run.reports(&[
        ("content/notices/allotments.md:5:1", "unknown-key"),
        ("content/notices/allotments.md:7:5", "unknown-notice"),
    ]);
    run.diagnostic("content/notices/allotments.md:5:1", "unknown-key", "A notice has no key `colour`").marks("colour");
}

#[test]
fn with_a_byte_order_mark_on_the_first_line_of_settings() {
    let run = after(Portal::small(), |hub| {
        let settings = std::fs::read_to_string(hub.path("site.toml")).unwrap();
        hub.file("site.toml", format!("\u{feff}titel = \"x\"\n{settings}"))
    });
    run.only("site.toml:1:1", "unknown-key", "The hub has no key `titel`").marks("titel");
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_no_mistake() {
    let plain = Portal::small().notice("allotments", &notice_keys("Plots"), "## Sheds\n\nOne\\\ntwo.\n\n- a\n- b\n");
    plain.build().exit(0).silent_about_content();
    let windows = Portal::small();
    let text = std::fs::read_to_string(plain.path(NOTICE)).unwrap().replace('\n', "\r\n");
    let settings = std::fs::read_to_string(plain.path("site.toml")).unwrap().replace('\n', "\r\n");
    let windows = windows.file(NOTICE, format!("\u{feff}{text}")).file("site.toml", format!("\u{feff}{settings}"));
    let run = windows.build();
    run.exit(0).silent_about_content();
    let (plain, windows) = (crate::tree::Tree::of(&plain.public()), run.site());
    assert_eq!(windows.without_marker().differences(&plain.without_marker()), [""; 0]);
}

#[test]
fn a_long_line_is_shortened_around_the_place() {
    let text =
        format!("+++\n{}+++\n{}[a](notice:nobody){}\n", notice_keys("Plots"), "word ".repeat(60), " word".repeat(60));
    let run = whole(&text);
    run.only("content/notices/allotments.md:6:301", "unknown-notice", "There is no notice `nobody`")
        .shows("[a](notice:nobody)");
    run.fits_a_terminal();
}

#[test]
fn a_place_over_several_lines_is_underlined_on_its_first() {
    let text = format!("+++\n{}+++\n[some\nwords](notice:nobody)\n", notice_keys("Plots"));
    whole(&text)
        .only("content/notices/allotments.md:6:1", "unknown-notice", "There is no notice `nobody`")
        .marks("[some");
}
