#!/usr/bin/env python3
"""Times how soon a saved edit is seen in each tool's preview.

    rebuild.py --tools noticeboard,hugo,zola/fast-10ms,eleventy --sizes 1000,10000 [--edit body|title]

Starts the preview, waits until it is idle, saves one notice, and looks every 5 ms at what the tool serves or writes until
the edit is there: `body` adds a sentence and looks at that notice's page; `title` changes the title and looks at the A to Z,
which shows whether pages that depend on the notice follow. CPU is what the tool used until it was idle again. Linux only.
"""
import argparse
import http.client
import os
import pathlib
import re
import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.parse

import tools

POLL = 0.005
TICK = os.sysconf("SC_CLK_TCK")
PATIENCE = 600     # seconds until a preview has to be there


class Shown:
    """A page as the preview shows it: at an address, or as a file."""

    def __init__(self, where, path):
        self.where, self.path, self.connection, self.stamp = where, path, None, None

    def read(self):
        """The page; nothing where it is not there, or is the file that has been read already."""
        try:
            return self._fetch() if self.where.startswith("http") else self._open()
        except (OSError, http.client.HTTPException):
            self.connection = None
            return b""

    def _fetch(self):
        if self.connection is None:
            self.connection = http.client.HTTPConnection(urllib.parse.urlsplit(self.where).netloc, timeout=5)
        self.connection.request("GET", self.path)
        answer = self.connection.getresponse()
        body = answer.read()
        return body if answer.status == 200 else b""

    def _open(self):
        file = pathlib.Path(self.where, self.path.lstrip("/"), "index.html")
        found = file.stat()
        stamp = (found.st_mtime_ns, found.st_size, found.st_ino)
        if stamp == self.stamp:
            return b""
        body, self.stamp = file.read_bytes(), stamp
        return body


class Preview:
    """A tool that follows a hub."""

    def __init__(self, command, environment, root, log):
        self.log = open(log, "wb")
        self.process = subprocess.Popen(command, cwd=root, env=os.environ | environment, stdin=subprocess.DEVNULL,
                                        stdout=self.log, stderr=subprocess.STDOUT, start_new_session=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()

    def check(self):
        if self.process.poll() is not None:
            raise SystemExit(f"The preview has ended; what it said is in {self.log.name}")

    def cpu(self):
        """Seconds that processors have worked for it."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(") ", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def memory(self):
        """The most memory that it has held, in MiB."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", status).group(1)) / 1024

    def idle(self, quiet=1.5):
        """Waits until it has used less than a fifth of a core for a while."""
        seen = []
        while True:
            self.check()
            seen.append((time.monotonic(), self.cpu()))
            while seen[-1][0] - seen[0][0] > quiet + 0.15:
                seen.pop(0)
            if seen[-1][0] - seen[0][0] >= quiet and seen[-1][1] - seen[0][1] < 0.2 * quiet:
                return
            time.sleep(0.1)

    def first_page(self, shown):
        """How long it took until there was a page."""
        start = time.monotonic()
        while not shown.read():
            self.check()
            if time.monotonic() - start > PATIENCE:
                raise SystemExit("The preview shows nothing.")
            time.sleep(POLL)
        return time.monotonic() - start


class Edits:
    """Edits of a hub, which it gets back as it was."""

    def __init__(self, root, kind):
        self.folder, self.kind, self.before = root / "content" / "notices", kind, {}
        self.ids = sorted(file.stem for file in self.folder.glob("[!_]*.md"))

    def id(self, number):
        return self.ids[(number * 7919 + 13) % len(self.ids)]

    def path(self, id):
        """Where the edit of a notice is to show."""
        return f"/notices/{id}/" if self.kind == "body" else "/notices/"

    def save(self, id, mark):
        file = self.folder / f"{id}.md"
        text = self.before.setdefault(file, file.read_text(encoding="utf-8"))
        if self.kind == "body":
            # After the first paragraph: what stands last may belong to a section that the tool prints elsewhere.
            edited = re.sub(r"(\n## [^\n]+\n\n)", rf"\g<1>A sentence with {mark} added.\n\n", text, count=1)
        else:
            edited = re.sub(r'^(title\s*[=:]\s*")', rf"\g<1>{mark} ", text, count=1, flags=re.M)
        file.write_text(edited, encoding="utf-8")

    def undo(self):
        for file, text in self.before.items():
            file.write_text(text, encoding="utf-8")


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def measure(tool, name, size, typed):
    """The row of a tool."""
    root = tools.corpus_of(tool.form, size, typed.work, typed.seed)
    tool.prepare(root)
    out = typed.out / f"preview-{name.replace('/', '-')}-{size}"
    shutil.rmtree(out, ignore_errors=True)
    command, environment, where = tool.watch(root, out, free_port())
    edits, times, costs, unseen = Edits(root, typed.edit), [], [], 0
    try:
        with Preview(command, environment, root, typed.work / f"preview-{name.replace('/', '-')}-{size}.log") as preview:
            ready = preview.first_page(Shown(where, f"/notices/{edits.ids[0]}/"))
            for number in range(typed.edits):
                seen, cost = one_edit(preview, edits, where, number, typed.limit)
                costs.append(cost)
                times += [seen] if seen is not None else []
                unseen += seen is None
            memory = preview.memory()
    finally:
        edits.undo()
        shutil.rmtree(out, ignore_errors=True)
    shown = f"{statistics.median(times):.3f} ({min(times):.3f} to {max(times):.3f})" if times else ""
    if unseen:
        shown += f" {unseen} of {typed.edits} not seen within {typed.limit:.0f} s"
    return f"| {size:,} | {name} | {typed.edit} | {shown.strip()} | {statistics.median(costs):.2f} | {ready:.2f} | {memory:.0f} |"


def one_edit(preview, edits, where, number, limit):
    """How long it took until an edit was seen, if it was, and what that cost."""
    id, mark = edits.id(number), f"Mark{os.getpid()}x{number}"
    shown = Shown(where, edits.path(id))
    Shown(where, f"/notices/{id}/").read()     # whoever edits a page has it open
    shown.read()
    preview.idle(quiet=1.0)
    before, start = preview.cpu(), time.perf_counter()
    edits.save(id, mark)
    seen = None
    while seen is None and time.perf_counter() - start < limit:
        if mark.encode() in shown.read():
            seen = time.perf_counter() - start
        else:
            time.sleep(POLL)
    preview.idle()
    return seen, preview.cpu() - before


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--tools", default=",".join(tools.TOOLS), metavar="NAMES")
    options.add_argument("--sizes", default="1000,10000", metavar="COUNTS")
    options.add_argument("--edits", type=int, default=5, metavar="COUNT")
    options.add_argument("--edit", choices=["body", "title"], default="body")
    options.add_argument("--limit", type=float, default=120, metavar="SECONDS", help="when to give up on an edit")
    tools.common_options(options)
    typed = options.parse_args()
    typed.work.mkdir(parents=True, exist_ok=True)
    chosen = tools.chosen(typed.tools)
    heads = ("notices", "tool", "edit", "saved to seen, s: median (least to most)", "CPU s an edit", "start to first page s", "memory MiB")
    print(f"\n| {' | '.join(heads)} |\n|{'---|' * len(heads)}", flush=True)
    for size in map(int, typed.sizes.split(",")):
        for name, tool in chosen.items():
            print(measure(tool, name, size, typed), flush=True)


if __name__ == "__main__":
    sys.exit(main())
