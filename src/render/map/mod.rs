//! Maps of sharing: pictures, as SVG, of who gets data from whom.
//!
//! [`notice`] draws one service with its sources and recipients, [`hub`] the organisations and topics of all. [`label`]
//! says how wide words are and where they break. Everything is drawn in the colour of the text, so that a map is right in
//! dark and forced colours, on paper and without the style sheet; the style sheet only refines it. Whatever a map
//! shows is said in words beside it.

/// Adds to a picture. Writing to a string never fails.
macro_rules! add {
    ($svg:expr, $($text:tt)+) => {{
        let _ = std::fmt::Write::write_fmt($svg, format_args!($($text)+));
    }};
}

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
fn add_lines(x: i32, first: i32, lines: &[String], svg: &mut String) {
    for (number, line) in lines.iter().enumerate() {
        let y = first + BASELINE + LINE * i32::try_from(number).unwrap_or_default();
        add!(svg, "<text x=\"{x}\" y=\"{y}\" fill=\"currentColor\">");
        escape_into(line, svg);
        svg.push_str("</text>");
    }
}
