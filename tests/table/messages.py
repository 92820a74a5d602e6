"""Notices messages that are shown and that the catalogue does not have."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from game.gui.keys import KEY_NAMES
from game.i18n import Words, catalogue
from game.table.flow.keys import GROUPS

Untranslated = set[str]


@contextmanager
def noticing() -> Iterator[Untranslated]:
    """What is found grows meanwhile."""
    known = {form for m in catalogue.translations(catalogue.read()) for form in _forms(m)}
    known |= {*KEY_NAMES.values(), *(b.display for group in GROUPS for b in group.bindings)}
    found: Untranslated = set()
    translate = Words.__call__

    def noticed(self: Words, message: str, /, **params: object) -> str:
        if message and message not in known:
            found.add(message)
        return translate(self, message, **params)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Words, "__call__", noticed)
        yield found


def _forms(message: catalogue.MessageId) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else message
