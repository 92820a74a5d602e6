"""What is said without saying anything of the game: names, numbers, and open questions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, get_args

from game.content import load
from game.engine import TRACKS
from game.engine.actions import Action, Corrected
from game.engine.events import Short, Verdict
from game.engine.setup import Phase
from game.resources import SCENARIOS
from game.wording import actions, terms
from game.wording.case_names import CaseNames
from tests.truth.told import Listening


def _names() -> Iterable[str]:
    """The names of things: they stand in sentences, and it is the sentences that are proved."""
    t = Listening()
    names = CaseNames(t, load(SCENARIOS / "eget-projekt.toml"))
    names.by_roles(0, ())
    for track in TRACKS:
        terms.track(t, track)
        names.risk_card("drawn", track)
    for phase in get_args(Phase):
        terms.phase(t, phase)
    for what in get_args(Corrected):
        terms.corrected(t, what)
    for why in get_args(Short):
        terms.short(t, why)
    for verdict in get_args(Verdict):
        terms.verdict(t, verdict)
    for action in get_args(Action):
        actions.verb(t, action)
    for opens in (None, 1, 2):
        actions.going_on(t, opens, 1)
    return {message for message, _ in t.take()}


_SAID: Final = frozenset(
    (
        # names and numbers
        "“{name}”",
        "“{name}” (idea {letter})",
        "“{name}” (idea {letter}, {track})",
        "{n} point",
        "{n}%",
        "{list} and {last}",
        "{list} or {last}",
        "{idea} ({trial})",
        "the role {roles}",
        "A downside",
        "A downside of {idea}",
        # where it is at the reality check, and what an event of a module brought
        "{benefit} on {track}",
        "It costs: {points}.",
        "On the track: {points}.",
        "The reality check is over.",
        "Now {name} answers: stand by it, or say another number.",
        "The group starts afresh with trust {n}.",
        "The game is over: {verdict}.",
        "What {idea} truly gives: {effects}.",
        "{moved}: {idea} eases the work, and some citizens drop out.",
        # questions that take nothing for granted but the sentence before them
        "What did you know about {benefit} at {after} that you did not know at {before}?",
        "What could you have asked, and whom, before {benefit} was put at {n}?",
        "Who in your organisation could own {benefit}, and what do they need to say yes?",
        "How did you come to {claimed} for {idea}? Where else could you estimate like that?",
        "Could that happen to {idea} where you work, and who would see it first?",
        "Who in your everyday work would have seen {risk} coming, and when are they asked?",
        "Which risk of {idea} would two minutes of thought have brought up?",
        "What came first when there was something to do about {risk}?",
        "How could you have found out sooner whether {risk} was a true risk of {idea}?",
        "What would you see first if {risk} came true in your project, and who looks?",
        "What made you act on {risk} before it could strike, and who noticed?",
        "What is the smallest trial of {idea} that would have taught you something?",
        "What did you know after the trial of {idea} that you had not known before?",
        "Who pays on {harmed} for what {idea} gives, and who talks with them about it?",
        "What made it possible to say aloud what {idea} costs on {track}?",
        "What made {idea} worth its price on {track}, and who told those who pay it?",
        "Where does a number of yours stand although you know better?",
        "What would an owner from the first day have changed for {benefit}?",
        "Who takes over {benefit} when its owner changes jobs?",
        "What would have made it easier for {person} to put something on the table in round {n}?",
        "What took the time in {phase} instead, and what would you do first today?",
        "What did you gather strength for, and what could have been done with less?",
        "What happened at the table in those rounds?",
        "What did those who were worse off hear from you before trust fell to {left}?",
        "How did you share out steering and freedom before the trust fell to {left}?",
        "What would have had to be in place before this event, so that trust held?",
        "What would have kept trust above {left} here?",
        "In which of these rounds could it have been turned around, and by whom?",
        "What did you need to say to each other before trust was gone?",
        "Could you tell at the time that “{after}” was decided here?",
        "What did you see a moment after “{action}” that you had not seen before?",
        "What about your own world did {what} not show until it was corrected?",
        "What was at stake here for each of you?",
        "“{note}”: what do you see in it now?",
    )
)

NEUTRAL: Final = _SAID | frozenset(_names())
