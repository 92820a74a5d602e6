"""What a program takes to its first frame: ``python -m tests.benchmarks.first_frame WORDS``.

It is ``gevinst WORDS``, ended as soon as its window shows something, and prints the milliseconds of
the processor.
"""

from __future__ import annotations

import os
import sys
from time import process_time

from game.cli import main
from game.gui.pane import Pane

_present = Pane.present


def _present_and_end(pane: Pane) -> None:
    _present(pane)
    os.write(1, f"{1000 * process_time():.1f}\n".encode())
    os._exit(0)


if __name__ == "__main__":
    Pane.present = _present_and_end  # type: ignore[method-assign]
    main(sys.argv[1:])
