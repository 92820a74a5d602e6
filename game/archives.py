"""Zip archives from strangers: looked at as a whole before anything in them is unpacked."""

from __future__ import annotations

import lzma
import zlib
from typing import Final
from zipfile import BadZipFile

BROKEN: Final = (
    BadZipFile,
    EOFError,  # it ends too early
    RuntimeError,  # locked by a password, or packed in a way that is not known here
    ValueError,  # an offset or a name that cannot be one
    zlib.error,
    lzma.LZMAError,
)
"""What the library raises for a zip archive that cannot be unpacked."""
