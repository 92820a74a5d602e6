"""What is said of a number that somebody typed in the unit of a field."""

from __future__ import annotations

from typing import Final

from game.content.lenient.quantities import QuantityError
from game.i18n import Words, mark

NO_NUMBER: Final = mark("This is not a number. Write it like {example}.")
_SEVERAL: Final = mark("Write one number here, not two.")
_OTHER_UNIT: Final = mark("This is counted in something else than {unit}.")


def quantity_fault(t: Words, error: QuantityError, unit: str) -> str:
    """Why a text cannot be read as one number in a unit."""
    if error.why == "other_unit":
        return t(_OTHER_UNIT, unit=unit)
    return t(_SEVERAL) if error.why == "several" else t(NO_NUMBER, example=t.number(2.5))
