"""What was measured, as tables: medians, ratios run by run, and the targets."""

import math
import statistics

OURS = "recoupe"
FIGURES = ("wall", "cpu", "memory")


class Runs:
    """All runs, found by what they are of."""

    def __init__(self, runs):
        self.all = runs

    def of(self, claims, what, who=OURS):
        return [run for run in self.all if (run.get("claims"), run["what"], run.get("who")) == (claims, what, who)]

    def sizes(self):
        return sorted({run["claims"] for run in self.all if "claims" in run})

    def who(self, claims):
        return list(dict.fromkeys(run["who"] for run in self.all if run.get("claims") == claims))

    def kinds(self, claims):
        timed = (run["what"] for run in self.all if run.get("claims") == claims and "cpu" in run)
        return list(dict.fromkeys(timed))

    def median(self, figure, claims, what, who=OURS):
        """The middle of a figure; none if it was not measured."""
        values = [run[figure] for run in self.of(claims, what, who)]
        return statistics.median(values) if values else None

    def ratio(self, figure, above, below):
        """The middle of the ratios of one run to the other of the same turn; none if one was not measured."""
        pairs = zip(self.of(*above), self.of(*below))
        ratios = [over[figure] / under[figure] for over, under in pairs if under[figure] > 0]
        return statistics.median(ratios) if ratios else None


def text(all_runs):
    """Everything as Markdown."""
    runs = Runs(all_runs)
    return "\n\n".join([machine(runs), targets(runs), *(size(runs, claims) for claims in runs.sizes())])


def machine(runs):
    it = next(run for run in runs.all if run["what"] == "machine")
    loads = [run["load"] for run in runs.all if "load" in run]
    return (
        f"{it['recoupe']} and {it['hugo']}; {it['cores']} cores of {it['model']}, {it['memory']} GB, {it['system']}; "
        f"load {min(loads):.1f} to {max(loads):.1f}. Medians; a ratio is the median of those of one turn."
    )


def size(runs, claims):
    """What was measured at one size, beside ours of the same kind."""
    lines = ["| run | wall s | CPU s | peak MiB | wall / ours | CPU / ours | memory / ours |", "| --- |" + " ---: |" * 6]
    sites = []
    for who in runs.who(claims):
        for site in runs.of(claims, "site", who):
            sites.append(f"{who}: {site['pages']:,} pages, {site['files']:,} files, {site['bytes'] / 1e6:,.1f} MB")
    for what in runs.kinds(claims):
        for who in runs.who(claims):
            if not runs.of(claims, what, who):
                continue
            medians = [runs.median(figure, claims, what, who) for figure in FIGURES]
            # Ours of another kind stand beside our full build.
            against = (claims, what if who != OURS else "full build", OURS)
            ratios = [runs.ratio(figure, (claims, what, who), against) for figure in FIGURES]
            cells = [f"{medians[0]:,.2f}", f"{medians[1]:,.2f}", f"{medians[2]:,.0f}"]
            cells += ["–" if ratio is None else f"{ratio:.2f}" for ratio in ratios]
            lines.append(f"| {who}: {what} | " + " | ".join(cells) + " |")
    return f"### {claims:,} claims\n\n{'; '.join(sites)}.\n\n" + "\n".join(lines)


def targets(runs):
    """The table of targets: each with what was measured, and whether that is enough."""
    lines = ["| target | measured | met |", "| --- | --- | --- |"]
    for name, measured, (least, most), unit in wanted(runs):
        told = [(word, value) for word, value in measured.items() if value is not None]
        if not told:
            lines.append(f"| {name} | not measured | |")
            continue
        met = all(least <= value <= most for _, value in told)
        values = ", ".join(f"{word} {value:,.{unit[0]}f}{unit[1]}".strip() for word, value in told)
        lines.append(f"| {name} | {values} | {'yes' if met else 'no'} |")
    return "\n".join(lines)


def wanted(runs):
    """Every target: its name, what was measured, the least and the most that this may be, its digits and its unit."""
    times, share, seconds, megabytes = (1, "×"), (2, ""), (2, " s"), (0, " MB")
    full = lambda claims, who=OURS: (claims, "full build", who)
    both = lambda above, below: {
        "CPU": runs.ratio("cpu", above, below),
        "wall time": runs.ratio("wall", above, below),
    }
    wall = lambda *of: {"": runs.median("wall", *of)}

    def memory(claims, what="full build"):
        mebibytes = runs.median("memory", claims, what)
        return {"": None if mebibytes is None else mebibytes * 1.048576}

    def growth(what):
        """CPU a claim at 100,000 beside that at 10,000."""
        small, large = (runs.median("cpu", claims, what) for claims in (10_000, 100_000))
        return {"": large / small / 10 if small and large else None}

    others = [who for who in dict.fromkeys(run.get("who") for run in runs.all) if who not in (None, OURS, "floor")]
    for claims, least in ((1_000, 5), (10_000, 10), (50_000, 12)):
        for other in others:
            ratios = both(full(claims, other), full(claims))
            yield f"full build, {claims:,} claims: {least}× less than {other} at least", ratios, (least, math.inf), times
    of_floor = {"": runs.ratio("cpu", full(10_000), full(10_000, "floor"))}
    yield "full build, 10,000 claims: 2× the CPU of the floor at most", of_floor, (0, 2), times
    yield "full build, 10,000 claims: 300 MB at most", memory(10_000), (0, 300), megabytes
    yield "full build, 100,000 claims: 25 s at most", wall(*full(100_000)), (0, 25), seconds
    yield "full build, 100,000 claims: 1 GB at most", memory(100_000), (0, 1000), megabytes
    yield "CPU a claim at 100,000: 1.2× that at 10,000 at most", growth("full build"), (0, 1.2), (2, "×")
    for what, most in (("nothing changed", 0.2), ("one claim changed", 0.5), ("check", 0.5)):
        for claims in runs.sizes():
            ratios = both((claims, what, OURS), full(claims))
            yield f"{what}, {claims:,} claims: {most} of a full build at most", ratios, (0, most), share
    search = "full build with search"
    yield f"{search}, 100,000 claims: 1.5 GB at most", memory(100_000, search), (0, 1500), megabytes
    yield f"{search}, CPU a claim at 100,000: 1.2× that at 10,000 at most", growth(search), (0, 1.2), (2, "×")
    for claims in (1_000, 10_000):
        ratios = both((claims, "one claim changed with cards", OURS), (claims, "full build with cards", OURS))
        yield f"one claim changed with cards, {claims:,} claims: 0.5 of a full build at most", ratios, (0, 0.5), share
    for claims, most in ((10_000, 1.5), (100_000, 10)):
        first = wall(claims, "first page")
        yield f"preview, {claims:,} claims: first page in {most} s at most", first, (0, most), seconds
    yield "preview, 10,000 claims: 600 MB at most", {"": runs.median("memory", 10_000, "preview")}, (0, 600), megabytes
    for claims, most in ((1_000, 0.1), (10_000, 0.15), (100_000, 1)):
        edit = wall(claims, "edit")
        yield f"preview, {claims:,} claims: edit to changed page in {most} s at most", edit, (0, most), seconds
