"""One table of what people feel and how it grows: ``python -m tests.benchmarks.report``.

It renews ``docs/performance.md``. ``--quick`` takes a few seconds and prints ratios to the
yardstick alone, so that a slide is seen in the log of a build.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import resource
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from time import process_time

from tests.benchmarks import yardstick
from tests.benchmarks.growth import GROWS, PEERS, RATES, commands
from tests.benchmarks.scenes import SCENES, SIZES, Scene, decision, laid_out, replay, watched

PAGE = Path(__file__).parents[2] / "docs" / "performance.md"
MARKED = re.compile(r"(<!-- benchmarks -->\n).*(<!-- end -->)", re.DOTALL)
QUICK: dict[str, Scene] = {
    "a decision to its first frame": decision,
    "the table laid out anew": laid_out,
    "a step of the replay": replay,
}


@dataclass(frozen=True)
class Spread:
    """Milliseconds of a scene's frames."""

    took: Sequence[float]

    def at(self, percent: int) -> float:
        """The time that so many of a hundred frames take at most."""
        ordered = sorted(self.took)
        return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]

    def row(self, y: float) -> list[str]:
        """Half, 95 and 99 of a hundred, the worst, and the half in thousand decisions of Y."""
        half = self.at(50)
        shown = [f"{ms:.1f}" for ms in (half, self.at(95), self.at(99), max(self.took))]
        return [*shown, f"{half * y / 1e6:.2f}"]


def rate(play: Callable[[], int], seconds: float) -> float:
    """How many of what is played a second of the processor."""
    play()
    done, began = 0, process_time()
    while (took := process_time() - began) < seconds:
        done += play()
    return done / took


def measured_y(seconds: float) -> float:
    """The yardstick: decisions a second."""
    return rate(lambda: yardstick.play(20), seconds)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """A table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return [f"| {' | '.join(line)} |" for line in lines] + [""]


def quick() -> Iterator[str]:
    """Ratios to the yardstick, in a few seconds."""
    y = measured_y(0.6)
    for name, play in RATES.items():
        yield f"{name}: {rate(play, 0.6) / y:.3f} Y"
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, scene) in enumerate(QUICK.items()):
            took = watched(scene, Path(folder) / str(number), SIZES["1080p"], 25)
            yield f"{name}: {statistics.median(took) * y / 1e6:.2f} thousand decisions of Y"
    yield f"Y: {y:,.0f} decisions a second"


def whole(frames: int) -> Iterator[str]:
    """Every table of the page."""
    y = measured_y(3)
    python = f"{platform.python_implementation()} {platform.python_version()}"
    yield f"{python}, {platform.machine()}; Y is {y:,.0f} decisions a second here.\n"
    yield "### What people feel, in milliseconds of the processor\n"
    head = ["scene", "window", "half", "95 %", "99 %", "worst", "half, kY"]
    yield from table(head, list(_felt(y, frames)))
    yield "### Playing\n"
    yield from table(["what", "a second", "of Y"], [_rate(*each, y) for each in RATES.items()])
    yield "### How it grows\n"
    for name, grown in GROWS.items():
        points = list(grown())
        sizes, times = [f"{n:,}" for n, _ in points], [f"{ms:.1f} ms" for _, ms in points]
        yield from table([name, *sizes], [["half", *times]])
    yield "### Whole commands\n"
    took = [[f"`gevinst {name}`", *(f"{ms:,.0f} ms" for ms in each)] for name, *each in commands()]
    yield from table(["command", "waited for", "processor"], took)
    yield "### Peers\n"
    yield from _peers(y)
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    megabytes = used >> (20 if sys.platform == "darwin" else 10)
    yield f"Most memory that measuring all of this took: {megabytes:,} MB."


def _rate(name: str, play: Callable[[], int], y: float) -> list[str]:
    a_second = rate(play, 2)
    return [name, f"{a_second:,.0f}", f"{a_second / y:.3f}"]


def _felt(y: float, frames: int) -> Iterator[list[str]]:
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, scene) in enumerate(SCENES.items()):
            for window, size in SIZES.items():
                took = watched(scene, Path(folder) / f"{number}-{window}", size, frames)
                yield [name, window, *Spread(took).row(y)]


def _peers(y: float) -> Iterator[str]:
    """Other rules in Python, where they are installed."""
    here = {name: play for name, (package, play) in PEERS.items() if find_spec(package)}
    rows = [_rate(*each, y) for each in here.items()]
    if rows:
        yield from table(["random play", "decisions a second", "of Y"], rows)
    else:
        yield "None is installed (`pip install chess`).\n"


def main() -> None:
    """Print the tables, and renew the page."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="ratios alone, in a few seconds")
    parser.add_argument("--frames", type=int, default=300, help="of each scene")
    wanted = parser.parse_args()
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    if wanted.quick:
        for line in quick():
            print(line, flush=True)
        return
    lines = []
    for line in whole(wanted.frames):
        print(line, flush=True)
        lines.append(line)
    text = PAGE.read_text("utf-8")
    PAGE.write_text(MARKED.sub(lambda m: m[1] + "\n".join(lines) + "\n" + m[2], text), "utf-8")


if __name__ == "__main__":
    main()
