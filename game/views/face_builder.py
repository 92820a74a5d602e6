"""Builds the faces of cards from a case and a state; the only module that does.

A card in a hand shows what is printed on it; on the table it also shows its current state.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.engine import TRACKS, Benefit, Idea, IdeaCard, Risk, RiskCard, Role, State, Track
from game.engine.harvest import carrying_out_price, of_harm
from game.engine.lookups import check_round, takes_risk
from game.engine.setup import BenefitCard
from game.engine.state import RiskOutcome, TrialPlan
from game.views.faces import (
    BenefitFace,
    DownsideFace,
    EventFace,
    IdeaFace,
    IdeaStamp,
    RiskFace,
    RiskStamp,
    RoleFace,
)
from game.wording import card_pictures as pictures
from game.wording import terms as codes
from game.wording.case_names import CaseNames

if TYPE_CHECKING:  # checking a case must not wait for the events to load
    from game.engine.events import RiskThrown

_STAMPS: dict[RiskOutcome, RiskStamp] = {"struck": "struck", "held": "missed", "false": "false"}


def initials(name: str) -> str:
    """A player's initials: of the first and last word, or the first two letters of a single one."""
    words = name.split()
    if len(words) > 1:
        return (words[0][:1] + words[-1][:1]).upper()
    return name[:2].capitalize()


# ------------------------------------------------------------------ in the hand
def idea_in_hand(names: CaseNames, card: IdeaCard) -> IdeaFace:
    """The face of an idea in a hand: with its promise, without its true effects."""
    text = names.case.ideas[card.id]
    return IdeaFace(
        name=text.name.read(names.t.lang),
        text=text.text.read(names.t.lang),
        track=card.track,
        kind=card.kind,
        cost=card.cost,
        maturity=card.maturity,
        delay=card.delay,
        promise=_promise(card),
        picture=text.picture,
    )


def benefit_in_hand(names: CaseNames, card: BenefitCard) -> BenefitFace:
    """The face of a benefit in a hand."""
    text, lang = names.case.benefits[card.id], names.t.lang
    return BenefitFace(
        name=text.name.read(lang),
        measure=text.measure.indicator.read(lang),
        track=card.track,
        picture=text.picture,
    )


def free_claim(names: CaseNames, tracks: Sequence[Track]) -> BenefitFace:
    """The face of the free benefits on some tracks, as a card in the hand: the last comes first."""
    track, n = tracks[-1], len(tracks)
    return BenefitFace(
        name=names.t.plural("A benefit for free", "{n} benefits for free, one by one", n),
        measure=names.case.tracks[track].indicator.read(names.t.lang),
        track=track,
        free=True,
    )


def risk_in_hand(
    names: CaseNames, state: State, card: RiskCard, *, opened: bool = False
) -> RiskFace:
    """The face of a risk in a hand, with the ideas it may concern.

    The small face has the letters of those on the table and the number of the others; the large
    one has room for their names.
    """
    text, lang = names.case.risks[card.id], names.t.lang
    return RiskFace(
        name=text.name.read(lang),
        text=text.text.read(lang),
        track=card.track,
        severity=card.severity,
        likelihood=state.likelihood(card),
        about=_about_by_name(names, state, card)
        if opened
        else _about_by_picture(names, state, card),
        unseen=tuple(names.idea_card(id) for id in card.about if state.idea(id) is None),
        picture=text.picture,
        stuck=_why_stuck(names, state, card),
    )


def _about_by_picture(names: CaseNames, state: State, card: RiskCard) -> tuple[str, ...]:
    """Those that it can still be put on; all, where it can be put on none.

    An idea without a picture of its own is known by its letter.
    """
    on_table = [idea for id in card.about if (idea := state.idea(id))]
    missing = len(card.about) - len(on_table)
    open_ = [idea for idea in on_table if takes_risk(idea, card.id)]
    shown = [
        pictures.idea(names.case, idea.id, idea.name) or idea.letter
        for idea in open_ or on_table * (not missing)
    ]
    return (*shown, f"+{missing}") if missing else tuple(shown)


