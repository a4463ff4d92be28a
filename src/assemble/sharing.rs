//! Who gets data from whom: what notices say of recipients, sources and joint controllers, turned around.
//!
//! Takes the notices of one language. Gives everybody who is named, once, with every notice that names them. Names that
//! differ only in case, punctuation or a leading article are one name, and so is the name of an organisation of the hub.
//! A source that is no name but a description ("neighbours and landlords") is nobody: it starts with a small letter.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rustc_hash::FxBuildHasher;

use super::Order;
use crate::domain::{DataSource, Language, Notice, Party, RecipientKind};
use crate::exact::exactly;
use crate::interpret::Register;
use crate::language::Wording;
use crate::text::{folded, slug, without_article};

type Map<K, V> = HashMap<K, V, FxBuildHasher>;

/// Who the notices of a language share data with.
#[derive(Debug)]
pub struct Sharing {
    /// The language.
    pub language: Language,
    /// Everybody who gets or gives data, in the order of the alphabet.
    pub counterparts: Vec<Counterpart>,
    /// The places of organisations by id, of services by the index of their notice, and of others by their folded name.
    organisations: Map<String, usize>,
    services: Map<usize, usize>,
    /// By what spellings of a name have in common.
    names: Map<Arc<str>, usize>,
    /// The same for every spelling of the notices: most names stand in many of them.
    spellings: Map<String, Option<usize>>,
}

/// Somebody who gets data from notices of the hub, or gives it.
#[derive(Debug)]
pub struct Counterpart {
    /// Its id: its anchor.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub body: Body,
    /// What kind of body it is, if anybody has said so.
    pub kind: Option<RecipientKind>,
    /// What it gets.
    pub receives: Vec<Flow>,
    /// What it gives.
    pub gives: Vec<Flow>,
    /// With which services it decides.
    pub decides: Vec<Flow>,
    /// The name by which it is put in order.
    pub sort_as: String,
}

/// What a counterpart is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// An organisation of the hub: its index in the register.
    Organisation(usize),
    /// A service of the hub: the index of its notice.
    Service(usize),
    /// Somebody of whom only the name is known.
    Named,
}

/// Data that goes one way between a counterpart and a service.
#[derive(Clone, Copy, Debug)]
pub struct Flow {
    /// The notice of the service.
    pub with: usize,
    /// The notice that says so.
    pub told_by: usize,
    /// Where in it.
    pub told: Told,
}

/// Where a notice tells of a flow.
#[derive(Clone, Copy, Debug)]
pub enum Told {
    /// A recipient, by its index.
    Recipient(usize),
    /// A source of personal data, by the index of the data and its own.
    Source(usize, usize),
    /// A joint controller, by its index.
    Joint(usize),
}

impl Flow {
    /// Who gets or gives the data, as the notice that tells of it names them.
    pub fn party<'a>(&self, notices: &'a [Arc<Notice>]) -> Option<&'a Party> {
        let notice = &notices[self.told_by];
        match self.told {
            Told::Recipient(index) => notice.recipients.iter().flatten().nth(index).map(|recipient| &recipient.who),
            Told::Source(index, number) => match &notice.personal_data[index].sources[number] {
                DataSource::Other { who, .. } => Some(who),
                DataSource::You => None,
            },
            Told::Joint(index) => Some(&notice.joint_controllers[index].who),
        }
    }
}

impl Sharing {
    /// Turns around what the notices of a language say.
    pub fn of(register: &Register, order: &Order, wording: &Wording) -> Self {
        let language = wording.language;
        let by_id = order.of_language(language).iter().map(|index| (register.notices[*index].id.as_str(), *index));
        let mut draft = Draft {
            register,
            order,
            wording,
            by_id: by_id.collect(),
            ids: HashSet::default(),
            folded: Map::default(),
            found: Sharing::empty(language),
        };
        draft.organisations();
        for index in order.of_language(language) {
            draft.recipients(*index);
        }
        for index in order.of_language(language) {
            draft.sources(*index);
        }
        draft.finish()
    }

