"""What reality or an event asks: decided at the screen, and to be read on every phone."""

from __future__ import annotations

from game.engine import State, Track
from game.frozen import frozen
from game.phones.pages.looking import Looking
from game.wording import figures, terms
from game.wording.event_effects import consequences


@frozen
class Asked:
    """A question, what it is about, and what there is to choose between with what comes of it."""

    question: str
    about: str
    options: tuple[tuple[str, tuple[str, ...]], ...] = ()


def content(looking: Looking) -> Asked | None:
    """The question that the screen asks now; ``None`` in a turn."""
    state = looking.state
    if state.step == "choice" and state.event is not None:
        return _choice(looking, state, state.event)
    if state.tested is not None:
        return _claim(looking, state, *state.tested)
    if state.step == "adjust":
        return _adjust(looking, state)
    return None


def _choice(looking: Looking, state: State, event: str) -> Asked:
    """An event with two options."""
    t, text, card = looking.t, looking.case.events[event], state.setup.by_id.events[event]
    modules = state.setup.rules.modules
    options = tuple(
        (option.read(t.lang), tuple(line for _, line in consequences(t, card.options[n], modules)))
        for n, option in enumerate(text.options)
    )
    chooses = t("{seat} chooses", seat=_name(looking, state))
    about = f"{text.name.read(t.lang)}. {text.text.read(t.lang)}"
    return Asked(chooses, about, options)


def _claim(looking: Looking, state: State, id: str, track: Track) -> Asked:
    """A claim that is put to the test: does its seat stand by it?"""
    t, idea = looking.t, state.require_idea(id)
    benefit = idea.benefit(track)
    assert benefit is not None  # only a claim is asked about
    about = t(
        "{idea}: {points} on {track}",
        idea=looking.names.idea(idea),
        points=figures.points(t, benefit.estimate),
        track=terms.track(t, track),
    )
    return Asked(t("{name}: do you stand by it?", name=_name(looking, state)), about)


def _adjust(looking: Looking, state: State) -> Asked:
    """A trial that did not work."""
    t, idea = looking.t, state.require_idea(state.adjusting[0])
    ways = (
        t("Make it more mature"),
        t("Look into one more effect"),
        t("Look into what may go wrong"),
    )
    question = t("The trial of {idea} did not work. What do you want to adjust?", idea=idea.letter)
    return Asked(question, looking.names.idea(idea), tuple((way, ()) for way in ways))


def _name(looking: Looking, state: State) -> str:
    return looking.player(state.turn)
