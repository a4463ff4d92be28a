//! Compressed copies of texts, beside them: `.gz` and `.br`, for hosts that serve them as they are.
//!
//! The same text gives the same copies on every machine. A copy is made when somebody asks for it, so that a preview
//! never pays for it.

use crate::domain::media::{content_type, is_text};
use crate::render::site::Site;

/// Smaller files gain nothing. Only the size of what is there as it is can be told beforehand.
const LEAST: usize = 512;

/// How a copy is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compression {
    /// As `.gz`.
    Gzip,
    /// As `.br`.
    Brotli,
}

impl Compression {
    /// What the names of copies end in.
    pub fn ending(self) -> &'static str {
        match self {
            Compression::Gzip => ".gz",
            Compression::Brotli => ".br",
        }
    }

    /// The path of what a copy was made from.
    pub fn original(self, path: &str) -> &str {
        path.strip_suffix(self.ending()).unwrap_or(path)
    }

    /// The copy of a text.
    pub fn compress(self, text: &[u8]) -> Vec<u8> {
        match self {
            Compression::Gzip => gzip(text),
            Compression::Brotli => brotli(text),
        }
    }
}

/// Adds copies of all texts of a site.
pub fn add(site: &mut Site) {
    let is_worth_it = |path: &&str| is_text(content_type(path)) && site.given(path).is_none_or(|size| size >= LEAST);
    let texts: Vec<String> = site.paths().filter(is_worth_it).map(str::to_owned).collect();
    for path in texts {
        site.add_copy(&path, Compression::Gzip);
        site.add_copy(&path, Compression::Brotli);
    }
}

/// A text in the format of RFC 1952, without a name or a time.
fn gzip(text: &[u8]) -> Vec<u8> {
    const HEAD: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255];
    let mut bytes = HEAD.to_vec();
    bytes.extend(miniz_oxide::deflate::compress_to_vec(text, 9));
    bytes.extend(crc32fast::hash(text).to_le_bytes());
    bytes.extend(u32::try_from(text.len() % (1 << 32)).unwrap_or_default().to_le_bytes());
    bytes
}

/// A text in the format of RFC 7932.
fn brotli(text: &[u8]) -> Vec<u8> {
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: 9, lgwin: 18, size_hint: text.len(), ..Default::default() };
    let mut bytes = Vec::with_capacity(text.len() / 3);
    match brotli::BrotliCompress(&mut &*text, &mut bytes, &parameters) {
        Ok(_) => bytes,
        Err(error) => panic!("a text can be compressed in memory: {error}"),
    }
}
