//! The pages where a heading or word stands, as short text.
//!
//! Pages are numbers in rising order, each written as its distance from the one after the last: in characters that JSON
//! leaves alone, the last of a number from `#` to `R`, those before it from `]` to `|`.

/// The characters that end a number: 48 from `#`.
const LAST: (u8, u32) = (b'#', 48);
/// The characters before the last of a number: 32 from `]`.
const BEFORE: (u8, u32) = (b']', 32);

/// The pages of a term, as written so far.
#[derive(Clone, Debug, Default)]
pub struct Pages {
    /// The number after the last page.
    next: u32,
    text: String,
}

impl Pages {
    /// Adds a page, unless it is the last one already. Pages come in rising order.
    pub fn add(&mut self, page: u32) {
        if self.next <= page {
            number(page - self.next, &mut self.text);
            self.next = page + 1;
        }
    }

    /// The pages as written.
    pub fn written(self) -> String {
        self.text
    }
}

/// The pages of a text that was written here.
pub fn read(text: &str) -> impl Iterator<Item = u32> {
    let (mut next, mut before) = (0_u32, 0_u32);
    text.bytes().filter_map(move |byte| {
        if byte >= BEFORE.0 {
            before = before.wrapping_mul(BEFORE.1).wrapping_add(u32::from(byte - BEFORE.0) + 1);
            return None;
        }
        let number = before.wrapping_mul(LAST.1).wrapping_add(u32::from(byte.wrapping_sub(LAST.0)));
        let page = next.wrapping_add(number);
        (next, before) = (page.wrapping_add(1), 0);
        Some(page)
    })
}

fn number(number: u32, text: &mut String) {
    // Most words stand on the next page again, or soon.
    if number < LAST.1 {
        text.push(character(LAST.0, number));
        return;
    }
    let mut rest = number / LAST.1;
    let mut before = Vec::new();
    while rest > 0 {
        rest -= 1;
        before.push(character(BEFORE.0, rest % BEFORE.1));
        rest /= BEFORE.1;
    }
    text.extend(before.into_iter().rev());
    text.push(character(LAST.0, number % LAST.1));
}

/// One of the few characters from a first one on.
fn character(first: u8, number: u32) -> char {
    char::from(first.wrapping_add(number as u8))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(pages: impl IntoIterator<Item = u32>) -> String {
        let mut all = Pages::default();
        pages.into_iter().for_each(|page| all.add(page));
        all.written()
    }

    #[test]
    fn numbers_are_short_and_differ() {
        let first = |page: u32| written([page]);
        assert_eq!(["#", "R", "]#", "|R", "]]#"], [0, 47, 48, 32 * 48 + 47, 33 * 48].map(first).as_slice());
        let all: std::collections::BTreeSet<String> = (0..60_000).map(first).collect();
        assert_eq!(all.len(), 60_000);
        assert!(all.iter().all(|text| !text.contains(['"', '\\', ' '])));
    }

    #[test]
    fn pages_are_written_as_distances() {
        assert_eq!(written([0, 1, 1, 3]), "##$");
        assert_eq!(written([]), "");
    }

    #[test]
    fn what_is_written_can_be_read() {
        for step in [1, 2, 47, 48, 49, 1000, 1_600, 70_000] {
            let pages: Vec<u32> = (0..40).map(|index| 3 * index * step + index % 3).collect();
            assert_eq!(read(&written(pages.iter().copied())).collect::<Vec<_>>(), pages);
        }
    }
}
