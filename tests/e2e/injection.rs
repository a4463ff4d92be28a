//! What an author writes is never more than words: not in any key, not in any construct of Markdown.
//!
//! A hub is built twice, once with a payload in every place that takes words and once with a plain word there. The
//! elements and the names of attributes must be the same, on every page; and no address may run a script.

use std::collections::BTreeMap;

use noticeboard::domain::Language;
use noticeboard::language::Wordings;

use crate::page::Page;
use crate::portal::Portal;

/// Words that would break out of an attribute or an element if any place forgot to escape them.
const PAYLOADS: [&str; 12] = [
    r#""><img src=x onerror=alert(1)>"#,
    r#"'><img src=x onerror=alert(1)>"#,
    r#"" onmouseover="alert(1)" x=""#,
    "' onmouseover='alert(1)' x='",
    "` onmouseover=`alert(1)",
    "</script><script>alert(1)</script>",
    "</title></style></textarea><svg onload=alert(1)>",
    "--><script>alert(1)</script><!--",
    "]]><script>alert(1)</script>",
    "&lt;img src=x onerror=alert(1)&gt; &#60;b&#62;",
    "{% raw %}{# x #}{% include \"base.html\" %}",
    "javascript:alert(1)",
];

/// A string of TOML.
fn toml(words: &str) -> String {
    format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Words of which Markdown makes those words again.
fn literal(words: &str) -> String {
    words.chars().flat_map(|c| if c.is_ascii_punctuation() { vec!['\\', c] } else { vec![c] }).collect()
}

/// The same, every character as an entity.
fn entities(words: &str) -> String {
    words.chars().map(|c| format!("&#{};", u32::from(c))).collect()
}

/// Words that may stand in an address that passes as one, such as `https://` and these.
fn of_address(words: &str) -> String {
    words.replace([' ', '"', '<', '>', '\\', '`', '{', '}', '#', '&', ';', '%', '[', ']', '(', ')'], "")
}

const SITE: &str = r#"title = TEXT
description = WORDS
base_url = "https://privacy.test.example/ADDRESS"
default_controller = "council"
most_used = ["money"]
[controllers.council]
name = TEXT
short_name = TEXT
registration = TEXT
address = [TEXT, TEXT]
email = "'a=b@test.example"
phone = TEXT
url = "https://www.test.example/?ADDRESS"
[controllers.council.dpo]
name = TEXT
email = "'a=b@test.example"
phone = TEXT
address = [TEXT]
[controllers.council.complaints]
phone = TEXT
url = "https://www.test.example/?ADDRESS"
address = [TEXT]
[regulator]
name = TEXT
known_as = TEXT
helpline = TEXT
complaint_url = "https://ico.example/?ADDRESS"
address = [TEXT]
[categories]
finance = { title = TEXT, summary = TEXT }
[brand]
name = TEXT
[[header]]
text = TEXT
link = "https://www.test.example/?ADDRESS"
[[footer]]
text = TEXT
link = "https://www.test.example/?ADDRESS"
"#;

const NOTICE: &str = r#"title = TEXT
summary = TEXT
category = "finance"
department = TEXT
also_known_as = [TEXT]
sort_as = TEXT
data_subjects = [TEXT]
appropriate_policy_document = WORDS
contact = { name = TEXT, email = "'a=b@test.example", phone = TEXT, url = "https://x.example/?ADDRESS", address = [TEXT], hours = TEXT }
[[joint_controllers]]
name = TEXT
contact = WORDS
arrangement = WORDS
[[personal_data]]
context = WORDS
source = ["you", TEXT, { name = TEXT, publicly_accessible = true }, { organisation = "dwp" }]
items = [WORDS, { text = WORDS, items = [WORDS, { text = WORDS, items = [WORDS] }] }]
special_categories = ["health"]
criminal_offences = true
note = WORDS
[[purposes]]
text = WORDS
items = [WORDS]
lawful_basis = ["consent", "legitimate-interests", "recognised-legitimate-interest", "public-task"]
legislation = [WORDS, WORDS]
explanation = WORDS
special_category_condition = ["9(2)(g)"]
schedule_1 = [6]
legitimate_interest = WORDS
recognised_interest = "crime"
not_public_task = WORDS
withdraw_consent = WORDS
must_provide = true
if_not_provided = WORDS
direct_marketing = true
[[purposes]]
text = WORDS
lawful_basis = "contract"
[[recipients]]
name = TEXT
kind = "partner"
purpose = WORDS
items = [WORDS]
[[recipients]]
organisation = "dwp"
[[transfers]]
destination = TEXT
safeguard = "exception"
exception = TEXT
purpose = WORDS
copy = WORDS
recipient = TEXT
[[retention]]
record = TEXT
trigger = WORDS
period = TEXT
criteria = WORDS
authority = WORDS
note = WORDS
[automated_decisions]
exists = true
note = WORDS
logic = WORDS
effect = WORDS
safeguards = WORDS
[[changes]]
date = 2026-10-01
summary = WORDS
significant = true
[general]
security = "link"
"#;

const BODY: &str = r#"LITERAL ENTITIES {{ controller.short_name }} {{ notice.title }} {{ controller.phone }}

## Zed LITERAL

*LITERAL* **LITERAL** ~~LITERAL~~ LITERAL[^note]\
LITERAL

- LITERAL
  - LITERAL
    1. LITERAL

> LITERAL

| LITERAL | {{ controller.short_name }} |
|---:|:---:|
| LITERAL | LITERAL |

[LITERAL](https://x.example/?ADDRESS "LITERAL") [ENTITIES](<https://x.example/?LITERAL> 'LITERAL')
[LITERAL][ref] [](<https://x.example/?LITERAL>) [](document:form.pdf) [LITERAL](document:form.pdf)
![LITERAL](document:map.png "LITERAL") [t](tel:{{controller.phone}}) [u]({{controller.url}})

### Zed ENTITIES `CODE`

``` CODE
LITERAL ENTITIES CODE
```

    indented CODE

`CODE` <!-- CODELESS -->

[^note]: LITERAL *ENTITIES*

[ref]: <https://x.example/?LITERAL> "LITERAL"
"#;

/// Every string that the product prints, with these words behind it.
fn strings(words: &str) -> String {
    let words = words.replace(['{', '}'], "");
    let wordings = Wordings::load();
    let strings =
        wordings.of(Language::En).iter().map(|(key, text)| format!("{key} = {}\n", toml(&format!("{text} {words}"))));
    format!("[strings.en]\n{}", strings.collect::<String>())
}

/// The hub with these words in every place that takes words.
fn hub(words: &str) -> Portal {
    let code = words.replace('`', "'").replace(['\n', '{'], "");
    let text = words.replace("{{", "");
    let fill = |template: &str| {
        template
            .replace("TEXT", &toml(&format!("Zed {text}")))
            .replace("WORDS", &toml(&format!("Zed {} {}", literal(words), entities(words))))
            .replace("LITERAL", &literal(words))
            .replace("ENTITIES", &entities(words))
            .replace("CODELESS", "")
            .replace("CODE", &code)
            .replace("ADDRESS", &of_address(words))
    };
    let notice = fill(NOTICE).replace("''", "'");
    Portal::new()
        .file("site.toml", fill(SITE) + &strings(words))
        .file("content/documents/form.pdf", "form")
        .file("content/documents/map.png", "map")
        .file(
            "content/organisations.toml",
            fill("[dwp]\nname = TEXT\nkind = \"public-authority\"\nurl = \"https://x.example/?ADDRESS\"\ndescription = WORDS\nsort_as = TEXT\n"),
        )
        .file(
            "content/cookies.toml",
            fill("[session]\nname = TEXT\nprovider = TEXT\npurpose = WORDS\nduration = TEXT\ncategory = \"necessary\"\nopt_out = WORDS\n"),
        )
        .general("security", &fill("title = TEXT\nsummary = TEXT\npage = true\n"), &fill("### Zed LITERAL\n\nLITERAL ENTITIES {{ controller.short_name }}\n"))
        .general("your-rights", &fill("title = TEXT\nsummary = TEXT\n"), &fill("LITERAL ENTITIES\n"))
        .page("about", &fill("title = TEXT\nsummary = TEXT\nfooter = true\n"), &fill("## Zed LITERAL\n\nLITERAL ENTITIES\n"))
        .notice("money", &notice, &fill(BODY))
        .notice("related", "title = \"Related\"\nsummary = \"S\"\ncategory = \"finance\"\nrelated = [\"money\"]\n", "[](notice:money) [](notice:money#security) [](general:security)\n")
}

/// How often each element and each attribute of an element stands on a page. A picture breaks long names into lines, an
/// element `text` each: of those it counts only which there are.
fn shape(page: &Page) -> BTreeMap<String, usize> {
    let mut shape = BTreeMap::new();
    for element in page.elements() {
        let attributes = element.attributes.iter().map(|(name, _)| format!("{} {name}", element.name));
        for part in [element.name.clone()].into_iter().chain(attributes) {
            let count: &mut usize = shape.entry(part).or_default();
            *count = if element.name == "text" { 1 } else { *count + 1 };
        }
    }
    shape
}

/// Every page of a hub that builds without any finding.
#[track_caller]
fn pages(words: &str) -> BTreeMap<String, Page> {
    let run = hub(words).build();
    run.exit(0).silent_about_content();
    let site = run.site();
    let paths = site.paths().into_iter().filter(|path| path.ends_with(".html"));
    paths.map(|path| (path.to_owned(), run.page(&format!("/{path}")))).collect()
}

#[test]
fn no_payload_becomes_an_element_or_an_attribute_anywhere() {
    let plain = pages("plain");
    assert!(plain["notices/money/index.html"].text().matches("Zed plain").count() > 60, "the words are printed");
    for payload in PAYLOADS {
        let found = pages(payload);
        assert!(plain.keys().eq(found.keys()), "{payload}: other pages");
        for (path, page) in &found {
            let (expected, shape) = (shape(&plain[path]), shape(page));
            if expected != shape {
                let differences: Vec<_> = shape
                    .iter()
                    .filter(|(name, count)| expected.get(*name) != Some(count))
                    .map(|(name, count)| (name, expected.get(name), count))
                    .collect();
                page.fail(&format!("has other elements with the payload {payload}: {differences:?}"));
            }
            for element in page.elements() {
                for name in ["href", "src", "content"] {
                    let address = element.get(name).unwrap_or_default().trim_start().to_ascii_lowercase();
                    let runs = address.starts_with("javascript:") || address.starts_with("data:");
                    assert!(!runs || name == "content", "{payload} on {path}: {element:?}");
                }
            }
        }
    }
}

#[test]
fn what_was_written_is_what_is_read() {
    for payload in PAYLOADS {
        let words: Vec<&str> = payload.split_whitespace().collect();
        let words = words.join(" ");
        let page = &pages(payload)["notices/money/index.html"];
        page.element("h1").says(&words);
        page.part("retention").says(&words);
        page.part("purposes").says(&words);
    }
}

#[test]
fn the_sitemap_stays_a_sitemap() {
    for payload in PAYLOADS {
        let run = hub(payload).build();
        let sitemap = String::from_utf8(run.site().0["sitemap.xml"].clone()).unwrap();
        let page = Page::new("sitemap.xml", sitemap);
        let names: Vec<&str> = page.elements().map(|element| element.name.as_str()).collect();
        assert!(names.iter().all(|name| ["urlset", "url", "loc", "lastmod"].contains(name)), "{payload}: {names:?}");
    }
}

#[test]
fn addresses_that_run_scripts_are_refused_in_every_place() {
    let refused = [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\tscript:alert(1)",
        "&#106;avascript:alert(1)",
        "javascript&colon;alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//evil.example/",
        "{{notice.title}}",
    ];
    for address in refused {
        let keys = "title = \"javascript:alert(1)\"\nsummary = \"S\"\ncategory = \"finance\"\n";
        let run = Portal::new().notice("a", keys, &format!("[x](<{address}>)\n\n![x](<{address}>)\n")).build();
        run.exit(1)
            .reports(&[("content/notices/a.md:6:1", "link-address"), ("content/notices/a.md:8:1", "link-address")]);
    }
    for contact in ["url = \"javascript:alert(1)\"", "url = \"https://a\\\" onx=\\\"1\"", "email = \"a@b.c?cc=d@e.f\""]
    {
        let keys = format!("contact = {{ {contact} }}\ncategory =");
        let run = Portal::small().edit("content/notices/allotments.md", "category =", &keys).build();
        let column = 13 + contact.find('"').unwrap();
        run.exit(1).reports(&[(&format!("content/notices/allotments.md:4:{column}"), "bad-address")]);
    }
}
