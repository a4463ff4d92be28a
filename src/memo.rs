//! Floor 0. What one build hands on to the next: values under explicit keys.
//!
//! A key names everything that a value was made from. The value of a slot is taken again where its key is the same as
//! in the last build, and made anew where it is not: there is no invalidation, only look-up. What a build does not
//! ask for is forgotten. Knows nothing of what it keeps.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;

use rustc_hash::FxBuildHasher;

/// The values of the last build, one to a slot, each with the key that it was made under.
#[derive(Debug)]
pub struct Memo<S, K, V> {
    last: HashMap<S, (K, V), FxBuildHasher>,
    /// Whether no build follows.
    is_once: bool,
}

impl<S, K, V> Default for Memo<S, K, V> {
    fn default() -> Self {
        Memo { last: HashMap::default(), is_once: false }
    }
}

impl<S, K, V> Memo<S, K, V> {
    /// The memory for a build that no other follows: it keeps nothing, and asks for no keys.
    pub fn once() -> Self {
        Memo { is_once: true, ..Memo::default() }
    }
}

impl<S: Eq + Hash, K: Eq + Default, V: Clone> Memo<S, K, V> {
    /// The key of a value, if anybody will ask for it.
    pub fn key(&self, make: impl FnOnce() -> K) -> K {
        if self.is_once { K::default() } else { make() }
    }

    /// The value of a slot, if it was made under this very key.
    pub fn get<Q: Eq + Hash + ?Sized>(&self, slot: &Q, key: &K) -> Option<V>
    where
        S: Borrow<Q>,
    {
        self.last.get(slot).filter(|(last, _)| last == key).map(|(_, value)| value.clone())
    }

    /// Keeps what a build has made or taken again, and forgets everything else.
    pub fn keep(&mut self, values: impl Iterator<Item = (S, K, V)>) {
        if self.is_once {
            return;
        }
        self.last.clear();
        self.last.extend(values.map(|(slot, key, value)| (slot, (key, value))));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_asks_for_is_not_kept() {
        let mut memo = Memo::once();
        assert_eq!(memo.key(|| 1), 0);
        memo.keep([("a.md", 0, "one")].into_iter());
        assert_eq!(memo.get(&"a.md", &0), None);
    }

    #[test]
    fn a_value_is_taken_again_only_under_its_key() {
        let mut memo = Memo::default();
        assert_eq!(memo.get(&"a.md", &1), None);
        memo.keep([("a.md", 1, "one"), ("b.md", 1, "other")].into_iter());
        assert_eq!(memo.get(&"a.md", &1), Some("one"));
        assert_eq!(memo.get(&"a.md", &2), None);
        assert_eq!(memo.get(&"c.md", &1), None);
        memo.keep([("a.md", 2, "two")].into_iter());
        assert_eq!((memo.get(&"a.md", &1), memo.get(&"a.md", &2)), (None, Some("two")));
        assert_eq!(memo.get(&"b.md", &1), None, "what was not asked for is forgotten");
    }
}
