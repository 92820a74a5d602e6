"""Puts the cells of all sheets together to the data of a case file, with all that is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from game.casebook.columns import REFERENCES, Column
from game.casebook.headings import bare_heading, plain
from game.casebook.ids import names_of, new_id, referred, valid_id
from game.casebook.keeping import place_of
from game.casebook.labels import code_meant, is_guess, label
from game.casebook.pages import Filled, Place, Record, SheetFound
from game.casebook.plan import SheetPlan
from game.casebook.values import ANY, SHARE, CellError, Written, from_cell, holds_unseen, parts
from game.content.positions import KeyPath
from game.frozen import frozen
from game.i18n import LANGS, Lang, Words, mark
from game.i18n.message import Message

_OWN_UNIT: Final = ("baseline", "target")
_OVERVIEW_UNIT: Final = ("saving", "value")
_UNITS: Final[Mapping[str, str]] = {"months": "months", "minutes": "minutes"}

TWICE: Final = mark("The track {track} has a row already.")
_KEEP_ONE: Final = mark("Keep one of the two rows.")
_CHOICE: Final = mark("“{written}” is read as “{meant}”.")
_COLUMN: Final = mark("The column “{written}” is read as “{meant}”.")
_TAKEN_OUT: Final = mark("A character that cannot be seen was taken out of “{written}”.")
_MOST_QUOTED: Final = 40


@frozen
class Trouble:
    """Something wrong in a cell; ``path`` is where its value would stand in the file."""

    code: str
    path: KeyPath
    message: Message
    hint: Message


@frozen
class Guess:
    """Something ``written`` that was taken for something else: it is told by ``text``."""

    text: str
    written: str
    meant: str


@dataclass(slots=True)
class BookRead:
    """The data of a case file as a workbook has it, where each value stands, and what is wrong.

    ``unread`` are the sheets and columns that mean nothing here, as (sheet, heading); the heading
    is empty for a whole sheet. ``guesses`` is what was taken for something else, and where.
    ``tabs`` are what the sheets of a case are called in the file, ``columns`` the places for which
    each of them has a column, ``unheaded`` those without a row of headings, and ``names`` what the
    cards are called that others name.
    """

    data: dict[str, Any] = field(default_factory=dict)
    places: dict[KeyPath, Place] = field(default_factory=dict)
    troubles: list[Trouble] = field(default_factory=list)
    unread: list[tuple[str, str]] = field(default_factory=list)
    guesses: dict[Guess, list[Place]] = field(default_factory=dict)
    tabs: dict[str, str] = field(default_factory=dict)
    columns: dict[str, frozenset[KeyPath]] = field(default_factory=dict)
    unheaded: set[str] = field(default_factory=set)
    names: dict[str, list[str]] = field(
        default_factory=lambda: {deck: [] for deck in REFERENCES.values()}
    )

    def place(self, path: KeyPath) -> Place:
        """The cell of a path, or of the nearest thing around it that has one."""
        for end in range(len(path), 0, -1):
            if path[:end] in self.places:
                return self.places[path[:end]]
        return Place("")

    def why_empty(self, sheet: str) -> str:
        """The code of why nothing was read of a sheet."""
        if sheet in self.unheaded:
            return "no_headings"
        return "empty_sheet" if sheet in self.tabs else "missing_sheet"

    def guess(self, text: str, written: str, meant: object, place: Place) -> None:
        """Note that something was taken for something else."""
        self.guesses.setdefault(Guess(text, written[:_MOST_QUOTED], str(meant)), []).append(place)


def assemble(t: Words, found: Sequence[SheetFound], only: Lang | None) -> BookRead:
    """The data that the sheets say; ``only`` is the language that the workbook says it has."""
    return _Assembler(t, found, only).book


class _Assembler:
    """The data of the sheets that were added, one after the other."""

    def __init__(self, t: Words, found: Sequence[SheetFound], only: Lang | None) -> None:
        self.t, self.book = t, BookRead(data={"format": 1})
        self._named: dict[str, dict[str, str]] = {deck: {} for deck in REFERENCES.values()}
        self._references: list[tuple[KeyPath, list[Filled]]] = []
        filled = {
            cell.column.lang
            for sheet in found
            for record in sheet.records
            for cell in record.cells
            if cell.column.lang and not cell.written.empty
        }
        self._plain = len(filled) < len(LANGS) and filled != {only}
        for sheet in found:
            self._add(sheet)
        self._refer()

    def _add(self, sheet: SheetFound) -> None:
        plan, book = sheet.plan, self.book
        book.tabs[plan.key] = sheet.tab
        if not sheet.headed:
            book.unheaded.add(plan.key)
        cells = (cell for record in sheet.records for cell in record.cells)
        book.columns[plan.key] = frozenset(place_of(cell.column) for cell in cells)
        book.unread += [(sheet.tab, heading) for heading in sheet.unknown]
        for written, column in sheet.guessed:
            named = bare_heading(self.t, plan.key, column)
            book.guess(_COLUMN, written, named, Place(sheet.tab))
        if plan.root:
            book.places[plan.root] = Place(sheet.tab)
        if plan.shape in ("cards", "texts") and sheet.records:
            listed: list[Any] = []
            self._put(plan.root, listed)
            for n, record in enumerate(sheet.records):
                listed.append(self._record(plan, (*plan.root, n), record))
            if plan.shape == "cards":
                self._give_ids(plan, listed, sheet.records)
        elif plan.shape == "tracks":
            self._add_tracks(plan, sheet.records)
        elif plan.shape == "form" and sheet.records:
            table = self._record(plan, plan.root, sheet.records[0])
            for key, value in table.items():
                self._put((*plan.root, key), value)

    def _add_tracks(self, plan: SheetPlan, records: Sequence[Record]) -> None:
        tracks: dict[str, Any] = {}
        for record in records:
            named = next((cell for cell in record.cells if not cell.column.path), None)
            track = self._read(named, ("tracks",), ANY) if named else None
            if named is None or track is None:
                continue
            if track in tracks:
                told = {"track": named.written.text}
                self._complain("twice", ("tracks", track), Message(TWICE, told), named.place)
                continue
            others = [cell for cell in record.cells if cell.column.path]
            place = Record(named.place, others)
            tracks[track] = self._record(plan, ("tracks", track), place)
        self._put(plan.root, tracks)

    def _complain(self, code: str, path: KeyPath, message: Message, place: Place) -> None:
        self.book.places.setdefault((*path, f"#{code}"), place)
        self.book.troubles.append(Trouble(code, (*path, f"#{code}"), message, Message(_KEEP_ONE)))

    def _put(self, path: KeyPath, value: Any) -> None:
        _put(self.book.data, path, value)

    # -------------------------------------------------------------- a record
    def _record(self, plan: SheetPlan, root: KeyPath, record: Record) -> Any:
        """The table of a record: texts first, as they may say what numbers are counted in."""
        self.book.places[root] = record.place if plan.shape != "form" else Place(record.place.sheet)
        table: dict[str, Any] = {}
        for path in dict.fromkeys(c.column.path for c in record.cells if c.column.lang):
            cells = [c for c in record.cells if c.column.path == path and c.column.lang]
            text = self._prose((*root, *path), cells)
            if plan.shape == "texts":
                return text
            if text is not None:
                _put(table, path, text)
        others = [cell for cell in record.cells if not cell.column.lang]
        for cell in others:
            if cell.column.n == 0:
                self._add_value(table, root, cell)
        for path in dict.fromkeys(cell.column.path for cell in others if cell.column.n):
            cells = sorted((c for c in others if c.column.path == path), key=lambda c: c.column.n)
            self._add_list(table, root, cells)
        _complete_options(table)
        return _in_schema_order(plan, table)

    def _prose(self, path: KeyPath, cells: Sequence[Filled]) -> Any:
        """A text: plain where both languages say the same, or the case has one only."""
        texts: dict[str, str] = {}
        for cell in sorted(cells, key=lambda c: c.column.lang or ""):
            lang = str(cell.column.lang)
            self.book.places[*path, lang] = cell.place
            self.book.places.setdefault(path, cell.place)
            text = self._read(cell, (*path, lang), ANY)
            if holds_unseen(cell.written):
                self.book.guess(_TAKEN_OUT, cell.written.text, "", cell.place)
            if text is not None:
                self.book.places[path] = self.book.places[*path, next(iter(texts), lang)]
                texts[lang] = text
        if not texts:
            return None
        same = len(set(texts.values())) == 1 and len(texts) == len(LANGS)
        return next(iter(texts.values())) if same or self._plain else texts

    def _add_value(self, table: dict[str, Any], root: KeyPath, cell: Filled) -> None:
        path = (*root, *cell.column.path)
        self.book.places[path] = cell.place
        value = self._read(cell, path, self._unit(table, root, cell.column))
        if value is not None:
            _put(table, cell.column.path, value)

    def _add_list(self, table: dict[str, Any], root: KeyPath, cells: Sequence[Filled]) -> None:
        """A list that is spread over cells, each of which may hold several."""
        path = (*root, *cells[0].column.path)
        self.book.places[path] = cells[0].place
        filled = [cell for cell in cells if not cell.written.empty]
        if filled and filled[0].column.refers_to:
            self._references.append((path, filled))
            _put(table, filled[0].column.path, [])
            return
        values: list[Any] = []
        for cell in filled:
            for part in _split(cell):
                value = self._read(part, (*path, len(values)), ANY)
                if value is not None:
                    self.book.places[*path, len(values)] = cell.place
                    values.append(value)
        if values:
            _put(table, cells[0].column.path, values)

    def _unit(self, table: Mapping[str, Any], root: KeyPath, column: Column) -> str:
        """What a number is counted in, as the record or the overview says."""
        if column.key in _OWN_UNIT:
            around: Any = table
            for part in column.path[:-1]:
                around = around.get(part, {})
            return _spoken(around.get("unit"))
        if column.path == ("aim", "value"):
            kind = table.get("aim", {}).get("kind")
            return SHARE if kind == "realism_at_least" else ANY
        if root[:1] == ("economy",) and column.key in _OVERVIEW_UNIT:
            economy = self.book.data.get("economy", table if len(root) == 1 else {})
            return _spoken(economy.get("unit", table.get("unit")))
        return _UNITS.get(column.key, ANY)

    def _read(self, cell: Filled, path: KeyPath, unit: str) -> Any:
        t, column, written = self.t, cell.column, cell.written
        try:
            value = from_cell(t, column, written, unit)
            if column.form == "choice" and is_guess(column.choices, written.text, value):
                meant = label(t, column.choices, value)
                self.book.guess(_CHOICE, written.text, meant, cell.place)
            elif column.form == "choice" and value is None and not written.empty:
                self.book.guess(_CHOICE, written.text, t("nothing"), cell.place)
            return value
        except CellError as error:
            self.book.places[path] = cell.place
            self.book.troubles.append(Trouble(error.code, path, error.message, error.remedy))
            return None

    # -------------------------------------------------------------- ids
    def _give_ids(
        self, plan: SheetPlan, cards: list[dict[str, Any]], records: Sequence[Record]
    ) -> None:
        """An id for every card: the written one, made valid, or one from the name."""
        if not any(column.path == ("id",) and column.required for column in plan.columns):
            return
        taken = {card["id"] for card in cards if card.get("id")}
        known = self._named.setdefault(plan.key, {})
        for n, card in enumerate(cards):
            written = str(card.get("id", ""))
            card["id"] = valid_id(written, plan.key) if written else new_id(card, taken, n)
            taken.add(card["id"])
            for name in (written, card["id"], *names_of(card)):
                known.setdefault(plain(name), card["id"])
            if plan.key in self.book.names:
                self.book.names[plan.key] += filter(None, (written, *names_of(card)))
            self.book.places.setdefault((*plan.root, n, "id"), records[n].place)

    def _refer(self) -> None:
        """References are ids, or names of cards."""
        for path, cells in self._references:
            known = self._named[cells[0].column.refers_to]
            ids: list[str] = []
            for cell in cells:
                for told in referred(cell.written.text, known):
                    self.book.places[*path, len(ids)] = cell.place
                    ids.append(told)
            _put(self.book.data, path, ids)


def _split(cell: Filled) -> Iterator[Filled]:
    """The parts of a cell of a list, each as a cell of its own."""
    if not isinstance(cell.written.value, str):
        yield cell
        return
    choices = cell.column.choices
    for part in parts(cell.written.text, lambda told: code_meant(choices, told) is not None):
        yield Filled(cell.column, Written(part), cell.place)


def _spoken(unit: Any) -> str:
    """A unit as one text."""
    return unit if isinstance(unit, str) else next(iter((unit or {}).values()), ANY)


def _complete_options(table: dict[str, Any]) -> None:
    """An event with one option has another, of which nothing is known."""
    options = table.get("options")
    if isinstance(options, dict):
        table["options"] = [options.get(n, {}) for n in range(max(options) + 1)]
        if len(table["options"]) == 1:
            table["options"].append({})


def _in_schema_order(plan: SheetPlan, table: dict[str, Any]) -> dict[str, Any]:
    """The keys of a table in the order of its columns."""
    order = list(dict.fromkeys(column.path[0] for column in plan.columns if column.path))
    return {key: table[key] for key in order if key in table}


def _put(table: dict[Any, Any], path: KeyPath, value: Any) -> None:
    """Set a value at a path; tables on the way are made, lists are there."""
    around: Any = table
    for part in path[:-1]:
        inner = isinstance(around, dict)
        around = around.setdefault(part, {}) if inner else around[part]
    around[path[-1]] = value
