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

from game.cli.streams import drop_what_is_left, open_standard_streams, put_away
from game.gui.preferences import preferred_language
from game.i18n import LANGS, Lang, system_language, words
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
    from game.cli.home import check_home
    from game.cli.root import build

    open_standard_streams()
    args = list(sys.argv[1:] if argv is None else argv)
    lang = language(args)
    set_language(lang)
    try:
        check_home(words(lang))
        code = build(words(lang)).main(args, prog_name="gevinst", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        with suppress(OSError):
            error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return 130
    except OSError as error:
        return put_away(words(lang), error)
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
