//! The look that a hub gives its theme in `[brand]` of `site.toml`: its colours in the style sheet, and its logo.
//!
//! Each colour is held against what it stands on, on light and on dark screens, by the contrast that WCAG asks for. One that
//! cannot be read well is published all the same, with a warning that names the nearest shade that passes.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Theme;
use super::sheet::{Need, Scheme, Sheet};
use crate::config::{Brand, BrandColour};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::domain::Colour;
use crate::text::Place;

/// The style sheet that colours are put into.
const SHEET: &str = "style.css";

/// Gives a theme the colours of a hub, and reports what is wrong with them and with the logo.
pub fn apply(brand: &Brand, theme: &mut Theme, diagnostics: &mut Diagnostics) {
    report_logo(brand, theme, diagnostics);
    let sheet = theme.assets.iter().find(|(path, ..)| *path == SHEET && !brand.colours.is_empty());
    let Some((_, _, bytes)) = sheet else { return };
    let css = String::from_utf8_lossy(bytes);
    let sheet = Sheet::read(&css);
    let mut palette = Palette::new(&sheet);
    for colour in &brand.colours {
        if sheet.colour(&colour.name.value, Scheme::Light).is_some() {
            palette.take(colour);
        } else {
            report_unknown(colour, &sheet, diagnostics);
        }
    }
    palette.derive_dark(&brand.colours);
    palette.report(diagnostics);
    let changed = sheet.with(&css, &palette.changes());
    theme.assets.add(SHEET, Arc::from(changed.into_bytes()));
}

/// Every colour of a theme, with those of the hub in place of its own.
struct Palette<'a> {
    sheet: &'a Sheet,
    /// Where each of the hub's own colours is written.
    own: BTreeMap<(&'a str, Scheme), (Colour, Place)>,
}

impl<'a> Palette<'a> {
    fn new(sheet: &'a Sheet) -> Self {
        Palette { sheet, own: BTreeMap::new() }
    }

    fn take(&mut self, colour: &'a BrandColour) {
        for (scheme, given) in [(Scheme::Light, colour.light), (Scheme::Dark, colour.dark)] {
            if let Some(given) = given {
                self.own.insert((&colour.name.value, scheme), (given.value, given.place));
            }
        }
    }

    /// A colour that is given once becomes as much lighter or darker on dark screens as it has to be.
    fn derive_dark(&mut self, colours: &'a [BrandColour]) {
        for colour in colours.iter().filter(|colour| colour.is_for_both) {
            let Some(light) = colour.light else { continue };
            let name = colour.name.value.as_str();
            if self.sheet.colour(name, Scheme::Light).is_none() {
                continue;
            }
            let dark = self.nearest_shade(name, light.value, Scheme::Dark).unwrap_or(light.value);
            self.own.insert((name, Scheme::Dark), (dark, light.place));
        }
    }

    fn colour(&self, name: &str, scheme: Scheme) -> Option<Colour> {
        let own = self.own.get(&(name, scheme)).map(|(colour, _)| *colour);
        own.or_else(|| self.sheet.colour(name, scheme))
    }

    /// The nearest shade of a colour that has every contrast that it needs, as text and as ground.
    fn nearest_shade(&self, name: &str, colour: Colour, scheme: Scheme) -> Option<Colour> {
        let others: Vec<(Colour, f64)> = self
            .sheet
            .needs
            .iter()
            .filter_map(|need| {
                let other = match (need.colour == name, need.on == name) {
                    (true, false) => &need.on,
                    (false, true) => &need.colour,
                    _ => return None,
                };
                Some((self.colour(other, scheme)?, need.ratio))
            })
            .collect();
        colour.nearest_shade(|shade| others.iter().all(|(other, ratio)| shade.contrast(*other) >= *ratio))
    }