def _why_stuck(names: CaseNames, state: State, card: RiskCard) -> str:
    """Why a risk can be put on no idea any more: they are realised, or have it already."""
    ideas = [state.idea(id) for id in card.about]
    on_table = [idea for idea in ideas if idea is not None]
    if len(on_table) < len(ideas) or any(takes_risk(idea, card.id) for idea in on_table):
        return ""
    t = names.t
    named = [names.called(idea) for idea in on_table if idea.risk(card.id)]
    realised = [names.called(idea) for idea in on_table if not idea.risk(card.id)]
    why = []
    if realised:
        text = t.plural("{ideas} is realised", "{ideas} are realised", len(realised),
                        ideas=t.listed(realised))  # fmt: skip
        why.append(text)
    if named:
        why.append(t("named at {ideas}", ideas=t.listed(named)))
    return ", ".join(why)


def _about_by_name(names: CaseNames, state: State, card: RiskCard) -> tuple[str, ...]:
    lang, titles = names.t.lang, []
    for id in card.about:
        name, idea = names.case.ideas[id].name.read(lang), state.idea(id)
        titles.append(f"{idea.letter}: {name}" if idea else name)
    return tuple(titles)


# ------------------------------------------------------------------ on the table
def idea_on_table(names: CaseNames, state: State, idea: Idea) -> IdeaFace:
    """The face of an idea on the table, with the true effects that are known."""
    card, plan = idea.card, running_trial(state, idea)
    picture = pictures.idea(names.case, card.id, idea.name)
    return IdeaFace(
        name=pictures.bare(names.idea(idea), picture),
        text=names.idea_text(idea),
        track=card.track,
        kind=card.kind,
        cost=carrying_out_price(state, idea),
        maturity=idea.maturity,
        delay=card.delay,
        promise=_promise(card),
        effects=_open_effects(state, idea),
        letter=idea.letter,
        stamp=_idea_stamp(state, idea),
        due=_due(names, state, idea),
        trial=codes.trial_question(names.t, plan.about) if plan else "",
        picture=picture,
    )


def running_trial(state: State, idea: Idea) -> TrialPlan | None:
    """The trial of an idea that has not been reported yet, if there is one."""
    return None if idea.id in state.adjusting else idea.trial


def _due(names: CaseNames, state: State, idea: Idea) -> str:
    """When an implemented idea is checked, or a trial reported: when the next round opens."""
    if idea.status == "implemented":
        return named_round(names, state, check_round(state, idea))
    return named_round(names, state, state.round + 1) if running_trial(state, idea) else ""


def named_round(names: CaseNames, state: State, number: int) -> str:
    """A round by its number; after the last one comes the follow-up."""
    if number > sum(state.setup.rules.rounds):
        return codes.phase(names.t, "follow_up")
    return names.t("round {n}", n=state.told_round(number))


def _promise(card: IdeaCard) -> tuple[tuple[Track, int], ...]:
    return tuple((track, card.promise[track]) for track in TRACKS if card.promise.get(track))


def _open_effects(state: State, idea: Idea) -> tuple[tuple[Track, int], ...]:
    effects = ((track, state.effect(idea, track)) for track in TRACKS)
    return tuple(
        (track, points)
        for track, points in effects
        if points or (points is not None and (idea.benefit(track) or idea.card.promise.get(track)))
    )


def _idea_stamp(state: State, idea: Idea) -> IdeaStamp:
    if idea.status == "proposed":
        return "on_trial" if running_trial(state, idea) else ""
    return idea.status


def benefit_on_table(
    names: CaseNames, state: State, idea: Idea, track: Track
) -> BenefitFace | DownsideFace:
    """The face of a claimed benefit, or of a downside that was named or only came."""
    b = idea.benefit(track)
    if b is None and (harm := unspoken_harm(state, idea, track)):
        return _harm_on_table(names, idea, track, harm)
    if b is None:
        raise LookupError(f"idea {idea.id!r} has no benefit on {track}")
    if b.downside:
        left = min(0, b.estimate + state.setup.rules.amends)
        return _downside_on_table(names, idea, track, b, None if b.amends is None else left)
    picture = pictures.claim(names.case, idea, b)
    return BenefitFace(
        name=pictures.bare(names.benefit_alone(idea, b), picture),
        measure=names.indicator(track, b),
        track=track,
        estimate=b.estimate,
        letter=idea.letter,
        owner="" if b.owner is None else initials(state.seats[b.owner].name),
        seat=b.owner,
        harvested=b.harvested,
        followed=b.followed,
        picture=picture,
    )


