//! The shapes of what authors write: which keys a table may have and what each may hold.
//!
//! A shape is a declaration. [`mod@super::validate`] holds a table against it and reports everything
//! that does not fit; the readers beside it may then take the values without asking again.

/// A table: its keys, in the order of the documentation.
#[derive(Debug)]
pub struct Shape {
    /// What it is, for sentences: "a notice".
    pub name: &'static str,
    /// Its keys.
    pub keys: &'static [Key],
    /// Keys of which exactly one must be there. Empty: no such rule.
    pub one_of: &'static [&'static str],
}

/// A key of a table.
#[derive(Debug)]
pub struct Key {
    /// The key.
    pub name: &'static str,
    /// What it may hold.
    pub kind: Kind,
    /// Whether it must be there.
    pub required: bool,
    /// What it says, for people, ending without a full stop.
    pub about: &'static str,
    /// What holds where it is left out, as written in TOML.
    pub default: Option<&'static str>,
    /// What an author might write, as written in TOML.
    pub example: Option<&'static str>,
}

impl Key {
    /// The same key with what holds where it is left out.
    pub const fn or(self, default: &'static str) -> Key {
        Key { default: Some(default), ..self }
    }

    /// The same key with an example.
    pub const fn like(self, example: &'static str) -> Key {
        Key { example: Some(example), ..self }
    }
}

/// What a key may hold.
#[derive(Debug)]
pub enum Kind {
    /// Text, printed as it stands.
    Text,
    /// Text with inline Markdown and placeholders.
    Words,
    /// Text, or a table of texts by language.
    Localised,
    /// A date or a month, as a TOML date or in quotation marks.
    Date,
    /// A whole number between two limits.
    Whole(i64, i64),
    /// True or false.
    Truth,
    /// An address on the web.
    Url,
    /// An email address.
    Email,
    /// An old address of the hub: `/council-tax-privacy/`.
    Alias,
    /// A way to reach somebody: an email address, a web address, or `tel:` and a number.
    Reach,
    /// Where a link leads, as in Markdown: `page:accessibility`.
    Link,
    /// A colour, or a table of one for light and one for dark screens.
    Colours,
    /// A table of strings in place of the product's own.
    Strings,
    /// One of some names.
    Choice(&'static [&'static str]),
    /// A lawful basis: its name, or `6(1)(c)`.
    LawfulBasis,
    /// A condition of Article 9(2): `9(2)(g)`.
    Article9,
    /// The id of something that exists.
    Id(Ids),
    /// One value, or a list of them.
    OneOrMore(&'static Kind),
    /// A list.
    List(&'static Kind),
    /// A table.
    Table(&'static Shape),
    /// A list of tables.
    Tables(&'static Shape),
    /// A list of tables, or the word "none".
    TablesOrNone(&'static Shape),
    /// Text with inline Markdown, or a table.
    WordsOr(&'static Shape),
    /// Text, or a table.
    TextOr(&'static Shape),
    /// A table whose keys are names.
    Map(Names, &'static Kind),
}

/// What the keys of a map are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    /// Ids that the author makes up.
    New,
    /// Ids of things that exist.
    Existing(Ids),
    /// Names that are looked at later.
    Any,
}

/// The things that have ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ids {
    /// `[categories]` of `site.toml`.
    Category,
    /// `[controllers]` of `site.toml`.
    Controller,
    /// Files in `content/notices`.
    Notice,
    /// Tables of `organisations.toml`.
    Organisation,
    /// Standard sections and files in `content/general`.
    Section,
    /// The languages that the product speaks.
    Language,
}

impl Ids {
    /// What it is, for sentences.
    pub fn name(self) -> &'static str {
        match self {
            Ids::Category => "category",
            Ids::Controller => "controller",
            Ids::Notice => "notice",
            Ids::Organisation => "organisation",
            Ids::Section => "general section",
            Ids::Language => "language",
        }
    }

    /// The stable name of the error about one that does not exist.
    pub fn code(self) -> &'static str {
        match self {
            Ids::Category => "unknown-category",
            Ids::Controller => "unknown-controller",
            Ids::Notice => "unknown-notice",
            Ids::Organisation => "unknown-organisation",
            Ids::Section => "unknown-section",
            Ids::Language => "unknown-language",
        }
    }
}

/// A key that must be there.
pub const fn required(name: &'static str, kind: Kind, about: &'static str) -> Key {
    Key { name, kind, required: true, about, default: None, example: None }
}

/// A key that may be left out.
pub const fn optional(name: &'static str, kind: Kind, about: &'static str) -> Key {
    Key { name, kind, required: false, about, default: None, example: None }
}
