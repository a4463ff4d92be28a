//! Colours of screens, and whether one can be read on another: contrast as WCAG 2.2 reckons it.

use std::fmt;

/// A colour, in the sRGB colour space of screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

impl Colour {
    /// A colour as style sheets write it: `#0d4f58` or `#fff`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        let pair = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        let single = |at: usize| u8::from_str_radix(&digits[at..=at], 16).ok().map(|digit| digit * 17);
        match digits.len() {
            3 => Some(Colour { red: single(0)?, green: single(1)?, blue: single(2)? }),
            6 => Some(Colour { red: pair(0)?, green: pair(2)?, blue: pair(4)? }),
            _ => None,
        }
    }

    /// How much light it gives, from 0 to 1: the relative luminance of WCAG.
    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }

    /// The contrast with another colour, from 1 to 21.
    pub fn contrast(self, other: Colour) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// The nearest shade of the same hue that is good enough: itself, or one that is a little lighter or darker. None
    /// if neither black nor white nor anything between is.
    pub fn nearest_shade(self, is_good: impl Fn(Colour) -> bool) -> Option<Colour> {
        let (hue, saturation, lightness) = self.hsl();
        let shades = (0..=1000_i16).flat_map(|step| {
            let by = f64::from(step) / 1000.0;
            [lightness - by, lightness + by].map(|lightness| Colour::of_hsl(hue, saturation, lightness.clamp(0.0, 1.0)))
        });
        std::iter::once(self).chain(shades).find(|shade| is_good(*shade))
    }

    /// Hue in sixths of the circle, saturation and lightness.
    fn hsl(self) -> (f64, f64, f64) {
        let [red, green, blue] = [self.red, self.green, self.blue].map(|part| f64::from(part) / 255.0);
        let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
        let (spread, lightness) = (most - least, f64::midpoint(most, least));
        if spread == 0.0 {
            return (0.0, 0.0, lightness);
        }
        let saturation = spread / (1.0 - (2.0 * lightness - 1.0).abs());
        let hue = match most {
            most if most == red => (green - blue) / spread,
            most if most == green => (blue - red) / spread + 2.0,
            _ => (red - green) / spread + 4.0,
        };
        (hue.rem_euclid(6.0), saturation, lightness)
    }

    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // every part is from 0 to 255
    fn of_hsl(hue: f64, saturation: f64, lightness: f64) -> Self {
        let spread = saturation * (1.0 - (2.0 * lightness - 1.0).abs());
        let part = |turned_by: f64| {
            let distance = (hue + turned_by).rem_euclid(6.0);
            let ramp = ((distance - 3.0).abs() - 1.0).clamp(0.0, 1.0);
            ((lightness + spread * (ramp - 0.5)) * 255.0).round().clamp(0.0, 255.0) as u8
        };
        Colour { red: part(0.0), green: part(4.0), blue: part(2.0) }
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).unwrap()
    }

    #[test]
    fn a_colour_is_read_as_style_sheets_write_it() {
        assert_eq!(colour("#0d4F58").to_string(), "#0d4f58");
        assert_eq!(colour("#fa0").to_string(), "#ffaa00");
        for text in ["", "fff", "#ff", "#ffff", "#12345g", "red", "#1234567", "#äöü"] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        let check = |one, two, expected: &str| {
            assert_eq!(format!("{:.2}", colour(one).contrast(colour(two))), expected, "{one} {two}");
        };
        check("#000", "#fff", "21.00");
        check("#fff", "#fff", "1.00");
        check("#767676", "#fff", "4.54");
        check("#777", "#fff", "4.48");
        check("#fff", "#777", "4.48");
        check("#f00", "#fff", "4.00");
        check("#00f", "#fff", "8.59");
    }

    #[test]
    fn hue_saturation_and_lightness_give_the_colour_back() {
        for text in ["#000000", "#ffffff", "#0d4f58", "#ff0000", "#00ff01", "#1234fe", "#a8480a", "#777777", "#fe01fd"]
        {
            let (hue, saturation, lightness) = colour(text).hsl();
            assert_eq!(Colour::of_hsl(hue, saturation, lightness).to_string(), text);
        }
    }

    #[test]
    fn the_nearest_shade_is_the_first_that_is_good_enough() {
        let on_white = |shade: Colour| shade.contrast(colour("#fff")) >= 4.5;
        assert_eq!(colour("#767676").nearest_shade(on_white), Some(colour("#767676")));
        assert_eq!(colour("#777").nearest_shade(on_white), Some(colour("#767676")));
        let orange = colour("#f90").nearest_shade(on_white).unwrap();
        assert!(on_white(orange) && orange.contrast(colour("#fff")) < 4.7, "{orange}");
        assert_eq!(orange.hsl().0.round(), colour("#f90").hsl().0.round());
        assert_eq!(colour("#777").nearest_shade(|_| false), None);
    }
}
