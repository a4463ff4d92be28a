//! What a notice says of its own: every word that readers of its page see and that is not shared with others.
//!
//! Takes the notice apart field by field, so that a new key cannot be forgotten here.

use super::vocabulary::Vocabulary;
use crate::domain::{
    AutomatedDecisions, Change, Contact, DataSource, Item, JointController, Notice, Party, Passage, PersonalData,
    Purpose, Recipient, Retention, Text, Transfer, Words,
};
use crate::render::context::Context;
use crate::resolve::PageKey;

/// Adds what a notice says, apart from its title, other names and summary.
pub fn notice(context: &Context<'_>, notice: &Notice, vocabulary: &mut Vocabulary) {
    Walk { context, notice, vocabulary, kinds: Vec::new() }.notice();
}

struct Walk<'a> {
    context: &'a Context<'a>,
    notice: &'a Notice,
    vocabulary: &'a mut Vocabulary,
    /// What the notice names by its id: where the words for it stand in the table of strings.
    kinds: Vec<(&'static str, &'static str, &'static str)>,
}

impl Walk<'_> {
    fn notice(&mut self) {
        // What is not named here is found elsewhere (title, summary, names), or is no text, or is never printed.
        let Notice {
            id: _,
            language: _,
            place: _,
            files: _,
            title: _,
            summary: _,
            category: _,
            controller: _,
            department,
            contact,
            last_updated: _,
            review_by: _,
            also_known_as: _,
            sort_as: _,
            sort_key: _,
            services: _,
            data_subjects,
            related: _,
            aliases: _,
            appropriate_policy_document,
            joint_controllers,
            personal_data,
            purposes,
            recipients,
            transfers,
            retention,
            automated_decisions,
            changes,
            general: _,
            accept: _,
            internal: _,
            introduction,
            sections,
        } = self.notice;
        self.texts(department.iter().chain(data_subjects));
        contact.iter().for_each(|contact| self.contact(contact));
        self.phrases([appropriate_policy_document]);
        joint_controllers.iter().for_each(|joint| self.joint_controller(joint));
        personal_data.iter().for_each(|data| self.personal_data(data));
        purposes.iter().for_each(|purpose| self.purpose(purpose));
        recipients.iter().flatten().for_each(|recipient| self.recipient(recipient));
        transfers.iter().flatten().for_each(|transfer| self.transfer(transfer));
        retention.iter().for_each(|record| self.retention(record));
        automated_decisions.iter().for_each(|decisions| self.automated_decisions(decisions));
        changes.iter().for_each(|change| self.change(change));
        introduction.iter().for_each(|passage| self.passage(passage));
        sections.iter().for_each(|section| self.passage(&section.passage));
        self.kinds();
    }

    fn texts<'t>(&mut self, texts: impl IntoIterator<Item = &'t Text>) {
        texts.into_iter().for_each(|text| self.vocabulary.text(text));
    }

    fn phrases<const N: usize>(&mut self, phrases: [&Option<Box<Words>>; N]) {
        phrases.into_iter().flatten().for_each(|words| self.vocabulary.words(words));
    }

    fn contact(&mut self, contact: &Contact) {
        self.texts(contact.name.iter().chain(&contact.address));
    }

    fn joint_controller(&mut self, joint: &JointController) {
        let JointController { place: _, who, contact, arrangement } = joint;
        self.party(who);
        self.phrases([contact, arrangement]);
    }

    fn personal_data(&mut self, data: &PersonalData) {
        let PersonalData { place: _, context, sources, items, special_categories, criminal_offences: _, note } = data;
        self.phrases([context, note]);
        for source in sources {
            match source {
                DataSource::You => {}
                DataSource::Other { who, publicly_accessible: _ } => self.party(who),
            }
        }
        self.items(items);
        self.kinds.extend(special_categories.iter().map(|kind| ("special_categories", kind.value.id(), "")));
    }

    fn purpose(&mut self, purpose: &Purpose) {
        let Purpose {
            place: _,
            text,
            items,
            lawful_basis,
            regime: _,
            legislation,
            explanation,
            special_category_condition: _,
            schedule_1: _,
            criminal_offences: _,
            legitimate_interest,
            recognised_interest: _,
            not_public_task,
            statutory: _,
            withdraw_consent,
            must_provide: _,
            if_not_provided,
            direct_marketing: _,
        } = purpose;
        self.vocabulary.words(text);
        self.items(items);
        self.kinds.extend(lawful_basis.iter().map(|basis| ("bases", basis.value.id(), ".name")));
        legislation.iter().for_each(|words| self.vocabulary.words(words));
        self.phrases([explanation, legitimate_interest, not_public_task, withdraw_consent, if_not_provided]);
    }

    fn recipient(&mut self, recipient: &Recipient) {
        let Recipient { place: _, who, kind: _, purpose, items } = recipient;
        self.party(who);
        self.phrases([purpose]);
        self.items(items);
    }

    fn transfer(&mut self, transfer: &Transfer) {
        let Transfer { place: _, destination, safeguard: _, exception: _, purpose, copy, recipient } = transfer;
        self.texts([destination].into_iter().chain(recipient));
        self.phrases([purpose, copy]);
    }

    fn retention(&mut self, retention: &Retention) {
        let Retention { place: _, record, trigger, period: _, criteria, action: _, authority, note } = retention;
        self.vocabulary.text(record);
        self.phrases([trigger, criteria, authority, note]);
    }

    fn automated_decisions(&mut self, decisions: &AutomatedDecisions) {
        let AutomatedDecisions { place: _, exists: _, profiling: _, note, logic, effect, safeguards } = decisions;
        self.phrases([note, logic, effect, safeguards]);
    }

    fn change(&mut self, change: &Change) {
        self.vocabulary.words(&change.summary);
    }

    fn items(&mut self, items: &[Item]) {
        for item in items {
            self.vocabulary.words(&item.text);
            self.items(&item.items);
        }
    }

    fn party(&mut self, party: &Party) {
        match party {
            Party::Named(text) => self.vocabulary.text(text),
            Party::Organisation(id) => {
                let organisation = self.context.organisation(&id.value);
                organisation.iter().for_each(|one| self.vocabulary.text(one.name.get(self.notice.language)));
            }
            Party::Notice(id) => {
                let page = self.context.pages.find(self.notice.language, &PageKey::Notice(id.value.to_string()));
                page.iter().for_each(|page| self.vocabulary.text(&self.context.pages.pages[*page].title));
            }
        }
    }

    fn passage(&mut self, passage: &Passage) {
        self.vocabulary.blocks(&passage.prose.blocks[passage.blocks.clone()]);
        self.vocabulary.notes(&passage.prose);
    }

    /// The names of lawful bases and of kinds of data, each once.
    fn kinds(&mut self) {
        let wording = self.context.wording(self.notice.language);
        self.kinds.sort_unstable();
        self.kinds.dedup();
        for (table, id, key) in &self.kinds {
            self.vocabulary.text(wording.text(&format!("{table}.{id}{key}")));
        }
    }
}
