"""What our own workbooks have in common: texts that are no formulas, and properties that tell."""

from __future__ import annotations

from typing import Final

WRITTEN_AFTER: Final = "Gevinstbordet: entries of the session"
"""The property of a workbook that says how far its session was when it was written."""
WRITTEN_FROM: Final = "Gevinstbordet: session"
"""The property of a workbook that says which session it was written from."""
LANGUAGES: Final = "Gevinstbordet: languages"
"""The property of a case's workbook that names the one language of all its texts, if any."""

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Characters that a spreadsheet may take for the start of a formula or a command."""


def may_be_formula(text: str) -> bool:
    """Whether a spreadsheet might evaluate a text as a formula."""
    return text.lstrip(" ").startswith(_FORMULA)


def quoted(text: str) -> str:
    """A text for a CSV file, which knows no types: an apostrophe keeps it from being a formula.

    One that begins like that itself gets another, so that :func:`unquoted` gives it back.

    >>> quoted("=1+1"), quoted("'-5"), quoted("'t Hooft")
    ("'=1+1", "''-5", "'t Hooft")
    """
    return f"'{text}" if may_be_formula(text.lstrip("'")) else text


def unquoted(text: str) -> str:
    """A text of a CSV file as it was meant: that apostrophe is none of it."""
    return text[1:] if text.startswith("'") and may_be_formula(text.lstrip("'")) else text
