"""What may stand in the fields of an action: a card by its name, a number as points."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Annotated, Any, Final, get_args, get_origin, get_type_hints

from game.engine import Action, Track
from game.engine import actions as act
from game.frozen import frozen
from game.i18n import mark
from game.phones.pages.looking import Looking
from game.views import face_builder as faces
from game.views.signs.card import DIE
from game.wording import card_pictures as pictures
from game.wording import figures, terms


@frozen
class Choice:
    """A value to choose, its name, its picture, and a letter if it lies on the table with one.

    ``told`` is what is to be known of it: what points come to, and what stands on a card.
    """

    value: object
    name: str
    picture: str = ""
    letter: str = ""
    told: str = ""


_QUESTIONS: Final[Mapping[str, str]] = {
    "card": mark("Which card?"),
    "idea": mark("Which idea?"),
    "track": mark("On which track?"),
    "kind": mark("What kind of idea is it?"),
    "estimate": mark("How many points do you believe in?"),
    "size": mark("How many points does it take?"),
    "risk": mark("Which risk?"),
    "owner": mark("Who owns it?"),
    "to": mark("Who takes it over?"),
    "severity": mark("How severe is it?"),
    "likelihood": mark("How likely is it?"),
    "about": mark("What does the trial ask?"),
    "low": mark("How many points at least?"),
    "high": mark("How many points at most?"),
    "role": mark("Which role?"),
    "post": mark("From which item?"),
}
_WRITTEN: Final[Mapping[tuple[type[Action], str], str]] = {
    (act.WriteIdea, "name"): mark("What is the idea called?"),
    (act.WriteIdea, "text"): mark("In a few words (may be left empty)"),
    (act.WriteBenefit, "name"): mark("What is gained?"),
    (act.NameDownside, "name"): mark("What does it cost?"),
    (act.NameDownside, "bearer"): mark("Who bears it? (may be left empty)"),
    (act.WriteRisk, "name"): mark("What may go wrong?"),
    (act.Trial, "name"): mark("What is the trial called? (may be left empty)"),
    (act.Trial, "measure"): mark("How do we measure it? (may be left empty)"),
    (act.Mitigate, "note"): mark("What do we do about it? (may be left empty)"),
    (act.MakeAmends, "note"): mark("What makes up for it? (may be left empty)"),
}
"""What is asked about a field that is written, in the words of the table."""


def question(looking: Looking, kind: type[Action], field: str) -> str:
    """What is asked about a field."""
    return looking.t(_WRITTEN.get((kind, field)) or _QUESTIONS[field])


def choice(looking: Looking, kind: type[Action], field: str, value: Any) -> Choice:
    """A value of a field of an action, as people know it."""
    record: Any = kind
    return _OF[_note(record, field)](looking, value)


@cache
def _note(kind: Any, field: str) -> str:
    """What says of a field where its values come from: a word of the fields' types, or its name."""
    hint = get_type_hints(kind, include_extras=True)[field]
    found = next((part for part in (hint, *get_args(hint)) if get_origin(part) is Annotated), None)
    note = None if found is None else get_args(found)[1]
    return note if isinstance(note, str) else field


def _idea(looking: Looking, id: str | None) -> Choice:
    idea = None if id is None else looking.state.idea(id)
    if idea is None:
        return Choice(id, looking.t("No idea"))
    picture = pictures.idea(looking.case, idea.id, idea.name)
    told = terms.track(looking.t, faces.idea_on_table(looking.names, looking.state, idea).track)
    return Choice(id, looking.names.idea(idea), picture, idea.letter, told)


def _idea_card(looking: Looking, id: str) -> Choice:
    t = looking.t
    face = faces.idea_in_hand(looking.names, looking.state.setup.by_id.ideas[id])
    told = [
        terms.track(t, face.track),
        t.plural("{n} capacity to implement", "{n} capacity to implement", face.cost),
        t("maturity {n}", n=face.maturity),
        *(f"{terms.track(t, on)} {('↑' if n > 0 else '↓') * abs(n)}" for on, n in face.promise),
    ]
    return Choice(id, face.name, face.picture, told=" · ".join(told))


def _benefit_card(looking: Looking, id: str) -> Choice:
    face = faces.benefit_in_hand(looking.names, looking.state.setup.by_id.benefits[id])
    told = f"{terms.track(looking.t, face.track)} · {face.measure}"
    return Choice(id, face.name, face.picture, told=told)


def _risk_card(looking: Looking, id: str) -> Choice:
    t, state = looking.t, looking.state
    face = faces.risk_in_hand(looking.names, state, state.setup.by_id.risks[id])
    told = [
        terms.track(t, face.track),
        t("severity {n}", n=face.severity),
        t("likelihood {n}", n=face.likelihood),
    ]
    return Choice(id, face.name, face.picture, told=" · ".join(told))


def _risk(looking: Looking, id: str) -> Choice:
    for idea in looking.state.ideas:
        risk = idea.risk(id)
        if risk is not None:
            picture = pictures.risk(looking.case, risk.id, risk.name)
            told = terms.track(looking.t, risk.track)
            return Choice(id, looking.names.risk(risk), picture, idea.letter, told)
    return Choice(id, looking.names.risk_card(id))


def _role(looking: Looking, id: str) -> Choice:
    ability = looking.state.setup.by_id.roles[id].ability
    name = f"{looking.names.role(id)}: {terms.ability(looking.t, ability)}"
    return Choice(id, name, pictures.role(looking.case, id))


def _post(looking: Looking, id: str) -> Choice:
    return Choice(id, looking.names.post(id))


def _seat(looking: Looking, seat: int) -> Choice:
    return Choice(seat, looking.player(seat))


def _track(looking: Looking, track: Track) -> Choice:
    return Choice(track, terms.track(looking.t, track))


def _points(looking: Looking, n: int | None) -> Choice:
    return Choice(n, "–" if n is None else figures.points(looking.t, n))


def _severity(looking: Looking, n: int) -> Choice:
    t = looking.t
    told = t.plural("it takes {n} point if it strikes", "it takes {n} points if it strikes", n)
    return Choice(n, t("Severity {n}", n=n), told=told)


def _likelihood(looking: Looking, n: int) -> Choice:
    t = looking.t
    told = t.plural(
        "you believe that it strikes {n} time out of {all}",
        "you believe that it strikes {n} times out of {all}",
        n,
        all=DIE,
    )
    return Choice(n, t("Likelihood {n}", n=n), told=told)


_OF: Final[Mapping[str, Callable[[Looking, Any], Choice]]] = {
    "idea": _idea,
    "idea_card": _idea_card,
    "benefit_card": _benefit_card,
    "risk_card": _risk_card,
    "risk": _risk,
    "role": _role,
    "post": _post,
    "seat": _seat,
    "track": _track,
    "kind": lambda looking, kind: Choice(kind, terms.kind(looking.t, kind)),
    "about": lambda looking, about: Choice(about, terms.trial_question(looking.t, about)),
    "estimate": _points,
    "size": _points,
    "low": _points,
    "high": _points,
    "severity": _severity,
    "likelihood": _likelihood,
}
