//! The sources of one run: every file that the hub consists of, with its text.

use std::sync::{Arc, LazyLock};

use super::{Digest, HubPath, LineColumn, Span};

/// Which source of a run; an index into its [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A span in a given source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The source.
    pub file: FileId,
    /// The bytes in it.
    pub span: Span,
}

/// Why the text of a source is not what its author wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The bytes from this offset on are not UTF-8; the text holds replacement characters.
    NotUtf8(usize),
    /// The file could not be read; the text is empty. The words are the system's.
    Unreadable(String),
}

/// One file of the hub.
#[derive(Clone, Debug)]
pub struct Source {
    /// Where it lies in the hub's folder.
    pub path: HubPath,
    /// Its text; a byte order mark and the line ends stay as they are. Who keeps a stretch of it keeps the whole.
    pub text: Arc<String>,
    /// What kept us from the text, if anything.
    pub trouble: Option<Trouble>,
    digest: Digest,
}

impl Source {
    /// A source from the bytes of its file.
    pub fn from_bytes(path: HubPath, bytes: Vec<u8>) -> Self {
        let digest = Digest::of(&bytes);
        match String::from_utf8(bytes) {
            Ok(text) => Source { path, text: text.into(), trouble: None, digest },
            Err(error) => Source {
                path,
                text: String::from_utf8_lossy(error.as_bytes()).into_owned().into(),
                trouble: Some(Trouble::NotUtf8(error.utf8_error().valid_up_to())),
                digest,
            },
        }
    }

    /// A file that is there but could not be read.
    pub fn unreadable(path: HubPath, why: String) -> Self {
        let digest = Digest::of(&why);
        Source { path, text: Arc::default(), trouble: Some(Trouble::Unreadable(why)), digest }
    }

    /// Whether it is the same as before: the digest of its bytes, or of why it could not be read.
    pub fn digest(&self) -> Digest {
        self.digest
    }
}

/// All sources of a run, sorted by path. A copy shares their texts. Some may still be on their way: whoever asks for one of
/// these first reads it, and who asks meanwhile waits for that one file. A source that has been read never changes.
#[derive(Clone, Debug, Default)]
pub struct Sources(Arc<[Slot]>);

/// A source, or how to read it. Reading waits for no thread: a thread that did could be waiting for itself.
#[derive(Debug)]
struct Slot {
    path: HubPath,
    source: LazyLock<Arc<Source>, Box<dyn FnOnce() -> Arc<Source> + Send>>,
}

impl Slot {
    fn new(path: HubPath, read: impl FnOnce() -> Arc<Source> + Send + 'static) -> Self {
        Slot { path, source: LazyLock::new(Box::new(read)) }
    }
}

impl Sources {
    /// Sources in the order of their paths, so that a [`FileId`] sorts like a path.
    pub fn new(sources: impl IntoIterator<Item = impl Into<Arc<Source>>>) -> Self {
        Self::with_late(sources, std::iter::empty::<(HubPath, fn() -> Arc<Source>)>())
    }

    /// The same, with further ones that have yet to be read.
    pub fn with_late<R: FnOnce() -> Arc<Source> + Send + 'static>(
        sources: impl IntoIterator<Item = impl Into<Arc<Source>>>,
        late: impl IntoIterator<Item = (HubPath, R)>,
    ) -> Self {
        let here = sources.into_iter().map(Into::into);
        let here = here.map(|source: Arc<Source>| Slot::new(source.path.clone(), move || source));
        let late = late.into_iter().map(|(path, read)| Slot::new(path, read));
        let mut slots: Vec<Slot> = here.chain(late).collect();
        slots.sort_by(|a, b| a.path.cmp(&b.path));
        Sources(slots.into())
    }

    /// Every source with its id, in the order of paths. Waits for each that is on its way.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        self.paths().map(|(file, _)| (file, self.get(file)))
    }

    /// The path of every source with its id, in the same order. Waits for none.
    pub fn paths(&self) -> impl Iterator<Item = (FileId, &HubPath)> {
        let slots = self.0.iter().enumerate();
        slots.map(|(index, slot)| (FileId(u32::try_from(index).unwrap_or(u32::MAX)), &slot.path))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// One source. Waits for it if it is on its way.
    pub fn get(&self, file: FileId) -> &Source {
        &self.0[file.0 as usize].source
    }

    /// The path of one source. Does not wait for it.
    pub fn path(&self, file: FileId) -> &HubPath {
        &self.0[file.0 as usize].path
    }

    /// The source at a path.
    pub fn find(&self, path: &str) -> Option<FileId> {
        let index = self.0.binary_search_by(|slot| slot.path.as_str().cmp(path)).ok()?;
        Some(FileId(u32::try_from(index).unwrap_or(u32::MAX)))
    }

    /// Line and column at which a place starts.
    pub fn line_column(&self, place: Place) -> LineColumn {
        LineColumn::of(&self.get(place.file).text, place.span.start as usize)
    }
}
