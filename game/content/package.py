"""A case as one file, ``.gevinst``: a zip archive with its text, its pictures and its licence.

A package comes from a stranger. Nothing of it is written anywhere by its own name, no more of it is
read than a case can need, and what has no place in a case makes all of it refused, in words.
Whoever zips a case file by hand has made a package, too.
"""

from __future__ import annotations

import stat
import unicodedata
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import field
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Final
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from game.archives import ArchiveError, opened, read
from game.content import images
from game.content.findings import Finding, quoted
from game.frozen import frozen
from game.paths import beginning, fits_everywhere, is_file

SUFFIX: Final = ".gevinst"
CASE: Final = "case.toml"
"""What the text of the case is called in a package."""
LICENCE: Final = "LICENCE.txt"
MOST_TEXT: Final = 1_000_000
"""The most bytes of a text."""
MOST_BYTES: Final = 8_000_000
"""The most bytes of a package, packed as well as unpacked."""
MOST_FILES: Final = 20
BEGINNING: Final = b"PK\x03\x04"
"""How every archive begins that has anything in it."""

_LOCKED: Final = 0x1
_OLDEST: Final = (1980, 1, 1, 0, 0, 0)


@frozen
class Package:
    """What is in a package: the case's text as bytes, and its other files by their names."""

    source: bytes
    files: Mapping[str, bytes] = field(default_factory=dict)


# ------------------------------------------------------------------ reading
def is_package(path: Path) -> bool:
    """Whether a file is an archive with a case in it, or is called a package and is damaged."""
    with suppress(OSError, ValueError):
        if is_file(path):
            raw = beginning(path, MOST_BYTES + 1)
            return raw.startswith(BEGINNING) and holds_case(raw, path.name)
    return False


def holds_case(raw: bytes, name: str) -> bool:
    """Whether an archive holds a case; one called ``.gevinst`` that cannot be read should have."""
    try:
        with opened(raw) as archive:
            return _case_in(archive.namelist()[: MOST_FILES + 1]) is not None
    except ArchiveError:
        return name.lower().endswith(SUFFIX)


def open_package(raw: bytes) -> Package | Finding:
    """What is in an archive, or the first reason why it is no package."""
    if len(raw) > MOST_BYTES:
        return Finding("package_too_large", params={"limit": MOST_BYTES // 1_000_000})
    try:
        with opened(raw) as archive:
            return _opened(archive)
    except ArchiveError:
        return Finding("package_broken")


def _opened(archive: ZipFile) -> Package | Finding:
    members = archive.infolist()
    if len(members) > MOST_FILES:
        return Finding("package_too_many", params={"limit": MOST_FILES})
    case = _case_in(member.filename for member in members)
    if case is None:
        return Finding("package_without_case", params={"case": CASE})
    seen: set[str] = set()
    files: dict[str, bytes] = {}
    left = MOST_BYTES
    for member in members:
        name = member.filename
        folded = unicodedata.normalize("NFC", name).casefold()
        if folded in seen:
            return Finding("package_twice", params={"name": quoted(name)})
        seen.add(folded)
        if code := _refused(member, case):
            return Finding(code, params={"name": quoted(name)})
        data = read(archive, member, left + 1)
        left -= len(data)
        if left < 0:
            return Finding("package_too_large", params={"limit": MOST_BYTES // 1_000_000})
        if code := _unfit(name, data):
            return Finding(code, params={"name": quoted(name)})
        files[name] = data
    return Package(files.pop(case), files)


def _case_in(names: Iterable[str]) -> str | None:
    """The member that is the case: ``case.toml``, else the only case file that there is."""
    found = [name for name in names if PurePosixPath(name).suffix.lower() == ".toml"]
    return CASE if CASE in found else found[0] if len(found) == 1 else None


def _refused(member: ZipInfo, case: str) -> str | None:
    """Why a member has no place in a package, by what the directory says of it."""
    name = member.filename
    mode = member.external_attr >> 16
    if member.flag_bits & _LOCKED:
        return "package_locked"
    if name != member.orig_filename or not fits_everywhere(name):
        return "package_bad_name"
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return "package_bad_name"
    suffixes = (".txt", *images.SUFFIXES)
    if name != case and PurePosixPath(name).suffix.lower() not in suffixes:
        return "package_stranger"
    return None


def _unfit(name: str, data: bytes) -> str | None:
    """Why the content of a member has no place in a package."""
    if PurePosixPath(name).suffix.lower() in images.SUFFIXES:
        found = images.fault(data)
        return found and f"package_{found}"
    return "package_text_too_large" if len(data) > MOST_TEXT else None


# ------------------------------------------------------------------ writing
def packed(package: Package) -> bytes:
    """A package as the bytes of a file: the same for the same content, wherever it is written.

    Nothing is compressed: pictures are already, and each library compresses a text otherwise.
    """
    target = BytesIO()
    with ZipFile(target, "w", ZIP_STORED) as archive:
        for name, data in ((CASE, package.source), *sorted(package.files.items())):
            member = ZipInfo(name, _OLDEST)
            member.create_system = 3
            member.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(member, data)
    return target.getvalue()