def unspoken_harm(state: State, idea: Idea, track: Track) -> int:
    """What a realised idea took from a track of which nobody had said anything; else 0."""
    if idea.status != "realised" or idea.benefit(track) is not None:
        return 0
    return of_harm(state, None, min(0, state.effect(idea, track) or 0))


def _harm_on_table(names: CaseNames, idea: Idea, track: Track, harm: int) -> DownsideFace:
    return DownsideFace(
        name=names.t("Harm of {idea}", idea=names.idea(idea)),
        text=names.t("Nobody had named it as a downside."),
        track=track,
        points=0,
        letter=idea.letter,
        harvested=harm,
        picture=pictures.idea(names.case, idea.id, idea.name),
    )


def _downside_on_table(
    names: CaseNames, idea: Idea, track: Track, b: Benefit, left: int | None
) -> DownsideFace:
    picture = pictures.claim(names.case, idea, b)
    return DownsideFace(
        name=pictures.bare(names.benefit(b) or names.idea(idea), picture),
        text=" ".join(names.downside_facts(b)),
        track=track,
        points=b.estimate,
        letter=idea.letter,
        left=left,
        harvested=b.harvested,
        picture=picture,
    )


def risk_on_table(names: CaseNames, state: State, idea: Idea, risk: Risk) -> RiskFace:
    """The face of a named risk."""
    picture = pictures.risk(names.case, risk.id, risk.name)
    return RiskFace(
        name=pictures.bare(names.risk(risk), picture),
        text=names.risk_text(risk),
        track=risk.track,
        severity=risk.severity,
        likelihood=state.likelihood(risk),
        mitigations=risk.mitigations,
        letter=idea.letter,
        stamp=_risk_stamp(names, risk),
        believed=risk.name is not None,
        picture=picture,
    )


def _risk_stamp(names: CaseNames, risk: Risk) -> RiskStamp:
    """A group's own project is only played at: there no alarm is said to be false."""
    if risk.outcome is None:
        return ""
    if risk.outcome == "false" and names.case.own_project:
        return "missed"
    return _STAMPS[risk.outcome]


def thrown_risk(names: CaseNames, state: State, event: RiskThrown, *, now: State) -> RiskFace:
    """The face of the risk that a reality check throws for, named or not.

    ``state`` has the idea as it is shown, ``now`` the current likelihoods.
    """
    idea = state.idea(event.idea)
    named = idea.risk(event.named or event.risk or "") if idea else None
    if idea and named:
        return risk_on_table(names, now, idea, named)
    return RiskFace(
        name=names.risk_card(event.risk, event.track) if event.risk else names.t("The unknown"),
        text=names.t("What nobody had thought of."),
        track=event.track,
        severity=event.severity,
        likelihood=event.limit,
        letter=idea.letter if idea else "",
        stamp="struck" if event.struck else "missed",
        picture=pictures.risk(names.case, event.risk),
    )


# ------------------------------------------------------------------ events and roles
def event_face(names: CaseNames, id: str, options: Sequence[str] = ()) -> EventFace:
    """The face of an event; ``options`` are the texts of its effects, if the card shows them."""
    text, lang = names.case.events[id], names.t.lang
    return EventFace(
        name=text.name.read(lang),
        text=text.text.read(lang),
        options=tuple(options),
        picture=text.picture,
    )


def role_face(names: CaseNames, role: Role, player: str = "") -> RoleFace:
    """The face of a role, with the name of its player."""
    return RoleFace(
        name=names.role(role.id),
        text=names.case.roles[role.id].text.read(names.t.lang),
        aim=codes.aim(names.t, role.aim),
        ability=codes.ability_text(names.t, role.ability),
        home=codes.home(names.t, role.home),
        player=player,
        picture=pictures.role(names.case, role.id),
    )
