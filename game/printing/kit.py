"""The files of the kit: each a document, set and written together.

Until they are written, documents are known by their English names.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from game import __version__
from game.content import Case
from game.frozen import frozen
from game.i18n import Words, mark
from game.printing.board import board
from game.printing.cards import back_names, card_sheets
from game.printing.forms import forms
from game.printing.guide import Printed, guide, rules_book
from game.printing.reference import reference
from game.printing.sheets import sheets
from game.printing.truth import sealed
from game.report.file_names import file_name, named
from game.report.writing import fingerprints, refuse_shut, write_all
from game.typeset import Document, Pdf, typeset, typeset_all
from game.wording.rules_text import Section, rules

INDEX: Final = "kit.json"
GUIDE: Final = "guide.pdf"


@frozen
class _File:
    """A file of the kit, not translated yet: its template, what it is, how it is printed."""

    template: str
    what: str
    how: str


_ONE_SIDE: Final = mark("on one side")
_BOTH_SIDES: Final = mark("on both sides, turned on the long edge")
_FILES: Final[Mapping[str, _File]] = {
    "board-a3.pdf": _File("board-a3", mark("The board"), mark("on A3")),
    "board-a4.pdf": _File(
        "board-a4", mark("The board on two sheets, to be joined"), mark("on A4, instead of A3")
    ),
    "cards.pdf": _File(
        "cards",
        mark("All cards with their backs: decks, roles, aims, cards to write on, estimate cards"),
        _BOTH_SIDES,
    ),
    "sheets.pdf": _File(
        "sheets",
        mark("Markers, the economy overview, a sheet for each idea, the result sheets"),
        _ONE_SIDE,
    ),
    "reference.pdf": _File(
        "reference", mark("A reference card for each seat, with all dice tables"), _BOTH_SIDES
    ),
    "rules.pdf": _File("prose", mark("The rules, with the modules of this case"), _BOTH_SIDES),
    "forms.pdf": _File("forms", mark("Registers to be filled in by hand, to take home"), _ONE_SIDE),
    "sealed.pdf": _File(
        "sealed", mark("The truth, to be folded and sealed: do not look inside"), _BOTH_SIDES
    ),
}


@frozen
class Kit:
    """What was written: the files, their pages, and what was too long for its place in which."""

    files: tuple[Path, ...]
    pages: Mapping[str, int]
    unfitting: Mapping[str, tuple[str, ...]]


def write(case: Case, folder: Path, t: Words) -> Kit:
    """Set the kit of a case and write it to a folder; all files or none."""
    refuse_shut(folder)
    found = kit(case, t)
    files = named(t.lang, {name: pdf.data for name, pdf in found.items()})
    pages = {file_name(t.lang, name): pdf.pages for name, pdf in found.items()}
    index = {
        "gevinstbordet": "kit",
        "program": __version__,
        "language": t.lang,
        "case": {"id": case.id, "title": case.title.read(t.lang)},
        "level": case.setup.level,
        "pages": pages,
        "files": fingerprints(files),
    }
    files[INDEX] = (json.dumps(index, ensure_ascii=False, indent=1) + "\n").encode()
    return Kit(
        tuple(write_all(folder, files, INDEX)),
        pages,
        {file_name(t.lang, name): pdf.unfitting for name, pdf in found.items() if pdf.unfitting},
    )


def kit(case: Case, t: Words) -> dict[str, Pdf]:
    """All documents of the kit by their names, the guide first."""
    found = typeset_all(documents(case, t))
    pages = {name: pdf.pages for name, pdf in found.items()}
    return {GUIDE: typeset(guide_of(case, t, pages)), **found}


def documents(case: Case, t: Words) -> dict[str, Document]:
    """The documents of the kit by their names, without the guide that lists them."""
    data = _data(case, t, _sections(case, t))
    return {
        name: _document(case, t, name, file.template, data[name]) for name, file in _FILES.items()
    }


def guide_of(case: Case, t: Words, pages: Mapping[str, int]) -> Document:
    """The guide, for documents of so many pages."""
    printed = [
        Printed(file_name(t.lang, name), t(f.what), t(f.how), pages[name])
        for name, f in _FILES.items()
    ]
    blocks = guide(t, case, _sections(case, t), printed)
    return _document(case, t, GUIDE, "prose", {"blocks": blocks})


def _sections(case: Case, t: Words) -> dict[str, Section]:
    return {s.key: s for s in rules(t, case.setup.rules, case.setup.goals)}


def _document(case: Case, t: Words, name: str, template: str, data: Mapping[str, Any]) -> Document:
    title = f"{case.title.read(t.lang)} – {file_name(t.lang, name)}"
    return Document(template, t.lang, title, data)


def _data(case: Case, t: Words, sections: Mapping[str, Section]) -> dict[str, Mapping[str, Any]]:
    """What each file is filled with."""
    title = {"heading": case.title.read(t.lang)}
    laid_out = {**board(t, case), **title}
    return {
        "board-a3.pdf": laid_out,
        "board-a4.pdf": laid_out,
        "cards.pdf": {
            "sheets": card_sheets(t, case),
            "backs": back_names(t),
            "frontside": t("Fronts. Print on both sides, turned on the long edge."),
            "backside": t("Backs"),
        },
        "sheets.pdf": sheets(t, case, sections["end"]),
        "reference.pdf": reference(t, case, sections),
        "rules.pdf": {"blocks": rules_book(t, case)},
        "forms.pdf": forms(t),
        "sealed.pdf": sealed(t, case),
    }
