//! Which notices mention a notice: in their text, as a source or recipient of data, or as related.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxBuildHasher;

use super::targets::{Target, Targets};
use super::{Hub, Page, PageKind};
use crate::domain::{Language, Notice};

/// For each notice of the register, the indices of the notices of its language that mention it, by title.
pub fn turn_around(hub: &Hub, pages: &[Page], targets: &Targets) -> Vec<Vec<usize>> {
    let notices = &hub.register.notices;
    let by_id: HashMap<(Language, &str), usize, FxBuildHasher> =
        notices.iter().enumerate().map(|(index, notice)| ((notice.language, notice.id.as_str()), index)).collect();
    let mentioned_by = |notice: &Arc<Notice>| -> Vec<usize> {
        let links = notice.files.iter().flat_map(|file| targets.of(*file)).filter_map(|target| match target {
            Target::Page(page, _) => match pages[*page].kind {
                PageKind::Notice(mentioned) => Some(mentioned),
                _ => None,
            },
            _ => None,
        });
        let named = named(notice).filter_map(|id| by_id.get(&(notice.language, id)).copied());
        links.chain(named).collect()
    };
    let mentioned: Vec<Vec<usize>> = notices.par_iter().map(mentioned_by).collect();
    let mut backlinks: Vec<Vec<usize>> = vec![Vec::new(); notices.len()];
    for (index, mentioned) in mentioned.into_iter().enumerate() {
        for other in mentioned.into_iter().filter(|other| *other != index) {
            // Notices come one after the other: one that is there already was the last.
            if backlinks[other].last() != Some(&index) {
                backlinks[other].push(index);
            }
        }
    }
    let titles: Vec<String> = notices.par_iter().map(|notice| notice.title.to_lowercase()).collect();
    backlinks.par_iter_mut().for_each(|list| list.sort_unstable_by_key(|index| (&titles[*index], *index)));
    backlinks
}

/// The ids of the notices that the front matter names.
fn named(notice: &Notice) -> impl Iterator<Item = &str> {
    notice.services_named().chain(&notice.related).map(|id| id.value.as_str())
}
