"""Templates of pages: what people wrote is escaped, and a value that is missing is a fault."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from game import __version__
from game.i18n import Lang, words


def environment(folder: Path, lang: Lang) -> Environment:
    """The templates of a folder, with their words in a language; each is compiled once."""
    env = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_Compiled(folder, lang),
    )
    env.globals["t"] = words(lang)
    return env


class _Compiled(FileSystemBytecodeCache):
    """Templates as compiled by the same versions of both programs, for the same language.

    They lie where Python keeps its own bytecode, and nowhere else: both are run as they are, so
    that nobody may write there who could not change the program as well. Where that folder cannot
    be written, nothing is kept.
    """

    def __init__(self, folder: Path, lang: Lang) -> None:
        beside = os.path.dirname(cache_from_source(os.fspath(folder / "template")))
        super().__init__(beside, f"{__version__}-jinja{version('jinja2')}-{lang}-%s.jinja")

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            super().load_bytecode(bucket)
        except Exception:  # a damaged file may raise anything; the template is there
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        if sys.dont_write_bytecode:
            return
        with suppress(OSError):
            os.makedirs(self.directory, exist_ok=True)
            super().dump_bytecode(bucket)
