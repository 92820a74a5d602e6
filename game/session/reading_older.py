"""Reads files of formats 1 and 2: the first line has the whole header, and no line a mark."""

from __future__ import annotations

from game.session import upcasts
from game.session.correcting import corrected
from game.session.errors import CodecError, ReadError, Trouble
from game.session.limits import MAX_ENTRY
from game.session.line_format import FileLine, FileLines, fingerprint, guessed, unseal
from game.session.splitting import (
    MAX_TROUBLES,
    Place,
    hash_of,
    is_intact,
    stated_format,
)
from game.session.upcasts import Raw


def read_older(lines: FileLines, places: list[Place], format: int, file: str) -> None:
    """The first line has the whole header; what stands before the first bad line is used."""
    first, *rest = places
    raw = _older_header(lines, first, file)
    lines.fingerprint = fingerprint(first.text)
    try:
        _add(lines, upcasts.upcast(raw, format), first)
    except (LookupError, TypeError, ValueError):
        raise ReadError("not_a_session", file=file) from None
    intact = True
    for place in rest:
        try:
            raw = upcasts.upcast(unseal(place.plain, MAX_ENTRY), format)
        except (CodecError, LookupError, TypeError, ValueError) as error:
            intact = False
            code = error.trouble.code if isinstance(error, CodecError) else "damaged"
            lines.troubles.append(Trouble("torn" if place.last else code, place.number))
            if len(lines.troubles) >= MAX_TROUBLES:
                return
        if intact:
            _add(lines, raw, place)


def _older_header(lines: FileLines, first: Place, file: str) -> Raw:
    """The object of the first line; a damaged one is put right, or reported and used as it is."""
    if is_intact(first):
        return guessed(first.plain)
    mended = corrected(first.plain, _has_its_case)
    lines.mended = True
    if mended is not None:
        lines.troubles.append(Trouble("corrected", first.number))
        return guessed(mended)
    lines.header_damaged = True
    lines.troubles.append(Trouble("damaged", first.number))
    raw = guessed(first.plain)
    stated_format(raw, file)
    return raw


def _has_its_case(line: bytes) -> bool:
    """Whether a header has the case whose fingerprint it states."""
    raw = guessed(line)
    scenario = raw.get("scenario")
    return type(scenario) is str and hash_of(scenario) == raw.get("scenario_hash")


def _add(lines: FileLines, raw: Raw, place: Place) -> None:
    line = FileLine(raw, place.text, place.number, old=True)
    lines.good.append(line)
    lines.written.append(line)
    lines.size, lines.ended = place.end, not place.last
