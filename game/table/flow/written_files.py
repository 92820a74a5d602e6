"""The text of a case that is to be written: read, and mended where it cannot be read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import tomli

from game.content import check_bytes, syntax
from game.content.file_kinds import FileText, text_of
from game.content.findings import Finding
from game.content.lenient.fixing import fix
from game.content.problems import Problem
from game.content.reader import read_bytes
from game.i18n import Lang
from game.table.editor.draft import Draft

_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


@dataclass(slots=True)
class Written:
    """The text of a file: its draft, how its lines and its beginning are, and what was read."""

    draft: Draft
    raw: bytes
    newline: str = "\n"
    mark: str = ""

    def as_file(self) -> str:
        """The text as it is written back, with the line ends and the mark that it came with."""
        return self.mark + self.draft.text.replace("\n", self.newline)


def mended_bytes(path: Path) -> bytes | None:
    """What a file that is no TOML would be after mending; ``None`` where that does not help."""
    raw = read_bytes(path)
    text = raw if isinstance(raw, Finding) else text_of(raw)
    if not isinstance(text, FileText):
        return None
    mended = fix(text.text).text
    try:
        tomli.loads(mended.replace("\r\n", "\n"))
    except (tomli.TOMLDecodeError, RecursionError):
        return None
    return mended.encode("utf-8")


def why_unread(path: Path, lang: Lang) -> Problem:
    """What keeps a file from being read as TOML: the error on its first line that is none."""
    raw = read_bytes(path)
    _, problems = check_bytes(raw, path.name, lang=lang)
    errors = [problem for problem in problems if problem.severity == "error"]
    text = raw if isinstance(raw, Finding) else text_of(raw)
    strict = syntax.read(text.text) if isinstance(text, FileText) else None
    line, _ = (strict.at if isinstance(strict, Finding) else None) or (0, 0)
    return next((problem for problem in errors if problem.line == line), errors[0])


def read_written(path: Path, lang: Lang) -> Written | None:
    """The text of a case that can be edited; ``None`` for what cannot be read, or is no TOML."""
    raw = read_bytes(path)
    return None if isinstance(raw, Finding) else written_in(raw, lang)


def written_in(raw: bytes, lang: Lang) -> Written | None:
    """The text of a case in the bytes of a file; ``None`` for what is no TOML."""
    try:
        text = raw.decode("utf-8")
        mark = _MARK if text.startswith(_MARK) else ""
        newline = "\r\n" if "\r\n" in text else "\n"
        draft = Draft(text.removeprefix(_MARK).replace("\r\n", "\n"), lang)
    except (UnicodeDecodeError, tomli.TOMLDecodeError, RecursionError):
        return None
    return Written(draft, raw, newline, mark)
