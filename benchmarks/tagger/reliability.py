"""Reliability diagrams as one SVG, a panel a head: what was said against what was right, in a light and a dark form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from training.calibrate import Bin

COLUMNS = 4
SIDE, LEFT, TOP, BETWEEN, BELOW = 150, 34, 58, 34, 58
"""Pixels: a panel's side, room left of it, above the first row, between columns, below each row."""

STYLE = """
  .paper { fill: #ffffff } text { fill: #1f2328; font: 11px system-ui, sans-serif }
  .head { font-weight: 600; font-size: 12px } .faint, .tick { fill: #59636e; font-size: 10px }
  .frame { fill: none; stroke: #8c959f } .ideal { stroke: #8c959f; stroke-dasharray: 4 3 }
  .before { fill: none; stroke: #bc4c00; stroke-width: 1.4 } .after { fill: #0969da }
  .line { fill: none; stroke: #0969da; stroke-width: 1.2 }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #0d1117 } text { fill: #e6edf3 } .faint, .tick { fill: #9198a1 } .frame, .ideal { stroke: #656c76 }
    .before { stroke: #f0883e } .after { fill: #58a6ff } .line { stroke: #58a6ff }
  }
"""


@dataclass(frozen=True, slots=True)
class Panel:
    """One head: its bins and errors before calibration and after."""

    head: str
    before: tuple[Bin, ...]
    after: tuple[Bin, ...]
    error_before: float
    error_after: float


def figure(panels: Sequence[Panel]) -> str:
    """A whole SVG file; the same panels give the same bytes."""
    rows = -(-len(panels) // COLUMNS)
    width = LEFT + COLUMNS * (SIDE + BETWEEN)
    height = TOP + rows * (SIDE + BELOW)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img">',
        "<title>What the tagger says with a probability, and how often it is right</title>",
        f"<desc>{escape('; '.join(words(panel) for panel in panels))}</desc>",
        f"<style>{STYLE}</style>",
        f'<rect class="paper" width="{width}" height="{height}"/>',
        *legend(),
    ]
    for number, panel in enumerate(panels):
        x = LEFT + number % COLUMNS * (SIDE + BETWEEN)
        y = TOP + number // COLUMNS * (SIDE + BELOW)
        lines += [f'<g transform="translate({x} {y})">', *drawn(panel), "</g>"]
    return "\n".join([*lines, "</svg>", ""])


def words(panel: Panel) -> str:
    return f"{panel.head}: calibration error {panel.error_before:.3f} before, {panel.error_after:.3f} after"


def legend() -> Iterator[str]:
    yield f'<circle class="before" cx="{LEFT + 5}" cy="16" r="3.5"/><text x="{LEFT + 14}" y="20">as the model gives it</text>'
    yield f'<circle class="after" cx="{LEFT + 160}" cy="16" r="3.5"/>'
    yield f'<text x="{LEFT + 169}" y="20">calibrated, on documents the curve was not fitted on</text>'
    yield f'<text class="faint" x="{LEFT}" y="36">across: probability; up: share that is right; ten bins of equal count</text>'


def drawn(panel: Panel) -> Iterator[str]:
    yield f'<text class="head" y="-6">{escape(panel.head)}</text>'
    errors = f"{panel.error_before:.3f} → {panel.error_after:.3f}"
    yield f'<text class="faint" x="{SIDE - 4}" y="{SIDE - 6}" text-anchor="end">{errors}</text>'
    yield f'<rect class="frame" width="{SIDE}" height="{SIDE}"/>'
    yield f'<line class="ideal" x1="0" y1="{SIDE}" x2="{SIDE}" y2="0"/>'
    for share in (0.0, 0.5, 1.0):
        at = share * SIDE
        yield f'<text class="tick" x="{at:.0f}" y="{SIDE + 13}" text-anchor="middle">{share:g}</text>'
        yield f'<text class="tick" x="-5" y="{SIDE - at + 3:.0f}" text-anchor="end">{share:g}</text>'
    yield from (f'<circle class="before" cx="{x:.1f}" cy="{y:.1f}" r="3.2"/>' for x, y in places(panel.before))
    yield f'<polyline class="line" points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in places(panel.after))}"/>'
    yield from (f'<circle class="after" cx="{x:.1f}" cy="{y:.1f}" r="2.8"/>' for x, y in places(panel.after))


def places(bins: Sequence[Bin]) -> list[tuple[float, float]]:
    return [(one.said * SIDE, (1 - one.right) * SIDE) for one in bins]
