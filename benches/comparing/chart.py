"""What was measured, as a drawing: CPU and memory of a full build against the number of claims."""

import math

from .tables import Runs

WIDTH, HEIGHT = 760, 330
# Of each of the two diagrams.
LEFT, TOP, ACROSS, DOWN = 60, 60, 270, 200
BETWEEN = 370

STYLE = """
  svg { font: 12px system-ui, sans-serif; }
  .ground { fill: #ffffff; } text { fill: #1f2328; } .quiet { fill: #59636e; }
  .grid { stroke: #d8dee4; }
  .s0 { stroke: #0550ae; fill: #0550ae; } .s1 { stroke: #bc4c00; fill: #bc4c00; }
  .s2 { stroke: #59636e; fill: #59636e; } .s3 { stroke: #6639ba; fill: #6639ba; }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #0d1117; } text { fill: #e6edf3; } .quiet { fill: #9198a1; } .grid { stroke: #30363d; }
    .s0 { stroke: #79c0ff; fill: #79c0ff; } .s1 { stroke: #ffa657; fill: #ffa657; }
    .s2 { stroke: #9198a1; fill: #9198a1; } .s3 { stroke: #d2a8ff; fill: #d2a8ff; }
  }
  .line { fill: none; stroke-width: 2; } .name { stroke: none; font-weight: 600; }
"""


def svg(all_runs):
    """The drawing. Both axes of both diagrams grow by factors, so that a cost that grows with the corpus is straight."""
    runs = Runs(all_runs)
    sizes = [claims for claims in runs.sizes() if runs.of(claims, "full build")]
    who = [name for name in runs.who(sizes[0]) if runs.of(sizes[0], "full build", name)]
    parts = [
        diagram(runs, sizes, who, "cpu", "CPU of a full build, seconds", 0),
        diagram(runs, sizes, who, "memory", "Peak memory of a full build, MiB", BETWEEN),
    ]
    said = "; ".join(described(runs, sizes, name) for name in who)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="t d">\n'
        f'<title id="t">CPU and memory of a full build by number of claims</title>\n<desc id="d">{said}.</desc>\n'
        f'<style>{STYLE}</style>\n<rect class="ground" width="{WIDTH}" height="{HEIGHT}" rx="6"/>\n'
        + "".join(parts)
        + "</svg>\n"
    )


def described(runs, sizes, who):
    """The figures of one program as a sentence."""
    points = []
    for claims in sizes:
        if runs.of(claims, "full build", who):
            cpu, memory = (runs.median(figure, claims, "full build", who) for figure in ("cpu", "memory"))
            points.append(f"{cpu:.2f} s and {memory:.0f} MiB at {claims:,}")
    return f"{who}: {', '.join(points)}"


def diagram(runs, sizes, who, figure, title, shift):
    series = {}
    for name in who:
        points = [(claims, runs.median(figure, claims, "full build", name)) for claims in sizes]
        series[name] = [(claims, value) for claims, value in points if value]
    values = [value for points in series.values() for _, value in points]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    least, most = math.log10(min(sizes)) - 0.05, math.log10(max(sizes)) + 0.05
    across = lambda claims: LEFT + (math.log10(claims) - least) / (most - least) * ACROSS
    down = lambda value: TOP + DOWN - (math.log10(value) - low) / max(high - low, 1) * DOWN

    lines = [f'<g transform="translate({shift} 0)">\n<text x="{LEFT}" y="26" font-weight="600">{title}</text>\n']
    lines.append(f'<text class="quiet" x="{LEFT}" y="42">against thousands of claims</text>\n')
    for power in range(low, high + 1):
        y = down(10**power)
        lines.append(f'<line class="grid" x1="{LEFT}" x2="{LEFT + ACROSS}" y1="{y:.1f}" y2="{y:.1f}"/>\n')
        lines.append(f'<text class="quiet" x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{10**power:,g}</text>\n')
    for claims in sizes:
        x, y = across(claims), TOP + DOWN + 20
        lines.append(f'<text class="quiet" x="{x:.1f}" y="{y}" text-anchor="middle">{claims / 1000:g}</text>\n')
    for at, (name, points) in enumerate(series.items()):
        path = " ".join(f"{across(claims):.1f},{down(value):.1f}" for claims, value in points)
        lines.append(f'<polyline class="line s{at % 4}" points="{path}"/>\n')
        for claims, value in points:
            lines.append(f'<circle class="s{at % 4}" cx="{across(claims):.1f}" cy="{down(value):.1f}" r="3"/>\n')
        x, y = LEFT + at * (ACROSS / len(series)), TOP + DOWN + 50
        lines.append(f'<text class="name s{at % 4}" x="{x:.1f}" y="{y}">{name}</text>\n')
    lines.append('</g>\n')
    return "".join(lines)
