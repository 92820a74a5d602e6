"""Opens the window. It loads nothing else, so that the start screen appears at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from game.cli.errors import InputError
from game.cli.options import chosen_display, wants_own_window
from game.i18n import Words, mark
from game.table.flow.openings import Opening

_NO_SCREEN = mark("there is no screen here. Start it on a desktop.")
_WITHOUT_ONE = mark(
    "there is no screen here. Start it on a desktop, or without a window: {command}"
)


def open_window(
    t: Words,
    folder: Path | None,
    opening: Opening,
    *,
    fullscreen: bool,
    windowless: str = "",
    seed: int | None = None,
) -> int:
    """Open the window with something, and run until it is closed.

    ``windowless`` is the command to propose where there is no screen.
    """
    with screen_errors_as_messages(t, windowless):
        from game.gui.errors import GivingUpError
        from game.table.flow.main import run_table

        display, own_window = chosen_display(), wants_own_window()
        try:
            run_table(
                t.lang,
                folder,
                opening,
                seed=seed,
                fullscreen=fullscreen,
                display=display,
                own_window=own_window,
            )
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
def screen_errors_as_messages(t: Words, windowless: str = "") -> Iterator[None]:
    """Turn a missing display or pygame into one message and exit code 1.

    ``windowless`` is the command that does something of the kind without a screen.
    """
    try:
        yield
    except (ImportError, RuntimeError) as error:  # pygame's own errors are RuntimeErrors
        if not _is_about_the_screen(error):
            raise
        why = t(str(error))
        if type(error).__name__ == "NoScreenError":
            why = t(_WITHOUT_ONE, command=windowless) if windowless else t(_NO_SCREEN)
        raise InputError(t("The table cannot be shown: {why}", why=why)) from None


def _is_about_the_screen(error: Exception) -> bool:
    """Whether pygame is missing or has no display; anything else is a bug."""
    if isinstance(error, ImportError):
        return (error.name or "").startswith("pygame")
    return type(error).__module__.startswith("pygame") or type(error).__name__ in (
        "WrongPygameError",
        "NoScreenError",
    )
