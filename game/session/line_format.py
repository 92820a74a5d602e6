"""The lines of a session file: each is one JSON object that ends in a check of its own bytes.

The check (CRC-32 of everything before its digits) finds every flipped bit and every cut, so that
damage is named at its line even inside a written text, where the JSON would still be in order.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NamedTuple
from zlib import crc32

from game.i18n.os_errors import reason
from game.session import upcasts
from game.session.errors import CodecError, ReadError, Trouble

MOST_FILE: Final = 64_000_000
MOST_LINE: Final = 4_000_000
MOST_ENTRY: Final = 1_000_000
"""In bytes; only the first line holds a scenario."""
MOST_LINES: Final = 50_000
MOST_TROUBLES: Final = 50
"""How many damaged lines are named; after the last of them nothing more is read."""

_CHECK: Final = b',"check":"'
_TAIL: Final = 10
"""The eight digits of the check, a quotation mark and a brace."""
_ENCODER: Final = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, check_circular=False, separators=(",", ":")
)
_DECODER: Final = json.JSONDecoder()
_RESUMED: Final = re.compile(
    rb',"resumed":"[^"\\]*","program":"[^"\\]*","rules":(\d{1,9}),', re.ASCII
)
"""An entry that tells by which rules the game went on. Within a text its quotes are escaped."""


class Line(NamedTuple):
    """A good line: what it says in today's format, and its bytes as they are in the file."""

    raw: dict[str, Any]
    text: bytes
    lifted: bool

    @property
    def sealed(self) -> bytes:
        """Its bytes, with the line's end, in a file of today's format."""
        return seal(self.raw) if self.lifted else self.text + b"\n"

    @property
    def body(self) -> bytes:
        """Its bytes without the check."""
        return self.text.removesuffix(b"\r")[: -_TAIL - len(_CHECK)] + b"}"


@dataclass(slots=True)
class Lines:
    """A file's good lines up to the first bad one, and everything that is wrong with it.

    ``size`` is how many bytes the good lines take, ``ended`` whether the last of them has its line
    end; ``old`` says that they were lifted from an older format; ``fingerprint`` is the SHA-256 of
    the first line as it is in the file.
    """

    good: list[Line] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    size: int = 0
    ended: bool = True
    old: bool = False
    fingerprint: str = ""

    @property
    def header_damaged(self) -> bool:
        """Whether the first line is not as it was written; it is used nevertheless."""
        return any(trouble.line == 1 for trouble in self.troubles)

    def respelt(self) -> int:
        """The first line that the game would have written otherwise, counted from 1; 0: none.

        Such a line has a key twice, say, or a number that is spelt in another way.
        """
        raws = [_object(line.text) if line.lifted else line.raw for line in self.good]
        try:
            if _ENCODER.encode(raws).encode() == b"[%s]" % b",".join(
                [line.body for line in self.good]
            ):
                return 0
        except ValueError:  # NaN, which no line has
            pass
        return next(n for n, raw in enumerate(raws, 1) if not _spelt(raw, self.good[n - 1]))


def fingerprint(first: bytes) -> str:
    """What a session is known by under any name: the SHA-256 of its first line, without the end."""
    return sha256(first.rstrip(b"\r\n")).hexdigest()


def seal(raw: dict[str, Any]) -> bytes:
    """An object as a line with its check. Raises :class:`ValueError` for what JSON cannot hold."""
    body = _ENCODER.encode(raw)[:-1].encode() + _CHECK
    return body + b'%08x"}\n' % crc32(body)


def unseal(line: bytes, limit: int = MOST_LINE) -> dict[str, Any]:
    """What a line (without its end) says. Raises :class:`CodecError` unless it is as written."""
    _sound(line, limit)
    return _object(line)


def _sound(line: bytes, limit: int = MOST_LINE) -> None:
    """It is as it was written, by its own check. Raises :class:`CodecError`."""
    body, end = line[:-_TAIL], line[-_TAIL:]
    if len(line) > limit:
        raise CodecError("long_line")
    if not body.endswith(_CHECK) or end != b'%08x"}' % crc32(body):
        raise CodecError("damaged")


def _object(line: bytes) -> dict[str, Any]:
    try:
        text = line.decode()
        raw, end = _DECODER.raw_decode(text)  # loads would look for a BOM and for spaces
    except (ValueError, RecursionError):
        raise CodecError("damaged") from None
    if type(raw) is not dict or end != len(text):
        raise CodecError("damaged")
    raw.pop("check", None)
    return raw


