//! Tells the program what it was made from: a digest of its sources and of the versions of its libraries.
//!
//! What one program has published can be told from what another would. The digest is the same on every machine.

use std::path::{Path, PathBuf};
use std::{fs, io};

fn main() -> io::Result<()> {
    let mut files = vec![PathBuf::from("Cargo.lock")];
    for folder in ["src", "themes/civic"] {
        println!("cargo::rerun-if-changed={folder}");
        add_files(Path::new(folder), &mut files)?;
    }
    println!("cargo::rerun-if-changed=Cargo.lock");
    files.sort();
    let mut digest = FNV_OFFSET;
    for file in files {
        // A packaged crate may lack the lock file.
        let Ok(text) = fs::read(&file) else { continue };
        digest = fnv(digest, file.as_os_str().as_encoded_bytes());
        digest = fnv(digest, &text);
    }
    println!("cargo::rustc-env=NOTICEBOARD_PROGRAM={digest:016x}");
    Ok(())
}

fn add_files(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { add_files(&path, files)? } else { files.push(path) }
    }
    Ok(())
}

const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0100_0000_01b3;

/// Fowler, Noll and Vo's hash, 1a.
fn fnv(digest: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(digest, |digest, byte| (digest ^ u64::from(*byte)).wrapping_mul(FNV_PRIME))
}
