//! Every string that pages print, in each language, as a page of the manual (docs/strings.md).

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::domain::Language;
use crate::language::Wordings;

const HEAD: &str = "\
# Every string

Made by `noticeboard theme strings` from the tables of the program; do not edit it by hand.

A hub prints its own words in place of any of them, for each language apart:

```toml
[strings.en]
page.skip = \"Go straight to the notice\"
page.last_updated = \"We last changed this on {date}.\"
```

A name in braces is a slot, into which the program puts a value: keep each. A string that does not exist and a slot that
is lost or unknown are errors. Legal facts stand in some of these words: whoever changes them answers for them. Templates see
the same strings as `t`, such as `t.page.skip`.
";

/// The page.
pub fn page(wordings: &Wordings) -> String {
    let (english, welsh) = (wordings.of(Language::En), wordings.of(Language::Cy));
    let mut page = String::from(HEAD);
    let mut tables: BTreeMap<&str, String> = BTreeMap::new();
    for (key, text) in english.iter() {
        let (table, name) = key.rsplit_once('.').unwrap_or(("", key));
        let rows = tables.entry(table).or_default();
        let _ = writeln!(rows, "| `{name}` | {} | {} |", escaped(text), escaped(welsh.text(key)));
    }
    for (table, rows) in tables {
        let _ = write!(page, "\n## {table}\n\n| name | English | Welsh |\n|---|---|---|\n{rows}");
    }
    page
}

/// Text in a cell of a table, in which no tag or markup begins.
fn escaped(text: &str) -> String {
    text.replace('<', "&lt;").replace('|', "\\|").replace('*', "\\*").replace('\n', " ")
}