def _spelt(raw: dict[str, Any], line: Line) -> bool:
    try:
        return _ENCODER.encode(raw).encode() == line.body
    except ValueError:
        return False


def read_lines(path: Path) -> Lines:
    """The lines of a session file. Raises :class:`ReadError` when it has no readable header."""
    first, *rest = _bytes(path).split(b"\n", MOST_LINES)
    lines = Lines()
    format = _read_header(lines, first, path.name, ended=bool(rest))
    too_many = rest.pop() if len(rest) == MOST_LINES else b""
    whole = True
    for number, text in enumerate(rest, 2):
        last = number == len(rest) + 1 and not too_many
        if last and not text:
            break
        try:
            raw = upcasts.lift(unseal(text.removesuffix(b"\r"), MOST_ENTRY), format)
        except (CodecError, LookupError, TypeError, ValueError) as error:
            whole = False
            lines.troubles.append(Trouble("torn" if last else _code(error), number))
            if len(lines.troubles) >= MOST_TROUBLES:
                return lines
        if whole:
            _keep(lines, raw, text, ended=not last)
    if too_many:
        lines.troubles.append(Trouble("too_many_lines", MOST_LINES + 1, {"limit": MOST_LINES}))
    return lines


def _code(error: Exception) -> str:
    return error.trouble.code if isinstance(error, CodecError) else "damaged"


@dataclass(frozen=True, slots=True)
class Scan:
    """What a file's bytes tell without being decoded.

    ``damage`` is the first line that is not as it was written; a cut-off last one does not count.
    ``rules`` is the newest version of the rules by which the game was resumed, 0 if it never was.
    """

    damage: Trouble | None
    rules: int


def scan(path: Path) -> Scan:
    """Check every byte of a file. Raises :class:`ReadError` for what cannot be opened."""
    data = _bytes(path)
    return Scan(_first_damage(data), max(map(int, _RESUMED.findall(data)), default=0))


def _first_damage(data: bytes) -> Trouble | None:
    texts = data.split(b"\n", MOST_LINES)
    last = len(texts)
    for number, text in enumerate(texts, 1):
        try:
            if number == 1 or number < last:
                _sound(text.removesuffix(b"\r"))
        except CodecError as error:
            return error.trouble.at(number)
    return None


def _read_header(lines: Lines, first: bytes, file: str, *, ended: bool) -> int:
    """Keep the first line; gives the file's format. A changed header is told, and used."""
    text = first.removesuffix(b"\r")
    try:
        raw = _object(text) if len(text) <= MOST_LINE else {}
    except CodecError:
        raw = {}
    format = raw.get("format")
    if raw.get("gevinstbordet") != "session" or type(format) is not int or format < 1:
        raise ReadError("not_a_session", file=file)
    if format > upcasts.FORMAT:
        raise ReadError("newer", file=file)
    lines.old = format < upcasts.FORMAT
    lines.fingerprint = fingerprint(first)
    try:
        unseal(text)
    except CodecError:
        lines.troubles.append(Trouble("damaged", 1))
    try:
        _keep(lines, upcasts.lift(raw, format), first, ended=ended)
    except (LookupError, TypeError, ValueError):
        raise ReadError("not_a_session", file=file) from None
    return format


def _keep(lines: Lines, raw: dict[str, Any], text: bytes, *, ended: bool) -> None:
    lines.good.append(Line(raw, text, lines.old))
    lines.size += len(text) + ended
    lines.ended = ended


def _bytes(path: Path) -> bytes:
    """The whole file, within bounds."""
    try:
        if not path.exists():
            raise ReadError("not_found", file=path.name)
        if path.is_dir():
            raise ReadError("is_folder", file=path.name)
        if not path.is_file():  # to open a pipe would wait for ever
            raise ReadError("not_a_session", file=path.name)
        with path.open("rb") as file:
            data = file.read(MOST_FILE + 1)
    except (OSError, ValueError) as error:
        raise ReadError("cannot_open", file=path.name, why=reason(error)) from None
    if len(data) > MOST_FILE:
        raise ReadError("too_large", file=path.name, limit=MOST_FILE // 1_000_000)
    if not data:
        raise ReadError("empty", file=path.name)
    return data
