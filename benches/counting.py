"""Counts the instructions of each stage of a build, with callgrind: they depend neither on the machine's mood nor on its speed.

The program tells its stages apart by itself: it calls `Timings::end` at the end of each, and callgrind writes down what it has
counted whenever that is called. So the stages are those that `build --timings` prints, whatever the compiler has made of the
functions. One thread works, so that no thread counts its waiting.
"""
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import tempfile

BENCHES = pathlib.Path(__file__).resolve().parent
REPOSITORY = BENCHES.parent
sys.path.insert(0, str(BENCHES / "peers"))
import corpus  # noqa: E402

TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", REPOSITORY / "target")).resolve()
MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None

# Two sizes: the difference is what notices cost.
SIZES = (40, 80)
DAY = "2026-11-21"
END_OF_STAGE = "noticeboard::build::timings::Timings::end"


def need_valgrind():
    """Installs valgrind where that is allowed, and says what to do where not."""
    if shutil.which("valgrind"):
        return
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise SystemExit("Please install valgrind (on Debian: apt-get install valgrind), or run this as root on Debian.")
    print("Installing valgrind", flush=True)
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "valgrind"]):
        ran = subprocess.run(["apt-get", *command], env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if ran.returncode:
            raise SystemExit(f"{ran.stdout}\nvalgrind could not be installed.")


def made_with():
    """What counts depend on besides the program."""
    def version(program):
        return subprocess.run([program, "--version"], capture_output=True, text=True, check=True, cwd=REPOSITORY).stdout.split()[1]
    return {"rustc": version("rustc"), "processor": platform.machine(), "libc": "-".join(platform.libc_ver())}


def built(source, target, quick=False):
    """The program of a source tree, as it is released but for the names of its functions. `quick` leaves out what takes the
    linker minutes, and changes all counts by some percent."""
    settings = ["profile.release.strip=false"]
    settings += ["profile.release.lto=false", "profile.release.codegen-units=16"] if quick else []
    configured = [word for setting in settings for word in ("--config", setting)]
    subprocess.run(["cargo", "build", "--release", "--locked", "--quiet", "--bin", "noticeboard", "--target-dir", str(target),
                    *configured], cwd=source, check=True)
    return target / "release" / "noticeboard"


class Hubs:
    """Made-up hubs, in a folder that goes away, and in memory where the system has such a folder."""

    def __init__(self, sizes=SIZES):
        self.sizes = sizes

    def __enter__(self):
        self._around = tempfile.TemporaryDirectory(prefix="noticeboard-", dir=MEMORY)
        self.folder = pathlib.Path(self._around.name)
        for size in self.sizes:
            corpus.write(size, "noticeboard", self.folder / f"hub-{size}")
        return self

    def __exit__(self, *_):
        self._around.cleanup()

    def run(self, program, *arguments):
        """Counts a run: what it said, and the instructions up to the end of each stage and to its own end."""
        counts = self.folder / "counts"
        shutil.rmtree(counts, ignore_errors=True)
        counts.mkdir()
        # The folder's own path and most of the environment stay out of it: their length would count.
        environment = {"PATH": os.environ["PATH"], "RAYON_NUM_THREADS": "1"}
        ran = subprocess.run(["valgrind", "--quiet", "--tool=callgrind", f"--dump-before={END_OF_STAGE}",
                              f"--callgrind-out-file={counts / 'of'}", str(program), *arguments],
                             cwd=self.folder, env=environment, capture_output=True, text=True)
        if ran.returncode:
            raise SystemExit(f"{ran.stderr}\n{program} {' '.join(arguments)} failed.")
        dumps = [counts / f"of.{number}" for number in range(1, len(list(counts.iterdir())))]
        return ran.stderr, [total(dump) for dump in [*dumps, counts / "of"]]

    def count(self, program, size):
        """Instructions by stage, and in total. Only the total where the program's stages cannot be told apart."""
        shutil.rmtree(self.folder / "site", ignore_errors=True)
        said, counts = self.run(program, "build", "--quiet", "--timings", "--as-of", DAY, "--root", f"hub-{size}",
                                "--output", "site")
        stages = [found[1] for found in re.finditer(r"^(\w+) +[\d.]+ ms$", said, re.M) if found[1] != "total"]
        by_stage = dict(zip(stages, counts)) if len(stages) == len(counts) - 1 else {}
        return by_stage | {"total": sum(counts)}

    def counts(self, program):
        """By stage: the counts for each of the sizes. And those of a run that builds nothing: `start`."""
        by_size = [self.count(program, size) for size in self.sizes]
        stages = {stage: [counts.get(stage, 0) for counts in by_size] for stage in by_size[-1]}
        start = sum(self.run(program, "--version")[1])
        return {"start": [start] * len(self.sizes)} | stages


def total(dump):
    """What callgrind has counted since it last wrote anything down."""
    return int(re.search(r"^totals: (\d+)$", dump.read_text(errors="replace"), re.M)[1])


def per_notice(counts):
    """What one more notice costs."""
    (few, many), (small, large) = SIZES, counts
    return (large - small) / (many - few)
