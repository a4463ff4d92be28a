//! Stage 5, render: `Page`s to the `Site`.
//!
//! 1. [`theme`] says which templates and files are used; [`template`] renders them.
//! 2. [`shared`] renders once what many pages print: general sections, complaints, controllers.
//! 3. [`notice`], [`general`], [`lists`], [`overviews`] and [`page`] give each page its [`view`], in parallel; [`sections`]
//!    fill the standard sections, [`prose`] the authors' words.
//!    [`map`] draws who gets data from whom.
//! 4. [`search`] makes the index in which residents search; [`plain`] gives words without markup, for files that take none.
//! 5. [`machine`] writes what machines read: data, feeds, the sitemap. [`hosting`] writes what hosts read.
//!
//! Guarantees: the same pages give the same bytes, with any number of threads. A template that
//! fails is reported with its line and with the page that it failed on.

pub mod assets;
pub mod context;
mod general;
pub mod hosting;
mod key;
mod lists;
mod machine;
mod map;
mod notice;
mod overviews;
mod page;
pub mod plain;
mod prose;
mod search;
mod sections;
mod shared;
mod site;
mod template;
pub mod theme;
pub mod view;

use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Diagnostics, at};
use crate::domain::Language;
use crate::resolve::{Hub, Page, PageKind, Pages};
use crate::text::{Digest, Place, Sources, Span};

use context::Context;
use key::{Files, Key, Keys, NoticePage, Rendered};
use search::Entry;
use shared::Shared;
use template::{Templates, Trouble};
use theme::Theme;
use view::templates::template;

pub use key::{NoticeKey, PageMemo};
pub use page::POLICY;
pub use site::Site;

/// Renders every page, and adds the files that are published as they are.
pub fn render(
    hub: &Hub<'_>,
    pages: &Pages,
    theme: &Theme,
    sources: &Sources,
    memo: &mut PageMemo,
    diagnostics: &mut Diagnostics,
) -> Site {
    let texts = theme.templates.iter().map(|(name, file)| (name.as_str(), sources.get(*file).text.as_str()));
    let (mut templates, mut troubles) = Templates::new(texts.clone(), memo);
    if troubles.is_empty() && theme.is_own(sources) {
        troubles = template::check(texts, hub.wordings.of(Language::En));
    }
    let reporter = Reporter { theme, sources };
    if !troubles.is_empty() {
        troubles.iter().for_each(|trouble| diagnostics.push(reporter.diagnostic(trouble, None)));
        return Site::default();
    }
    let context = Context::new(hub, pages);
    let assets = theme.assets.iter().map(|(path, address, _)| (path.to_owned(), context.address(address)));
    templates.know_assets(assets.collect());
    for language in &hub.register.config.languages {
        templates.share(*language, hub.wordings, &page::site(&context, &theme.assets, *language));
    }
    let shared = Shared::render(&context, &templates).map_err(|failure| vec![failure]);
    match shared.and_then(|shared| pages_of(&context, &templates, &shared, memo)) {
        Ok((rendered, hub)) => {
            let files = memo.files.get(&(), &hub).unwrap_or_else(|| files_of(&context));
            let mut site = site_of(&context, theme, &rendered, &files);
            if context.config().hosting.precompress {
                memo.copies = hosting::compressed::add(&mut site, &memo.copies);
            }
            for (path, bytes) in hosting::files(&context, &site) {
                site.add(path.to_owned(), bytes);
            }
            memo.keep(pages, rendered, files, hub);
            site
        }
        Err(failures) => {
            for (trouble, page) in failures {
                let place = page.and_then(|page| source_of(hub, &pages.pages[page]));
                diagnostics.push(reporter.diagnostic(&trouble, place));
            }
            Site::default()
        }
    }
}

/// A template that failed, and the index of the page that it failed on.
type Failure = (Trouble, Option<usize>);

/// The HTML of every page, in their order, with the key of all that lists what notices say; or every failure, each with
/// the first page that has it.
fn pages_of(
    context: &Context<'_>,
    templates: &Templates<'_>,
    shared: &Shared,
    memo: &PageMemo,
) -> Result<(Vec<Rendered>, Digest), Vec<Failure>> {
    let keys = Keys::new(context, shared, templates.digest(), templates.site_digest());
    let linked_data = machine::LinkedData::new(context);
    let pages = &context.pages.pages;
    let of_notices: Vec<NoticeKey> =
        context.hub.assembly.documents.par_iter().map(|document| keys.notice(document)).collect();
    let hub = keys.hub(&of_notices);
    let rendered: Vec<Result<Rendered, Trouble>> = pages
        .par_iter()
        .map(|page| match page.kind {
            PageKind::Notice(index) => {
                let key = of_notices[index];
                let make = || {
                    let html = notice::render(context, templates, shared, page, index)?;
                    Ok(NoticePage {
                        html,
                        entry: search::entry(context, page),
                        files: machine::of_notice(context, page, index, &linked_data),
                    })
                };
                let made = memo.notices.get(page.address.as_str(), &key).map_or_else(make, Ok);
                made.map(|NoticePage { html, entry, files }| Rendered { key: Key::Notice(key), html, entry, files })
            }
            PageKind::General | PageKind::GeneralSection(_) | PageKind::Free(_) => {
                page::render(context, templates, shared, page)
            }
            PageKind::Home
            | PageKind::AToZ
            | PageKind::Categories
            | PageKind::Category(_)
            | PageKind::Overview(_)
            | PageKind::Search
            | PageKind::NotFound
            | PageKind::Redirect(_) => match memo.lists.get(page.address.as_str(), &hub) {
                Some(html) => Ok(Rendered { key: Key::List, html, entry: None, files: Files::default() }),
                None => {
                    let page = page::render(context, templates, shared, page);
                    page.map(|page| Rendered { key: Key::List, ..page })
                }
            },
        })
        .collect();
    let (mut files, mut failures) = (Vec::with_capacity(rendered.len()), Vec::<Failure>::new());
    for (index, html) in rendered.into_iter().enumerate() {
        match html {
            Ok(page) => files.push(page),
            Err(trouble) if failures.iter().any(|(known, _)| *known == trouble) => {}
            Err(trouble) => failures.push((trouble, Some(index))),
        }
    }
    if failures.is_empty() { Ok((files, hub)) } else { Err(failures) }
}

