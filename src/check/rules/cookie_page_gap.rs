//! # cookie-page-gap
//!
//! ## What it checks
//!
//! Each cookie of `content/cookies.toml` has a `purpose`, a `provider`, a `duration`, a `category` and a `ground`, and the
//! ground can carry cookies of that category. A cookie for statistics or appearance without consent says in `opt_out`
//! how to refuse it. No text claims that people agree to cookies by using the website. What the section about cookies says
//! is in use ("we use Google Analytics") is in the table.
//!
//! A missing purpose, where the law asks for one, and a missing way to refuse a cookie on ground 5 or 6 are errors. A tool
//! that the table lacks is advice, since we know only in general that it sets cookies. Everything else is a warning.
//!
//! ## Why it matters
//!
//! A cookie may be set only on one of the grounds of Schedule A1 of the Privacy and Electronic Communications Regulations
//! 2003 (regulation 6, since 5 February 2026). Consent, statistics and appearance need clear and full information about
//! the purpose; statistics and appearance a simple and free way to refuse. The regulator's guidance asks for
//! technologies, purposes, third parties and duration. Using a website is no consent, and never was. Breaches can be
//! fined with up to 17.5 million pounds.
//!
//! ## Example
//!
//! ```toml
//! [visits]
//! category = "statistics"
//! ground = 5
//! ```
//!
//! Nothing is said of what it is for, who sets it, how long it stays or how to refuse it.
//!
//! ## How to put it right
//!
//! Fill in the keys that the finding names. For implied consent, delete the sentence; if you need consent, ask for it
//! and give a button to refuse that is as easy to press.

use crate::check::case::HubCase;
use crate::check::lexicon::Meaning;
use crate::check::phrases::About;
use crate::check::printed::{Printed, Role};
use crate::check::rule::{Findings, Judge, Rule};
use crate::check::sentences::Sentence;
use crate::check::words::{DENIALS, holds};
use crate::diagnostic::Severity;
use crate::domain::{Cookie, CookieKind};
use crate::law::{CookieGround, Tool};
use crate::text::{Place, Span};

/// The rule.
pub static RULE: Rule = Rule {
    name: "cookie-page-gap",
    severity: Severity::Warning,
    law: "PECR regulation 6 and Schedule A1",
    since: None,
    duties: &[],
    source: include_str!("cookie_page_gap.rs"),
    judge: Judge::File(judge),
};

fn judge(whole: &HubCase<'_>, printed: &Printed, findings: &mut Findings) {
    let grounds: Vec<&CookieGround> = whole.hub.law.cookie_grounds(whole.hub.today).collect();
    let listed_here = |cookie: &&Cookie| cookie.name.place.file == printed.file;
    for cookie in whole.hub.register.cookies.iter().filter(listed_here) {
        judge_facts(cookie, &grounds, findings);
        judge_ground(cookie, &grounds, findings);
    }
    judge_words(whole, printed, findings);
}

/// What must be said of a cookie.
fn judge_facts(cookie: &Cookie, grounds: &[&CookieGround], findings: &mut Findings) {
    let must_inform = cookie.kind.is_some_and(|kind| kind != CookieKind::Necessary);
    if cookie.purpose.is_none() {
        let severity = if must_inform { Severity::Error } else { Severity::Warning };
        findings
            .add_as(
                severity,
                cookie.name.place,
                format!("It is not said what the cookie `{}` is for", cookie.name.value),
            )
            .help("Say it in plain words.")
            .paste("purpose = \"\"\n");
    }
    let gaps = [
        (cookie.provider.is_none(), "provider", "provider = \"\"\n".to_owned()),
        (cookie.duration.is_none(), "duration", "duration = \"\"\n".to_owned()),
        (cookie.kind.is_none(), "category", "category = \"\"\n".to_owned()),
        (!grounds.is_empty() && cookie.ground.is_none(), "ground", only_ground(cookie, grounds)),
    ];
    let missing: Vec<_> = gaps.into_iter().filter(|(is_missing, ..)| *is_missing).collect();
    if !missing.is_empty() {
        let names: Vec<String> = missing.iter().map(|(_, key, _)| format!("`{key}`")).collect();
        let paste: String = missing.iter().map(|(.., toml)| toml.as_str()).collect();
        let message = format!("The cookie `{}` lacks {}", cookie.name.value, names.join(", "));
        findings
            .add(cookie.name.place, message)
            .help("Say who sets it, how long it stays, what kind it is, and which paragraph of PECR Schedule A1 allows it.")
            .paste(paste);
    }
}

/// The ground as TOML, if only one can carry a cookie of this category.
fn only_ground(cookie: &Cookie, grounds: &[&CookieGround]) -> String {
    let fits = |ground: &&&CookieGround| cookie.kind.is_some_and(|kind| carries(ground, kind));
    let fit: Vec<_> = grounds.iter().filter(fits).collect();
    if let [ground] = fit.as_slice() { format!("ground = {}\n", ground.paragraph) } else { String::new() }
}

fn carries(ground: &CookieGround, kind: CookieKind) -> bool {
    ground.kinds.iter().any(|known| known == kind.id())
}

