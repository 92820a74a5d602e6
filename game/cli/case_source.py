"""The text of a case file that goes to a workbook, or takes one in."""

from __future__ import annotations

from pathlib import Path

from game.casebook.unfinished import only_unfinished
from game.cli.case_argument import load_case
from game.cli.errors import InputError
from game.cli.next_step import command_line
from game.content import check
from game.content.findings import Finding
from game.content.package import is_package
from game.content.reader import decoded, read_bytes
from game.i18n import Words
from game.resources import SCENARIOS


def source_of(t: Words, file: Path) -> str:
    """The text of a case; of one that only lacks something, too.

    Raises :class:`InputError` with all that is wrong where anything else is.
    """
    raw = read_bytes(file)
    text = raw if isinstance(raw, Finding) else decoded(raw)
    if isinstance(text, Finding) or text.finding is not None:
        return load_case(t, file).source
    _, problems = check(text.text, file.name, weighed=False)
    if only_unfinished(problems):
        return text.text
    return load_case(t, file).source


def is_kept(file: Path) -> bool:
    """Whether a case is not written into: it comes with the game, or is packed."""
    return file.resolve().is_relative_to(SCENARIOS.resolve()) or is_package(file)


def refuse_kept(t: Words, file: Path) -> None:
    """Refuse to write into such a case. Raises :class:`InputError`."""
    if is_package(file):
        raise packed(t, file)
    if is_kept(file):
        message = t("{file} comes with the game and stays as it is.", file=file)
        raise InputError(message, t("Name another file, with --to in place of --into."))


def packed(t: Words, file: Path) -> InputError:
    """That a case is packed, and how it is unpacked."""
    way = command_line("case", "unpack", file)
    told = t("{file} is packed.", file=file)
    return InputError(told, t("Unpack it first: {command}", command=way))
