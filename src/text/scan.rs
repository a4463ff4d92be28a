//! Where a byte of some kind stands next, for texts in which there is seldom one.

/// How many bytes are looked at in one go.
const BLOCK: usize = 16;

/// The place of the first byte that is wanted. Whole blocks without one are passed over at once, which processors do in a
/// few steps where the question is a comparison or two.
#[inline]
pub fn find_byte(text: &str, is_wanted: impl Fn(u8) -> bool) -> Option<usize> {
    let bytes = text.as_bytes();
    let (blocks, _) = bytes.as_chunks::<BLOCK>();
    let has_one = |block: &[u8; BLOCK]| block.iter().fold(false, |has, byte| has | is_wanted(*byte));
    let passed = blocks.iter().take_while(|block| !has_one(block)).count() * BLOCK;
    bytes[passed..].iter().position(|byte| is_wanted(*byte)).map(|place| passed + place)
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
