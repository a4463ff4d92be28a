//! What one build hands on to the next, stage by stage.

use std::sync::Arc;

use rayon::prelude::*;

use crate::assemble::DocumentMemo;
use crate::check::{CheckMemo, Lexicon};
use crate::domain::Notice;
use crate::interpret::NoticeMemo;
use crate::language::Wordings;
use crate::law::Law;
use crate::memo;
use crate::parse::{Fragment, parse};
use crate::render::SiteMemo;
use crate::text::{Digest, HubPath, Sources};

/// The memory of `watch`: what the last build made, each under a key that names what it was made from. A build with an
/// empty one is a clean build, and any other gives the same, byte for byte.
#[derive(Debug, Default)]
pub struct Memo {
    /// What is the same in every build.
    pub(super) tables: Tables,
    /// By path; the key is the digest of the file's bytes.
    fragments: memo::Memo<HubPath, Digest, Arc<Fragment>>,
    pub(super) notices: NoticeMemo,
    pub(super) documents: DocumentMemo,
    pub(super) findings: CheckMemo,
    pub(super) site: SiteMemo,
}

/// What a build looks things up in: part of the program, and read once.
#[derive(Debug)]
pub struct Tables {
    pub(super) law: Arc<Law>,
    pub(super) wordings: Arc<Wordings>,
    pub(super) lexicon: Lexicon,
}

impl Default for Tables {
    fn default() -> Self {
        let law = Law::load();
        Tables { lexicon: Lexicon::new(&law), law: law.into(), wordings: Wordings::load().into() }
    }
}

impl Memo {
    /// Parses every source that is not what it was. The memory is to be given what comes of it: see [`Memo::keep_parsed`].
    pub(super) fn parse(&mut self, sources: &Sources) -> Vec<Arc<Fragment>> {
        let fragment = |source| {
            let make = || Arc::new(parse(source));
            self.fragments.get(&source.path, &source.digest()).unwrap_or_else(make)
        };
        sources.as_slice().par_iter().map(|source| fragment(source)).collect()
    }

    /// Keeps what has been parsed, and forgets the front matter of notices, which have been made from it.
    pub(super) fn keep_parsed(&mut self, sources: &Sources, fragments: &mut [Arc<Fragment>], notices: &[Arc<Notice>]) {
        let mut is_known = vec![false; fragments.len()];
        notices.iter().flat_map(|notice| &notice.files).for_each(|file| is_known[file.0 as usize] = true);
        fragments.par_iter_mut().zip(is_known).filter(|(_, is_known)| *is_known).for_each(|(fragment, _)| {
            // One that is held elsewhere is from the last build, and has been forgotten then.
            if let Some(fragment) = Arc::get_mut(fragment) {
                fragment.forget();
            }
        });
        let made = sources.iter().zip(&*fragments);
        self.fragments.keep(made.map(|((_, source), made)| (source.path.clone(), source.digest(), Arc::clone(made))));
    }
}
