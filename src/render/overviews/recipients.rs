//! Who data is shared with: every organisation and every service, with what it gets, gives and decides.

use super::mentions::Mentions;
use super::{address_in, address_of};
use crate::assemble::{Body, Counterpart, Flow, Told};
use crate::domain::{Item, Language, StandardSection, alphabet};
use crate::render::context::{Context, Voice};
use crate::render::map;
use crate::render::page::entry_link;
use crate::render::prose;
use crate::render::view::{CounterpartView, Html, Link, MatrixView, OrganisationsLetter, RecipientsOverview};

/// What the page shows.
pub fn view(context: &Context<'_>, language: Language) -> RecipientsOverview {
    let names = alphabet::letters(language);
    let mut letters: Vec<OrganisationsLetter> = names
        .iter()
        .map(|letter| OrganisationsLetter {
            letter: (*letter).to_owned(),
            id: letter.to_lowercase(),
            entries: Vec::new(),
        })
        .collect();
    let other = context.wording(language).text("a_to_z.other").to_owned();
    letters.push(OrganisationsLetter { letter: other, id: "other".to_owned(), entries: Vec::new() });
    let mut services = Vec::new();
    let sharing = context.hub.assembly.sharing_of(language);
    for counterpart in sharing.iter().flat_map(|sharing| &sharing.counterparts) {
        let entry = entry(context, language, counterpart);
        match counterpart.body {
            Body::Service(_) => services.push(entry),
            _ => {
                let letter = alphabet::letter_of(&counterpart.sort_as, language).unwrap_or(names.len());
                letters[letter].entries.push(entry);
            }
        }
    }
    if letters.last().is_some_and(|other| other.entries.is_empty()) {
        letters.pop();
    }
    let has_organisations = letters.iter().any(|letter| !letter.entries.is_empty());
    let map = map::matrix(context, language)
        .map(|matrix| MatrixView { svg_html: map::matrix_svg(context, language, &matrix), ..matrix });
    RecipientsOverview { letters, has_organisations, services, map }
}

fn entry(context: &Context<'_>, language: Language, counterpart: &Counterpart) -> CounterpartView {
    let register = &context.hub.register;
    let organisation = match counterpart.body {
        Body::Organisation(index) => Some(&register.organisations[index]),
        _ => None,
    };
    let voice = Voice::general(context.config().default_controller, language);
    let description = organisation.and_then(|organisation| organisation.description.as_ref());
    let website = organisation.and_then(|organisation| organisation.url.as_ref()).map(|url| Link {
        text: url.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/').to_owned(),
        href: url.value.to_string(),
        lang: None,
    });
    let notice = match counterpart.body {
        Body::Service(index) => Some(entry_link(context, &register.notices[index])),
        _ => None,
    };
    let kind = counterpart.kind.map(|kind| context.wording(language).text(&format!("recipient_kinds.{}", kind.id())));
    CounterpartView {
        id: counterpart.id.clone(),
        name: counterpart.name.clone(),
        kind: kind.map(str::to_owned),
        description_html: description.map(|words| prose::words(context, &voice, words)),
        website,
        notice,
        receives_html: flows(context, &counterpart.receives),
        gives_html: flows(context, &counterpart.gives),
        decides_html: flows(context, &counterpart.decides),
    }
}

/// Flows as a list, joined where they are with the same service.
fn flows(context: &Context<'_>, flows: &[Flow]) -> Html {
    let mut list = Mentions::default();
    flows.chunk_by(|a, b| a.with == b.with).for_each(|flows| add(context, flows, &mut list));
    list.finish()
}

/// Adds the line of a service.
fn add(context: &Context<'_>, flows: &[Flow], list: &mut Mentions) {
    let section = match flows[0].told {
        Told::Recipient(_) => StandardSection::Recipients,
        Told::Source(..) => StandardSection::PersonalData,
        Told::Joint(_) => StandardSection::WhoWeAre,
    };
    let register = &context.hub.register;
    let with = &register.notices[flows[0].with];
    if flows[0].with == flows[0].told_by {
        list.of(flows[0].with, &with.title, &address_in(context, with, section));
    } else {
        list.of(flows[0].with, &with.title, &address_of(context, with));
    }
    let mut line = Html::new();
    for flow in flows {
        let told_by = &register.notices[flow.told_by];
        let voice = Voice::of_notice(context, told_by).away();
        let (words, items) = match flow.told {
            Told::Recipient(index) => {
                let recipient = told_by.recipients.iter().flatten().nth(index);
                (recipient.and_then(|one| one.purpose.as_ref()), recipient.map_or(&[][..], |one| &one.items))
            }
            Told::Source(index, _) => {
                let data = &told_by.personal_data[index];
                (data.context.as_ref(), &data.items[..])
            }
            Told::Joint(index) => (told_by.joint_controllers[index].arrangement.as_ref(), &[][..]),
        };
        if let Some(words) = words {
            list.words(|html| prose::add_words(context, &voice, words, html));
        }
        if !line.is_empty() && !items.is_empty() {
            line.push_str("; ");
        }
        add_items(context, &voice, items, &mut line);
    }
    list.items(&line);
}

/// Adds items in a line, the items below one of them in brackets.
fn add_items(context: &Context<'_>, voice: &Voice<'_>, items: &[Item], line: &mut Html) {
    for (number, item) in items.iter().enumerate() {
        if number > 0 {
            line.push_str("; ");
        }
        let start = line.len();
        prose::add_words(context, voice, &item.text, line);
        let length = line[start..].trim_end_matches([':', ';', ',']).len();
        line.truncate(start + length);
        if !item.items.is_empty() {
            line.push_str(" (");
            add_items(context, voice, &item.items, line);
            line.push(')');
        }
    }
}
