//! A range of bytes in one source, and the line and column at which it starts.

use std::ops::Range;

use memchr::{memchr_iter, memrchr};

/// A half-open range of bytes in the text of one source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset of the byte after the last.
    pub end: u32,
}

impl Span {
    /// A span from byte offsets. Sources are far smaller than 4 GiB: a larger offset is cut.
    pub fn new(start: usize, end: usize) -> Self {
        let cut = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Span { start: cut(start), end: cut(end.max(start)) }
    }

    /// The same range moved by `offset` bytes.
    pub fn shifted(self, offset: usize) -> Self {
        Span::new(self.start as usize + offset, self.end as usize + offset)
    }

    /// The range as indices into the source's text.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Span::new(range.start, range.end)
    }
}

/// A position as people and editors count it: both start at 1, columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineColumn {
    /// Line number, from 1.
    pub line: usize,
    /// Column number in characters, from 1.
    pub column: usize,
}

impl LineColumn {
    /// The line and column of the byte `offset` in `text`; past the end, the end.
    pub fn of(text: &str, offset: usize) -> Self {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let before = &text[..offset];
        let line_start = memrchr(b'\n', before.as_bytes()).map_or(0, |newline| newline + 1);
        let line = memchr_iter(b'\n', before.as_bytes()).count() + 1;
        let column = before[line_start..].chars().filter(|c| *c != '\u{feff}').count() + 1;
        LineColumn { line, column }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, offset: usize, line: usize, column: usize) {
        assert_eq!(LineColumn::of(text, offset), LineColumn { line, column }, "{text:?} at {offset}");
    }

    #[test]
    fn counts_lines_and_characters_from_one() {
        check("abc", 0, 1, 1);
        check("abc\ndef", 5, 2, 2);
        check("Tŷ: x", 5, 1, 5);
        check("a\r\nbc", 4, 2, 2);
        check("\u{feff}ab", 4, 1, 2);
        check("ab", 99, 1, 3);
        check("é", 1, 1, 1);
    }
}
