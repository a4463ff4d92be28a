//! The things of a hub that have ids: in the order of their file, and found in one step however many there are.

use std::collections::HashMap;
use std::ops::Deref;

use rustc_hash::FxBuildHasher;

/// What has an id that authors write.
pub trait Identified {
    /// Its id.
    fn id(&self) -> &str;
}

/// Things in the order of their file. It reads as the list of them.
#[derive(Clone, Debug)]
pub struct ById<T> {
    all: Vec<T>,
    positions: HashMap<Box<str>, usize, FxBuildHasher>,
}

impl<T: Identified> ById<T> {
    /// The index of the thing with an id.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.positions.get(id).copied()
    }

    /// The thing with an id.
    pub fn find(&self, id: &str) -> Option<&T> {
        self.position(id).map(|position| &self.all[position])
    }
}

impl<T: Identified> FromIterator<T> for ById<T> {
    /// Of several things with one id, the first is found.
    fn from_iter<I: IntoIterator<Item = T>>(things: I) -> Self {
        let all: Vec<T> = things.into_iter().collect();
        let backwards = all.iter().enumerate().rev();
        let positions = backwards.map(|(position, thing)| (thing.id().into(), position)).collect();
        ById { all, positions }
    }
}

impl<T> Default for ById<T> {
    fn default() -> Self {
        ById { all: Vec::new(), positions: HashMap::default() }
    }
}

impl<T> Deref for ById<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq)]
    struct Thing(&'static str, u8);

    impl Identified for Thing {
        fn id(&self) -> &str {
            self.0
        }
    }

    #[test]
    fn things_keep_their_order_and_are_found_by_id() {
        let things: ById<Thing> = [Thing("b", 1), Thing("a", 2), Thing("b", 3)].into_iter().collect();
        assert_eq!(things.iter().map(|thing| thing.1).collect::<Vec<_>>(), [1, 2, 3]);
        assert_eq!((things.position("a"), things.find("b"), things.find("c")), (Some(1), Some(&Thing("b", 1)), None));
    }
}
