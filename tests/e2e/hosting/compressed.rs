//! Compressed copies: of every text, the same each time, and the text again when they are taken apart.

use miniz_oxide::inflate::decompress_to_vec;

use crate::portal::Portal;
use crate::tree::{Tree, identities};

fn compressed() -> Portal {
    Portal::small().site("[hosting]\nprecompress = true\n").file("content/documents/form.pdf", vec![b'x'; 5000])
}

/// What a copy in the format of RFC 1952 holds.
fn unzip(bytes: &[u8]) -> Vec<u8> {
    assert_eq!(bytes[..10], [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255], "no name and no time");
    let (deflated, end) = bytes[10..].split_at(bytes.len() - 18);
    let text = decompress_to_vec(deflated).unwrap();
    assert_eq!(end[..4], crc32fast::hash(&text).to_le_bytes());
    assert_eq!(end[4..], u32::try_from(text.len()).unwrap().to_le_bytes());
    text
}

fn unbrotli(bytes: &[u8]) -> Vec<u8> {
    let mut text = Vec::new();
    brotli::BrotliDecompress(&mut &*bytes, &mut text).unwrap();
    text
}

#[test]
fn every_text_has_copies_that_are_the_same_text() {
    let run = compressed().build();
    run.exit(0);
    let Tree(files) = run.site();
    let mut count = 0;
    for (path, bytes) in &files {
        let copy = |ending: &str| files.get(&format!("{path}.{ending}"));
        let (of_gzip, of_brotli) = (copy("gz"), copy("br"));
        let is_text =
            [".html", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".csv"].iter().any(|end| path.ends_with(end));
        // A smaller text may have copies; they gain nothing.
        assert!(of_gzip.is_some() == of_brotli.is_some() && (is_text || of_gzip.is_none()), "{path}");
        let is_large = bytes.len() >= 512;
        assert!(of_gzip.is_some() || !(is_text && is_large), "{path}");
        if let (Some(zipped), Some(brotlied)) = (of_gzip, of_brotli) {
            assert!(unzip(zipped) == *bytes && unbrotli(brotlied) == *bytes, "{path}");
            assert!(!is_large || (zipped.len() < bytes.len() && brotlied.len() <= zipped.len()), "{path}");
            count += 1;
        }
    }
    assert!(count > 15, "{count} texts have copies");
    assert!(!files.keys().any(|path| path.ends_with(".gz.br") || path.ends_with(".br.gz")));
}

#[test]
fn copies_are_the_same_in_every_build() {
    let (one, other) = (
        compressed().build(),
        compressed().run_by(
            crate::portal::noticeboard().args(["build", "--as-of", crate::portal::DAY]).env("RAYON_NUM_THREADS", "1"),
        ),
    );
    assert_eq!(one.site().differences(&other.site()), Vec::<&str>::new());
}

#[cfg(unix)]
#[test]
fn the_copies_of_what_has_not_changed_are_not_written_again() {
    let portal = compressed();
    portal.build().exit(0);
    let before = identities(&portal.public());
    let portal = portal.notice("allotments", &crate::portal::notice_keys("Allotments"), "Something new.");
    portal.build().exit(0);
    let after = identities(&portal.public());
    let is_same = |path: &str| before[path] == after[path];
    assert!(is_same("general/index.html.br") && is_same("categories/index.html.gz"));
    assert!(!is_same("notices/allotments/index.html.br"));
}

#[test]
fn without_being_asked_for_there_are_none() {
    let run = Portal::small().build();
    assert!(!run.site().paths().iter().any(|path| path.ends_with(".gz") || path.ends_with(".br")));
}
