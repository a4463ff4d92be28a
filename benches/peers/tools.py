"""How each tool is run. Programs are named by the environment, or found on the path:

    NOTICEBOARD  the program (otherwise that of `cargo build --release` in this repository, or on the path)
    HUGO, ZOLA   the programs
    ELEVENTY     cmd.cjs of the package @11ty/eleventy, in its node_modules
    NODE         Node.js

A name may carry a variant: `hugo/tuned`.
"""
import os
import pathlib
import shutil
import subprocess
import tempfile

import corpus
import model

HERE = pathlib.Path(__file__).resolve().parent
# Beyond its default of about 4 GiB, Node gives up on the largest hubs.
NODE_HEAP = "--max-old-space-size=16384"


class Skip(Exception):
    """Why a tool cannot be run here."""


def program(variable, *defaults):
    """A program that the environment names, or else the first of some that there is."""
    named = os.environ.get(variable)
    for one in [named] if named else defaults:
        found = shutil.which(one) or (one if pathlib.Path(one).is_file() else None)
        if found:
            return os.path.abspath(found)
    raise Skip(f"{variable} names no program" if named else f"it is not installed; {variable} may name it")


def corpus_of(form, notices, work, seed):
    """The folder of a hub for a tool, written unless the same one is there already."""
    folder = work / f"{form}-{notices}-{seed}"
    sources = (file for file in HERE.rglob("*") if file.is_file() and file.suffix != ".pyc")
    stamp, made_by = folder.with_suffix(".stamp"), str(max(file.stat().st_mtime_ns for file in sources))
    if not stamp.exists() or stamp.read_text() != made_by:
        shutil.rmtree(folder, ignore_errors=True)
        corpus.write(notices, form, folder, seed)
        stamp.write_text(made_by)
    return folder


class Tool:
    """Commands are given as arguments and what to add to the environment; they run in the hub's folder."""

    form = ""

    def __init__(self, variant=""):
        self.variant = variant

    def version(self):
        return first_line([self.program, "version"])

    def prepare(self, root):
        """What has to be done once to a hub's folder."""

    def build(self, root, out):
        raise NotImplementedError

    def watch(self, root, out, port):
        """A preview, and where it shows: an address or a folder."""
        raise NotImplementedError


class Noticeboard(Tool):
    form = "noticeboard"

    def __init__(self, variant=""):
        super().__init__(variant)
        self.program = program("NOTICEBOARD", str(HERE.parents[1] / "target" / "release" / "noticeboard"), "noticeboard")

    def version(self):
        return first_line([self.program, "--version"])

    def build(self, root, out):
        return [self.program, "build", "--quiet", "--root", str(root), "--output", str(out)], {}

    def watch(self, root, out, port):
        return [self.program, "watch", "--root", str(root), "--port", str(port)], {}, f"http://localhost:{port}"


class Hugo(Tool):
    """The variant `tuned` collects garbage later, for more memory; `full` renders every page at each save."""

    form = "hugo"

    def __init__(self, variant=""):
        super().__init__(variant)
        self.program = program("HUGO", "hugo")

    def build(self, root, out):
        environment = {"GOGC": "400"} if self.variant == "tuned" else {}
        return [self.program, "--source", str(root), "--destination", str(out), "--quiet"], environment

    def watch(self, root, out, port):
        address = f"http://localhost:{port}"
        command = [self.program, "server", "--source", str(root), "--port", str(port), "--disableLiveReload",
                   "--baseURL", address + "/", "--appendPort=false"]
        return command + (["--disableFastRender"] if self.variant == "full" else []), {}, address


class Zola(Tool):
    """The variants of `serve`: `fast` makes the edited page alone; `10ms` does not wait a second for more changes."""

    form = "zola"

    def __init__(self, variant=""):
        super().__init__(variant)
        self.program = program("ZOLA", "zola")

    def version(self):
        return first_line([self.program, "--version"])

    def build(self, root, out):
        return [self.program, "--root", str(root), "build", "--output-dir", str(out), "--force"], {}

    def watch(self, root, out, port):
        command = [self.program, "--root", str(root), "serve", "--interface", "127.0.0.1", "--port", str(port),
                   "--output-dir", str(out), "--force"]
        command += ["--fast"] if "fast" in self.variant else []
        command += ["--debounce", "10"] if "10ms" in self.variant else []
        return command, {}, f"http://127.0.0.1:{port}"


class Eleventy(Tool):
    """The variant `tuned` gives young objects more room; `incremental` makes what depends on the edited file."""

    form = "eleventy"

    def __init__(self, variant=""):
        super().__init__(variant)
        self.node, self.program = program("NODE", "node"), program("ELEVENTY")

    def version(self):
        return f"Eleventy {first_line([self.node, self.program, '--version'])} on Node {first_line([self.node, '--version'])}"

    def prepare(self, root):
        link = root / "node_modules"
        if not link.is_symlink():
            link.symlink_to(next(one for one in pathlib.Path(self.program).parents if one.name == "node_modules"))

    def build(self, root, out):
        options = NODE_HEAP + (" --max-semi-space-size=64" if self.variant == "tuned" else "")
        return [self.node, self.program, "--quiet", f"--output={out}"], {"NODE_OPTIONS": options}

    def watch(self, root, out, port):
        command, environment = self.build(root, out)
        return command + ["--watch"] + (["--incremental"] if self.variant == "incremental" else []), environment, str(out)


def first_line(command):
    ran = subprocess.run(command, capture_output=True, text=True)
    return (ran.stdout or ran.stderr).strip().splitlines()[0]


TOOLS = {tool.form: tool for tool in (Noticeboard, Hugo, Zola, Eleventy)}


def chosen(names):
    """The tools of a list of names, with those that cannot be run here said and left out."""
    tools = {}
    for name in names.split(","):
        form, _, variant = name.partition("/")
        try:
            tools[name] = TOOLS[form](variant)
            print(f"{name}: {tools[name].version()}")
        except Skip as why:
            print(f"{name} is left out: {why}")
        except KeyError:
            raise SystemExit(f"There is no tool {form}: there are {', '.join(TOOLS)}.") from None
    return tools


def common_options(options):
    """What is asked of every comparison."""
    in_memory = pathlib.Path("/dev/shm")
    memory = in_memory if os.access(in_memory, os.W_OK) else pathlib.Path(tempfile.gettempdir())
    options.add_argument("--work", type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir(), "noticeboard-peers"),
                         metavar="FOLDER", help="where the hubs are kept from one comparison to the next")
    options.add_argument("--out", type=pathlib.Path, default=memory / "noticeboard-peers", metavar="FOLDER",
                         help="where outputs go (default: into memory, where the system has such a folder)")
    options.add_argument("--seed", type=int, default=model.SEED)