    /// Reports each contrast that is too low, at the colour of the hub that takes part in it.
    fn report(&self, diagnostics: &mut Diagnostics) {
        for scheme in [Scheme::Light, Scheme::Dark] {
            for need in &self.sheet.needs {
                let own = [&need.colour, &need.on].into_iter().find_map(|name| {
                    self.own.get(&(name.as_str(), scheme)).map(|(colour, place)| (name.as_str(), *colour, *place))
                });
                if let Some((name, colour, place)) = own {
                    diagnostics.extend(self.judge(need, scheme, (name, colour, place)));
                }
            }
        }
    }

    fn judge(&self, need: &Need, scheme: Scheme, (name, colour, place): (&str, Colour, Place)) -> Diagnostics {
        let mut found = Diagnostics::new();
        let (Some(text), Some(ground)) = (self.colour(&need.colour, scheme), self.colour(&need.on, scheme)) else {
            return found;
        };
        let contrast = text.contrast(ground);
        if contrast >= need.ratio {
            return found;
        }
        let screens = if scheme == Scheme::Dark { " on dark screens" } else { "" };
        // Rounded down, so that 4.499 does not read as enough.
        let shown = (contrast * 100.0).floor() / 100.0;
        let message = format!(
            "`{}` ({text}) has a contrast of {shown:.2} to 1 with `{}` ({ground}){screens}, and WCAG 2.2 AA asks for {} to 1",
            need.colour, need.on, need.ratio
        );
        let help = match self.nearest_shade(name, colour, scheme) {
            Some(shade) => format!("The nearest shade of `{name}` that passes is \"{shade}\"."),
            None => format!("No shade of `{name}` passes: change the colour that it stands on, too."),
        };
        found.push(Diagnostic::warning("low-contrast", place, message).help(help));
        found
    }

    fn changes(&self) -> Vec<(String, Scheme, Colour)> {
        self.own.iter().map(|((name, scheme), (colour, _))| ((*name).to_owned(), *scheme, *colour)).collect()
    }
}

fn report_unknown(colour: &BrandColour, sheet: &Sheet, diagnostics: &mut Diagnostics) {
    let mut names: Vec<&str> = sheet.declared.iter().map(|declared| declared.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let name = &colour.name;
    let message = format!("The theme has no colour `{}`", name.value);
    diagnostics.push(Diagnostic::error("unknown-colour", name.place, message).suggest(&name.value, names));
}

fn report_logo(brand: &Brand, theme: &Theme, diagnostics: &mut Diagnostics) {
    let Some(logo) = brand.logo.as_ref().filter(|logo| theme.assets.address(&logo.value).is_none()) else { return };
    let is_picture =
        |name: &&str| [".svg", ".png", ".webp", ".jpg", ".gif"].iter().any(|ending| name.ends_with(ending));
    let message = format!("The theme has no file `{}`", logo.value);
    diagnostics.push(
        Diagnostic::error("unknown-logo", logo.place, message)
            .suggest(&logo.value, theme.assets.iter().map(|(path, ..)| path).filter(is_picture))
            .help("Put the logo into the folder of the theme, such as themes/civic."),
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks the contrasts that a style sheet asks for, on light and on dark screens.
    fn check(css: &str) {
        let sheet = Sheet::read(css);
        assert!(sheet.needs.len() > 12, "{:?}", sheet.needs);
        for need in &sheet.needs {
            for scheme in [Scheme::Light, Scheme::Dark] {
                let colour = |name: &str| sheet.colour(name, scheme).unwrap_or_else(|| panic!("{name} is no colour"));
                let contrast = colour(&need.colour).contrast(colour(&need.on));
                assert!(contrast >= need.ratio, "{need:?} {scheme:?}: {contrast:.2}");
            }
        }
    }

    #[test]
    fn every_colour_of_the_themes_in_the_repository_passes() {
        check(include_str!("../../../themes/civic/style.css"));
        check(include_str!("../../../themes/broadsheet/style.css"));
    }
}
