"""The command ``gevinst``: opens the table without arguments; subcommands work without it.

Exit codes: 0 success, 1 invalid input, 2 incorrect usage.
"""

from __future__ import annotations

import atexit
import gc
import sys
from collections.abc import Sequence
from contextlib import suppress
from itertools import pairwise
from typing import Final

from game.cli.streams import drop_what_is_left, open_standard_streams, refused
from game.gui.preferences import preferred_language
from game.i18n import LANGS, Lang, system_language, words
from game.i18n.message import MessageError
from game.resources import HomeError

YOUNG: Final = 200_000
"""New objects after which garbage is looked for. Most commands make fewer, and nearly all of them
stay: looking through them after every 700 takes a twentieth of the time."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with these arguments (by default ``sys.argv``); returns its exit code."""
    gc.set_threshold(YOUNG)
    atexit.register(gc.freeze)  # else all there is is looked through for garbage at the end, too
    try:
        return _run(argv)
    finally:
        drop_what_is_left()


def _run(argv: Sequence[str] | None) -> int:
    import click

    from game.cli.click_messages import set_language
    from game.cli.errors import for_terminal
    from game.cli.home import check_home
    from game.cli.root import build

    open_standard_streams()
    args = list(sys.argv[1:] if argv is None else argv)
    lang = language(args)
    set_language(lang)
    try:
        check_home()
        code = build(words(lang)).main(args, prog_name="gevinst", standalone_mode=False)
        sys.stdout.flush()
    except (click.ClickException, MessageError, OSError) as error:
        shown = refused(error) if isinstance(error, OSError) else error
        shown = for_terminal(shown, words(lang)) if isinstance(shown, MessageError) else shown
        with suppress(OSError):
            shown.show()
        return shown.exit_code
    except (click.Abort, KeyboardInterrupt):
        return 130
    return code if isinstance(code, int) else 0


def language(args: Sequence[str]) -> Lang:
    """The language given anywhere in the arguments, else the preferred one, or the system's."""
    for arg, following in pairwise([*args, ""]):
        if arg == "--":
            break
        name, _, value = arg.partition("=")
        if name == "--lang" and (value or following) in LANGS:
            return "da" if (value or following) == "da" else "en"
    with suppress(HomeError):
        return preferred_language() or system_language()
    return system_language()
