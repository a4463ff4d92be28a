//! What one build hands on to the next, stage by stage.

use std::sync::Arc;

use rayon::prelude::*;

use crate::assemble::DocumentMemo;
use crate::check::{CheckMemo, Lexicon};
use crate::interpret::NoticeMemo;
use crate::language::Wordings;
use crate::law::Law;
use crate::memo;
use crate::parse::{Fragment, Table, parse};
use crate::render::SiteMemo;
use crate::text::{Digest, HubPath, Source, Sources};

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
    /// Parses every source that is not what it was. Gives what front matter says of those alone: what came of the others is
    /// known.
    pub(super) fn parse<'s>(&mut self, sources: &'s Sources) -> (Vec<Arc<Fragment>>, Vec<Option<Table<'s>>>) {
        let parsed = |source: &'s Arc<Source>| match self.fragments.get(&source.path, &source.digest()) {
            Some(fragment) => (fragment, None),
            None => {
                let (fragment, table) = parse(source);
                (Arc::new(fragment), Some(table))
            }
        };
        let (fragments, tables): (Vec<_>, Vec<_>) = sources.as_slice().par_iter().map(parsed).unzip();
        let made = sources.iter().zip(&fragments);
        self.fragments.keep(made.map(|((_, source), made)| (source.path.clone(), source.digest(), Arc::clone(made))));
        (fragments, tables)
    }
}
