"""The six phases of a debrief, after Thiagarajan: their titles, and how to lead them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, get_args

from game.i18n import Words, mark
from game.wording import outcome

if TYPE_CHECKING:
    from game.content.case import Case
    from game.engine.results import Result

DebriefPhase = Literal["feel", "happened", "learned", "relate", "what_if", "next"]
PHASES: tuple[DebriefPhase, ...] = get_args(DebriefPhase)

_TEXTS: Mapping[DebriefPhase, tuple[str, str]] = {
    "feel": (
        mark("How do you feel?"),
        mark("A round of the table: a word or a number each. Nobody comments yet."),
    ),
    "happened": (
        mark("What happened?"),
        mark("Talk about three moments. First what each of you saw, then why."),
    ),
    "learned": (
        mark("What did you learn?"),
        mark("What did you believe, what came of it, and why the difference?"),
    ),
    "relate": (
        mark("How is it at home?"),
        mark("Who spoke, who owned, whom was it for? Where do you know that from?"),
    ),
    "what_if": (
        mark("What if?"),
        mark("Choose a moment and play on from there. This game stays as it is."),
    ),
    "next": (
        mark("What next?"),
        mark("Who does what, by when? Write it down before you leave the table."),
    ),
}


def phase_name(t: Words, phase: DebriefPhase) -> str:
    """The title of a phase, a question."""
    return t(_TEXTS[phase][0])


def phase_lead(t: Words, phase: DebriefPhase) -> str:
    """How the facilitator leads a phase, in one or two short sentences."""
    return t(_TEXTS[phase][1])


def questions_at_home(t: Words, case: Case, result: Result | None) -> list[str]:
    """What is asked of the group's own place: what the result asks, then what the case does.

    ``None`` stands for a game that is not over.
    """
    asked = [] if result is None else [outcome.question_of(t, result)]
    return [*asked, *(question.read(t.lang) for question in case.questions)]


def talked_at_home(t: Words, case: Case, result: Result | None) -> list[str]:
    """The same as everybody talks about it: where nothing is asked, what can always be asked."""
    asked = questions_at_home(t, case, result)
    return asked or [t("What did you recognise from your own organisation?")]
