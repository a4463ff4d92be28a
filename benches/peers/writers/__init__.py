"""The hub in the files that each tool reads: one module for each, which changes the syntax and nothing else."""
from . import eleventy, hugo, model_file, noticeboard, zola

WRITERS = {
    "noticeboard": noticeboard.write,
    "hugo": hugo.write,
    "zola": zola.write,
    "eleventy": eleventy.write,
    "model": model_file.write,
}
