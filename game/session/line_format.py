"""The line format of session files: each line is a JSON object that ends in its own checksum.

The checksum (CRC-32 of everything before its digits, under ``check``) finds every flipped bit and
every cut, so that damage is reported at its line even inside a text, where the JSON would still be
valid. Since format 3 each line also carries the mark of the one before it (``prev``, a part of its
SHA-256): a line that was altered and sealed anew is told from the one that was written.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple
from zlib import crc32

from game.paths import opened
from game.session.containers import Packed
from game.session.errors import CodecError, Trouble
from game.session.limits import MAX_LINE

CHECK: Final = b',"check":"'
SEAL: Final = 10
"""The length of the eight digits of the checksum, a quotation mark and a brace."""
_PREV: Final = len(',"prev":"0123456789abcdef"')
_MARK: Final = 16
_ENCODER: Final = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, check_circular=False, separators=(",", ":")
)
_DECODER: Final = json.JSONDecoder()


Stays = Literal["older", "archive", "rewritten", "mended"]
"""Why a file stays as it is: its format, what it was put into, or damage that costs nothing."""


class FileLine(NamedTuple):
    """An intact line: its object, without seal and mark, its bytes, and its number in the file.

    The object is in the current format; ``old`` says that it was upcast to it.
    """

    raw: dict[str, Any]
    text: bytes
    number: int
    old: bool

    @property
    def body(self) -> bytes:
        """Its bytes without the checksum and the mark of the line before."""
        end = SEAL + len(CHECK) + (0 if self.old else _PREV)
        return self.text.removesuffix(b"\r")[:-end] + b"}"


@dataclass(slots=True)
class FileLines:
    """A file's intact lines up to the first bad one, and everything that is wrong with it.

    ``good`` has the whole header first, gathered from its lines, then the entries; ``written`` the
    lines as they stand in the file, ``head`` the line that identifies it. ``size`` is the number of
    bytes of those lines, ``file_size`` of all that was read, and ``ended`` whether the last of them
    has its line end; ``old`` says that they were upcast from an older format, ``packed`` what the
    file was put into, ``mended`` that it is damaged where it costs nothing: then nothing can be
    appended to it. ``fingerprint`` identifies the session under any name.
    """

    good: list[FileLine] = field(default_factory=list)
    written: list[FileLine] = field(default_factory=list)
    head: dict[str, Any] = field(default_factory=dict)
    troubles: list[Trouble] = field(default_factory=list)
    size: int = 0
    file_size: int = 0
    ended: bool = True
    format: int = 0
    old: bool = False
    packed: Packed | None = None
    mended: bool = False
    header_damaged: bool = False
    fingerprint: str = ""

    @property
    def stays(self) -> Stays | None:
        """Why the file stays as it is, so that what is added goes to a new one."""
        return "older" if self.old else self.packed or ("mended" if self.mended else None)

    @property
    def cut_short(self) -> bool:
        """Whether the file ends in its beginning, so that all that was played is missing."""
        return any(trouble.code == "cut_short" for trouble in self.troubles)

    @property
    def bytes(self) -> list[bytes]:
        """The lines as they stand in the file, with their line ends."""
        return [line.text + b"\n" for line in self.written]

    def first_respelled(self) -> int:
        """The first line that the game would have written differently, counted from 1; 0: none.

        Such a line has a duplicate key, for example, or a number in another notation.
        """
        lines = self.written
        raws = [_object(line.text.removesuffix(b"\r")) if line.old else line.raw for line in lines]
        try:
            bodies = b",".join([line.body for line in lines])
            if _ENCODER.encode(raws).encode() == b"[%s]" % bodies:
                return 0
        except ValueError:  # NaN, which the game never writes
            pass
        pairs = zip(lines, raws, strict=True)
        return next(line.number for line, raw in pairs if not _is_canonical(raw, line))


def encoded(raw: dict[str, Any]) -> bytes:
    """An object as the game writes it."""
    return _ENCODER.encode(raw).encode()


def mark_of(line: bytes) -> str:
    """The mark of a line, which the next one carries."""
    return sha256(line.rstrip(b"\r\n")).hexdigest()[:_MARK]


def fingerprint(first: bytes) -> str:
    """Identifies a session of an older format: the SHA-256 of its first line without its end."""
    return sha256(first.rstrip(b"\r\n")).hexdigest()


def session_of(path: Path) -> str:
    """The fingerprint of the session in a file; empty when its first line does not tell it."""
    with suppress(OSError, CodecError, LookupError, TypeError, ValueError):
        with opened(path) as file:
            first = file.readline(MAX_LINE).rstrip(b"\r\n")
        raw = unseal(first)
        if raw["gevinstbordet"] == "session":
            return str(raw.get("id") or fingerprint(first))
    return ""


def seal(raw: dict[str, Any], after: bytes | None = None) -> bytes:
    """An object as a line with its checksum, and with the mark of the line that it stands after.

    The first line of a file stands after an empty one. Without ``after`` there is no mark, as in
    older formats. Raises :class:`ValueError` for what is not JSON.
    """
    body = _ENCODER.encode(raw)[:-1].encode()
    if after is not None:
        body += b',"prev":"%s"' % mark_of(after).encode()
    body += CHECK
    return body + b'%08x"}\n' % crc32(body)


def unseal(line: bytes, limit: int = MAX_LINE) -> dict[str, Any]:
    """The object in a line (without its end). Raises :class:`CodecError` unless it is intact."""
    check_sum(line, limit)
    return _object(line)


def check_sum(line: bytes, limit: int = MAX_LINE) -> None:
    """Raise :class:`CodecError` unless the line matches its checksum."""
    body, end = line[:-SEAL], line[-SEAL:]
    if len(line) > limit:
        raise CodecError("long_line")
    if not body.endswith(CHECK) or end != b'%08x"}' % crc32(body):
        raise CodecError("damaged")


def is_sealed(line: bytes) -> bool:
    """Whether a line matches its checksum."""
    try:
        check_sum(line.removesuffix(b"\r"))
    except CodecError:
        return False
    return True


def guessed(line: bytes) -> dict[str, Any]:
    """The object in a line that may be damaged; empty if it cannot be read."""
    try:
        return _object(line) if len(line) <= MAX_LINE else {}
    except CodecError:
        return {}


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
