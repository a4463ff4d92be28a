//! Maps of sharing: pictures, as SVG, of who gets data from whom.
//!
//! [`notice`] draws one service with its sources and recipients, [`hub`] the organisations and topics of all. [`label`]
//! says how wide words are and where they break. Everything is drawn in the colour of the text, so that a map is right in
//! dark and forced colours, on paper and without the style sheet; the style sheet only refines it. Whatever a map
//! shows is said in words beside it.

mod hub;
mod label;
mod notice;

pub use hub::{matrix, matrix_svg};
pub use notice::svg as notice_svg;

use super::prose::{escape, escape_into};
use super::view::Html;

/// The size of letters.
const FONT: i32 = 15;
/// The height of a line of words.
const LINE: i32 = 18;
/// From the middle of a line down to where its letters stand.
const BASELINE: i32 = 5;

/// A map with its title and description. Lines of words stand around their places unless they say otherwise.
fn picture(width: i32, height: i32, title: &str, description: &str, content: &str) -> Html {
    format!(
        "<svg viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" font-size=\"{FONT}\" text-anchor=\"middle\" \
         fill=\"none\" role=\"img\" aria-labelledby=\"map-title map-description\">\n\
         <title id=\"map-title\">{}</title>\n<desc id=\"map-description\">{}</desc>\n{content}</svg>",
        escape(title),
        escape(description)
    )
}

/// Adds lines of words one below the other, the first one's middle at a height.
fn add_lines<'a>(x: i32, first: i32, lines: impl Iterator<Item = &'a str>, svg: &mut String) {
    let mut y = first + BASELINE;
    for line in lines {
        add(&[("<text x=\"", x), ("\" y=\"", y)], "\" fill=\"currentColor\">", svg);
        escape_into(line, svg);
        svg.push_str("</text>");
        y += LINE;
    }
}

/// Adds a shape in pieces, each with the number that follows it, and its end. A map is made of hundreds of numbers, which
/// formatting takes several times as long for.
fn add(pieces: &[(&str, i32)], end: &str, svg: &mut String) {
    for (piece, number) in pieces {
        svg.push_str(piece);
        add_number(*number, svg);
    }
    svg.push_str(end);
}

fn add_number(number: i32, svg: &mut String) {
    if number < 0 {
        svg.push('-');
    }
    add_digits(number.unsigned_abs(), svg);
}

fn add_digits(number: u32, svg: &mut String) {
    if number > 9 {
        add_digits(number / 10, svg);
    }
    svg.push(char::from_digit(number % 10, 10).unwrap_or('0'));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shape_gets_its_numbers() {
        let mut svg = String::new();
        add(&[("M", 0), (" ", 7), ("l", -10), (" ", 1234)], "z", &mut svg);
        assert_eq!(svg, "M0 7l-10 1234z");
    }
}
