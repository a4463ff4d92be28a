//! Templates of a theme of the hub's own that cannot be read or rendered.

use super::after;
use crate::portal::Portal;

/// What is said of a hub whose own `sections/retention.html` is this, and whose notice has that section.
fn retention(template: &str) -> crate::run::Run {
    let hub = Portal::new().notice(
        "allotments",
        &format!("{}[[retention]]\nrecord = \"Accounts\"\n", crate::portal::notice_keys("Allotments")),
        "",
    );
    after(hub, |hub| hub.file("themes/civic/sections/retention.html", template))
}

#[test]
fn a_template_with_a_syntax_error() {
    let run = retention("<p>ok</p>\n{% if data.rows %}\n<p>{{ data.rows[0].record }</p>\n{% endif %}\n");
    let findings = run.findings();
    assert_eq!(findings.len(), 1, "{}", run.stderr);
    assert_eq!(findings[0].code, "template");
    assert!(findings[0].place.starts_with("themes/civic/sections/retention.html:3:"), "{}", run.stderr);
}

#[test]
fn a_template_that_is_not_closed() {
    let run = retention("<p>ok</p>\n{% if data.rows %}\n<p></p>\n");
    let findings = run.findings();
    assert_eq!((findings.len(), findings[0].code), (1, "template"), "{}", run.stderr);
    assert!(findings[0].place.starts_with("themes/civic/sections/retention.html:"), "{}", run.stderr);
}

#[test]
fn a_template_with_a_value_that_does_not_exist() {
    let run = retention("<p>ok</p>\n\n  <p>{{ data.rowz }}</p>\n");
    run.only("themes/civic/sections/retention.html:3:14", "template", "`data` has no field `rowz`")
        .marks("rowz")
        .helps("Did you mean `rows`? `noticeboard theme explain sections/retention.html` says what it sees.");
}

#[test]
fn a_value_that_does_not_exist_on_a_branch_that_no_page_takes() {
    let run = retention("{% if false %}\n{% for row in data.rows %}{{ row.recor }}{% endfor %}\n{% endif %}\n");
    run.only("themes/civic/sections/retention.html:2:34", "template", "`row` has no field `recor`")
        .marks("recor")
        .helps("Did you mean `record`? `noticeboard theme explain sections/retention.html` says what it sees.");
}

#[test]
fn a_string_that_does_not_exist() {
    let run = retention("<p>{{ t.retention.perod }}</p>\n");
    run.only("themes/civic/sections/retention.html:1:19", "template", "There is no string `t.retention.perod`")
        .marks("perod");
}

#[test]
fn a_template_that_nothing_can_be_told_of_before_it_is_rendered() {
    let run = retention("<p>ok</p>\n\n  <p>{{ data.rows|nosuch }}</p>\n");
    let findings = run.findings();
    assert_eq!((findings.len(), findings[0].code), (1, "template"), "{}", run.stderr);
    assert!(findings[0].place.starts_with("themes/civic/sections/retention.html:3:"), "{}", run.stderr);
    findings[0].shows("content/notices/allotments.md:1:1").shows("while rendering this page");
}

#[test]
fn a_page_template_with_a_value_that_does_not_exist() {
    let run = after(Portal::small(), |hub| {
        hub.file(
            "themes/civic/notice.html",
            "{% extends \"base.html\" %}\n{% block main %}\n{{ notice.nothing }}\n{% endblock %}\n",
        )
    });
    run.only("themes/civic/notice.html:3:11", "template", "`notice` has no field `nothing`")
        .marks("nothing")
        .shows("It can be `summary`, `category`, `also_known_as`, `review_by`, `review_by_html`,");
}

#[test]
fn a_value_that_does_not_exist_in_an_included_template() {
    let run = after(Portal::small(), |hub| {
        hub.file("themes/civic/notice.html", "<h1>{{ page.title }}</h1>\n{% include \"inner.html\" %}\n")
            .file("themes/civic/inner.html", "<p>\n{{ notice.nothing }}\n")
    });
    run.only("themes/civic/inner.html:2:11", "template", "`notice` has no field `nothing`").marks("nothing");
}

#[test]
fn a_template_that_includes_one_that_does_not_exist() {
    let run = after(Portal::small(), |hub| hub.file("themes/civic/notice.html", "<p>\n{% include \"inne.html\" %}\n"));
    let findings = run.findings();
    assert_eq!((findings.len(), findings[0].code), (1, "template"), "{}", run.stderr);
    assert_eq!(findings[0].place, "themes/civic/notice.html:2:12", "{}", run.stderr);
    assert_eq!(findings[0].sentence, "There is no template `inne.html`", "{}", run.stderr);
}

#[test]
fn a_template_that_does_not_come_to_an_end() {
    let run = retention(
        "{% for a in range(10000) %}{% for b in range(10000) %}{% for c in range(10000) %}{% endfor %}{% endfor %}{% endfor %}",
    );
    let findings = run.findings();
    assert_eq!((findings.len(), findings[0].code), (1, "template"), "{}", run.stderr);
    assert_eq!(findings[0].sentence, "This template does not come to an end", "{}", run.stderr);
}

#[test]
fn mistakes_of_authors_and_of_templates_are_reported_together() {
    let run = after(Portal::small(), |hub| {
        hub.edit(super::NOTICE, "category =", "colour = \"red\"\ncategory =")
            .file("themes/civic/notice.html", "{{ notice.nothing }}\n")
    });
    run.reports(&[("content/notices/allotments.md:4:1", "unknown-key"), ("themes/civic/notice.html:1:11", "template")]);
}

#[test]
fn a_theme_that_is_not_utf8() {
    let run = after(Portal::small(), |hub| hub.file("themes/civic/notice.html", b"<p>\xFF</p>"));
    run.diagnostic("themes/civic/notice.html:1:4", "not-utf8", "This file is not UTF-8 text");
}

#[test]
fn several_templates_that_fail_are_all_reported_each_once() {
    let broken = "{% extends \"base.html\" %}\n{% block main %}\n{{ page.nothing }}\n{% endblock %}\n";
    let hub = Portal::small().notice("parking", &crate::portal::notice_keys("Parking"), "");
    let run = after(hub, |hub| {
        hub.file("themes/civic/notice.html", broken)
            .file("themes/civic/home.html", broken)
            .file("themes/civic/not-found.html", broken)
    });
    run.reports(&[
        ("themes/civic/home.html:3:9", "template"),
        ("themes/civic/not-found.html:3:9", "template"),
        ("themes/civic/notice.html:3:9", "template"),
    ]);
}
