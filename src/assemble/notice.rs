//! One notice as a document: its sections in reading order, with the general ones joined to them.

use std::borrow::Cow;
use std::sync::Arc;

use super::general::Sections;
use super::rights::{Matrix, derive};
use super::{Anchors, Document, Part, Section};
use crate::domain::{GeneralSection, Merge, Notice, StandardSection};
use crate::exact::exactly;
use crate::interpret::Register;

/// The section after which everything stands that has no place of its own: "Your rights" comes next.
const BEFORE_RIGHTS: StandardSection = StandardSection::AutomatedDecisions;

/// Assembles the notice at `index` of the register.
pub fn document(index: usize, register: &Register, sections: &Sections<'_>, rights: &Matrix<'_>) -> Document {
    let notice = &register.notices[index];
    let mut draft = Draft::new(notice);
    draft.add_own_sections(sections);
    draft.add_general_sections(sections);
    let sections = draft.finish(sections);
    let duplicates = Anchors::of_notice(notice, &sections, register).duplicates().into();
    Document { notice: index, sections, rights: derive(notice, rights), duplicates }
}

/// A section on its way into the document.
struct Slot {
    id: Cow<'static, str>,
    standard: Option<StandardSection>,
    /// The standard section after which it stands, or which it is.
    after: StandardSection,
    heading: Option<Arc<str>>,
    parts: Vec<(Rank, Part)>,
}

/// Where a part stands among those of its section.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Before,
    Data,
    Own,
    After,
    Link,
}

struct Draft<'a> {
    notice: &'a Notice,
    slots: Vec<Slot>,
}

impl<'a> Draft<'a> {
    /// The standard sections in order, still without any words.
    fn new(notice: &'a Notice) -> Self {
        let standard = |section: StandardSection| Slot::new(section.id().into(), Some(section), section);
        Draft { notice, slots: StandardSection::ALL.into_iter().map(standard).collect() }
    }

    /// The service's own words. A section of its own stands after the standard one that it follows in the text.
    fn add_own_sections(&mut self, sections: &Sections<'_>) {
        let mut last = BEFORE_RIGHTS;
        for (index, own) in self.notice.sections.iter().enumerate() {
            if let Some(standard) = StandardSection::from_id(&own.id) {
                last = standard;
            }
            let follows = || {
                let general = sections.in_language(self.notice.language).find(|(_, general)| general.id == own.id);
                general.and_then(|(_, general)| general.follows.as_ref()).and_then(|id| StandardSection::from_id(id))
            };
            let position = match self.position(&own.id) {
                Some(position) => position,
                None => {
                    let after = follows().unwrap_or(last);
                    self.insert_after(after.id(), Slot::new(own.id.clone().into(), None, after))
                }
            };
            let slot = &mut self.slots[position];
            slot.parts.push((Rank::Own, Part::Own(index)));
            if slot.heading.is_none() {
                slot.heading = own.heading.as_deref().map(Arc::from);
            }
            if slot.heading.is_none() && slot.standard.is_none() {
                slot.heading = sections.title(self.notice.language, &own.id);
            }
        }
    }

    fn add_general_sections(&mut self, sections: &Sections<'_>) {
        // A section can follow one that comes later in the general notice: that one is placed first.
        let mut waiting: Vec<(usize, &GeneralSection)> = sections.for_notice(self.notice).collect();
        let mut placed = Vec::with_capacity(waiting.len());
        while !waiting.is_empty() {
            let ids: Vec<&str> = waiting.iter().map(|(_, general)| general.id.as_str()).collect();
            let must_wait =
                |general: &GeneralSection| general.follows.as_ref().is_some_and(|id| ids.contains(&id.value.as_str()));
            let (later, now): (Vec<_>, Vec<_>) = waiting.iter().partition(|(_, general)| must_wait(general));
            // Sections that follow one another in a circle have been reported.
            let stuck = now.is_empty();
            placed.extend(if stuck { later.clone() } else { now });
            waiting = if stuck { Vec::new() } else { later };
        }
        for (index, general) in placed {
            let merge = self.notice.general.get(&general.id).map_or(general.merge, |merge| merge.value);
            if matches!(merge, Merge::Omit | Merge::Replace)
                || (merge == Merge::Fallback && self.says_itself(&general.id))
            {
                continue;
            }
            let position = self.position(&general.id).unwrap_or_else(|| self.make_room(general));
            let slot = &mut self.slots[position];
            slot.parts.push(match merge {
                Merge::Before => (Rank::Before, Part::General(index)),
                Merge::Link => (Rank::Link, Part::Link(index)),
                _ => (Rank::After, Part::General(index)),
            });
            if slot.heading.is_none() && (merge != Merge::Link || slot.standard.is_none()) {
                slot.heading = Some(sections.heading(index));
            }
        }
    }