/// Whether the ground can carry the cookie, and people can refuse where they must be able to.
fn judge_ground(cookie: &Cookie, grounds: &[&CookieGround], findings: &mut Findings) {
    let Some(kind) = cookie.kind else { return };
    let ground = grounds.iter().find(|ground| Some(ground.paragraph) == cookie.ground);
    if let Some(ground) = ground.filter(|ground| !carries(ground, kind)) {
        let fit = grounds.iter().filter(|ground| carries(ground, kind));
        let fit: Vec<String> = fit.map(|ground| format!("{} ({})", ground.paragraph, ground.name)).collect();
        let message = format!(
            "Paragraph {} ({}) cannot carry the cookie `{}` of the category {}",
            ground.paragraph,
            ground.name,
            cookie.name.value,
            kind.id()
        );
        findings.add(cookie.name.place, message).help(format!("Grounds that can: {}.", fit.join("; ")));
    }
    let may_need_it = matches!(kind, CookieKind::Statistics | CookieKind::Appearance) && cookie.ground.is_none();
    let needs_it = ground.is_some_and(|ground| ground.opt_out);
    if cookie.opt_out.is_none() && !grounds.is_empty() && (needs_it || may_need_it) {
        let severity = if needs_it { Severity::Error } else { Severity::Warning };
        let message = format!("It is not said how to refuse the cookie `{}`", cookie.name.value);
        findings
            .add_as(severity, cookie.name.place, message)
            .help("Unless you ask for consent first, there must be a simple and free way to refuse it.")
            .paste("opt_out = \"\"\n");
    }
}

/// Implied consent in any text, and tools in the section about cookies that the table lacks.
fn judge_words(whole: &HubCase<'_>, printed: &Printed, findings: &mut Findings) {
    let about_cookies =
        matches!(printed.role, Role::General(index) if whole.hub.register.general[index].id == "cookies");
    for span in printed.text.all(About::UsingTheWebsite.into()) {
        let Some(sentence) = printed.text.sentence_at(span) else { continue };
        if implies_consent(&sentence, about_cookies) {
            findings
                .add(Place { file: printed.file, span }, "Using a website is no consent to its cookies")
                .help("Delete the sentence. Where a cookie needs consent, ask for it before you set it.")
                .concerns(&printed.notices);
        }
    }
    if about_cookies {
        for (row, tool) in (0..).zip(whole.hub.law.tools()).filter(|(_, tool)| tool.cookies) {
            let mut spans = printed.text.all(Meaning::Tool(row));
            if let Some(span) = spans.find(|span| is_in_use(printed, *span)).filter(|_| !is_listed(whole, tool)) {
                report_tool(printed, tool, span, findings);
            }
        }
    }
}

/// Words that show that a sentence speaks of this website, in English and in Welsh.
#[rustfmt::skip]
const OF_THIS_SITE: [&str; 12] = [
    "this website", "this site", "these pages", "our pages", "our website", "we use", "on this page",
    "y wefan hon", "ein gwefan", "y tudalennau hyn", "rydym yn defnyddio", "y dudalen hon",
];

/// Whether a tool stands in a sentence that says that it is in use here.
fn is_in_use(printed: &Printed, span: Span) -> bool {
    let is_said = |sentence: Sentence<'_>| {
        holds(sentence.text, &OF_THIS_SITE) && !holds(sentence.text, &DENIALS)
    };
    printed.text.sentence_at(span).is_some_and(is_said)
}

/// Whether the table of cookies names a tool.
fn is_listed(whole: &HubCase<'_>, tool: &Tool) -> bool {
    whole.hub.register.cookies.iter().any(|cookie| {
        let provider = cookie.provider.as_ref().map_or("", |provider| provider.value.as_str());
        let purpose = cookie.purpose.as_ref().map_or("", |purpose| purpose.value.as_str());
        [cookie.name.value.as_str(), provider, purpose].iter().any(|text| holds(text, &[&tool.name]))
    })
}

fn report_tool(printed: &Printed, tool: &Tool, span: Span, findings: &mut Findings) {
    let message = format!("{} is said to be in use, but content/cookies.toml has no cookie of it", tool.name);
    findings
        .add_as(Severity::Advice, Place { file: printed.file, span }, message)
        .help("Add the cookies that it sets.")
        .concerns(&printed.notices);
}

/// Whether a sentence that speaks of using the website takes that for consent to cookies.
fn implies_consent(sentence: &Sentence<'_>, is_about_cookies: bool) -> bool {
    #[rustfmt::skip]
    const AGREE: [&str; 15] = [
        "agree", "agreed", "agreeing", "consent", "consenting", "accept", "accepting", "happy",
        "cytuno", "gytuno", "chytuno", "cydsynio", "gydsynio", "derbyn", "dderbyn",
    ];
    const COOKIES: [&str; 5] = ["cookie", "cookies", "cwci", "cwcis", "gwcis"];
    let about =
        is_about_cookies || holds(sentence.around, &COOKIES) || holds(sentence.heading, &COOKIES);
    let denies = holds(sentence.text, &DENIALS);
    about && !denies && holds(sentence.text, &AGREE)
}
