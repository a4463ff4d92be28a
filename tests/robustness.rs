//! No input makes a build panic or hang: damaged copies of the sample hub give diagnostics, or a site.
//!
//! The damage is drawn from a fixed seed, so that a failure repeats. Each round changes a few bytes,
//! lines or files of the real content, in the ways in which files get damaged: cut, doubled, swapped,
//! filled with markup, broken in the middle of a character.

#![allow(clippy::unwrap_used)] // a test that cannot go on fails

use std::path::Path;

use noticeboard::build::{Inputs, build};
use noticeboard::diagnostic::human;
use noticeboard::disk;
use noticeboard::text::{HubPath, Source, Sources};

/// A small generator of numbers (xorshift): the same numbers on every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (limit.max(1) as u64)).unwrap()
    }
}

/// Pieces that break things, or that look as if they might.
const PIECES: [&str; 26] = [
    "+++\n",
    "\"",
    "'''",
    "\"\"\"",
    "[[",
    "]]",
    "[[purposes]]\n",
    "{{",
    "}}",
    "{{ controller.name }}",
    "{{x",
    "[](",
    "[a](notice:",
    "#",
    "## ",
    "\n\n",
    "\r\n",
    "\0",
    "\u{feff}",
    "é😀",
    "[^1]",
    "[^1]: ",
    "<b>",
    "| a | b |\n|---|\n",
    "****",
    "- - - ",
];

fn damaged(bytes: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=numbers.below(4) {
        let at = numbers.below(bytes.len() + 1);
        let end = (at + numbers.below(60)).min(bytes.len());
        match numbers.below(6) {
            0 => drop(bytes.drain(at..end)),
            1 => bytes.truncate(at),
            2 => {
                let again = bytes[at..end].to_vec();
                bytes.splice(at..at, again);
            }
            3 if at < bytes.len() => bytes[at] = u8::try_from(numbers.below(256)).unwrap(),
            _ => {
                let piece = PIECES[numbers.below(PIECES.len())];
                bytes.splice(at..at, piece.bytes());
            }
        }
    }
    bytes
}

/// The inputs with some sources damaged.
fn with_damage(inputs: &Inputs, numbers: &mut Numbers) -> Inputs {
    let content: Vec<&Source> =
        inputs.sources.iter().map(|(_, source)| source).filter(|source| is_content(source)).collect();
    let victims: Vec<usize> = (0..=numbers.below(3)).map(|_| numbers.below(content.len())).collect();
    let paths: Vec<&HubPath> = victims.iter().map(|index| &content[*index].path).collect();
    let sources = inputs.sources.iter().map(|(_, source)| {
        if paths.contains(&&source.path) {
            Source::from_bytes(source.path.clone(), damaged(source.text.as_bytes(), numbers))
        } else {
            source.clone()
        }
    });
    Inputs { sources: Sources::new(sources), ..inputs.clone() }
}

fn is_content(source: &Source) -> bool {
    source.path.below("content").is_some() || source.path.as_str() == "site.toml"
}

fn survives(root: &str, rounds: usize) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(root);
    let inputs = disk::read(&root, jiff::civil::date(2026, 11, 21)).unwrap();
    let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
    let mut refused = 0;
    for _ in 0..rounds {
        let damaged = with_damage(&inputs, &mut numbers);
        let outcome = build(&damaged);
        refused += usize::from(outcome.site.is_none());
        let text: String =
            outcome.diagnostics.iter().map(|diagnostic| human::render(diagnostic, &damaged.sources)).collect();
        assert!(outcome.site.is_some() || !text.is_empty(), "a refused hub says why");
    }
    assert!(refused > rounds / 10, "the damage is worth something: {refused} of {rounds} were refused");
}

#[test]
fn damaged_reference_portals_never_panic() {
    for portal in ["havant", "hammersmith-and-fulham"] {
        survives(&format!("tests/portals/{portal}"), 400);
    }
}

#[test]
fn a_damaged_sample_hub_never_panics() {
    survives(".", 40);
}