fn site_of(context: &Context<'_>, theme: &Theme, rendered: &[Rendered], lists: &Files) -> Site {
    let mut site = Site::default();
    for (page, Rendered { html, files, .. }) in context.pages.pages.iter().zip(rendered) {
        site.add(page.address.file(), Arc::clone(html));
        files.iter().for_each(|(path, bytes)| site.add(path.clone(), Arc::clone(bytes)));
    }
    for document in context.hub.documents {
        site.add(document.address().file(), Arc::clone(&document.bytes));
    }
    for (_, address, bytes) in theme.assets.iter() {
        site.add(address.file(), Arc::clone(bytes));
    }
    for language in &context.config().languages {
        let folder = context.home_of(*language).trim_start_matches('/');
        let entries = entries_of(context, rendered, *language);
        let wording = context.wording(*language).clone();
        let script = move || search::script(&entries, &wording).into_bytes();
        site.add_later(format!("{folder}search/index.js"), script);
    }
    for (path, bytes) in lists.iter() {
        site.add(path.clone(), Arc::clone(bytes));
    }
    site
}

/// What the pages of a language are found by.
fn entries_of(context: &Context<'_>, rendered: &[Rendered], language: Language) -> Vec<Arc<Entry>> {
    let pages = context.pages.pages.iter().zip(rendered).filter(|(page, _)| page.language == language);
    pages.filter_map(|(page, made)| made.entry.clone().or_else(|| search::entry(context, page))).collect()
}

/// The files for machines that list what notices say.
fn files_of(context: &Context<'_>) -> Files {
    let files = overviews::files(context).into_iter().chain(machine::files(context));
    files.map(|(path, bytes)| (path, bytes.into())).collect()
}

/// The front matter of the file behind a page.
fn source_of(hub: &Hub<'_>, page: &Page) -> Option<Place> {
    match page.kind {
        PageKind::Notice(index) => Some(hub.register.notices[index].place),
        PageKind::Free(index) => Some(hub.register.pages[index].place),
        PageKind::GeneralSection(index) => {
            let general = hub.assembly.general_of(page.language)?;
            Some(hub.register.general[general.sections[index].general?].place)
        }
        _ => None,
    }
}

/// Turns troubles with templates into diagnostics.
struct Reporter<'a> {
    theme: &'a Theme,
    sources: &'a Sources,
}

impl Reporter<'_> {
    fn diagnostic(&self, trouble: &Trouble, page: Option<Place>) -> Diagnostic {
        let file = self.theme.templates.get(&trouble.template).copied();
        let place = file.map(|file| at(file, self.span(file, trouble)));
        let fallback = self.sources.find("site.toml").map(|file| at(file, Span::default()));
        let Some(place) = place.or(page).or(fallback) else {
            panic!("a build has a site.toml");
        };
        let mut error = Diagnostic::error("template", place, trouble.message.clone());
        if let Some(name) = &trouble.name {
            error = error.suggest(&name.wrong, name.valid.iter().map(String::as_str));
        }
        error = if template(&trouble.template).is_some() {
            error.help(format!("`noticeboard theme explain {}` says what it sees.", trouble.template))
        } else {
            error.help("`noticeboard theme explain` says what templates see.")
        };
        if let Some(page) = page {
            error = error.related(page, "while rendering this page");
        }
        error
    }

    /// The bytes at fault, or else the line without its indent.
    fn span(&self, file: crate::text::FileId, trouble: &Trouble) -> Span {
        if let Some(range) = &trouble.range {
            return Span::from(range.clone());
        }
        let text = &self.sources.get(file).text;
        let before: usize =
            text.split_inclusive('\n').take(trouble.line.unwrap_or(1).saturating_sub(1)).map(str::len).sum();
        let line = text[before..].lines().next().unwrap_or_default();
        let indent = line.len() - line.trim_start().len();
        Span::new(before + indent, before + line.len())
    }
}
