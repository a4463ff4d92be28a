//! Digests: whether something is the same as before, without keeping it.

use std::fmt;
use std::hash::{BuildHasher, Hash, Hasher};
use std::io::{self, Write};
use std::num::ParseIntError;
use std::str::FromStr;

use foldhash::quality::{FixedState, FoldHasher};

/// A digest of some value. Equal values have equal digests, and values that differ have different ones for all
/// practical purposes: two of them agree by chance once in 10¹⁹ times. Holds for one and the same program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Digest(u64);

impl Digest {
    /// The digest of a value.
    pub fn of(value: &(impl Hash + ?Sized)) -> Self {
        let mut hasher = hasher();
        value.hash(&mut hasher);
        Digest(hasher.finish())
    }

    /// The digest of several values, in their order.
    pub fn of_all<T: Hash>(values: impl IntoIterator<Item = T>) -> Self {
        let mut hasher = hasher();
        for value in values {
            value.hash(&mut hasher);
            hasher.write_u8(1);
        }
        Digest(hasher.finish())
    }
}

/// Quick, and good enough that what differs is told apart: nobody gains by making two files that are taken for one.
fn hasher() -> FoldHasher<'static> {
    FixedState::with_seed(0).build_hasher()
}

impl FromStr for Digest {
    type Err = ParseIntError;

    /// Reads what is printed: sixteen hexadecimal digits.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        u64::from_str_radix(text, 16).map(Digest)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// Takes the digest of what is written into it.
pub struct DigestWriter(FoldHasher<'static>);

impl Default for DigestWriter {
    fn default() -> Self {
        DigestWriter(hasher())
    }
}

impl DigestWriter {
    /// The digest of all that has been written.
    pub fn digest(&self) -> Digest {
        Digest(self.0.finish())
    }
}

impl Write for DigestWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Hasher::write(&mut self.0, bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_that_differ_have_digests_that_differ() {
        assert_eq!(Digest::of("a"), Digest::of(&"a".to_owned()));
        assert_ne!(Digest::of("a"), Digest::of("b"));
        assert_ne!(Digest::of(&["ab", "c"]), Digest::of(&["a", "bc"]));
        assert_eq!(Digest::of_all(["ab", "c"]), Digest::of_all(vec!["ab", "c"]));
        assert_ne!(Digest::of_all(["ab", "c"]), Digest::of_all(["a", "bc"]));
        assert_ne!(Digest::of_all([1, 2]), Digest::of_all([1, 2, 0]));
        assert_eq!(Digest::of("a").to_string().parse(), Ok(Digest::of("a")));
    }
}
