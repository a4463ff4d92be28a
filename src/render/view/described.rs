//! What a view is, as a value: its fields with their types and meanings, from the declarations of the views themselves.
//!
//! The macro [`views`] declares views and describes them in one go, so that no field can be without a meaning. By these
//! descriptions templates are checked before anything is rendered, and docs/themes.md is written from them.

use std::sync::Arc;

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

macro_rules! described {
    ($($type:ty => $holds:ident,)+) => {
        $(impl Described for $type {
            const HOLDS: Holds = Holds::$holds;
        })+
    };
}

described! {
    String => Text,
    &str => Text,
    Arc<str> => Text,
    usize => Number,
    bool => Truth,
}

impl<T: Described> Described for Option<T> {
    const HOLDS: Holds = Holds::Optional(&T::HOLDS);
}

impl<T: Described> Described for Vec<T> {
    const HOLDS: Holds = Holds::List(&T::HOLDS);
}

/// Declares views, each with what it is, and each field with what it says.
macro_rules! views {
    ($(
        $(#[doc = $about:literal])+
        #[derive($($derive:ident),+)]
        pub struct $name:ident $(<$life:lifetime>)? {
            $($(#[doc = $meaning:literal])+ $(#[serde($flatten:ident)])? pub $field:ident: $type:ty,)+
        }
    )+) => {$(
        $(#[doc = $about])+
        #[derive($($derive),+)]
        pub struct $name $(<$life>)? {
            $($(#[doc = $meaning])+ $(#[serde($flatten)])? pub $field: $type,)+
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
                        is_flat: $crate::render::view::described::is_any(&[$(stringify!($flatten))?]),
                    }),+],
                });
        }
    )+};
}

/// Whether something stood at an optional place of a declaration.
pub(super) const fn is_any(marks: &[&str]) -> bool {
    !marks.is_empty()
}

pub(super) use views;
