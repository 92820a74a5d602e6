"""The findings of the passes, before translation: a code, a place and message parameters.

The messages of the codes are in :mod:`game.content.messages`; a finding may have a better hint.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from difflib import get_close_matches
from functools import lru_cache
from itertools import islice
from typing import Final, Protocol, runtime_checkable

from game.content.choice_names import SHOWN
from game.content.messages import DID_YOU_MEAN, MESSAGES
from game.content.positions import KeyPath, Positions
from game.content.problems import Problem, ProblemSeverity
from game.frozen import frozen
from game.i18n import Lang, mark, words
from game.i18n.message import Message
from game.letters import printable

_NAMED: Final[Mapping[str, int]] = {"track": 0, "ability": 0, "kind": -1}
"""The parameters that are choices of a case file, and which of their names on the screen is meant:
*process* is a track and a kind of idea."""
_CLOSE: Final = 0.7
"""How much alike two words are, so that one may be a slip of the other."""
_AROUND: Final = 16
"""How many letters are quoted on either side of one that cannot be shown."""
_UNSHOWN: Final[Mapping[str, str]] = {
    "\t": mark("a tab, which has no place in a line"),
    "\n": mark("the end of a line, and has to stand on one"),
}
_NO_LETTER: Final = mark("a character that cannot be shown ({code})")
MOST_PROBLEMS: Final = 200
"""The most problems reported at once; more of them have one cause, or it is no scenario file."""


@frozen
class Finding:
    """Something wrong at a path of the file.

    ``hint`` replaces the general one of its code. ``earlier`` is another path that the message
    mentions by its ``{line}``. ``at`` is line and column where no path leads to them. ``mended`` is
    the line as it should read, if that is known. ``begin`` is where mending it begins, if that is
    somewhere else than where it is seen; a card that is not there yet is one to be added.
    """

    code: str
    path: KeyPath = ()
    params: Mapping[str, object] = field(default_factory=dict)
    severity: ProblemSeverity = "error"
    hint: str | None = None
    earlier: KeyPath | None = None
    at: tuple[int, int] | None = None
    mended: str = ""
    begin: KeyPath = ()

    def beginning(self, begin: KeyPath) -> Finding:
        """The same, mended from another place on than where it is seen."""
        return replace(self, begin=begin)


def with_suggestion(finding: Finding, word: object, words: Iterable[str]) -> Finding:
    """The finding with the hint "did you mean", when a known word is close to the one written."""
    close = _close(str(word)[:60].lower(), tuple(words)) if word else ""
    if not close:
        return finding
    return replace(finding, hint=DID_YOU_MEAN, params={**finding.params, "near": close})


@lru_cache(1024)
def _close(word: str, words: tuple[str, ...]) -> str:
    return next(iter(get_close_matches(word, words, 1, _CLOSE)), "")


def quoted(value: object, most: int = 40) -> str:
    """A value from the file for a quotation in a message: short and printable."""
    text = value if isinstance(value, str) else "…"
    return printable(text[:most]) + "…" * (len(text) > most)


def unshown_in(text: str, allowed: str) -> dict[str, object]:
    """The first letter of a text that a pattern does not allow, and what stands around it.

    These are the parameters of the message ``unprintable``.
    """
    at = next((n for n, letter in enumerate(text) if not re.fullmatch(allowed, letter)), 0)
    before, after = text[max(0, at - _AROUND) : at], text[at + 1 : at + 1 + _AROUND]
    around = f"{printable(before)}\N{REPLACEMENT CHARACTER}{printable(after)}"
    known = _UNSHOWN.get(text[at : at + 1])
    code = f"U+{ord(text[at : at + 1] or ' '):04X}"
    what = Message(known) if known else Message(_NO_LETTER, {"code": code})
    return {"what": what, "around": around}


def path_text(path: KeyPath) -> str:
    """A path in the notation of messages: ``ideas[3].track``."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{quoted(part)}" for part in path)
    return "".join(parts).removeprefix(".")


def to_problems(
    findings: Iterable[Finding], positions: Positions | None, file: str, lang: Lang
) -> list[Problem]:
    """The translated problems in the file's order; at most :data:`MOST_PROBLEMS`, errors first."""
    waiting = iter(sorted(findings, key=lambda found: found.severity))
    problems = [
        to_problem(found, positions, file, lang) for found in islice(waiting, MOST_PROBLEMS)
    ]
    problems.sort(key=lambda problem: (problem.line, problem.column))
    if next(waiting, None) is not None:
        worst = min(problem.severity for problem in problems)
        more = Finding("and_more", params={"n": MOST_PROBLEMS}, severity=worst)
        problems.append(to_problem(more, None, file, lang))
    return problems


@runtime_checkable
class _Readable(Protocol):
    """What reads differently in each language, such as the name of a card."""

    def read(self, lang: Lang) -> str: ...


def _read(value: object, lang: Lang) -> object:
    """A parameter as it is told: whatever an author wrote stands on one line, and can be shown."""
    if isinstance(value, _Readable):
        return printable(value.read(lang))
    return printable(value.replace("\n", " ¶ ")) if isinstance(value, str) else value


def _by_name(params: Mapping[str, object]) -> dict[str, Message]:
    """Choices by the names that the game shows; a hint says how they are written in the file."""
    return {
        name: Message(SHOWN[value][n])
        for name, n in _NAMED.items()
        if isinstance(value := params.get(name), str) and value in SHOWN
    }


def to_problem(
    found: Finding,
    positions: Positions | None,
    file: str,
    lang: Lang,
    messages: Mapping[str, tuple[str, str]] = MESSAGES,
) -> Problem:
    """The translated problem; other ``messages`` by code may be given, for what is no case file."""
    t = words(lang)
    message, hint = messages[found.code]
    params = {name: _read(value, lang) for name, value in found.params.items()}
    line, column = found.at or (positions.locate(found.path) if positions else (0, 0))
    if found.earlier is not None and positions:
        params["line"] = positions.locate(found.earlier)[0]
    said = Message(message, {**params, **_by_name(params)})
    helps = Message(found.hint or hint, params)
    return Problem(
        severity=found.severity,
        code=found.code,
        path=path_text(found.path),
        file=file,
        line=line,
        column=column,
        message=said.translate(t),
        hint=helps.translate(t) if helps.text else "",
        mended=printable(found.mended),
        lang=lang,
        begin=path_text(found.begin),
        said=said,
        helps=helps,
    )
