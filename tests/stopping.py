"""Stops the program in the midst of writing: it is killed, or the disk fails."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable

import pytest

from game.i18n.message import Message
from game.session import SaveError


def full_disk(*what: object, **more: object) -> None:
    """In place of what saves in a session: there is no room."""
    raise SaveError("not_saved", folder="/media/usb", why=Message("No space left on device"))


class KilledError(BaseException):
    """Nothing is done to the disk from here on."""


def stop_at(patch: pytest.MonkeyPatch, fatal: int, *, killed: bool) -> list[int]:
    """Have the step of a number fail, or all from there on; how many steps there were."""
    steps = [0]

    def counted(step: Callable[..., None]) -> Callable[..., None]:
        def act(*given: object, **named: object) -> None:
            steps[0] += 1
            if steps[0] == fatal or (killed and steps[0] > fatal):
                raise KilledError if killed else OSError(errno.EIO, "Input/output error")
            step(*given, **named)

        return act

    for name in ("replace", "fsync", *(["unlink"] if killed else [])):
        patch.setattr(os, name, counted(getattr(os, name)))
    return steps
