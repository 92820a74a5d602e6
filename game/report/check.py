"""What a check of the registers is: its question, its three answers, and what it found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Literal, TypeVar

from game.frozen import frozen
from game.i18n import Words, mark
from game.report.registers import Registers
from game.report.rows import BenefitRow

CheckAnswer = Literal["in_order", "missing", "nothing"]
ANSWERS: Final[dict[CheckAnswer, str]] = {
    "missing": mark("to look at"),
    "in_order": mark("in order"),
    "nothing": mark("not relevant here"),
}
Row = TypeVar("Row")


@frozen
class Looked:
    """How many things a check looked at, and what it found about those that lack something.

    ``covers`` says of how much it speaks, where that is not everything; ``why`` says why there was
    nothing to look at, where that is not what the check says of itself; ``left_out`` names what
    stands in the register and is not asked about, and why.
    """

    at: int
    found: tuple[str, ...] = ()
    covers: str = ""
    why: str = ""
    left_out: str = ""

    @property
    def answer(self) -> CheckAnswer:
        """The answer: what lacks something comes first, then that there is anything at all."""
        if self.found:
            return "missing"
        return "in_order" if self.at else "nothing"


@frozen
class CheckResult:
    """A check with its answer and what it found. ``why`` says why there is nothing to look at.

    ``covers`` says of how much the answer speaks, where that is not everything, and ``left_out``
    what it was not asked of.
    """

    code: str
    check: str
    answer: CheckAnswer
    found: tuple[str, ...]
    next: str
    why: str
    covers: str = ""
    left_out: str = ""

    @property
    def so_far(self) -> bool:
        """Whether it is in order as far as is known yet, and there is more to come."""
        return self.answer == "in_order" and bool(self.covers)


@frozen
class Check:
    """A check: its question, how it looks, what to do, and why there may be nothing to look at."""

    question: str
    look: Callable[[Words, Registers], Looked]
    next: str
    nothing: str


def checked(t: Words, code: str, check: Check, registers: Registers) -> CheckResult:
    """The result of a check."""
    looked = check.look(t, registers)
    why = (looked.why or t(check.nothing)) if looked.answer == "nothing" else ""
    return CheckResult(
        code=code,
        check=t(check.question),
        answer=looked.answer,
        found=looked.found,
        next=t(check.next),
        why=why,
        covers=looked.covers,
        left_out=looked.left_out,
    )


def called(id: str, title: str) -> str:
    """A row by id and title; by its title alone where it has no id."""
    return f"{id} {title}".lstrip()


def named(b: BenefitRow) -> str:
    """A benefit by id and title."""
    return called(b.id, b.title)


def each(rows: Sequence[Row], lacks: Callable[[Row], bool], name: Callable[[Row], str]) -> Looked:
    """Look at each row, and name those that lack something."""
    return Looked(len(rows), tuple(name(row) for row in rows if lacks(row)))
