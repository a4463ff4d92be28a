//! Templates to HTML. Only this file, [`fields`] and [`values`] name minijinja.
//!
//! Undefined values are errors, everything is escaped unless a template says `safe`, templates come
//! from the snapshot of the hub, and fuel ends loops that would not end.

mod fields;
pub mod values;
mod words;

use std::collections::{BTreeMap, HashMap};

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, ValueKind};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, escape_formatter};

pub use values::Value;

use super::prose::escape_into;
use super::view::described::{Described, Holds};
use super::view::templates::template;
use super::view::{FrameView, PageView, SiteView};
use crate::diagnostic::nearest;
use crate::domain::{Language, bind};
use crate::language::{Wording, Wordings};
use crate::text::{Digest, DigestWriter, capitalised};

/// Instructions that the rendering of one template may take: a page of 100,000 entries needs half of them, and a loop
/// that does not end has used them up within a second.
const FUEL: u64 = 10_000_000;

/// The templates of a theme, ready to render.
pub struct Templates {
    /// What the engine knows besides: filters, functions, and the templates of a hub.
    environment: Environment<'static>,
    /// The templates by name, where all of them are the program's own.
    programs: Vec<(String, String)>,
    /// The wording and the site, by language: converted once and not once a page.
    shared: HashMap<Language, Shared>,
    /// A digest of all templates.
    texts: Digest,
    /// The same with the addresses of the theme's files.
    digest: Digest,
}

#[derive(Clone)]
struct Shared {
    /// The templates, ready to render in the language.
    environment: Environment<'static>,
    wording: Value,
    site: Value,
    /// What stands around every page.
    frame: Value,
    digest: Digest,
}

/// A template that could not be read or rendered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The template's name: `notice.html`.
    pub template: String,
    /// The line in it, from 1; none if it is not known.
    pub line: Option<usize>,
    /// The bytes of the template at fault, if they are known.
    pub range: Option<std::ops::Range<usize>>,
    /// What is wrong, as a sentence.
    pub message: String,
    /// The name that does not exist, if that is what is wrong.
    pub name: Option<Box<WrongName>>,
}

/// A name that does not exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongName {
    /// As it is written.
    pub wrong: String,
    /// The names that exist there.
    pub valid: Vec<String>,
}

