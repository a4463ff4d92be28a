//! The accessibility statement that is made from `[accessibility]` of the settings.

use crate::portal::Portal;

const STATEMENT: &str = r#"[accessibility]
status = "partially"
scope = { en = "Not about forms.", cy = "Nid am ffurflenni." }
prepared = 2026-10-01
reviewed = 2026-11-02
tested = "2026-10"
tested_by = "Testers & co"
testing = "By <hand>."
reply = "5 working days"
help = "There is a hearing loop."
improvements = "We are at it."
aliases = ["/old-statement/"]
contact = { email = "web@test.example", phone = "01632 960 333", url = "https://www.test.example/help" }
[[accessibility.non_accessible]]
what = "The forms"
effect = "Nobody can fill them in."
criteria = ["2.1.1", "1.4.3"]
reason = "non-compliance"
fixed_by = 2027-03-31
alternative = "Ring us."
[[accessibility.non_accessible]]
what = "The old minutes"
reason = "disproportionate-burden"
why = "Nobody asks for them."
"#;

/// A small hub with a statement.
fn hub(statement: &str) -> Portal {
    Portal::small().edit("site.toml", "homes = \"Homes\"\n", &format!("homes = \"Homes\"\n{statement}"))
}

#[test]
fn the_statement_has_the_sections_of_the_model() {
    let run = hub(STATEMENT).build();
    run.exit(0).silent_about_content();
    let page = run.page("/accessibility/");
    page.is_sound().element("h1").says("Accessibility statement");
    page.says_in_order(&[
        "Test Borough Council runs it. Not about forms.",
        "How accessible this website is",
        "The forms",
        "Feedback and contact information",
        "web@test.example",
        "We reply within 5 working days.",
        "There is a hearing loop.",
        "Reporting accessibility problems",
        "Enforcement procedure",
        "Equality and Human Rights Commission (EHRC)",
        "Technical information about this website’s accessibility",
        "Test Borough Council is committed",
        "partially compliant with the Web Content Accessibility Guidelines version 2.2 AA standard",
        "Non-accessible content",
        "Non-compliance with the accessibility regulations",
        "Nobody can fill them in.",
        "2.1.1 Keyboard (level A)",
        "1.4.3 Contrast (Minimum) (level AA)",
        "31 March 2027",
        "Ring us.",
        "Disproportionate burden",
        "Nobody asks for them.",
        "Content that is not within the scope of the accessibility regulations",
        "We know of none.",
        "What we are doing to improve accessibility",
        "We are at it.",
        "Preparation of this accessibility statement",
        "1 October 2026",
        "2 November 2026",
        "October 2026",
        "Testers & co",
        "By <hand>.",
    ]);
    page.links("Equality Advisory and Support Service (EASS)", "https://www.equalityadvisoryservice.com/");
    run.page("/old-statement/").links("Accessibility statement", "/accessibility/");
    for address in ["/", "/notices/allotments/", "/404.html"] {
        run.page(address).element("footer").links("Accessibility statement", "/accessibility/");
    }
}

#[test]
fn the_statement_is_there_in_each_language_of_the_hub() {
    let hub = hub(STATEMENT).edit("site.toml", "title =", "languages = [\"en\", \"cy\"]\ntitle =");
    let run = hub.build();
    run.exit(0);
    let page = run.page("/cy/accessibility/");
    page.is_sound().element("h1").says("Datganiad hygyrchedd");
    page.says("Nid am ffurflenni.")
        .says("Comisiwn Cydraddoldeb a Hawliau Dynol (EHRC)")
        .says("2.1.1 Keyboard (lefel A)");
    page.holds("<span lang=\"en\">Keyboard</span>");
    page.element("footer").links("Datganiad hygyrchedd", "/cy/accessibility/");
    run.page("/accessibility/").holds("<a href=\"/cy/accessibility/\" lang=\"cy\"");
}

#[test]
fn statements_of_other_kinds() {
    let fully = "[accessibility]\nstatus = \"fully\"\nprepared = 2026-10-01\nenforced_by = \"ecni\"\ncontact = { email = \"w@test.example\" }\n";
    let run = hub(fully).build();
    run.exit(0).silent_about_content();
    let page = run.page("/accessibility/");
    page.is_sound().says("fully compliant").says("We know of nothing on this website that is not accessible.");
    page.links("Equality Commission for Northern Ireland (ECNI)", "https://www.equalityni.org/");
    page.does_not_say("What we are doing to improve accessibility");
    let not = STATEMENT.replace("\"partially\"", "\"not\"");
    hub(&not).build().exit(0).page("/accessibility/").says("This website is not compliant with");
}

#[test]
fn without_the_table_there_is_no_page() {
    let run = Portal::small().build();
    run.exit(0);
    assert!(!run.site().paths().iter().any(|path| path.contains("accessibility/")), "a page without words");
    run.page("/").does_not_say("Accessibility statement");
}

#[test]
fn what_the_table_must_hold() {
    let run = hub("[accessibility]\nstatus = \"mostly\"\n[[accessibility.non_accessible]]\nreason = \"old\"\ncriteria = [\"9.9.9\"]\n").build();
    run.diagnostic("site.toml:36:10", "unknown-value", "`status` cannot be `mostly`")
        .helps("It can be `fully`, `partially` or `not`.");
    run.diagnostic("site.toml:39:13", "unknown-value", "`criteria` cannot be `9.9.9`");
    run.diagnostic("site.toml:35:1", "missing-key", "`contact` is missing from the accessibility statement");
    run.diagnostic("site.toml:35:1", "missing-key", "`prepared` is missing from the accessibility statement");
    run.exit(1);
}

#[test]
fn a_page_of_the_same_address_is_refused() {
    let run = hub(STATEMENT).page("accessibility", "title = \"Ours\"\n", "Mine.").build();
    run.exit(1).says("Two pages would have the address /accessibility/");
}
