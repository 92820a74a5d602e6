"""The paragraphs of a long text, where its author wrote none."""

from __future__ import annotations

import re
from typing import Final

_SENTENCES: Final = re.compile(r"(?<=[.!?]) (?=[A-ZÆØÅ])")
_HEADED: Final = re.compile(r"(?:\w+ ){0,4}\w+: ")
_PARAGRAPH: Final = 170
"""A paragraph of so many letters is long enough."""


def paragraphs(text: str) -> list[str]:
    """A text in its own paragraphs, or one in a single block in groups of its sentences.

    A sentence with a heading ("From the source: ...") begins a new paragraph.
    """
    if "\n" in text:
        return [part for part in text.split("\n") if part]
    groups = [""]
    for sentence in _SENTENCES.split(text):
        if len(groups[-1]) >= _PARAGRAPH or _HEADED.match(sentence):
            groups.append(sentence)
        else:
            groups[-1] = f"{groups[-1]} {sentence}".strip()
    return [group for group in groups if group]
