"""Opening the window. Nothing else is loaded for it: the start screen is to stand at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from game.cli.click_messages import InputError
from game.cli.options import asked_display
from game.i18n import Words


def open_window(t: Words, folder: Path | None, **wanted: Any) -> int:
    """Open the window and stay until it is closed; ``wanted`` is for ``run_table``."""
    with on_a_screen(t):
        from game.gui.app import GivingUpError
        from game.table.flow import run_table

        if (display := asked_display()) is not None:
            wanted["display"] = display
        try:
            run_table(t.lang, folder, **wanted)
        except GivingUpError as error:
            raise InputError(_given_up(t, error.log)) from None
    return 0


def _given_up(t: Words, log: Path | None) -> str:
    if log is None:
        return t(
            "The table failed again at once and was closed. Nothing is lost: the game goes on from "
            "the last decision next time."
        )
    return t(
        "The table failed again at once and was closed. Nothing is lost: the game goes on from the "
        "last decision next time. What happened is written in {file}.",
        file=log,
    )


@contextmanager
def on_a_screen(t: Words) -> Iterator[None]:
    """Say plainly when there is no screen, or no pygame, for what is done inside."""
    try:
        yield
    except (ImportError, RuntimeError) as error:  # pygame's own errors are RuntimeErrors
        if not _is_about_the_screen(error):
            raise
        raise InputError(t("The table cannot be shown: {why}", why=t(str(error)))) from None


def _is_about_the_screen(error: Exception) -> bool:
    """Whether pygame is missing or has no screen; all else is a mistake of ours."""
    if isinstance(error, ImportError):
        return (error.name or "").startswith("pygame")
    return type(error).__module__.startswith("pygame") or type(error).__name__ in (
        "WrongPygameError",
        "NoScreenError",
    )