    fn empty(language: Language) -> Self {
        Sharing {
            language,
            counterparts: Vec::new(),
            organisations: Map::default(),
            services: Map::default(),
            names: Map::default(),
            spellings: Map::default(),
        }
    }

    /// The counterpart that an organisation or a name of a notice means.
    pub fn find(&self, party: &Party) -> Option<&Counterpart> {
        let place = match party {
            Party::Organisation(id) => self.organisations.get(&*id.value).copied(),
            Party::Named(name) => match self.spellings.get(&*name.value) {
                Some(place) => *place,
                None => self.names.get(&*folded(name)).copied(),
            },
            Party::Notice(_) => None,
        };
        place.map(|place| &self.counterparts[place])
    }

    /// The counterpart that the service of a notice is.
    pub fn service(&self, notice: usize) -> Option<&Counterpart> {
        self.services.get(&notice).map(|place| &self.counterparts[*place])
    }
}

struct Draft<'a> {
    register: &'a Register,
    order: &'a Order,
    wording: &'a Wording,
    by_id: Map<&'a str, usize>,
    ids: HashSet<String, FxBuildHasher>,
    /// What the spellings that have been met have in common with others.
    folded: Map<&'a str, Arc<str>>,
    found: Sharing,
}

impl<'a> Draft<'a> {
    fn folded(&mut self, name: &'a str) -> Arc<str> {
        Arc::clone(self.folded.entry(name).or_insert_with(|| folded(name).into()))
    }

    /// Every organisation of the hub has its place, and keeps it if a notice names it.
    fn organisations(&mut self) {
        for (index, organisation) in self.register.organisations.iter().enumerate() {
            let name = organisation.name.get(self.wording.language).to_owned();
            let sort_as = organisation.sort_as.as_deref().unwrap_or_else(|| without_article(&name)).to_owned();
            let key = folded(&name).into();
            let place = self.add(&organisation.id, name, sort_as, Body::Organisation(index), organisation.kind);
            self.found.organisations.insert(organisation.id.clone(), place);
            self.found.names.entry(key).or_insert(place);
        }
    }

    fn add(&mut self, id: &str, name: String, sort_as: String, body: Body, kind: Option<RecipientKind>) -> usize {
        let what = if matches!(body, Body::Service(_)) { "service" } else { "organisation" };
        let first = format!("{what}-{}", if id.is_empty() { "other" } else { id });
        let more = (2..).map(|number| format!("{first}-{number}"));
        let Some(id) = std::iter::once(first.clone()).chain(more).find(|id| !self.ids.contains(id)) else {
            unreachable!("there is always another number");
        };
        self.ids.insert(id.clone());
        let (receives, gives, decides) = (Vec::new(), Vec::new(), Vec::new());
        self.found.counterparts.push(Counterpart { id, name, body, kind, receives, gives, decides, sort_as });
        self.found.counterparts.len() - 1
    }

    /// The place of a party; none for a service without a notice in this language.
    fn place(&mut self, party: &'a Party) -> Option<usize> {
        match party {
            Party::Organisation(id) => self.found.organisations.get(&*id.value).copied(),
            Party::Notice(id) => {
                let notice = *self.by_id.get(id.value.as_str())?;
                Some(self.service(notice))
            }
            Party::Named(name) => {
                let key = self.folded(name);
                if let Some(place) = self.found.names.get(&key) {
                    return Some(*place);
                }
                let sort_as = without_article(name).to_owned();
                let place = self.add(&slug(&key), name.value.to_string(), sort_as, Body::Named, None);
                self.found.names.insert(key, place);
                Some(place)
            }
        }
    }

    /// The place of the service of a notice.
    fn service(&mut self, notice: usize) -> usize {
        if let Some(place) = self.found.services.get(&notice) {
            return *place;
        }
        let Notice { id, title, sort_as, .. } = &*self.register.notices[notice];
        let sort_as = sort_as.as_ref().unwrap_or(title).value.to_string();
        let kind = Some(RecipientKind::Internal);
        let place = self.add(id, title.value.to_string(), sort_as, Body::Service(notice), kind);
        self.found.services.insert(notice, place);
        place
    }

