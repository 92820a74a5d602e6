"""The line format of session files: each line is a JSON object that ends in its own checksum.

The checksum (CRC-32 of everything before its digits, under ``check``) finds every flipped bit and
every cut, so that damage is reported at its line even inside a text, where the JSON would still be
valid.
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
from game.session.limits import MAX_ENTRY, MAX_FILE, MAX_LINE

MAX_LINES: Final = 50_000
MAX_TROUBLES: Final = 50
"""The maximum number of damaged lines reported; after the last of them reading stops."""

_CHECK: Final = b',"check":"'
_TAIL: Final = 10
"""The length of the eight digits of the checksum, a quotation mark and a brace."""
_ENCODER: Final = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, check_circular=False, separators=(",", ":")
)
_DECODER: Final = json.JSONDecoder()
_RESUMED: Final = re.compile(
    rb',"resumed":"[^"\\]*","program":"[^"\\]*","rules":(\d{1,9}),', re.ASCII
)
"""Matches an entry with the rules by which the game was resumed; in a text, quotes are escaped."""


class FileLine(NamedTuple):
    """An intact line: its object in the current format, and its bytes in the file."""

    raw: dict[str, Any]
    text: bytes
    upcast: bool

    @property
    def sealed(self) -> bytes:
        """The line in the current format, with its line end."""
        return seal(self.raw) if self.upcast else self.text + b"\n"

    @property
    def body(self) -> bytes:
        """Its bytes without the checksum."""
        return self.text.removesuffix(b"\r")[: -_TAIL - len(_CHECK)] + b"}"


@dataclass(slots=True)
class FileLines:
    """A file's intact lines up to the first bad one, and everything that is wrong with it.

    ``size`` is the number of bytes of those lines, ``ended`` whether the last of them has its line
    end; ``old`` says that they were upcast from an older format; ``fingerprint`` is the SHA-256 of
    the first line as it is in the file.
    """

    good: list[FileLine] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    size: int = 0
    ended: bool = True
    old: bool = False
    fingerprint: str = ""

    @property
    def header_damaged(self) -> bool:
        """Whether the first line is damaged; it is used nevertheless."""
        return any(trouble.line == 1 for trouble in self.troubles)

    def first_respelled(self) -> int:
        """The first line that the game would have written differently, counted from 1; 0: none.

        Such a line has a duplicate key, for example, or a number in another notation.
        """
        raws = [_object(line.text) if line.upcast else line.raw for line in self.good]
        try:
            if _ENCODER.encode(raws).encode() == b"[%s]" % b",".join(
                [line.body for line in self.good]
            ):
                return 0
        except ValueError:  # NaN, which the game never writes
            pass
        return next(n for n, raw in enumerate(raws, 1) if not _is_canonical(raw, self.good[n - 1]))


def fingerprint(first: bytes) -> str:
    """Identifies a session under any file name: the SHA-256 of its first line without its end."""
    return sha256(first.rstrip(b"\r\n")).hexdigest()


def seal(raw: dict[str, Any]) -> bytes:
    """An object as a line with its checksum. Raises :class:`ValueError` for what is not JSON."""
    body = _ENCODER.encode(raw)[:-1].encode() + _CHECK
    return body + b'%08x"}\n' % crc32(body)


def unseal(line: bytes, limit: int = MAX_LINE) -> dict[str, Any]:
    """The object in a line (without its end). Raises :class:`CodecError` unless it is intact."""
    _check_sum(line, limit)
    return _object(line)


def _check_sum(line: bytes, limit: int = MAX_LINE) -> None:
    """Raise :class:`CodecError` unless the line matches its checksum."""
    body, end = line[:-_TAIL], line[-_TAIL:]
    if len(line) > limit:
        raise CodecError("long_line")
    if not body.endswith(_CHECK) or end != b'%08x"}' % crc32(body):
        raise CodecError("damaged")


def _object(line: bytes) -> dict[str, Any]:
    try:
        text = line.decode()
        raw, end = _DECODER.raw_decode(text)  # json.loads would accept a BOM and whitespace
    except (ValueError, RecursionError):
        raise CodecError("damaged") from None
    if type(raw) is not dict or end != len(text):
        raise CodecError("damaged")
    raw.pop("check", None)
    return raw


def _is_canonical(raw: dict[str, Any], line: FileLine) -> bool:
    try:
        return _ENCODER.encode(raw).encode() == line.body
    except ValueError:
        return False


def read_lines(path: Path) -> FileLines:
    """The lines of a session file. Raises :class:`ReadError` when it has no readable header."""
    first, *rest = _read_bytes(path).split(b"\n", MAX_LINES)
    lines = FileLines()
    format = _read_header(lines, first, path.name, ended=bool(rest))
    too_many = rest.pop() if len(rest) == MAX_LINES else b""
    intact = True
    for number, text in enumerate(rest, 2):
        last = number == len(rest) + 1 and not too_many
        if last and not text:
            break
        try:
            raw = upcasts.upcast(unseal(text.removesuffix(b"\r"), MAX_ENTRY), format)
        except (CodecError, LookupError, TypeError, ValueError) as error:
            intact = False
            lines.troubles.append(Trouble("torn" if last else _code(error), number))
            if len(lines.troubles) >= MAX_TROUBLES:
                return lines
        if intact:
            _add_line(lines, raw, text, ended=not last)
    if too_many:
        lines.troubles.append(Trouble("too_many_lines", MAX_LINES + 1, {"limit": MAX_LINES}))
    return lines


def _code(error: Exception) -> str:
    return error.trouble.code if isinstance(error, CodecError) else "damaged"


@dataclass(frozen=True, slots=True)
class Scan:
    """What can be found in a file without decoding its lines.

    ``damage`` is the first damaged line, not counting a cut-off last one. ``rules`` is the newest
    version of the rules by which the game was resumed, 0 if it never was.
    """

    damage: Trouble | None
    rules: int


def scan(path: Path) -> Scan:
    """Check every byte of a file. Raises :class:`ReadError` for what cannot be opened."""
    data = _read_bytes(path)
    return Scan(_first_damage(data), max(map(int, _RESUMED.findall(data)), default=0))


def _first_damage(data: bytes) -> Trouble | None:
    texts = data.split(b"\n", MAX_LINES)
    last = len(texts)
    for number, text in enumerate(texts, 1):
        try:
            if number == 1 or number < last:
                _check_sum(text.removesuffix(b"\r"))
        except CodecError as error:
            return error.trouble.at(number)
    return None


def _read_header(lines: FileLines, first: bytes, file: str, *, ended: bool) -> int:
    """Add the first line; returns the file's format. A damaged header is reported, and used."""
    text = first.removesuffix(b"\r")
    try:
        raw = _object(text) if len(text) <= MAX_LINE else {}
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
        _add_line(lines, upcasts.upcast(raw, format), first, ended=ended)
    except (LookupError, TypeError, ValueError):
        raise ReadError("not_a_session", file=file) from None
    return format


def _add_line(lines: FileLines, raw: dict[str, Any], text: bytes, *, ended: bool) -> None:
    lines.good.append(FileLine(raw, text, lines.old))
    lines.size += len(text) + ended
    lines.ended = ended


def _read_bytes(path: Path) -> bytes:
    """All bytes of a file of acceptable size."""
    try:
        if not path.exists():
            raise ReadError("not_found", file=path.name)
        if path.is_dir():
            raise ReadError("is_folder", file=path.name)
        if not path.is_file():  # opening a pipe would block
            raise ReadError("not_a_session", file=path.name)
        with path.open("rb") as file:
            data = file.read(MAX_FILE + 1)
    except (OSError, ValueError) as error:
        raise ReadError("cannot_open", file=path.name, why=reason(error)) from None
    if len(data) > MAX_FILE:
        raise ReadError("too_large", file=path.name, limit=MAX_FILE // 1_000_000)
    if not data:
        raise ReadError("empty", file=path.name)
    return data
