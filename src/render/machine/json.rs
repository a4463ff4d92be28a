//! JSON, written key by key straight into the text that is published.
//!
//! Nothing is put together first: what an [`Object`] is given stands in the text. Keys are ours, and hold nothing that
//! would have to be escaped; values may be any text, and the few that have to be escaped are left to the library.

use crate::text::find_byte;

/// An object that is being written, and ends with the function that fills it.
pub struct Object<'w> {
    json: &'w mut String,
    is_empty: bool,
}

/// A list that is being written.
pub struct List<'w> {
    json: &'w mut String,
    is_empty: bool,
}

/// The text of an object. `room` is how many bytes most of its kind take.
pub fn object(room: usize, fill: impl FnOnce(&mut Object<'_>)) -> String {
    let mut json = String::with_capacity(room);
    Object::write(&mut json, fill);
    json
}

impl Object<'_> {
    fn write(json: &mut String, fill: impl FnOnce(&mut Object<'_>)) {
        json.push('{');
        fill(&mut Object { json, is_empty: true });
        json.push('}');
    }

    fn key(&mut self, key: &str) -> &mut String {
        separate(self.json, &mut self.is_empty);
        self.json.push('"');
        self.json.push_str(key);
        self.json.push_str("\":");
        self.json
    }

    /// A text.
    pub fn text(&mut self, key: &str, text: &str) {
        string(text, self.key(key));
    }

    /// A text, if there is one.
    pub fn text_if_any(&mut self, key: &str, text: Option<impl AsRef<str>>) {
        if let Some(text) = text {
            self.text(key, text.as_ref());
        }
    }

    /// Yes or no.
    pub fn flag(&mut self, key: &str, flag: bool) {
        self.key(key).push_str(if flag { "true" } else { "false" });
    }

    /// Yes or no, if it is known.
    pub fn flag_if_any(&mut self, key: &str, flag: Option<bool>) {
        if let Some(flag) = flag {
            self.flag(key, flag);
        }
    }

    /// A number.
    pub fn number(&mut self, key: &str, number: usize) {
        self.key(key).push_str(&number.to_string());
    }

    /// What is JSON already.
    pub fn raw(&mut self, key: &str, json: &str) {
        self.key(key).push_str(json);
    }

    /// Something with keys of its own.
    pub fn object(&mut self, key: &str, fill: impl FnOnce(&mut Object<'_>)) {
        Object::write(self.key(key), fill);
    }

    /// A list.
    pub fn list(&mut self, key: &str, fill: impl FnOnce(&mut List<'_>)) {
        List::write(self.key(key), fill);
    }

    /// A list; without it where nothing is put into it.
    pub fn list_if_any(&mut self, key: &str, fill: impl FnOnce(&mut List<'_>)) {
        let (start, was_empty) = (self.json.len(), self.is_empty);
        let has_any = List::write(self.key(key), fill);
        if !has_any {
            self.json.truncate(start);
            self.is_empty = was_empty;
        }
    }

    /// Several texts; without them where there is none.
    pub fn texts(&mut self, key: &str, texts: impl IntoIterator<Item = impl AsRef<str>>) {
        self.list_if_any(key, |list| texts.into_iter().for_each(|text| list.text(text.as_ref())));
    }

    /// Several things with keys of their own; without them where there is none.
    pub fn objects<T>(
        &mut self,
        key: &str,
        things: impl IntoIterator<Item = T>,
        mut fill: impl FnMut(&mut Object<'_>, T),
    ) {
        self.list_if_any(key, |list| things.into_iter().for_each(|thing| list.object(|object| fill(object, thing))));
    }
}

impl List<'_> {
    /// Writes a list, and says whether anything is in it.
    fn write(json: &mut String, fill: impl FnOnce(&mut List<'_>)) -> bool {
        json.push('[');
        let mut list = List { json, is_empty: true };
        fill(&mut list);
        let has_any = !list.is_empty;
        json.push(']');
        has_any
    }

    /// A text.
    pub fn text(&mut self, text: &str) {
        separate(self.json, &mut self.is_empty);
        string(text, self.json);
    }

    /// A number.
    pub fn number(&mut self, number: &impl ToString) {
        separate(self.json, &mut self.is_empty);
        self.json.push_str(&number.to_string());
    }

    /// Something with keys.
    pub fn object(&mut self, fill: impl FnOnce(&mut Object<'_>)) {
        separate(self.json, &mut self.is_empty);
        Object::write(self.json, fill);
    }
}

fn separate(json: &mut String, is_first: &mut bool) {
    if !std::mem::take(is_first) {
        json.push(',');
    }
}

/// Writes a text in its quotation marks.
fn string(text: &str, json: &mut String) {
    match find_byte(text, |byte| (byte < b' ') | (byte == b'"') | (byte == b'\\')) {
        None => {
            json.push('"');
            json.push_str(text);
            json.push('"');
        }
        Some(_) => json.push_str(&serde_json::Value::from(text).to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let texts =
            ["", "Ynys Môn", "\"a\" \\ b", "a\nb\rc\td\u{8}\u{c}\u{1}\u{1f}\u{7f}", "sixteen letters and \"more\""];
        let json = object(0, |json| {
            texts.iter().for_each(|text| json.texts("texts", [*text, *text]));
            json.texts("none", [""; 0]);
            json.list("empty", |_| {});
            json.object("object", |_| {});
            json.list("mixed", |list| {
                list.number(&-1);
                list.object(|object| object.flag("yes", true));
            });
            json.flag_if_any("unknown", None);
            json.text_if_any("untold", None::<&str>);
            json.number("last", 7);
        });
        let written: Vec<String> = texts.iter().map(|text| serde_json::to_string(text).unwrap()).collect();
        let texts: String = written.iter().map(|text| format!("\"texts\":[{text},{text}],")).collect();
        let rest = r#""empty":[],"object":{},"mixed":[-1,{"yes":true}],"last":7"#;
        assert_eq!(json, format!("{{{texts}{rest}}}"));
        let nothing = object(0, |json| json.objects("none", [(); 0], |_, ()| {}));
        assert_eq!(nothing, "{}");
    }
}
