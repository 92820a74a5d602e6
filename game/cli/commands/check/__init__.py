"""``gevinst check``: report the problems of a case, with positions."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field, fields, replace
from pathlib import Path
from typing import Any, Final

import click

from game.cli.case_file import STDIN, CaseFile
from game.cli.commands.check.gauges import fields_of, gauges_of, table
from game.cli.next_step import command_line
from game.cli.options import RootOptions, about_case, as_json, command
from game.content import Case, Problem, check_bytes, read_bytes
from game.content.case import About
from game.content.case_pictures import CasePictures
from game.content.copies import copy_check
from game.content.file_kinds import FileText, lines_of, text_of
from game.content.findings import Finding
from game.content.package import is_package
from game.content.problems import SEVERITY_LABELS
from game.frozen import frozen
from game.i18n import Words
from game.letters import printable
from game.wording.about import about_line


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Say everything that is wrong with case files, where it is and what to do, and what "
        "may keep them from playing well. With --fix, what is certain is fixed first; a copy "
        "of the file as it was is kept beside it.\n\nA case may also be - for what is typed "
        "or piped in. The exit code is 0 when all can be played, 1 when one cannot, 2 when "
        "the command was used wrongly."
    )
    return command(
        t,
        "check",
        text + about_case(t),
        click.Argument(
            ["files"], type=CaseFile(t, stdin=True), nargs=-1, required=True, metavar=t("CASE...")
        ),
        as_json(t("Print JSON, for other programs.")),
        click.Option(["--strict"], is_flag=True, help=t("Count warnings as errors, too.")),
        click.Option(
            ["--gauges"],
            is_flag=True,
            help=t("Show the balance of each case in numbers, with what is usual."),
        ),
        click.Option(
            ["--fix"], is_flag=True, help=t("Fix what is certain, and show what was changed.")
        ),
        run=check_all,
    )


_EXCERPT: Final = 100
"""The most letters that are shown of a line of the file."""
_BEFORE: Final = 40
_MOST_LINES: Final = 12
"""So many numbers of lines are told; more have one cause."""
_ALIKE: Final = 5
"""How many problems of one kind are shown in full."""
_COLOURS: Final = {"error": "red", "warning": "yellow"}


@frozen
class CheckedFile:
    """A file and the problems in it."""

    name: str
    lines: Sequence[str]
    problems: Sequence[Problem]
    about: About = field(default_factory=About)

    def of(self, severity: str) -> list[Problem]:
        """The problems of one severity, in the file's order."""
        return [problem for problem in self.problems if problem.severity == severity]


def check_all(
    t: Words,
    _: RootOptions,
    files: Iterable[Path],
    *,
    as_json: bool,
    strict: bool,
    gauges: bool,
    fix: bool,
) -> int:
    """Check files and print what is found; 1 if one cannot be played, or by ``strict`` warns."""
    if fix:
        from game.cli.commands.check.fixing import fix_all

        fix_all(t, files, silent=as_json)
    measure = text_measure(t)
    checked = [_check(t, name, measure) for name in dict.fromkeys(files)]
    errors = sum(len(file.of("error")) for file in checked)
    warnings = sum(len(file.of("warning")) for file in checked)
    if as_json:
        click.echo(_as_json(t, checked, errors, warnings, gauges=gauges))
    else:
        _print(t, checked, errors, warnings)
    if gauges and not as_json:
        _print_gauges(t, checked)
    return 1 if errors or (strict and warnings) else 0


def text_measure(t: Words) -> Callable[[Case], Iterable[Finding]]:
    """The check that texts fit their cards; loads pygame for the first case that needs it."""

    def measure(case: Case) -> Iterable[Finding]:
        try:
            from game.table.cards.fitting import unfitting
        except ImportError:
            click.echo(t("Texts were not measured: pygame-ce cannot be loaded."), err=True)
            return []
        return unfitting(case)

    return measure


def _check(t: Words, path: Path, measure: Callable[[Case], Iterable[Finding]]) -> CheckedFile:
    """Check a file or standard input; problems name the file with its folder."""
    file, piped = str(path), str(path) == STDIN
    raw = _read_stdin() if piped else read_bytes(path)
    checks = [measure, copy_check(None if piped else path)]
    if not piped:
        checks.append(CasePictures(path).check)
    case, problems = check_bytes(raw, path.name, lang=t.lang, extra_checks=checks)
    text = FileText("") if isinstance(raw, Finding) else text_of(raw)
    lines = [] if isinstance(text, Finding) else lines_of(text.text)
    found = [replace(problem, file=file) for problem in problems]
    return CheckedFile(file, lines, found, About() if case is None else case.about)


def _read_stdin() -> bytes:
    from game.content.reader import MOST_BYTES

    return sys.stdin.buffer.read(MOST_BYTES + 1)


# ------------------------------------------------------------------ machine-readable output
def _as_json(
    t: Words, checked: Sequence[CheckedFile], errors: int, warnings: int, *, gauges: bool
) -> str:
    files: list[dict[str, Any]] = [
        {
            "file": file.name,
            "playable": not file.of("error"),
            "about": _about_fields(t, file.about),
            "problems": [_fields(p) for p in (*file.of("error"), *file.of("warning"))],
        }
        for file in checked
    ]
    if gauges:
        for entry, file in zip(files, checked, strict=True):
            found = gauges_of("\n".join(file.lines), t)
            entry["gauges"] = [fields_of(gauge) for gauge in found]
    whole = {"errors": errors, "warnings": warnings, "files": files}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _about_fields(t: Words, about: About) -> dict[str, str]:
    """Whose case it is, as far as that is told."""
    values = {part.name: getattr(about, part.name) for part in fields(about)}
    said = {key: v if isinstance(v, str) else v.read(t.lang) for key, v in values.items()}
    return {key: text for key, text in said.items() if text}


