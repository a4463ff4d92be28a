//! What one build hands on to the next, stage by stage.

use std::sync::Arc;

use crate::assemble::DocumentMemo;
use crate::check::{CheckMemo, Lexicon};
use crate::interpret::{FragmentMemo, NoticeMemo};
use crate::language::Wordings;
use crate::law::Law;
use crate::parse::Fragment;
use crate::render::SiteMemo;
use crate::text::Sources;

/// The memory of `watch`: what the last build made, each under a key that names what it was made from. A build with an
/// empty one is a clean build, and any other gives the same, byte for byte.
#[derive(Debug, Default)]
pub struct Memo {
    /// What is the same in every build.
    pub(super) tables: Tables,
    pub(super) fragments: FragmentMemo,
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
    /// The memory for a build that no other follows: it remembers nothing.
    pub fn once() -> Self {
        Memo {
            fragments: FragmentMemo::once(),
            notices: NoticeMemo::once(),
            documents: DocumentMemo::once(),
            findings: CheckMemo::once(),
            ..Memo::default()
        }
    }

    /// Keeps what has been parsed.
    pub(super) fn keep_parsed(&mut self, sources: &Sources, fragments: &[Arc<Fragment>]) {
        let made = sources.iter().zip(fragments);
        self.fragments.keep(made.map(|((_, source), made)| (source.path.clone(), source.digest(), Arc::clone(made))));
    }
}
