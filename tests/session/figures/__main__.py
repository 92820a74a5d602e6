"""Prints the table of figures: ``python -m tests.session.figures 2000``.

The suite does a little of each; this does as many as are asked for. A tenth as many processes are
killed as files are damaged, and twenty times as many decisions are taken where places vanish: 2000
take hours.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.session.figures.damages import damaged
from tests.session.figures.kills import killed
from tests.session.figures.soak import soaked

_USUAL = 100


def main(count: int) -> None:
    """Print the lines of the table as they come."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(killed(max(1, count // 10), folder / "killed"), flush=True)
        print(soaked(count * 20, folder / "soaked"), flush=True)
        for line in damaged(count, folder / "damaged"):
            print(line, flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else _USUAL)
