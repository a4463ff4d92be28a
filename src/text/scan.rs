//! Where a byte of some kind stands next, for texts in which there is seldom one.

use memchr::memchr_iter;

/// How many bytes are looked at in one go.
const BLOCK: usize = 16;

/// The place of the first byte that is wanted. Whole blocks without one are passed over at once: processors do so in a few
/// steps where the question is some comparisons, joined by `|` and not by `||`.
#[inline]
pub fn find_byte(text: &str, is_wanted: impl Fn(u8) -> bool) -> Option<usize> {
    let bytes = text.as_bytes();
    let (blocks, _) = bytes.as_chunks::<BLOCK>();
    let is_clean = |block: &[u8; BLOCK]| !block.iter().fold(false, |has, byte| has | is_wanted(*byte));
    let clean = blocks.iter().take_while(|block| is_clean(block)).count();
    // What is left after the last whole block is looked at together with its end.
    if clean == blocks.len() && bytes.last_chunk().is_some_and(is_clean) {
        return None;
    }
    let passed = clean * BLOCK;
    bytes[passed..].iter().position(|byte| is_wanted(*byte)).map(|place| passed + place)
}

/// Where a mark and another right behind it first stand in a text.
pub fn find_pair(text: &str, [first, second]: [u8; 2]) -> Option<usize> {
    let bytes = text.as_bytes();
    memchr_iter(first, bytes).find(|at| bytes.get(at + 1) == Some(&second))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_one_is_found_wherever_it_stands() {
        for length in 0..50 {
            let clean = "x".repeat(length);
            assert_eq!(find_byte(&clean, |byte| byte == b'<'), None);
            for place in 0..length {
                let text = format!("{}<{}", &clean[..place], "<x".repeat(length));
                assert_eq!(find_byte(&text, |byte| byte == b'<'), Some(place), "{text}");
            }
        }
    }
}