impl Templates {
    /// Reads the templates, given by name and text. Reports every one that cannot be read. Those of the program itself are
    /// known to come to an end; others may take only so many instructions.
    pub fn new<'a>(templates: impl Iterator<Item = (&'a str, &'a str)>, are_own: bool) -> (Self, Vec<Trouble>) {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_auto_escape_callback(|_| AutoEscape::Html);
        environment.set_syntax(syntax());
        environment.set_debug(true);
        environment.set_fuel(are_own.then_some(FUEL));
        environment.set_formatter(print);
        environment.add_filter("fill", fill);
        environment.add_filter("safe", safe);
        let (mut programs, mut troubles) = (Vec::new(), Vec::new());
        let mut digest = Digest::default();
        for (name, text) in templates {
            digest = Digest::of(&(digest, name, text));
            if !are_own {
                programs.push((name.to_owned(), text.to_owned()));
            } else if let Err(error) = environment.add_template_owned(name.to_owned(), text.to_owned()) {
                troubles.push(trouble(name, &error));
            }
        }
        (Templates { environment, programs, shared: HashMap::new(), texts: digest, digest }, troubles)
    }

    /// Sets the addresses of the theme's files, by their path in the theme: what the function `asset` gives.
    pub fn know_assets(&mut self, addresses: BTreeMap<String, String>) {
        self.digest = Digest::of(&(self.digest, &addresses));
        self.environment.add_function("asset", move |path: &str| {
            addresses.get(path).cloned().ok_or_else(|| {
                let near = nearest(path, addresses.keys().map(String::as_str));
                let hint = near.map(|near| format!(" Did you mean `{near}`?")).unwrap_or_default();
                Error::new(ErrorKind::InvalidOperation, format!("the theme has no file `{path}`.{hint}"))
            })
        });
    }

    /// Sets what all pages of a language see: the wording as `t`, the site as `site`, and what is rendered once of them
    /// as `frame`.
    ///
    /// # Errors
    ///
    /// If a template of the frame fails.
    pub fn share(&mut self, language: Language, wordings: &Wordings, site: &SiteView) -> Result<(), Trouble> {
        let mut environment = self.environment.clone();
        let wording = values::strings(wordings.of(language).iter());
        let site = view(site.clone());
        for (name, text) in &self.programs {
            let text = words::with_words(text, &[("t", &wording), ("site", &site)]);
            environment.add_template_owned(name.clone(), text).map_err(|error| trouble(name, &error))?;
        }
        let digest = seen(&site);
        self.shared.insert(language, Shared { environment, wording, site, frame: Value::UNDEFINED, digest });
        let search = |large: bool| self.render("frame/search.html", language, vec![("large", Value::from(large))]);
        let frame = FrameView {
            search_html: search(false)?,
            large_search_html: search(true)?,
            navigation_html: self.render("frame/navigation.html", language, Vec::new())?,
            footer_html: self.render("frame/footer.html", language, Vec::new())?,
        };
        if let Some(shared) = self.shared.get_mut(&language) {
            shared.frame = view(frame);
        }
        Ok(())
    }

    /// A digest of all templates.
    pub fn texts(&self) -> Digest {
        self.texts
    }

    /// A digest of all templates, and of what they call the theme's files.
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// A digest of what all pages see of the site.
    pub fn site_digest(&self) -> Digest {
        let mut digests: Vec<(Language, Digest)> =
            self.shared.iter().map(|(of, shared)| (*of, shared.digest)).collect();
        digests.sort_unstable_by_key(|(language, _)| *language);
        Digest::of(&digests)
    }

    /// Renders a page: `page`, and one more view under its own name.
    pub fn page(
        &self,
        name: &str,
        language: Language,
        page: PageView,
        own: Option<(&'static str, Value)>,
    ) -> Result<String, Trouble> {
        let root = page.root.clone();
        let frame = self.shared.get(&language).map(|shared| ("frame", shared.frame.clone()));
        let context = [("page", view(page))].into_iter().chain(frame).chain(own);
        self.render(name, language, context.collect()).map(|html| bind(html, &root))
    }

    /// Renders a section as it stands below a heading of level 2: its view as `data`.
    pub fn section(&self, name: &str, language: Language, data: impl Described) -> Result<String, Trouble> {
        self.section_at(name, language, data, 3)
    }

    /// Renders a section whose highest headings have a level, which templates see as `level`.
    pub fn section_at(
        &self,
        name: &str,
        language: Language,
        data: impl Described,
        level: u8,
    ) -> Result<String, Trouble> {
        self.render(name, language, vec![("data", view(data)), ("level", Value::from(level))])
    }

    fn render(
        &self,
        name: &str,
        language: Language,
        mut context: Vec<(&'static str, Value)>,
    ) -> Result<String, Trouble> {
        debug_assert!(is_declared(name, &context), "{name} sees something else than its view declares");
        let mut environment = &self.environment;
        if let Some(shared) = self.shared.get(&language) {
            environment = &shared.environment;
            context.push(("t", shared.wording.clone()));
            context.push(("site", shared.site.clone()));
        }
        let template = environment.get_template(name).map_err(|error| trouble(name, &error))?;
        template.render(values::record(context)).map_err(|error| trouble(name, &error))
    }
}

/// Whether what a template is given is what the table of templates says, field by field.
fn is_declared(name: &str, context: &[(&'static str, Value)]) -> bool {
    let Some(template) = template(name) else { return false };
    let declared = template.sees();
    let is_as_declared = |(name, value): &(&'static str, Value)| {
        let holds = declared.iter().find(|(declared, _)| declared == name).map(|(_, holds)| *holds);
        holds.is_some_and(|holds| fits(value, holds))
    };
    context.iter().all(is_as_declared)
        && declared.iter().all(|(declared, _)| *declared == "site" || context.iter().any(|(name, _)| name == declared))
}

/// Whether a value is what a view says that it holds.
fn fits(value: &Value, holds: Holds) -> bool {
    match holds {
        Holds::Text => value.as_str().is_some(),
        Holds::Number => value.is_number(),
        Holds::Truth => value.kind() == ValueKind::Bool,
        Holds::Optional(inner) => value.is_none() || fits(value, *inner),
        Holds::List(inner) => value.try_iter().is_ok_and(|mut values| values.all(|value| fits(&value, *inner))),
        Holds::View(view) => {
            let fields = view.fields();
            value.len() == Some(fields.len())
                && fields.iter().all(|field| value.get_attr(field.name).is_ok_and(|value| fits(&value, field.holds)))
        }
    }
}

/// How templates are written: the line of a statement leaves nothing behind.
fn syntax() -> SyntaxConfig {
    SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build().unwrap_or_default()
}

/// Every name in the templates, given by name and text, that means nothing there.
pub fn check<'t>(templates: impl Iterator<Item = (&'t str, &'t str)>, wording: &Wording) -> Vec<Trouble> {
    fields::check(templates, wording)
}

/// A digest of all that a template can see of a value.
fn seen(value: &Value) -> Digest {
    let mut writer = DigestWriter::default();
    match serde_json::to_writer(&mut writer, value) {
        Ok(()) => writer.digest(),
        // Views hold texts, numbers and lists of them, which always can be written.
        Err(error) => panic!("a view cannot be written as JSON: {error}"),
    }
}

/// A view as a value for [`Templates::page`].
pub fn view(view: impl Described) -> Value {
    view.value(false)
}

/// Prints a value: text with our own escaping, which leaves slashes alone, nothing for what is absent, and everything else
/// as the engine does.
fn print(output: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    match value.as_str() {
        Some(html) if value.is_safe() => output.write_str(html).map_err(Error::from),
        Some(text) => words::print(text, output).map_err(Error::from),
        None if value.is_none() => Ok(()),
        None => escape_formatter(output, state, value),
    }
}

/// The filter `safe`: text that is HTML. Like the engine's, but it copies the text once.
fn safe(value: &Value) -> Value {
    match value.as_str() {
        Some(_) if value.is_safe() => value.clone(),
        Some(text) => Value::from_safe_string(text.to_owned()),
        None => Value::from_safe_string(value.to_string()),
    }
}

/// The filter `fill`: wording with its slots filled in, as safe HTML.
#[allow(clippy::needless_pass_by_value)] // the engine hands filters their arguments by value
fn fill(text: &Value, slots: Kwargs) -> Result<Value, Error> {
    let Some(text) = text.as_str() else {
        return Err(Error::new(ErrorKind::InvalidOperation, "only a string has slots to fill"));
    };
    let mut html = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        let Some(close) = rest[open..].find('}') else { break };
        escape_into(&rest[..open], &mut html);
        let value: Value = slots.get(&rest[open + 1..open + close])?;
        match value.as_str() {
            Some(text) if value.is_safe() => html.push_str(text),
            Some(text) => escape_into(text, &mut html),
            None => escape_into(&value.to_string(), &mut html),
        }
        rest = &rest[open + close + 1..];
    }
    escape_into(rest, &mut html);
    slots.assert_all_used()?;
    Ok(Value::from_safe_string(html))
}

/// The innermost place of an error: included templates and macros wrap the real one.
fn trouble(name: &str, error: &Error) -> Trouble {
    let mut innermost = error;
    let mut source = std::error::Error::source(error);
    while let Some(inner) = source.and_then(|source| source.downcast_ref::<Error>()) {
        if inner.name().is_some() && inner.line().is_some() {
            innermost = inner;
        }
        source = std::error::Error::source(inner);
    }
    let what = match innermost.kind() {
        ErrorKind::UndefinedError => "This value does not exist".to_owned(),
        ErrorKind::TemplateNotFound => "This template includes one that does not exist".to_owned(),
        ErrorKind::OutOfFuel => "This template does not come to an end".to_owned(),
        kind => capitalised(&kind.to_string()),
    };
    let detail = innermost.detail().map(|detail| format!(": {detail}")).unwrap_or_default();
    Trouble {
        template: innermost.name().unwrap_or(name).to_owned(),
        line: innermost.line(),
        range: innermost.range(),
        message: format!("{what}{detail}"),
        name: None,
    }
}
