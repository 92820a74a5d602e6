"""The view of the board: the ideas, benefits and risks on each track, and its meter.

A card on the board has a key that identifies it, wherever it is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.engine import TRACKS, Idea, State, Track
from game.engine.lookups import check_round
from game.frozen import frozen
from game.views import face_builder as faces
from game.views.faces import BenefitFace, DownsideFace, Face, IdeaFace, RiskFace
from game.views.meter import MeterView, meter_view
from game.wording import figures
from game.wording import terms as codes
from game.wording.case_names import CaseNames


@frozen(kw_only=True)
class IdeaChip:
    """An idea on its main track. It is ``done`` once it is realised."""

    key: str
    idea: str
    letter: str
    done: bool
    face: IdeaFace


@frozen(kw_only=True)
class BenefitChip:
    """A claim on a track, or a harm that nobody had named; ``card`` is an id.

    It is ``done`` once its idea is realised.
    """

    key: str
    idea: str
    letter: str
    track: Track
    card: str | None
    followed: bool
    done: bool
    face: BenefitFace | DownsideFace


@frozen(kw_only=True)
class RiskChip:
    """A named risk on a track. It is ``done`` once it is known whether it struck."""

    key: str
    idea: str
    letter: str
    risk: str
    done: bool
    face: RiskFace


@frozen(kw_only=True)
class TrackView:
    """A track: its ``letter`` and ``name``, the ``span`` of its indicator, and its cards."""

    track: Track
    letter: str
    name: str
    span: str
    ideas: tuple[IdeaChip, ...]
    benefits: tuple[BenefitChip, ...]
    risks: tuple[RiskChip, ...]
    meter: MeterView


@frozen
class BoardView:
    """The four tracks, in their order."""

    tracks: tuple[TrackView, ...]


@frozen
class Links:
    """The keys of an idea on the board, of its benefits and of its risks."""

    idea: str
    benefits: tuple[str, ...]
    risks: tuple[str, ...]

    def __iter__(self) -> Iterator[str]:
        return iter((self.idea, *self.benefits, *self.risks))

    def __contains__(self, key: str) -> bool:
        return key in tuple(self)


# ------------------------------------------------------------------ keys
def idea_key(idea: str) -> str:
    """The key of an idea on the board."""
    return f"idea:{idea}"


def benefit_key(idea: str, track: Track) -> str:
    """The key of an idea's benefit on a track."""
    return f"benefit:{idea}:{track}"


def risk_key(idea: str, risk: str) -> str:
    """The key of a risk at an idea."""
    return f"risk:{idea}:{risk}"


def lane_key(track: Track) -> str:
    """The key of the place on a track where ideas are put."""
    return f"lane:{track}"


def links_of(state: State, idea: Idea) -> Links:
    """The keys of an idea on the board and of all its cards."""
    return Links(
        idea_key(idea.id),
        tuple(benefit_key(idea.id, track) for track in _told_on(state, idea)),
        tuple(risk_key(idea.id, risk.id) for risk in idea.risks),
    )


def _told_on(state: State, idea: Idea) -> Iterator[Track]:
    """The tracks on which something is claimed of an idea, or harm came that nobody had named."""
    for track in TRACKS:
        if idea.benefit(track) is not None or faces.unspoken_harm(state, idea, track):
            yield track


def linked_to(state: State, key: str) -> Links | None:
    """All cards linked to the card with a key; ``None`` if it is not on the board."""
    links = (links_of(state, idea) for idea in state.ideas)
    return next((found for found in links if key in found), None)


def opened(names: CaseNames, state: State, key: str) -> Face | None:
    """The large face of the card with a key; ``None`` if it is not on the board any more."""
    for idea in state.ideas:
        if key == idea_key(idea.id):
            return faces.idea_on_table(names, state, idea)
        for track in _told_on(state, idea):
            if key == benefit_key(idea.id, track):
                return faces.benefit_on_table(names, state, idea, track)
        for risk in idea.risks:
            if key == risk_key(idea.id, risk.id):
                return faces.risk_on_table(names, state, idea, risk)
    return None


# ------------------------------------------------------------------ the board
def board_view(names: CaseNames, state: State) -> BoardView:
    """The board of a game."""
    chips = [_chips(names, state, idea) for idea in state.ideas]
    return BoardView(tuple(_track_view(names, state, track, chips) for track in TRACKS))


@frozen
class _Chips:
    """An idea on the board with all that is linked to it."""

    idea: IdeaChip
    benefits: tuple[BenefitChip, ...]
    risks: tuple[RiskChip, ...]


def _track_view(names: CaseNames, state: State, track: Track, chips: Sequence[_Chips]) -> TrackView:
    t = names.t
    return TrackView(
        track=track,
        letter=codes.track_letter(t, track),
        name=codes.track(t, track),
        span=figures.track_span(t, names.case, track),
        ideas=tuple(one.idea for one in chips if one.idea.face.track == track),
        benefits=tuple(chip for one in chips for chip in one.benefits if chip.track == track),
        risks=tuple(chip for one in chips for chip in one.risks if chip.face.track == track),
        meter=meter_view(names, state, track),
    )


def _chips(names: CaseNames, state: State, idea: Idea) -> _Chips:
    """The chips of an idea, which remembers them as long as what they show beside it is equal."""
    beside = (
        names,
        state.setup,
        state.edition,
        state.seats,
        state.truth,
        state.likelier,
        state.adjusting,
        state.told_round(check_round(state, idea)) if idea.status == "implemented" else state.round,
    )
    known: tuple[object, _Chips] | None = idea.memo.get(_chips)
    if known is None or known[0] != beside:
        known = idea.memo[_chips] = beside, _made_chips(names, state, idea)
    return known[1]


def _made_chips(names: CaseNames, state: State, idea: Idea) -> _Chips:
    of_idea = IdeaChip(
        key=idea_key(idea.id),
        idea=idea.id,
        letter=idea.letter,
        done=idea.status == "realised",
        face=faces.idea_on_table(names, state, idea),
    )
    benefits = (_benefit(names, state, idea, track) for track in _told_on(state, idea))
    return _Chips(of_idea, tuple(benefits), tuple(_risks(names, state, idea)))


def _benefit(names: CaseNames, state: State, idea: Idea, track: Track) -> BenefitChip:
    b = idea.benefit(track)
    return BenefitChip(
        key=benefit_key(idea.id, track),
        idea=idea.id,
        letter=idea.letter,
        track=track,
        card=None if b is None else b.card,
        followed=b is not None and b.followed,
        done=idea.status == "realised",
        face=faces.benefit_on_table(names, state, idea, track),
    )


def _risks(names: CaseNames, state: State, idea: Idea) -> Iterator[RiskChip]:
    for risk in idea.risks:
        yield RiskChip(
            key=risk_key(idea.id, risk.id),
            idea=idea.id,
            letter=idea.letter,
            risk=risk.id,
            done=risk.outcome is not None or idea.status == "realised",
            face=faces.risk_on_table(names, state, idea, risk),
        )
