"""Typesetting: PDF made by Typst from templates in ``assets/print``, which get all texts as data.

It needs the extra ``print`` (``pip install "gevinstbordet[print]"``). What authors and players
wrote is never part of a template: it comes as JSON, and is text whatever it looks like.
"""

from game.typeset.document import (
    Document,
    MissingTypstError,
    Pdf,
    TypesetError,
    is_available,
    typeset,
    typeset_all,
)
from game.typeset.texts import Picture, Verbatim

__all__ = [
    "Document",
    "MissingTypstError",
    "Pdf",
    "Picture",
    "TypesetError",
    "Verbatim",
    "is_available",
    "typeset",
    "typeset_all",
]
