"""The sign of a card in a list: its picture on a piece of paper, its idea's letter at the foot."""

from __future__ import annotations

from game.content import Case
from game.debrief.references import BenefitRef, IdeaRef, RiskRef
from game.gui import theme
from game.gui.geometry import Box, Point
from game.gui.paint.canvas import Canvas
from game.table.cards.tile import draw_picture
from game.wording import subject_pictures

Subject = IdeaRef | BenefitRef | RiskRef


def draw_subject(c: Canvas, at: Point, side: float, case: Case, subject: Subject) -> None:
    """Draw the sign of what a row is about, round a point."""
    picture = subject_pictures.of(case, subject)
    draw_sign(c, at, side, picture, kind_of(subject), letter_of(subject))


def letter_of(subject: Subject) -> str:
    """The letter of the idea that a subject is or belongs to."""
    return subject.letter if isinstance(subject, IdeaRef) else subject.idea.letter


def kind_of(subject: Subject) -> str:
    """The type of the card that a subject is, by which one without a picture is drawn."""
    if isinstance(subject, BenefitRef):
        return "downside" if subject.downside else "benefit"
    return "risk" if isinstance(subject, RiskRef) else "idea"


def draw_sign(c: Canvas, at: Point, side: float, picture: str, kind: str, letter: str) -> None:
    """Draw a picture, or that of the type, on paper round a point."""
    box = Box(at[0] - side / 2, at[1] - side / 2, side, side)
    c.panel(box, theme.PAPER, side * 0.2)
    draw_picture(c, box.inset(side * 0.09), picture, kind, letter)
