"""Finds the text of a case that is damaged in a session, by its fingerprint.

A session knows no folders: whoever starts the program tells where the texts of cases come from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256

Texts = Callable[[], Iterable[str]]

_texts: list[Texts] = []


def look_for_cases_in(*texts: Texts) -> None:
    """From now on, look for cases among these texts, which are read when one is needed."""
    _texts[:] = texts


def find_case(fingerprint: object) -> str | None:
    """The text of a case with this SHA-256, if it is among the known ones."""
    known = (text for texts in _texts for text in texts())
    return next((t for t in known if sha256(t.encode()).hexdigest() == fingerprint), None)
