//! # complaint-to-controller-missing
//!
//! ## What it checks
//!
//! Each notice gives people a way to complain to its controller about how their data is used: an electronic one (a web
//! page or an email address) and another (a phone number or a postal address). Every notice prints the right itself; what
//! only you can give are the ways. They come from `[controllers.<id>.complaints]` in `site.toml`, else from the data
//! protection officer, else from the controller's own contact. Ways that stand in the words of the section "How to
//! complain" count as well.
//!
//! No way at all is an error. Electronic ways only, or none that is electronic, is a warning.
//!
//! ## Why it matters
//!
//! Since 19 June 2026 the notice itself must tell people that they can complain to the controller (UK GDPR Articles
//! 13(2)(ca) and 14(2)(da)), apart from their right to go to the regulator. The controller must make it easy to
//! complain, for example with a form that can be completed electronically and by other means (Data Protection Act 2018
//! section 164A). The regulator's guidance asks for more than one way.
//!
//! ## Example
//!
//! ```toml
//! [controllers.council.complaints]
//! email = "privacy@marlbury.gov.uk"
//! ```
//!
//! People without email cannot complain.
//!
//! ## How to put it right
//!
//! Add what is missing to `[controllers.<id>.complaints]`. The finding stands in `site.toml`, once for all notices of the
//! controller.

use crate::assemble::Part;
use crate::check::case::NoticeCase;
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;
use crate::domain::{Block, Contact, Inline, StandardSection, plain_text};
use crate::text::Place;

/// The rule.
pub static RULE: Rule = Rule {
    name: "complaint-to-controller-missing",
    severity: Severity::Error,
    law: "UK GDPR Articles 13(2)(ca) and 14(2)(da); Data Protection Act 2018 section 164A",
    since: Some("complaints-to-controllers"),
    duties: &["complaint-to-controller"],
    source: include_str!("complaint_to_controller_missing.rs"),
    judge: Judge::Notice(judge),
};

fn judge(case: &NoticeCase<'_>, findings: &mut Findings) {
    let controller = case.controller;
    let ways = controller.complaints.as_ref().or(controller.dpo.as_ref()).unwrap_or(&controller.contact);
    let (electronic, other) =
        (ways.email.is_some() || ways.url.is_some(), ways.phone.is_some() || !ways.address.is_empty());
    if (electronic && other) || words_give_a_way(case) {
        return;
    }
    let table = format!("[controllers.{}.complaints]\n", controller.id);
    let head = if controller.complaints.is_some() { "" } else { &table };
    let name_of_office = || controller.complaints.as_ref()?.name.as_ref().map(|name| name.place);
    let place = written(ways).or_else(name_of_office).unwrap_or(controller.place);
    let name = controller.name.get(case.notice.language);
    if !electronic && !other {
        findings
            .add(place, format!("There is no way to complain to {name} about data protection"))
            .help("Give people an email address or web page, and a phone number or postal address.")
            .paste(format!("{head}email = \"\"\nphone = \"\"\naddress = [\"\"]\n"));
    } else if electronic {
        findings
            .add_as(Severity::Warning, place, format!("People can complain to {name} by electronic means only"))
            .help("Add a phone number or a postal address.")
            .paste(format!("{head}phone = \"\"\naddress = [\"\"]\n"));
    } else {
        findings
            .add_as(Severity::Warning, place, format!("People cannot complain to {name} electronically"))
            .help("Add an email address, or the address of a web form.")
            .paste(format!("{head}url = \"https://\"\nemail = \"\"\n"));
    }
}

/// Where the ways are written.
fn written(ways: &Contact) -> Option<Place> {
    let texts = [&ways.url, &ways.email, &ways.phone];
    let mut places = texts.into_iter().flatten().chain(&ways.address).map(|text| text.place);
    places.next()
}

/// Whether the words of "How to complain" give a way: a link, a placeholder, an email address or a number to ring.
fn words_give_a_way(case: &NoticeCase<'_>) -> bool {
    let register = &case.whole.hub.register;
    let mut sections = case.document.sections.iter().filter(|one| one.standard == Some(StandardSection::Complaints));
    sections.any(|section| {
        section.parts.iter().any(|part| match part {
            Part::Own(index) => {
                let passage = &case.notice.sections[*index].passage;
                passage.prose.blocks[passage.blocks.clone()].iter().any(block_gives)
            }
            Part::General(index) => register.general[*index].body.blocks.iter().any(block_gives),
            Part::Data | Part::Link(_) => false,
        })
    })
}

fn block_gives(block: &Block) -> bool {
    match block {
        Block::Paragraph(content) => gives(content),
        Block::List { items, .. } => items.iter().flat_map(|item| &**item).any(block_gives),
        Block::Quote(blocks) => blocks.iter().any(block_gives),
        Block::Table(table) => table.rows.iter().flat_map(|row| &**row).any(|cell| gives(cell)),
        Block::Heading(_) | Block::Code(_) | Block::Rule => false,
    }
}

fn gives(content: &[Inline]) -> bool {
    let text = plain_text(content, &|_| String::new());
    let is_way = |inline: &Inline| match inline {
        Inline::Link { .. } | Inline::Placeholder(_) => true,
        Inline::Emphasis(inner) | Inline::Strong(inner) => gives(inner),
        _ => false,
    };
    text.contains('@') || text.chars().filter(char::is_ascii_digit).count() >= 8 || content.iter().any(is_way)
}