def _fields(problem: Problem) -> dict[str, Any]:
    names = ("severity", "code", "path", "line", "column", "message", "hint", "mended")
    return {name: getattr(problem, name) for name in names}


# ------------------------------------------------------------------ human-readable output
def _print(t: Words, checked: Sequence[CheckedFile], errors: int, warnings: int) -> None:
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    for file in checked:
        if told := about_line(t, file.about):
            click.echo(f"{file.name}: {printable(told)}")
    for severity in ("error", "warning"):
        for file in checked:
            for problem, others in _grouped(file.of(severity)):
                for line in _problem_lines(t, problem, file.lines, others):
                    click.echo(line, color=colour)
    counts = [
        t.plural("{n} error", "{n} errors", errors),
        t.plural("{n} warning", "{n} warnings", warnings),
    ]
    files = t.plural("{n} file checked", "{n} files checked", len(checked))
    end = f"{files}: {t.listed(counts)}" if errors or warnings else f"{files}: {_fine(t, checked)}"
    style = "red" if errors else "yellow" if warnings else "green"
    click.echo(click.style(end, fg=style, bold=True), color=colour)
    if mendable := [path for file in checked if _can_be_mended(file, path := Path(file.name))]:
        command = command_line("check", "--fix", *mendable)
        click.echo(t("Fix what is certain: {command}", command=command))


def _can_be_mended(file: CheckedFile, path: Path) -> bool:
    """Whether ``--fix`` would change a file."""
    proposed = any(problem.mended for problem in file.problems)
    if not proposed or file.name == STDIN or is_package(path):
        return False
    from game.content.lenient.fixing import fix  # few files need it

    text = "\n".join(file.lines)
    return fix(text).text != text


def _print_gauges(t: Words, checked: Iterable[CheckedFile]) -> None:
    """The balance of every case in numbers, as far as it can be read."""
    for file in checked:
        if found := gauges_of("\n".join(file.lines), t):
            click.echo("\n" + t("Balance of {file}", file=file.name))
            for line in table(found, t):
                click.echo(line)


def _fine(t: Words, checked: Sequence[CheckedFile]) -> str:
    return t("nothing to complain about.") if checked else ""


def _grouped(problems: Iterable[Problem]) -> list[tuple[Problem, list[int]]]:
    """The problems to show, each with the lines where there is more of it that is not shown."""
    shown: list[tuple[Problem, list[int]]] = []
    last: dict[str, list[int]] = {}
    counts: Counter[str] = Counter()
    for problem in problems:
        counts[problem.code] += 1
        if counts[problem.code] <= _ALIKE or not problem.line:
            last[problem.code] = []
            shown.append((problem, last[problem.code]))
        else:
            last[problem.code].append(problem.line)
    return shown


def _problem_lines(
    t: Words, problem: Problem, lines: Sequence[str], others: Sequence[int]
) -> Iterator[str]:
    """The place and the message; the line with a caret under it; the hint; an empty line."""
    place = f"{problem.file}:{problem.line}:{problem.column}" if problem.line else problem.file
    colour = _COLOURS[problem.severity]
    kind = click.style(t(SEVERITY_LABELS[problem.severity]) + ":", fg=colour, bold=True)
    yield f"{click.style(place, bold=True)}: {kind} {problem.message}"
    if 0 < problem.line <= len(lines):
        excerpt, at = _excerpt(lines[problem.line - 1], problem.column - 1)
        yield f"  {click.style(f'{problem.line:>4} |', dim=True)} {excerpt}"
        caret = click.style("^", fg=colour, bold=True)
        yield f"  {click.style('     |', dim=True)} {' ' * at}{caret}"
    if problem.hint:
        yield f"  {problem.hint}"
    if problem.mended:
        yield f"  {click.style('     →', dim=True)} {click.style(problem.mended, fg='green')}"
    if others:
        yield f"  {_more_of_it(t, list(dict.fromkeys(others)))}"
    yield ""


def _more_of_it(t: Words, lines: Sequence[int]) -> str:
    """On which lines something of the same kind is wrong, with other figures maybe."""
    numbers = ", ".join(map(str, lines[:_MOST_LINES]))
    if (more := len(lines) - _MOST_LINES) > 0:
        return t("More of the same kind is on lines {lines} and {n} others.", lines=numbers, n=more)
    return t("More of the same kind is on lines {lines}.", lines=numbers)


def _excerpt(line: str, at: int) -> tuple[str, int]:
    """The part of a line that is shown, and the column in it."""
    start = max(0, min(at - _BEFORE, len(line) - _EXCERPT))
    cut = line[start : start + _EXCERPT]
    before = "…" if start else ""
    after = "…" if start + _EXCERPT < len(line) else ""
    return f"{before}{printable(cut)}{after}", min(max(0, at - start), _EXCERPT) + len(before)
