"""A measure as somebody writes it, at the table or on a phone: every field as text."""

from __future__ import annotations

from dataclasses import dataclass, fields

from game.content.lenient.quantities import QuantityError, read_quantity
from game.engine import Measure
from game.engine.limits import MAX_MONTHS
from game.i18n import Words
from game.i18n.numbers import parse_whole
from game.wording.quantities import quantity_fault


@dataclass(slots=True)
class MeasureForm:
    """A measure being filled in; numbers as they are written in the language."""

    indicator: str = ""
    unit: str = ""
    baseline: str = ""
    target: str = ""
    months: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written in any field."""
        return not any(getattr(self, field.name).strip() for field in fields(self))

    def read(self, t: Words) -> Measure | dict[str, str]:
        """The measure, or the problem of each field, in the order of the fields."""
        wrong: dict[str, str] = {}
        if not self.indicator.strip():
            wrong["indicator"] = t("Say what is measured.")
        numbers: dict[str, float | None] = {}
        for field in ("baseline", "target"):
            try:
                numbers[field] = read_quantity(getattr(self, field), t.lang, self.unit)
            except QuantityError as error:
                wrong[field] = quantity_fault(t, error, self.unit)
        months = parse_whole(self.months, MAX_MONTHS)
        if months is None and self.months.strip():
            wrong["months"] = t("A whole number, 0 to {most}.", most=MAX_MONTHS)
        if wrong:
            return wrong
        indicator, unit = self.indicator.strip(), self.unit.strip()
        return Measure(indicator, unit, numbers["baseline"], numbers["target"], months)
