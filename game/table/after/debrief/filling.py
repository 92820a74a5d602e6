"""The answers to one question of the register: what was typed, what is wrong, what is saved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.i18n import Words, capitalised
from game.intake.contents import ContentError, read_content
from game.report import columns as co
from game.report.columns import shown
from game.report.questions import FillQuestion
from game.report.rows import BenefitRow, RiskRow
from game.session import REGISTER_FIELDS, RegisterColumn, RegisterField

_COLUMNS: Mapping[str, Mapping[str, co.Column]] = {
    "benefit": {column.key: column for column in co.BENEFITS},
    "risk": {column.key: column for column in co.RISKS},
}


class Answers:
    """What is typed in answer to a question; ``wrong`` says what cannot be read, by column.

    Only what somebody has changed is saved.
    """

    def __init__(self, t: Words, question: FillQuestion, row: BenefitRow | RiskRow) -> None:
        self.question = question
        self.values: dict[RegisterColumn, str] = {
            column: self._offered(t, column, row) for column in question.columns
        }
        self.wrong: dict[RegisterColumn, str] = {}
        self._before = dict(self.values)

    @property
    def touched(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.values != self._before

    def column(self, key: RegisterColumn) -> co.Column:
        """The column of the register."""
        return _COLUMNS[self.question.row[0]][key]

    def field(self, key: RegisterColumn) -> RegisterField:
        """What it takes."""
        return REGISTER_FIELDS[self.question.row[0]][key]

    def _offered(self, t: Words, key: RegisterColumn, row: BenefitRow | RiskRow) -> str:
        held = getattr(row, key)
        if self.field(key).kind == "code":
            return held or ""
        return shown(t, self.column(key), held)

    def set(self, key: RegisterColumn, text: str) -> bool:
        """Store what was typed and clear what was wrong. Returns whether something was."""
        self.values[key] = text
        return self.wrong.pop(key, None) is not None

    def contents(self, t: Words) -> Iterator[tuple[RegisterColumn, str]]:
        """What is to be saved: the columns that changed, as a session keeps them.

        What cannot be read is left out, and said in ``wrong``.
        """
        self.wrong = {}
        for key, text in self.values.items():
            if text.strip() == self._before[key].strip():
                continue
            try:
                yield key, read_content(t, self.field(key), text, unit=self.question.unit)
            except ContentError as error:
                why = error.why.translate(t)
                self.wrong[key] = f"{capitalised(why)}."
