"""In which windows and languages a screen is read: by day a few that stand for all of them."""

from __future__ import annotations

import pytest

from tests.table.driver import SIZES

LEAST, USUAL, LARGEST = SIZES
AT_NIGHT = ((LEAST, "en"), (USUAL, "da"), (LARGEST, "da"), (LARGEST, "en"))

in_every_window = pytest.mark.parametrize(
    ("size", "lang"),
    [
        # All windows of 16:9 have the same design units; in the smallest the widths of letters are
        # rounded most, and the longer language is read there.
        (LEAST, "da"),
        (USUAL, "en"),
        *(pytest.param(*each, marks=pytest.mark.nightly) for each in AT_NIGHT),
    ],
    ids=lambda value: value if isinstance(value, str) else f"{value[0]}",
)
"""For a test with a ``size`` and a ``lang``."""
