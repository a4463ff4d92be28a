//! Compressed copies of texts, beside them: `.gz` and `.br`, for hosts that serve them as they are.
//!
//! The same text gives the same copies on every machine. A copy is made when somebody asks for it, so that a preview
//! never pays for it, and what has not changed since the last build is not compressed again.

use std::collections::HashMap;

use crate::domain::media::{content_type, is_text};
use crate::render::site::{File, Site};

/// Smaller files gain nothing.
const LEAST: usize = 512;

/// The copies of the last build, by the path of the text.
#[derive(Debug, Default)]
pub struct Copies(HashMap<String, (File, [File; 2])>);

/// Adds copies of all texts of a site, and gives them for the next build.
pub fn add(site: &mut Site, last: &Copies) -> Copies {
    let texts = site.files().filter(|(path, _)| is_text(content_type(path)));
    let texts: Vec<(String, File)> = texts.map(|(path, file)| (path.to_owned(), file.clone())).collect();
    let mut copies = Copies::default();
    for (path, text) in texts {
        if matches!(&text, File::Made(bytes) if bytes.len() < LEAST) {
            continue;
        }
        let known = last.0.get(&path).filter(|(of, _)| of.is(&text)).map(|(_, copies)| copies.clone());
        let made = known.unwrap_or_else(|| {
            let (of_gzip, of_brotli) = (text.clone(), text.clone());
            [File::later(move || gzip(of_gzip.bytes())), File::later(move || brotli(of_brotli.bytes()))]
        });
        for (ending, copy) in ["gz", "br"].iter().zip(&made) {
            site.add_file(format!("{path}.{ending}"), copy.clone());
        }
        copies.0.insert(path, (text, made));
    }
    copies
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
