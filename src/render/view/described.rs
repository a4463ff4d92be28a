//! What a view is, as a value: its fields with their types and meanings, from the declarations of the views themselves.
//!
//! The macro [`views`] declares views and describes them in one go, so that no field can be without a meaning. By these
//! descriptions templates are checked before anything is rendered, and docs/themes.md is written from them.

use std::fmt::Debug;
use std::ops::Deref;

use crate::render::template::values::{self, Fields, Value};

/// What a template can see of a view.
#[derive(Debug, PartialEq, Eq)]
pub struct ViewType {
    /// Its name in the manual.
    pub name: &'static str,
    /// What it is, in lines.
    pub about: &'static [&'static str],
    /// Its fields, in the order of their declaration.
    pub declared: &'static [ViewField],
}

/// A field of a view.
#[derive(Debug, PartialEq, Eq)]
pub struct ViewField {
    /// Its name.
    pub name: &'static str,
    /// What it says, in lines.
    pub about: &'static [&'static str],
    /// What it holds.
    pub holds: Holds,
    /// Whether the fields of the view in it stand in its place.
    pub is_flat: bool,
}

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Text, or HTML where the name of the field says so.
    Text,
    /// A whole number.
    Number,
    /// True or false.
    Truth,
    /// Something, or none.
    Optional(&'static Holds),
    /// A list.
    List(&'static Holds),
    /// A view.
    View(&'static ViewType),
}

/// A type that a field of a view may have.
pub trait Described {
    /// What it holds.
    const HOLDS: Holds;

    /// What templates get of it: HTML, where the name of the field says so, which they print as it is.
    fn value(self, is_html: bool) -> Value;
}

/// A view, whose fields may stand among those of another.
pub trait View {
    /// Adds its fields to others.
    fn add_to(self, fields: &mut Fields);
}

impl ViewType {
    /// Its fields as templates see them.
    pub fn fields(&self) -> Vec<&'static ViewField> {
        let mut fields = Vec::new();
        for field in self.declared {
            match field.holds {
                Holds::View(inner) if field.is_flat => fields.extend(inner.fields()),
                _ => fields.push(field),
            }
        }
        fields
    }
}

impl Described for String {
    const HOLDS: Holds = Holds::Text;

    fn value(self, is_html: bool) -> Value {
        if is_html { values::html(self) } else { Value::from(self) }
    }
}

impl Described for &str {
    const HOLDS: Holds = Holds::Text;

    fn value(self, _: bool) -> Value {
        Value::from(self)
    }
}

impl Described for usize {
    const HOLDS: Holds = Holds::Number;

    fn value(self, _: bool) -> Value {
        Value::from(self)
    }
}

impl Described for bool {
    const HOLDS: Holds = Holds::Truth;

    fn value(self, _: bool) -> Value {
        Value::from(self)
    }
}

impl<T: Described> Described for Option<T> {
    const HOLDS: Holds = Holds::Optional(&T::HOLDS);

    fn value(self, is_html: bool) -> Value {
        self.map_or(Value::from(()), |one| one.value(is_html))
    }
}

impl<T: Described> Described for Vec<T> {
    const HOLDS: Holds = Holds::List(&T::HOLDS);

    fn value(self, is_html: bool) -> Value {
        self.into_iter().map(|one| one.value(is_html)).collect()
    }
}

/// A list of which pages print the same as HTML: its entries become values only for a template that asks for them.
#[derive(Clone, Debug)]
pub struct Listed<T>(pub Vec<T>);

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Listed(Vec::new())
    }
}

impl<T> Deref for Listed<T> {
    type Target = Vec<T>;

    fn deref(&self) -> &Vec<T> {
        &self.0
    }
}

impl<'l, T> IntoIterator for &'l Listed<T> {
    type Item = &'l T;
    type IntoIter = std::slice::Iter<'l, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<T: Described + Clone + Debug + Send + Sync + 'static> Described for Listed<T> {
    const HOLDS: Holds = Holds::List(&T::HOLDS);

    fn value(self, is_html: bool) -> Value {
        if is_html {
            values::list(self.0, |one| one.clone().value(true))
        } else {
            values::list(self.0, |one| one.clone().value(false))
        }
    }
}

/// Declares views, each with what it is, and each field with what it says.
macro_rules! views {
    ($(
        $(#[doc = $about:literal])+
        #[derive($($derive:ident),+)]
        pub struct $name:ident $(<$life:lifetime>)? {
            $($(#[doc = $meaning:literal])+ $(#[fields($flat:ident)])? pub $field:ident: $type:ty,)+
        }
    )+) => {$(
        $(#[doc = $about])+
        #[derive($($derive),+)]
        pub struct $name $(<$life>)? {
            $($(#[doc = $meaning])+ pub $field: $type,)+
        }

        impl $(<$life>)? $crate::render::view::described::Described for $name $(<$life>)? {
            const HOLDS: $crate::render::view::described::Holds =
                $crate::render::view::described::Holds::View(&$crate::render::view::described::ViewType {
                    name: stringify!($name),
                    about: &[$($about),+],
                    declared: &[$($crate::render::view::described::ViewField {
                        name: stringify!($field),
                        about: &[$($meaning),+],
                        holds: <$type as $crate::render::view::described::Described>::HOLDS,
                        is_flat: $crate::render::view::described::is_any(&[$(stringify!($flat))?]),
                    }),+],
                });

            fn value(self, _: bool) -> $crate::render::template::values::Value {
                let mut fields = Vec::with_capacity([$(stringify!($field)),+].len());
                $crate::render::view::described::View::add_to(self, &mut fields);
                $crate::render::template::values::record(fields)
            }
        }

        impl $(<$life>)? $crate::render::view::described::View for $name $(<$life>)? {
            fn add_to(self, fields: &mut $crate::render::template::values::Fields) {
                $($crate::render::view::described::add_field!(fields, self, $field $(, $flat)?);)+
            }
        }
    )+};
}

/// Adds a field of a view to its fields as templates see them, or in its place the fields of the view in it.
macro_rules! add_field {
    ($fields:ident, $view:ident, $field:ident) => {{
        const IS_HTML: bool = $crate::render::view::described::is_html(stringify!($field));
        let value = $crate::render::view::described::Described::value($view.$field, IS_HTML);
        $fields.push((stringify!($field), value));
    }};
    ($fields:ident, $view:ident, $field:ident, flat) => {
        $crate::render::view::described::View::add_to($view.$field, $fields)
    };
}

/// Whether the name of a field says that it holds HTML.
pub(super) const fn is_html(name: &str) -> bool {
    matches!(name.as_bytes(), b"html" | [.., b'_', b'h', b't', b'm', b'l'])
}

/// Whether something stood at an optional place of a declaration.
pub(super) const fn is_any(marks: &[&str]) -> bool {
    !marks.is_empty()
}

pub(super) use {add_field, views};
