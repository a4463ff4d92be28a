//! Stage 3, assemble: the `Register` to `Document`s.
//!
//! 1. [`notice`] puts a notice's sections in reading order and joins the general ones to them.
//! 2. [`rights`] derives which rights apply, for which purposes.
//! 3. [`anchors`] finds the places within the page that links can lead to.
//! 4. [`general`] puts the general notice together.
//! 5. [`order`] puts the notices in the order of the alphabet, and [`sharing`] turns around who gets data from whom.
//!
//! Guarantees: every document is complete and in reading order; a section that has nothing to say
//! is not there. A document looks at one notice. The stage neither follows links nor makes HTML.

mod anchors;
mod general;
mod notice;
mod order;
mod rights;
mod sharing;

use std::borrow::Cow;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::domain::{Language, StandardSection};
use crate::interpret::Register;
use crate::language::Wordings;
use crate::law::Law;
use crate::memo::Memo;
use crate::text::{Digest, Place};

pub use anchors::{Anchor, Anchors};
pub use general::{GeneralNotice, GeneralPart};
pub use order::Order;
pub use rights::{RightDue, Rights};
pub use sharing::{Body, Counterpart, Flow, Sharing, Told};

/// Everything that is to be published, in reading order.
#[derive(Debug)]
pub struct Assembly {
    /// A document for each notice of the register, in its order.
    pub documents: Vec<Arc<Document>>,
    /// The general notice of each language of the hub, in the hub's order.
    pub general: Vec<GeneralNotice>,
    /// The notices in the order of every list.
    pub order: Arc<Order>,
    /// Who gets data from whom, in each language of the hub, in the hub's order.
    pub sharing: Arc<[Sharing]>,
}

impl Assembly {
    /// The general notice of a language of the hub.
    pub fn general_of(&self, language: Language) -> Option<&GeneralNotice> {
        self.general.iter().find(|general| general.language == language)
    }

    /// Who gets data from whom, in a language of the hub.
    pub fn sharing_of(&self, language: Language) -> Option<&Sharing> {
        self.sharing.iter().find(|sharing| sharing.language == language)
    }
}

/// A notice, complete and in reading order.
#[derive(Debug)]
pub struct Document {
    /// The index of the notice in the register.
    pub notice: usize,
    /// Its sections. The first is "At a glance".
    pub sections: Box<[Section]>,
    /// The rights that apply.
    pub rights: Rights,
    /// The ids that stand twice on its page, each at its second place: links could not tell them apart.
    pub duplicates: Box<[(Place, String)]>,
}

/// A section of a document.
#[derive(Debug)]
pub struct Section {
    /// Its id and anchor.
    pub id: Cow<'static, str>,
    /// Its heading, which is the same for many.
    pub heading: Arc<str>,
    /// Which standard section it is, if any.
    pub standard: Option<StandardSection>,
    /// What stands in it, in reading order. Never empty.
    pub parts: Box<[Part]>,
}

/// A part of a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What the front matter says, or what follows from it: printed by the theme.
    Data,
    /// The service's own words: the index of the section in the notice.
    Own(usize),
    /// A general section: its index in the register.
    General(usize),
    /// A link to a general section: its index in the register.
    Link(usize),
}

/// The order of the notices, and who gets data from whom in each language.
type Gathered = (Arc<Order>, Arc<[Sharing]>);

/// What the last build assembled.
#[derive(Debug, Default)]
pub struct DocumentMemo {
    /// The documents, by the notice's index in the register. The key is a digest of everything that a document is made
    /// from: the notice, the settings, the general sections, and the day.
    documents: Memo<usize, Digest, Arc<Document>>,
    /// What is gathered from all notices. The key is a digest of all front matter and of where it stands.
    gathered: Memo<(), Digest, Gathered>,
}

impl DocumentMemo {
    /// The memory for a build that no other follows.
    pub fn once() -> Self {
        DocumentMemo { documents: Memo::once(), gathered: Memo::once() }
    }
}

/// Assembles everything, as the law stands `today`.
pub fn assemble(register: &Register, law: &Law, wordings: &Wordings, today: Date, memo: &mut DocumentMemo) -> Assembly {
    let sections = general::Sections::of(register, wordings, today);
    let DocumentMemo { documents, gathered } = memo;
    let (documents, (order, sharing)) = rayon::join(
        || self::documents(register, &sections, (law, today), documents),
        || self::gathered(register, wordings, gathered),
    );
    let languages: &[Language] = &register.config.languages;
    let general =
        languages.iter().map(|language| general::notice(register, &sections, wordings.of(*language))).collect();
    Assembly { documents, general, order, sharing }
}

/// Every notice as a document.
fn documents(
    register: &Register,
    sections: &general::Sections<'_>,
    (law, today): (&Law, Date),
    memo: &mut Memo<usize, Digest, Arc<Document>>,
) -> Vec<Arc<Document>> {
    let (digests, rights) = (&register.digests, rights::Matrix::of(law, today));
    let made: Vec<(usize, Digest, Arc<Document>)> = (0..register.notices.len())
        .into_par_iter()
        .map(|index| {
            let key = memo.key(|| Digest::of(&(digests.notices[index], digests.config, digests.general, today)));
            let make = || Arc::new(notice::document(index, register, sections, &rights));
            (index, key, memo.get(&index, &key).unwrap_or_else(make))
        })
        .collect();
    let documents = made.iter().map(|(_, _, document)| Arc::clone(document)).collect();
    memo.keep(made.into_iter());
    documents
}

/// What is gathered from all notices.
fn gathered(register: &Register, wordings: &Wordings, memo: &mut Memo<(), Digest, Gathered>) -> Gathered {
    let digests = &register.digests;
    let notices = register.notices.iter().zip(&digests.fronts).map(|(notice, front)| (&notice.files, front));
    let key = memo.key(|| Digest::of(&(digests.config, digests.organisations, Digest::of_all(notices))));
    let make = || {
        let order = Order::of(register);
        let languages = register.config.languages.par_iter();
        let sharing = languages.map(|language| Sharing::of(register, &order, wordings.of(*language))).collect();
        (Arc::new(order), sharing)
    };
    let made = memo.get(&(), &key).unwrap_or_else(make);
    memo.keep([((), key, made.clone())].into_iter());
    made
}
