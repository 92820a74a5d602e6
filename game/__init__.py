"""Gevinstbordet: a benefit-realisation board game for workshops."""

__version__ = "0.1.0"
RELEASED = "2026-11-29"
"""The day on which this version was made: a clock that shows an earlier one is wrong."""
