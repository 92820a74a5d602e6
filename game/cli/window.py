"""Opens the window. It loads nothing else, so that the start screen appears at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from game.cli.errors import InputError
from game.cli.options import chosen_display, wants_own_window
from game.i18n import Words, mark
from game.table.flow.openings import Opening

_ON_A_DESKTOP = mark("Start it on a desktop.")
_WITHOUT_ONE = mark("Start it on a desktop, or without a window: {command}")
_INSTALL = mark("Run: pip uninstall pygame pygame-ce && pip install pygame-ce")


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
            raise _given_up(t, error.log) from None
    return 0


def _given_up(t: Words, log: Path | None) -> InputError:
    told = t("The table failed again at once and was closed. Nothing is lost.")
    helps = t("Start it again: the game goes on from the last decision.")
    if log is not None:
        told += " " + t("What happened is written in {file}.", file=log)
    return InputError(told, helps)


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
        helps = t(_WITHOUT_ONE, command=windowless) if windowless else t(_ON_A_DESKTOP)
        if isinstance(error, ImportError) or type(error).__name__ == "WrongPygameError":
            helps = t(_INSTALL)
        raise InputError(t("The table cannot be shown: {why}.", why=why), helps) from None


def _is_about_the_screen(error: Exception) -> bool:
    """Whether pygame is missing or has no display; anything else is a bug."""
    if isinstance(error, ImportError):
        return (error.name or "").startswith("pygame")
    return type(error).__module__.startswith("pygame") or type(error).__name__ in (
        "WrongPygameError",
        "NoScreenError",
    )
