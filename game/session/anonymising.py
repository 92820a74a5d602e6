"""Anonymised copies of sessions, to be shared.

Players' names are replaced by their roles, in the seats and in all written texts. Texts are part of
a state's fingerprint, so fingerprints that were correct are computed again: the copy can be opened,
verified and continued like any session.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

from game.engine import Seat, Setup, digest
from game.engine.events import Begun
from game.engine.limits import MAX_NAME, MAX_TEXT
from game.session.annotations import Tags
from game.session.errors import CannotExportError
from game.session.line_format import read_lines, seal
from game.session.log import Log, log_of
from game.session.records import Decision, Record, progress_of, raw_header, raw_record
from game.session.store import Store

T = TypeVar("T")
TextFilter = Callable[[str], str]

TEXT_LIMITS: Final[Mapping[str, int]] = {
    "name": MAX_NAME,
    "text": MAX_TEXT,
    "note": MAX_TEXT,
    "bearer": MAX_NAME,
    "measure": MAX_TEXT,
    "reason": MAX_TEXT,
    "indicator": MAX_NAME,
    "unit": 40,
    "word": MAX_NAME,
    "by": MAX_NAME,
    "who": MAX_NAME,
    "source": MAX_TEXT,
    "file": MAX_TEXT,
}
"""The fields with written texts and file names, and their maximum lengths. All other strings are
ids of cards and codes of the rules."""

_AMBIGUOUS: Final = "NN"
"""The replacement for a name that two players share."""
_MIN_CASELESS: Final = 4
"""Shorter names are also words (Bo, Liv), so they match only with a capital letter."""


class NameReplacer:
    """Replaces players' names in texts.

    It matches whole names, any part of two letters or more, and their genitives. ``changed`` has
    the original texts in which a name was replaced.
    """

    def __init__(self, names: Sequence[str], replacements: Sequence[str]) -> None:
        self.changed: set[str] = set()
        self._replacements = _replacements(zip(names, replacements, strict=True))
        pattern = "|".join(map(_pattern, sorted(self._replacements, key=len, reverse=True)))
        self._named = re.compile(rf"(?<!\w)(?:{pattern})(?=(?:['’]?s)?(?!\w))") if pattern else None

    def __call__(self, text: str) -> str:
        """The text without names."""
        if self._named is None:
            return text
        replaced, count = self._named.subn(
            lambda match: self._replacements[match[0].casefold()], text
        )
        if count:
            self.changed.add(text)
        return replaced


def _replacements(players: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The replacement of each name and each part of one, by its lower-case form."""
    found: dict[str, str] = {}
    for name, replacements in players:
        for part in {name.strip(), *re.findall(r"[^\W\d_]{2,}", name)}:
            if len(part) > 1:
                known = found.setdefault(part.casefold(), replacements)
                found[part.casefold()] = replacements if known == replacements else _AMBIGUOUS
    return found


def _pattern(name: str) -> str:
    """A regular expression for a name; a short one must have its capital letter."""
    if len(name) >= _MIN_CASELESS:
        return f"(?i:{re.escape(name)})"
    return "|".join(dict.fromkeys(map(re.escape, (name.capitalize(), name.upper()))))


# ------------------------------------------------------------------ rewriting records
def rewrite_texts(record: T, rewrite: TextFilter) -> T:
    """A record, and all records in it, with every written text passed through ``rewrite``."""
    result: Any = record
    if isinstance(record, tuple):
        result = tuple([rewrite_texts(item, rewrite) for item in record])
    elif is_dataclass(record) and not isinstance(record, type):
        changed: dict[str, Any] = {}
        for name in _field_names(type(record)):
            value = getattr(record, name)
            if isinstance(value, str) and name in TEXT_LIMITS:
                changed[name] = _shorten(rewrite(value), TEXT_LIMITS[name])
            elif not isinstance(value, str):
                changed[name] = rewrite_texts(value, rewrite)
        result = replace(record, **changed)
    rewritten: T = result
    return rewritten


@cache
def _field_names(cls: Any) -> tuple[str, ...]:
    return tuple(f.name for f in fields(cls))


def _shorten(text: str, limit: int) -> str:
    """Shorten a text to the limit of the rules, since a role may be longer than the name was."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


# ------------------------------------------------------------------ a whole session
@dataclass(frozen=True, slots=True)
class Exported:
    """The new file, and the number of different texts in which a name was replaced."""

    path: Path
    texts: int


def export_anonymised(path: Path, to: Path, replacements: Sequence[str], setup: Setup) -> Exported:
    """Save an anonymised copy of a session as the new file ``to``.

    ``instead`` has the replacement for each seat's name. An existing file is never overwritten: the
    new one then gets a number. Raises :class:`CannotExportError` when the session is damaged, and
    the errors of reading and saving.
    """
    lines = read_lines(path)
    log = log_of(lines, path)
    for trouble in log.troubles:
        if not trouble.harmless:
            raise CannotExportError(path.name, trouble, len(log.records))
    replacer = NameReplacer([seat.name for seat in log.header.seats], replacements)
    anonymised = anonymise_log(log, replacer, replacements)
    stages = [progress_of(line.raw) for line in lines.good]
    sealed = [seal(raw_header(anonymised.header, anonymised.begun, anonymised.digest, stages[0]))]
    for record, progress in zip(
        _with_fingerprints(log, anonymised, setup), stages[1:], strict=True
    ):
        sealed.append(seal(raw_record(record, progress)))
    store = Store.create(to.parent, to.stem, sealed)
    store.close()
    return Exported(store.path, len(replacer.changed))


def anonymise_log(log: Log, replacer: TextFilter, replacements: Sequence[str]) -> Log:
    """The same log with ``instead`` for the seats' names, its texts passed through ``replacer``."""
    header = replace(
        log.header,
        seats=_rename_seats(log.header.seats, replacements),
        origin=rewrite_texts(log.header.origin, replacer),
        anonymised=True,
    )
    begun = tuple(
        replace(event, seats=_rename_seats(event.seats, replacements))
        if isinstance(event, Begun)
        else event
        for event in log.begun
    )
    anonymised = Log(
        log.path,
        header,
        begun,
        log.digest,
        troubles=list(log.troubles),
        fingerprint=log.fingerprint,
    )
    for record in log.records:
        anonymised.add(_without_tags(rewrite_texts(record, replacer)))
    return anonymised


def _without_tags(record: Record) -> Record:
    """The entry without tags, which may say whose game it is; it stays, as entries are numbered."""
    return replace(record, tags=()) if isinstance(record, Tags) else record


def _rename_seats(seats: Sequence[Seat], replacements: Sequence[str]) -> tuple[Seat, ...]:
    return tuple(replace(seat, name=name) for seat, name in zip(seats, replacements, strict=True))


def _with_fingerprints(log: Log, anonymised: Log, setup: Setup) -> Iterator[Record]:
    """The entries with the fingerprints of their new states; a wrong one is left as it is."""
    before, after = log.states(setup), anonymised.states(setup)
    for record in anonymised.records:
        n = record.n
        if isinstance(record, Decision) and n in before and digest(before[n]) == record.digest:
            yield replace(record, digest=digest(after[n]))
        else:
            yield record
