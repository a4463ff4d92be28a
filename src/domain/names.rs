//! Closed lists of names: enums whose values authors write by name.

/// Declares an enum whose values have fixed names in the front matter.
macro_rules! names {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $id:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* #[allow(missing_docs)] $variant,)+ }

        impl $name {
            /// Every value with its name, in the order of the documentation.
            pub const ALL: &'static [(&'static str, $name)] = &[$(($id, $name::$variant),)+];

            /// The names alone.
            pub const NAMES: &'static [&'static str] = &[$($id,)+];

            /// The value of a name.
            pub fn from_id(id: &str) -> Option<$name> {
                Self::ALL.iter().find(|(name, _)| *name == id).map(|(_, value)| *value)
            }

            /// Its name in the front matter.
            pub fn id(self) -> &'static str {
                match self { $($name::$variant => $id,)+ }
            }
        }
    };
}

pub(super) use names;
