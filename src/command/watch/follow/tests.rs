//! Turns over a real folder, with builds made up.
