//! The longer help texts: what each command does, and examples. Snapshots in tests/e2e/help/ show them as people see them.

/// What the program is for.
pub const ABOUT: &str = "\
Publishes a council's privacy notices as a static website.

Each service writes its own notice. Noticeboard joins it with one general notice (rights, complaints, cookies), \
derives what the law lets it derive, checks every link, and publishes plain files for any web host.";

/// How to begin.
pub const START: &str = "\
Start a hub:       noticeboard init my-hub
Write a notice:    noticeboard new notice council-tax
Check it:          noticeboard check
Publish it:        noticeboard build
More on a command: noticeboard build --help

Exit codes: 0 done, 1 the content has errors, 2 could not run.";

/// What `build` does.
pub const BUILD: &str = "\
Build the hub and publish it into a folder, all or nothing.

If anything is wrong with the content, every mistake is listed with its file and line, and nothing is published: the \
folder stays as it was. Otherwise visitors see the old site until the new one is complete. Files that have not \
changed are not touched, and files that are no longer part of the hub are removed.

A folder that Noticeboard has not made itself is never emptied: name a new or empty one.";

/// Examples of `build`.
pub const BUILD_EXAMPLES: &str = "\
Examples:
  noticeboard build
      Publish the hub of this folder into public/
  noticeboard build --root hub --output /srv/www/privacy
      Publish the hub of another folder elsewhere
  noticeboard build --as-of 2027-04-06
      See the hub as it will be on a day to come

Exit codes: 0 published, 1 the content has errors, 2 could not run.";

/// What `watch` does.
pub const WATCH: &str = "\
Show a preview of the hub that follows every save.

Builds the hub again whenever a file of it changes, in whatever editor. While the content has errors, the last good \
site stays, with the errors over it. Nothing is published unless --output names a folder.";

/// Examples of `watch`.
pub const WATCH_EXAMPLES: &str = "\
Examples:
  noticeboard watch --open
      Preview the hub of this folder, and open it in the browser
  noticeboard watch --no-serve --output /srv/www/privacy
      Publish every good build, without a preview
  noticeboard watch --poll
      Look for changes from time to time, where the system does not tell of them

Exit codes: 0 ended by Ctrl-C, 2 could not run.";

/// What `check` does.
pub const CHECK: &str = "\
Say what the law still asks of each notice, with the article and the line.

Errors break a duty that can be shown from what is written. Warnings are likely defects. Advice is advice. Nothing is \
published.";

/// Examples of `check`.
pub const CHECK_EXAMPLES: &str = "\
Examples:
  noticeboard check
      Check the hub of this folder
  noticeboard check --only council-tax
      Check what concerns one notice
  noticeboard check --as-of 2025-12-01
      Judge by the law of another day

Exit codes: 0 no errors, 1 findings, 2 could not run.";

/// What `export` does.
pub const EXPORT: &str = "\
Write the Article 30 record, or another list of what all notices say, for officers and auditors.

The record has the columns of the regulator's template for controllers, and one row for each notice and purpose. It \
holds what stands under [internal] in the notices, which is never published: keep the file where the public cannot \
see it.";

/// Examples of `export`.
pub const EXPORT_EXAMPLES: &str = "\
Examples:
  noticeboard export register --format xlsx --output record.xlsx
      The Article 30 record as a workbook, with a sheet for each controller
  noticeboard export retention --output retention.csv
      How long every service keeps each kind of record
  noticeboard export reviews --format ics --output reviews.ics
      When each notice is due for review, for a calendar

Exit codes: 0 written, 1 the content has errors, 2 could not run.";

/// What `explain` does.
pub const EXPLAIN: &str = "\
Say what a rule of `check` is about: what it checks, why it matters, how to put it right.

Without a rule, all rules are listed.";

/// What `init` does.
pub const INIT: &str = "\
Start a new hub in a folder.

Writes settings, a general notice, a first notice and an accessibility statement to go on from. The new hub builds as \
it is. Files that are there already stay as they are.";

/// Examples of `init`.
pub const INIT_EXAMPLES: &str = "\
Example:
  noticeboard init my-hub --name \"Marlbury Borough Council\"
  cd my-hub
  noticeboard build";

/// What `new` does.
pub const NEW: &str = "\
Add a notice, a section of the general notice or a page.

Writes one file with the keys that it needs, ready to be filled in. The hub builds with it as it is. A file that is \
there already stays as it is.";

/// Examples of `new`.
pub const NEW_EXAMPLES: &str = "\
Examples:
  noticeboard new notice garden-waste
      Writes content/notices/garden-waste.md
  noticeboard new general security --title \"How we keep data safe\"
      Writes content/general/security.md
  noticeboard new page about
      Writes content/pages/about.md";

/// What `schema` does.
pub const SCHEMA: &str = "\
Print what a file may hold, as JSON Schema (2020-12), for editors and other programs.

It is made from the declarations that files are held against. Without a file, all of them are listed.";

/// What `theme` does.
pub const THEME: &str = "\
Make the look of the hub your own, a file at a time.

A theme is a folder: themes/<name>. Whatever is not in it comes from civic, the theme that is part of the program. So \
copy only the file that you want to change, and change it there.";

/// Examples of `theme`.
pub const THEME_EXAMPLES: &str = "\
Examples:
  noticeboard theme list
      List the files of the theme, and say which are the hub's own
  noticeboard theme eject notice.html
      Copy a file into themes/civic, to change it there
  noticeboard theme explain notice.html
      Say what this template sees";