    /// The recipients and joint controllers of a notice.
    fn recipients(&mut self, notice: usize) {
        let register = self.register;
        for (index, recipient) in register.notices[notice].recipients.iter().flatten().enumerate() {
            let Some(place) = self.place(&recipient.who) else { continue };
            let flow = Flow { with: notice, told_by: notice, told: Told::Recipient(index) };
            let counterpart = &mut self.found.counterparts[place];
            counterpart.kind = counterpart.kind.or(recipient.kind);
            counterpart.receives.push(flow);
            // Between services both are told: what one gets, the other gives.
            if let Body::Service(other) = counterpart.body {
                let own = self.service(notice);
                self.found.counterparts[own].gives.push(Flow { with: other, ..flow });
            }
        }
        for (index, joint) in register.notices[notice].joint_controllers.iter().enumerate() {
            let Some(place) = self.place(&joint.who) else { continue };
            let counterpart = &mut self.found.counterparts[place];
            counterpart.kind = counterpart.kind.or(Some(RecipientKind::JointController));
            counterpart.decides.push(Flow { with: notice, told_by: notice, told: Told::Joint(index) });
        }
    }

    /// The sources of a notice's data.
    fn sources(&mut self, notice: usize) {
        let register = self.register;
        for (index, data) in register.notices[notice].personal_data.iter().enumerate() {
            for (number, source) in data.sources.iter().enumerate() {
                let DataSource::Other { who, .. } = source else { continue };
                let is_named = match who {
                    Party::Named(name) => {
                        let key = self.folded(name);
                        !name.starts_with(char::is_lowercase) || self.found.names.contains_key(&key)
                    }
                    Party::Organisation(_) | Party::Notice(_) => true,
                };
                let Some(place) = is_named.then(|| self.place(who)).flatten() else { continue };
                let flow = Flow { with: notice, told_by: notice, told: Told::Source(index, number) };
                self.found.counterparts[place].gives.push(flow);
                if let Body::Service(other) = self.found.counterparts[place].body {
                    let own = self.service(notice);
                    self.found.counterparts[own].receives.push(Flow { with: other, ..flow });
                }
            }
        }
    }

    /// Leaves out organisations that no notice names, and puts the others in order.
    fn finish(self) -> Sharing {
        let Draft { order, wording, found, register, folded, .. } = self;
        let Sharing { language, counterparts, organisations, services, names, spellings: _ } = found;
        let mut kept: Vec<(usize, Counterpart)> = counterparts.into_iter().enumerate().collect();
        kept.retain(|(_, one)| !(one.receives.is_empty() && one.gives.is_empty() && one.decides.is_empty()));
        kept.sort_by_cached_key(|(_, one)| match one.body {
            Body::Service(notice) => (register.notices[notice].sort_key.clone(), one.id.clone()),
            _ => (wording.collation.key(&one.sort_as), one.id.clone()),
        });
        let places: Map<usize, usize> = kept.iter().enumerate().map(|(new, (old, _))| (*old, new)).collect();
        let mut counterparts: Vec<Counterpart> = kept.into_iter().map(|(_, one)| one).collect();
        for one in &mut counterparts {
            for flows in [&mut one.receives, &mut one.gives, &mut one.decides] {
                flows.sort_by_key(|flow| order.rank(flow.with));
                *flows = exactly(std::mem::take(flows));
            }
        }
        let names = moved(names, &places);
        let spellings = folded.into_iter().map(|(spelling, name)| (spelling.to_owned(), names.get(&name).copied()));
        Sharing {
            language,
            counterparts,
            organisations: moved(organisations, &places),
            services: moved(services, &places),
            spellings: spellings.collect(),
            names,
        }
    }
}

/// A map to places, with the places where its values are now.
fn moved<K: std::hash::Hash + Eq>(map: Map<K, usize>, places: &Map<usize, usize>) -> Map<K, usize> {
    map.into_iter().filter_map(|(key, old)| Some((key, *places.get(&old)?))).collect()
}
