"""A document: a template, and the data that it is filled with."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from typing import Any, Final

from game.frozen import frozen
from game.i18n import Lang, mark
from game.i18n.message import Message, MessageError
from game.pictures import letters_of
from game.resources import ASSETS
from game.typeset.texts import FONTS, as_data, printable

_TEMPLATES: Final = ASSETS / "print"
_TOLD: Final = "<told>"
_ACCESSIBLE: Final = "ua-1"
"""PDF/UA-1: tags in reading order, a language, a title, and a description of every picture."""
_AT_ONCE: Final = 4
"""The most documents that are set at the same time: each takes its memory."""
_MISSING: Final = (
    mark("A PDF needs Typst, which is not installed."),
    mark('This installs it: pip install "gevinstbordet[print]"'),
)
_FAILED: Final = (
    mark("The PDF could not be made: {why}"),
    mark(
        "Install Typst anew, and report this if that does not help: "
        "pip install --force-reinstall typst"
    ),
)


class TypesetError(MessageError):
    """A document could not be made."""


class MissingTypstError(TypesetError):
    """Typst is not installed."""

    def __init__(self) -> None:
        super().__init__(*_MISSING)


@frozen
class Document:
    """A template by the name of its file, and its data: what JSON can say.

    ``made`` is the time that the PDF bears, in seconds; the same document gives the same bytes.
    """

    template: str
    lang: Lang
    title: str
    data: Mapping[str, Any]
    made: int = 0


@frozen
class Pdf:
    """A document as PDF: its bytes, its pages, and what was too long for its place.

    ``unfitting`` are names from the data.
    """

    data: bytes
    pages: int
    unfitting: tuple[str, ...] = ()


def is_available() -> bool:
    """Whether Typst is installed."""
    return find_spec("typst") is not None


def typeset(document: Document, *, accessible: bool = False) -> Pdf:
    """Make a PDF of a document. Raises :class:`TypesetError` where that cannot be done.

    An ``accessible`` one satisfies PDF/UA-1, or is not made.
    """
    typst = _typst()
    try:
        compiler = typst.Compiler(**_world(document))
        data = _compile(compiler, document, accessible=accessible)
        told = json.loads(compiler.query(_TOLD, field="value"))
    except typst.TypstError as error:
        raise TypesetError(*_FAILED, why=Message.verbatim(str(error))) from None
    unfitting = dict.fromkeys(found["unfitting"] for found in told if "unfitting" in found)
    return Pdf(data, max(found.get("pages", 0) for found in told), tuple(unfitting))


def typeset_all(documents: Mapping[str, Document]) -> dict[str, Pdf]:
    """PDFs of documents by their names, some set at the same time. Raises as :func:`typeset`."""
    cores = os.cpu_count() or 1
    with ThreadPoolExecutor(min(cores, _AT_ONCE)) as pool:  # Typst works without Python's lock
        return dict(zip(documents, pool.map(typeset, documents.values()), strict=True))


def _typst() -> Any:
    """The compiler, loaded when something is to be made."""
    if not is_available():
        raise MissingTypstError
    try:
        import typst
    except ImportError as error:  # it is there, and this system cannot load it
        raise TypesetError(*_FAILED, why=Message.verbatim(str(error))) from None
    return typst


def _compile(compiler: Any, document: Document, *, accessible: bool) -> bytes:
    done: bytes = compiler.compile(
        format="pdf",
        timestamp=document.made,
        pdf_standards=[_ACCESSIBLE] if accessible else [],
    )
    return done


def _world(document: Document) -> dict[str, Any]:
    """What Typst sees: our own templates, pictures and fonts, and nothing else of the machine."""
    texts = as_data({"lang": document.lang, **document.data})
    texts["title"] = printable(letters_of(document.title) or document.title)
    return {
        "input": str(_TEMPLATES / f"{document.template}.typ"),
        "root": str(ASSETS),
        "font_paths": [str(FONTS)],
        "ignore_system_fonts": True,
        "sys_inputs": {"data": json.dumps(texts, ensure_ascii=False)},
    }
