"""Gevinstbordet: a benefit-realisation board game for workshops."""

__version__ = "0.1.0"
