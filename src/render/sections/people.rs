//! Who we are, and how to complain.

use crate::domain::{Contact, Language};
use crate::render::context::Context;
use crate::render::view::{ComplaintsView, ContactView, JointView, Link, RegulatorView, WhoView};

use super::{Scene, plain};

/// The controller of a notice, with the service's own contact and its joint controllers.
pub fn who_for_notice(scene: &Scene<'_>) -> WhoView {
    let notice = scene.notice;
    let joint = notice.joint_controllers.iter().map(|joint| {
        let (name, href) = scene.context.party(&joint.who, scene.language());
        JointView {
            name,
            href,
            contact_html: scene.optional(&joint.contact),
            arrangement_html: scene.optional(&joint.arrangement),
        }
    });
    WhoView {
        department: plain(&notice.department),
        service: notice.contact.as_ref().map(contact),
        joint: joint.collect(),
        ..who_we_are(scene.context, scene.voice.controller, scene.language())
    }
}

/// A controller.
pub fn who_we_are(context: &Context<'_>, controller: usize, language: Language) -> WhoView {
    let controller = &context.config().controllers[controller];
    let register = &context.regulator(language).register_url;
    let registration = controller.registration.as_ref().map(|number| Link {
        text: number.value.to_string(),
        href: format!("{register}{}", number.value),
        lang: None,
    });
    WhoView {
        name: controller.name.get(language).to_owned(),
        contact: contact(&controller.contact),
        registration,
        dpo: controller.dpo.as_ref().map(contact),
        department: None,
        service: None,
        joint: Vec::new(),
    }
}

/// How to complain to a controller and to the regulator.
pub fn complaints(context: &Context<'_>, controller: usize, language: Language) -> ComplaintsView {
    let mut rights = context.hub.law.complaints(context.hub.today);
    let controller = &context.config().controllers[controller];
    let own = controller.complaints.as_ref();
    let ways = own.or(controller.dpo.as_ref()).unwrap_or(&controller.contact);
    let facts = context.regulator(language);
    ComplaintsView {
        name: controller.name.get(language).to_owned(),
        to_controller: rights.any(|right| right.id == "complain-to-controller"),
        ways: contact(ways),
        regulator: RegulatorView {
            name: facts.name.clone(),
            known_as: facts.known_as.clone(),
            url: facts.url.clone(),
            complaint_url: facts.complaint_url.clone(),
            helpline: facts.helpline.clone(),
            helpline_href: phone_href(&facts.helpline),
            helpline_welsh: (language == Language::Cy).then(|| facts.helpline_welsh.clone()),
            address: facts.address.clone(),
        },
    }
}

/// How to reach somebody.
pub fn contact(contact: &Contact) -> ContactView {
    let url = plain(&contact.url);
    ContactView {
        name: plain(&contact.name),
        email: plain(&contact.email),
        phone: plain(&contact.phone),
        phone_href: contact.phone.as_ref().map(|phone| phone_href(phone)),
        url_text: url.as_ref().map(|url| url_text(url)),
        url,
        address: contact.address.iter().map(|line| line.value.to_string()).collect(),
        hours: plain(&contact.hours),
    }
}

/// The address that dials a number.
pub fn phone_href(number: &str) -> String {
    let digits: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    format!("tel:{digits}")
}

/// A web address as people read it.
fn url_text(url: &str) -> String {
    let text = url.trim_start_matches("https://").trim_start_matches("http://");
    text.trim_start_matches("www.").trim_end_matches('/').to_owned()
}
