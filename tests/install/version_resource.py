"""What Windows shows of the program under *Properties*, in PyInstaller's notation."""

from __future__ import annotations

import re
from typing import Final

from game import __version__

_COPYRIGHT: Final = "MIT"
_ENGLISH_UNICODE: Final = "040904B0"


def version_resource(program: str, about: str, maker: str) -> str:
    """The version resource of a program (the name of its file without ``.exe``)."""
    strings = {
        "CompanyName": maker,
        "FileDescription": about,
        "FileVersion": __version__,
        "InternalName": program,
        "LegalCopyright": _COPYRIGHT,
        "OriginalFilename": f"{program}.exe",
        "ProductName": "Gevinstbordet",
        "ProductVersion": __version__,
    }
    told = ", ".join(f"StringStruct({key!r}, {text!r})" for key, text in strings.items())
    number = four_numbers(__version__)
    return (
        "VSVersionInfo("
        f"ffi=FixedFileInfo(filevers={number}, prodvers={number}), "
        f"kids=[StringFileInfo([StringTable({_ENGLISH_UNICODE!r}, [{told}])]), "
        "VarFileInfo([VarStruct('Translation', [0x0409, 0x04B0])])])"
    )


def four_numbers(version: str) -> tuple[int, int, int, int]:
    """A version as Windows wants it: four numbers, whatever else stands in it."""
    found = [int(part) for part in re.findall(r"\d+", version)[:4]]
    first, second, third, fourth = (*found, 0, 0, 0, 0)[:4]
    return first, second, third, fourth
