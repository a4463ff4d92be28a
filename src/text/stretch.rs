//! Stretches of longer texts, which are kept once for all of them.
//!
//! What a file says is hundreds of short strings. Nearly all of them stand in its text as they are: they need no memory of
//! their own.

use std::borrow::Borrow;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

use super::Span;

/// A stretch of a text. A copy shares the text.
#[derive(Clone, Default)]
pub struct Stretch {
    whole: Arc<String>,
    span: Span,
}

impl Stretch {
    /// The stretch of the whole that a part of it is; a text of its own where it lies elsewhere.
    pub fn of(whole: &Arc<String>, part: &str) -> Self {
        let start = part.as_ptr().addr().wrapping_sub(whole.as_ptr().addr());
        match start.checked_add(part.len()) {
            Some(end) if end <= whole.len() => Stretch { whole: Arc::clone(whole), span: Span::new(start, end) },
            _ => part.into(),
        }
    }

    /// A part of it, likewise.
    pub fn part(&self, part: &str) -> Self {
        Stretch::of(&self.whole, part)
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.whole[self.span.range()]
    }
}

impl From<&str> for Stretch {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<String> for Stretch {
    fn from(text: String) -> Self {
        Stretch { span: Span::new(0, text.len()), whole: text.into() }
    }
}

impl Deref for Stretch {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl Borrow<str> for Stretch {
    fn borrow(&self) -> &str {
        self
    }
}

impl PartialEq for Stretch {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Stretch {}

impl PartialEq<String> for Stretch {
    fn eq(&self, other: &String) -> bool {
        **self == **other
    }
}

impl PartialEq<Stretch> for String {
    fn eq(&self, other: &Stretch) -> bool {
        **self == **other
    }
}

impl Hash for Stretch {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl fmt::Display for Stretch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

impl fmt::Debug for Stretch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_text_is_kept_with_it_and_any_other_by_itself() {
        let whole = Arc::new("one two".to_owned());
        let check = |part: &str, holders: usize| {
            let stretch = Stretch::of(&whole, part);
            assert_eq!((&*stretch, Arc::strong_count(&whole)), (part, holders), "{part:?}");
        };
        check(&whole, 2);
        check(&whole[4..], 2);
        check(&whole[7..], 2);
        check("one two", 1);
        check(&"x".repeat(100), 1);
        check("", 1);
        assert_eq!(size_of::<Stretch>(), 16);
    }
}
