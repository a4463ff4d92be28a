//! What the rules found in each notice, kept from one build to the next.
//!
//! A rule about notices is a pure function of a [`super::case::NoticeCase`]: its doc comment says what such a rule may
//! read, and the key names just that. The words of a notice are not kept: they are cut again where it is judged again.

use std::sync::Arc;

use super::case::HubCase;
use super::printed::TextMemo;
use super::rule::Finding;
use crate::domain::Party;
use crate::memo::Memo;
use crate::resolve::Target;
use crate::text::{Digest, FileId};

/// What the last build found.
#[derive(Debug, Default)]
pub struct CheckMemo {
    /// The words of each file that belongs to no single notice.
    pub(super) texts: TextMemo,
    /// What was found in each notice, by its index in the register.
    pub(super) notices: Memo<usize, Digest, Arc<Vec<Finding>>>,
}

impl CheckMemo {
    /// The memory for a build that no other follows.
    pub fn once() -> Self {
        CheckMemo { texts: TextMemo::once(), notices: Memo::once() }
    }
}

/// What is the same in the keys of all notices.
pub(super) fn common(whole: &HubCase<'_>) -> Digest {
    let (digests, general) = (&whole.hub.register.digests, &whole.hub.register.general);
    let links = Digest::of_all(general.iter().map(|section| links(whole, section.file)));
    Digest::of(&(digests.config, digests.general, digests.organisations, digests.cookies, whole.hub.today, links))
}

/// The key of the notice at `index` of the register.
pub(super) fn key(whole: &HubCase<'_>, index: usize, common: Digest) -> Digest {
    let notice = &whole.hub.register.notices[index];
    let links: Vec<Digest> = notice.files.iter().map(|file| links(whole, *file)).collect();
    let titles = Digest::of_all(notice.parties().filter_map(|party| match party {
        Party::Notice(id) => Some(whole.notice(&id.value).map(|notice| &notice.title.value)),
        Party::Named(_) | Party::Organisation(_) => None,
    }));
    Digest::of(&(common, whole.hub.register.digests.notices[index], links, titles))
}

/// What the links of a file lead to.
fn links(whole: &HubCase<'_>, file: FileId) -> Digest {
    let target = |target: &Target| match target {
        Target::Page(page, anchor) => {
            let page = &whole.pages.pages[*page];
            let anchor = anchor.as_ref().map(|anchor| (&anchor.id, &anchor.title));
            Digest::of(&(page.address.as_str(), &page.title, anchor))
        }
        Target::SamePage(anchor) => Digest::of(&(&anchor.id, &anchor.title)),
        Target::Document(index) => Digest::of(&whole.hub.documents[*index].path),
        Target::External(address) => Digest::of(address),
        Target::Nothing => Digest::default(),
    };
    Digest::of_all(whole.pages.targets.of(file).iter().map(target))
}
