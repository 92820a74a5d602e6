"""What differs between a file and the registers of a session, and what of the file does not fit.

A difference is shown as old and new and can be approved by itself; what does not fit is named with
its place and the reason. Nothing else of the file is lost by that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from game.debrief.doubts import Told
from game.frozen import frozen
from game.i18n import Lang, mark
from game.i18n.message import Message
from game.intake.headings import RegisterName
from game.report.actions import ActionRow
from game.report.registers import Registers
from game.report.rows import BenefitRow, RiskRow
from game.report.source import ReportSource
from game.session import ItemDraft, RegisterColumn, RegisterSubject

OF_ANOTHER: Final = mark(
    "The workbook says that it was written from another session than this one."
)
RENAMED: Final = mark(
    "Most rows have other names than in this session. Is it the register of another game?"
)


@frozen
class FieldChange:
    """A field of a benefit or a risk holds something else."""

    row: RegisterSubject
    column: RegisterColumn
    content: str


@frozen
class ItemChange:
    """An item of the action list is another one, or (``item`` is ``None``) a new one."""

    draft: ItemDraft
    item: int | None


@frozen
class ReadingTold:
    """A value was measured since; ``confirmed``: it is unusual, and approved all the same."""

    told: Told
    confirmed: bool


@frozen
class RowNoted:
    """A row that belongs to nothing in the game is kept as a note."""

    text: str


Change = FieldChange | ItemChange | ReadingTold | RowNoted


@frozen
class Difference:
    """Something that differs: of what, what stands there, and what would stand there.

    ``doubt`` is why it should be looked at twice.
    """

    of: str
    field: str
    old: str
    new: str
    change: Change
    doubt: str = ""


@frozen
class LeftOut:
    """Something of a file that does not fit: its ``row`` in the ``sheet``, and why."""

    sheet: str
    row: int
    of: str
    why: Message


@dataclass(slots=True)
class Found:
    """All that was found in a file; ``read`` says how many rows of which register."""

    differences: list[Difference] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    read: list[tuple[RegisterName, str, int]] = field(default_factory=list)
    unknown: list[tuple[str, str]] = field(default_factory=list)
    """Sheets and headings that mean nothing here."""
    missing: list[str] = field(default_factory=list)
    """What stands in the register and not in the file; it stays as it is."""
    strangers: str = ""
    """Why the file may be that of another game, if it may."""
    nameless: bool = False
    """Whether names were taken out of the session."""

    @property
    def undoubted(self) -> list[Difference]:
        """What can be taken over without being looked at: nothing of the file of another game."""
        return [] if self.strangers else [d for d in self.differences if not d.doubt]


@frozen
class Compared:
    """A session that a file is compared with.

    ``bare`` has the rows as they are without anything that people filled in. ``was`` has them as
    they were when the file was written, if it says when: what is still so was not edited, whatever
    the session has learned since. ``actions_were`` likewise. ``marks`` is the language in whose way
    the file writes numbers.
    """

    source: ReportSource
    found: Registers
    bare: Registers
    actions: Sequence[ActionRow]
    marks: Lang
    was: Registers | None = None
    actions_were: Sequence[ActionRow] | None = None

    def written_id(self, row: BenefitRow | RiskRow) -> str:
        """The id of a row in the file: while a game goes on, ids move to other rows.

        Empty where the row was not there yet.
        """
        if self.was is None:
            return row.id
        was = self.row_as_written(row)
        return "" if was is None else was.id

    def row_as_written(self, row: BenefitRow | RiskRow) -> BenefitRow | RiskRow | None:
        """A row as it was when the file was written, if that is known and it was there."""
        if self.was is None:
            return None
        then: Sequence[BenefitRow | RiskRow] = (*self.was.benefits, *self.was.risks)
        return next((was for was in then if _is_same(was, row)), None)


def _is_same(was: BenefitRow | RiskRow, row: BenefitRow | RiskRow) -> bool:
    """Whether two rows are of one benefit or one risk."""
    if (was.idea, was.track) != (row.idea, row.track):
        return False
    if isinstance(was, RiskRow) and isinstance(row, RiskRow):
        return was.risk == row.risk
    return isinstance(was, BenefitRow) and isinstance(row, BenefitRow)