    fn position(&self, id: &str) -> Option<usize> {
        self.slots.iter().position(|slot| slot.id == id)
    }

    /// A place for a general section that is no standard one: after the section that it names, if that is here.
    fn make_room(&mut self, general: &GeneralSection) -> usize {
        let named = general.follows.as_ref().filter(|id| self.position(id).is_some());
        let anchor = named.map_or(BEFORE_RIGHTS.id(), |id| &id.value).to_owned();
        let after = self.position(&anchor).map_or(BEFORE_RIGHTS, |position| self.slots[position].after);
        self.insert_after(&anchor, Slot::new(general.id.clone().into(), None, after))
    }

    /// Puts a slot after the section `anchor` and after what already stands there for the same reason.
    fn insert_after(&mut self, anchor: &str, slot: Slot) -> usize {
        let start = self.position(anchor).unwrap_or(self.slots.len() - 1);
        let is_standard = self.slots[start].standard.is_some();
        let follows = |other: &&Slot| is_standard && other.standard.is_none() && other.after == slot.after;
        let skipped = self.slots[start + 1..].iter().take_while(follows).count();
        let position = start + 1 + skipped;
        self.slots.insert(position, slot);
        position
    }

    /// Whether the service says something of its own in a section: in its text, or in its front matter.
    fn says_itself(&self, id: &str) -> bool {
        let in_text = self.position(id).is_some_and(|position| self.slots[position].has(Rank::Own));
        in_text || StandardSection::from_id(id).is_some_and(|section| is_written(self.notice, section))
    }

    /// The sections that have anything in them.
    fn finish(self, sections: &Sections<'_>) -> Box<[Section]> {
        let Draft { notice, slots } = self;
        exactly(slots.into_iter().filter_map(|slot| slot.finish(notice, sections)).collect()).into()
    }
}

impl Slot {
    fn new(id: Cow<'static, str>, standard: Option<StandardSection>, after: StandardSection) -> Self {
        Slot { id, standard, after, heading: None, parts: Vec::new() }
    }

    fn has(&self, rank: Rank) -> bool {
        self.parts.iter().any(|(one, _)| *one == rank)
    }

    fn finish(mut self, notice: &Notice, sections: &Sections<'_>) -> Option<Section> {
        let has_general_words = self.has(Rank::Before) || self.has(Rank::After);
        if self.standard.is_some_and(|section| has_data(notice, section, has_general_words)) {
            self.parts.push((Rank::Data, Part::Data));
        }
        if self.parts.is_empty() {
            return None;
        }
        self.parts.sort_by_key(|(rank, _)| *rank);
        let parts = self.parts.iter().map(|(_, part)| *part).collect();
        let standard = || sections.standard_title(notice.language, self.standard?);
        let general = || sections.title(notice.language, &self.id);
        let heading = self.heading.or_else(standard).or_else(general).unwrap_or_else(|| self.id.as_ref().into());
        Some(Section { id: self.id, heading, standard: self.standard, parts })
    }
}

/// Whether the theme has anything to print in a standard section.
fn has_data(notice: &Notice, section: StandardSection, has_general_words: bool) -> bool {
    match section {
        StandardSection::AtAGlance
        | StandardSection::WhoWeAre
        | StandardSection::YourRights
        | StandardSection::Complaints => true,
        // That data stays in the UK is said where nothing else is.
        StandardSection::Transfers => notice.transfers.is_some() || !has_general_words,
        _ => is_written(notice, section),
    }
}

/// Whether the front matter says something for a standard section.
fn is_written(notice: &Notice, section: StandardSection) -> bool {
    match section {
        StandardSection::AtAGlance
        | StandardSection::WhoWeAre
        | StandardSection::YourRights
        | StandardSection::Complaints
        | StandardSection::Cookies => false,
        StandardSection::PersonalData => !notice.personal_data.is_empty() || !notice.data_subjects.is_empty(),
        StandardSection::Purposes => !notice.purposes.is_empty(),
        StandardSection::SpecialCategory => {
            notice.personal_data.iter().any(|data| !data.special_categories.is_empty())
                || notice.purposes.iter().any(|purpose| !purpose.special_category_condition.is_empty())
        }
        StandardSection::CriminalOffences => {
            notice.personal_data.iter().any(|data| data.criminal_offences)
                || notice.purposes.iter().any(|purpose| purpose.criminal_offences == Some(true))
        }
        StandardSection::Recipients => notice.recipients.is_some(),
        StandardSection::Transfers => notice.transfers.is_some(),
        StandardSection::Retention => !notice.retention.is_empty(),
        StandardSection::AutomatedDecisions => notice.automated_decisions.is_some(),
        StandardSection::Changes => !notice.changes.is_empty(),
    }
}
