"""Runs one program after the other and keeps what each took."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import time

from .programs import Builder

DAY = "2026-11-22"


class Turns:
    """A course of runs in a folder for scratch, each of them a line of `runs.jsonl`.

    Nothing is deleted before the end: on ext4, files that are made just after a mass deletion cost many times more.
    """

    def __init__(self, work):
        self.work, self.all, self.moved = work, [], 0

    def __enter__(self):
        os.makedirs(self.work, exist_ok=True)
        self.old = os.path.join(self.work, f"old-{os.getpid()}")
        os.makedirs(self.old)
        self.record = open(os.path.join(self.work, "runs.jsonl"), "w", encoding="utf-8")
        return self

    def __exit__(self, *_):
        self.record.close()
        shutil.rmtree(self.old)

    def note(self, run):
        self.all.append(run)
        print(json.dumps(run, ensure_ascii=False), file=self.record, flush=True)

    def corpus(self, known, claims, lines):
        """Our corpus, and how we build it."""
        folder = os.path.join(self.work, f"corpus-{claims}")
        self._away(folder)
        run([known.recoupe, "bench-corpus", str(claims), folder, "--seed", "1"], self.work)
        add(folder, lines)
        out = folder + "-site"
        command = [known.recoupe, "build", "--root", folder, "--out", out, "--as-of", DAY]
        return Builder("recoupe", folder, out, command, [os.path.join(folder, ".recoupe")])

    def hugo(self, known, claims):
        """The same for Hugo."""
        folder = os.path.join(self.work, f"hugo-{claims}")
        self._away(folder)
        shutil.copytree(known.hugo_site, folder)
        run([known.hugo_maker, os.path.join(self.work, f"corpus-{claims}"), folder], self.work)
        return Builder("Hugo", folder, os.path.join(folder, "public"), [known.hugo, "--quiet"])

    def builds(self, claims, runs, builders, floor):
        """Full builds, then builds with nothing changed, then with one claim changed, each in turn.

        Above 10,000 claims, peers have a full build only: they make everything anew each time.
        """
        again = builders if claims <= 10_000 else builders[:1]
        for nth in range(runs):
            for builder in [*builders, floor]:
                for path in [builder.out, *builder.memory]:
                    self._away(path)
                self._timed(claims, "full build", builder, nth)
                if nth == 0:
                    self.note({"what": "site", "claims": claims, "who": builder.name, **tree(builder.out)})
            for builder in again:
                self._timed(claims, "nothing changed", builder, nth)
            for builder in again:
                edit(builder, nth)
                self._timed(claims, "one claim changed", builder, nth)

    def check(self, claims, runs, ours):
        recoupe = ours.command[0]
        for nth in range(runs):
            command = [recoupe, "check", "--root", ours.folder, "--as-of", DAY]
            self._timed(claims, "check", Builder(ours.name, ours.folder, ours.out, command), nth)

    def extra(self, claims, ours, name, lines, and_again):
        """A full build with more in site.yaml, and perhaps another with one claim changed."""
        site = os.path.join(ours.folder, "content/site.yaml")
        with open(site, encoding="utf-8") as file:
            before = file.read()
        add(ours.folder, lines)
        for path in [ours.out, *ours.memory]:
            self._away(path)
        self._timed(claims, f"full build with {name}", ours, 0)
        if and_again:
            edit(ours, 0)
            self._timed(claims, f"one claim changed with {name}", ours, 0)
        with open(site, "w", encoding="utf-8") as file:
            file.write(before)

    def preview(self, claims, root, ours):
        """What `cargo bench --bench preview` says."""
        said = run(["cargo", "bench", "--quiet", "--bench", "preview", "--", ours.folder], root)
        for name, what in (("first page after the start", "first page"), ("edit to changed page", "edit")):
            found = re.search(rf"{name} +(\d+) ms", said)
            if found is None:
                sys.exit(f"the bench of the preview says nothing of its {name}:\n{said}")
            self.note({"what": what, "claims": claims, "who": ours.name, "run": 0, "wall": int(found[1]) / 1000})
        heights = re.findall(r"at its height +\d+ MB +(\d+) MB", said)
        self.note({"what": "preview", "claims": claims, "who": ours.name, "run": 0, "memory": max(map(int, heights))})

    def _timed(self, claims, what, builder, nth):
        # What earlier runs wrote is on its way to the disk, and is none of this one's business.
        os.sync()
        load = os.getloadavg()[0]
        start = time.monotonic()
        process = subprocess.Popen(
            builder.command, cwd=builder.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        said = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"{shlex.join(builder.command)} ended with {process.returncode}:\n{said.decode(errors='replace')}")
        took = {"wall": wall, "cpu": used.ru_utime + used.ru_stime, "memory": used.ru_maxrss / 1024, "load": load}
        took = {figure: round(value, 3) for figure, value in took.items()}
        self.note({"what": what, "claims": claims, "who": builder.name, "run": nth, **took})
        print(f"{claims:>7} {builder.name:8} {what:18} {took}", file=sys.stderr)

    def _away(self, path):
        if os.path.exists(path):
            self.moved += 1
            os.rename(path, os.path.join(self.old, str(self.moved)))


def run(command, folder):
    """One run of a command that is not timed; ends the script if it fails."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{shlex.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def add(folder, lines):
    """Lines at the end of site.yaml, in the place of those that set the same."""
    path = os.path.join(folder, "content/site.yaml")
    with open(path, encoding="utf-8") as file:
        before = file.readlines()
    keys = [line.split(":")[0] + ":" for line in lines.splitlines()]
    kept = [line for line in before if not any(line.startswith(key) for key in keys)]
    with open(path, "w", encoding="utf-8") as file:
        file.writelines([*kept, *(line + "\n" for line in lines.splitlines())])


def edit(builder, nth):
    """A sentence at the end of one claim, another each time, as most editors save: a new file in place of the old."""
    folder = os.path.join(builder.folder, builder.claims)
    claims = sorted(name for name in os.listdir(folder) if name.endswith(".md") and not name.startswith("_"))
    path = os.path.join(folder, claims[(2 * nth + 1) * len(claims) // 16 % len(claims)])
    with open(path, encoding="utf-8") as file:
        text = file.read()
    with open(path + "~", "w", encoding="utf-8") as file:
        file.write(text + "\nUne phrase de plus.\n")
    os.replace(path + "~", path)


def tree(folder):
    """How much a site is."""
    files = pages = length = 0
    for place, _, names in os.walk(folder):
        for name in names:
            files += 1
            pages += name.endswith(".html")
            length += os.path.getsize(os.path.join(place, name))
    return {"files": files, "pages": pages, "bytes": length}
