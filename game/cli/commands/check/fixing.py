"""The handler of ``gevinst check --fix``: mends what is certain in the files of cases."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from difflib import unified_diff
from pathlib import Path
from typing import Final

import click

from game.cli.case_file import STDIN
from game.cli.case_source import packed
from game.content import read_bytes
from game.content.file_kinds import FileText, lines_of, text_of
from game.content.findings import Finding
from game.content.lenient.fixing import Fixed, fix
from game.content.package import is_package
from game.content.rewriting import rewrite
from game.i18n import Words
from game.i18n.os_errors import NotWrittenError
from game.letters import printable
from game.resources import cases_folder

_MARK: Final = b"\xef\xbb\xbf"
_LONGEST_LINE: Final = 200
_COLOURS: Final = {"+": "green", "-": "red", "@": "cyan"}


def fix_all(t: Words, paths: Iterable[Path], *, silent: bool) -> None:
    """Mend files, each with a copy beside it, and show what was changed; ``silent``: do not."""
    for path in paths:
        if str(path) == STDIN:
            raise click.UsageError(t("--fix changes a file; give its name instead of -."))
        lines = [*_from_the_shelf(t, path), *_fix(t, path, str(path))]
        for line in () if silent else lines:
            click.echo(line)


def _from_the_shelf(t: Words, path: Path) -> list[str]:
    """That a file is one of this user's cases, and none of the folder that the command is in."""
    if not path.is_relative_to(cases_folder()) or path.is_relative_to(Path.cwd()):
        return []
    return [t("This is the file among your own cases: {file}", file=path)]


def _fix(t: Words, path: Path, file: str) -> list[str]:
    """Mend a file; what is said about it."""
    raw = read_bytes(path)
    text = raw if isinstance(raw, Finding) else text_of(raw)
    if is_package(path):
        raise packed(t, path)
    if isinstance(raw, Finding) or not isinstance(text, FileText):
        return []  # the check says what is wrong with the file itself
    fixed = fix(text.text)
    mark = _MARK if raw.startswith(_MARK) else b""
    new = mark + fixed.text.encode("utf-8")
    if new == raw:
        return [t("{file}: there is nothing to fix for certain.", file=file), ""]
    copy = _write(t, path, raw, new)
    return [*_difference(file, text.text, fixed.text), _told(t, file, copy, fixed), ""]


def _told(t: Words, file: str, copy: Path, fixed: Fixed) -> str:
    said = t.plural("{file}: {n} line fixed", "{file}: {n} lines fixed", fixed.mended, file=file)
    if not fixed.mended:
        said = t("{file}: saved as UTF-8", file=file)
    kept = t("The file as it was is kept as {copy}.", copy=copy.name)
    return f"{click.style(said + '.', bold=True)} {kept}"


def _difference(file: str, old: str, new: str) -> Iterator[str]:
    """The lines that differ, in the form that every tool shows them in, coloured."""
    lines = unified_diff(lines_of(old), lines_of(new), file, file, n=1, lineterm="")
    for line in lines:
        shown = printable(line[:_LONGEST_LINE]) + ("…" if len(line) > _LONGEST_LINE else "")
        yield click.style(shown, fg=_COLOURS.get(line[:1]))


# ------------------------------------------------------------------ writing
def _write(t: Words, path: Path, raw: bytes, new: bytes) -> Path:
    """Write a file anew, all or nothing, with its old content beside it; the path of that."""
    if not (path.stat().st_mode & stat.S_IWUSR and os.access(path, os.W_OK)):
        raise NotWrittenError(path, PermissionError(errno.EACCES, os.strerror(errno.EACCES)))
    try:
        return rewrite(path, raw, new)
    except OSError as error:
        raise NotWrittenError(path, error) from error
