"""The command ``gevinst``: opens the table without arguments; subcommands work without it.

Exit codes: 0 success, 1 invalid input, 2 incorrect usage.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from itertools import pairwise

from game.gui.preferences import preferred_language
from game.i18n import LANGS, Lang, system_language, words


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with these arguments (by default ``sys.argv``); returns its exit code."""
    import click

    from game.cli.click_messages import set_language
    from game.cli.root import build

    args = list(sys.argv[1:] if argv is None else argv)
    lang = language(args)
    set_language(lang)
    _never_fail_to_print()
    try:
        code = build(words(lang)).main(args, prog_name="gevinst", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:
        sys.stdout = io.StringIO()  # the pipe is closed; there must be nothing left to flush
        return 0
    return code if isinstance(code, int) else 0


def language(args: Sequence[str]) -> Lang:
    """The language given anywhere in the arguments, else the preferred one, or the system's."""
    for arg, following in pairwise([*args, ""]):
        if arg == "--":
            break
        name, _, value = arg.partition("=")
        if name == "--lang" and (value or following) in LANGS:
            return "da" if (value or following) == "da" else "en"
    return preferred_language() or system_language()


def _never_fail_to_print() -> None:
    """Print a question mark for a character that the terminal's encoding lacks, not an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
