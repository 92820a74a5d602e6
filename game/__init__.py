"""Gevinstbordet: a benefit-realisation board game for workshops."""

import os

# pygame greets on the standard output when it is loaded, which is ours.
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

__version__ = "0.1.0"
RELEASED = "2026-11-29"
"""The day on which this version was made: a clock that shows an earlier one is wrong."""
