//! Strings of the front matter, with the place where they stand.

use std::ops::Deref;
use std::sync::Arc;

use crate::text::{Place, Stretch};

use super::Prose;

/// A text that is printed as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The words.
    pub value: Stretch,
    /// Where they stand.
    pub place: Place,
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.value
    }
}

/// A text in which inline Markdown and placeholders count.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// The words as written.
    pub value: Stretch,
    /// What Markdown makes of them; none where they hold no markup, which is the usual case.
    pub prose: Option<Arc<Prose>>,
    /// Where they stand.
    pub place: Place,
}

impl Words {
    /// The words without markup, for places where none is possible.
    pub fn plain(&self) -> String {
        match &self.prose {
            Some(prose) => prose.plain(),
            None => self.value.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Inline, Item};
    use super::*;

    #[test]
    fn what_a_hub_holds_most_of_is_small() {
        let sizes = [size_of::<Text>(), size_of::<Words>(), size_of::<Item>(), size_of::<Inline>()];
        assert_eq!(sizes, [32, 40, 56, 24]);
    }
}
