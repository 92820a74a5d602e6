"""``gevinst check``: everything an author should know about a file, with the line it is about."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import click

from game.content import Case, Problem, check_bytes, read_bytes
from game.content.findings import Finding, clear
from game.content.problems import SAID
from game.i18n import Words

STDIN: Final = "-"
_WIDE: Final = 100
"""As much of a line of the file is shown, in letters."""
_BEFORE: Final = 40
_COLOURS: Final = {"error": "red", "warning": "yellow"}


@dataclass(frozen=True, slots=True)
class Checked:
    """A file and what was found in it."""

    file: str
    lines: Sequence[str]
    problems: Sequence[Problem]

    def of(self, severity: str) -> list[Problem]:
        """The problems of one severity, in the file's order."""
        return [problem for problem in self.problems if problem.severity == severity]


def check_all(t: Words, files: Iterable[str], *, as_json: bool, strict: bool) -> int:
    """Check files and print what is found; 1 if one cannot be played, or by ``strict`` warns."""
    looks = _looks(t)
    checked = [_check(t, file, looks) for file in dict.fromkeys(files)]
    errors = sum(len(one.of("error")) for one in checked)
    warnings = sum(len(one.of("warning")) for one in checked)
    if as_json:
        click.echo(_as_json(checked, errors, warnings))
    else:
        _print(t, checked, errors, warnings)
    return 1 if errors or (strict and warnings) else 0


def _looks(t: Words) -> list[Callable[[Case], Iterable[Finding]]]:
    """Texts are measured when there is something to measure them with, and only when needed."""

    def measured(case: Case) -> Iterable[Finding]:
        os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
        try:
            from game.table.cards.fitting import unfitting
        except ImportError:
            click.echo(t("Texts were not measured: pygame-ce cannot be loaded."), err=True)
            return []
        return unfitting(case)

    return [measured]


def _check(t: Words, file: str, looks: Sequence[Callable[[Case], Iterable[Finding]]]) -> Checked:
    """A file, or what is piped in; problems bear the name that was asked for."""
    raw = _piped() if file == STDIN else read_bytes(Path(file))
    name = Path(file).name
    _case, problems = check_bytes(raw, name, lang=t.lang, looks=looks)
    text = "" if isinstance(raw, Finding) else raw.decode("utf-8", "replace")
    lines = text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}").replace("\r\n", "\n").split("\n")
    return Checked(file, lines, [replace(problem, file=file) for problem in problems])


def _piped() -> bytes:
    from game.content.reader import MOST_BYTES

    return sys.stdin.buffer.read(MOST_BYTES + 1)


# ------------------------------------------------------------------ for other programs
def _as_json(checked: Iterable[Checked], errors: int, warnings: int) -> str:
    files = [
        {
            "file": one.file,
            "playable": not one.of("error"),
            "problems": [_fields(p) for p in (*one.of("error"), *one.of("warning"))],
        }
        for one in checked
    ]
    whole = {"errors": errors, "warnings": warnings, "files": files}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _fields(problem: Problem) -> dict[str, Any]:
    names = ("severity", "code", "path", "line", "column", "message", "hint")
    return {name: getattr(problem, name) for name in names}


# ------------------------------------------------------------------ for people
def _print(t: Words, checked: Sequence[Checked], errors: int, warnings: int) -> None:
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    for severity in ("error", "warning"):
        for one in checked:
            for problem in one.of(severity):
                for line in _told(t, problem, one.lines):
                    click.echo(line, color=colour)
    said = [
        t.plural("{n} error", "{n} errors", errors),
        t.plural("{n} warning", "{n} warnings", warnings),
    ]
    files = t.plural("{n} file checked", "{n} files checked", len(checked))
    end = f"{files}: {t.listed(said)}" if errors or warnings else f"{files}: {_fine(t, checked)}"
    style = "red" if errors else "yellow" if warnings else "green"
    click.echo(click.style(end, fg=style, bold=True), color=colour)


def _fine(t: Words, checked: Sequence[Checked]) -> str:
    return t("nothing to complain about.") if checked else ""


def _told(t: Words, problem: Problem, lines: Sequence[str]) -> Iterator[str]:
    """Where it is and what is wrong; the line with a caret under it; what to do; a gap."""
    where = f"{problem.file}:{problem.line}:{problem.column}" if problem.line else problem.file
    colour = _COLOURS[problem.severity]
    kind = click.style(t(SAID[problem.severity]) + ":", fg=colour, bold=True)
    yield f"{click.style(where, bold=True)}: {kind} {problem.message}"
    if 0 < problem.line <= len(lines):
        shown, at = _window(lines[problem.line - 1], problem.column - 1)
        yield f"  {click.style(f'{problem.line:>4} |', dim=True)} {shown}"
        caret = click.style("^", fg=colour, bold=True)
        yield f"  {click.style('     |', dim=True)} {' ' * at}{caret}"
    if problem.hint:
        yield f"  {problem.hint}"
    yield ""


def _window(line: str, at: int) -> tuple[str, int]:
    """What is shown of a line, and where in it the column stands."""
    start = max(0, min(at - _BEFORE, len(line) - _WIDE))
    cut = line[start : start + _WIDE]
    before = "…" if start else ""
    after = "…" if start + _WIDE < len(line) else ""
    return f"{before}{clear(cut)}{after}", min(max(0, at - start), _WIDE) + len(before)
