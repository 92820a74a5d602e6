"""What the game did: to each track, each benefit and each risk, apart from what people said.

In an own project this is a stress test, and it stands nowhere else; what nobody at the table had
named (a harm that was drawn, a risk that came out of the game) has a row here, and no id.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.debrief import RiskStory
from game.engine import Result
from game.engine.results import TrackResult
from game.i18n import capitalised, mark
from game.report.benefits import enabler
from game.report.downsides import harm_play
from game.report.register_items import ClaimedBenefit, Harm, RaisedRisk, came_up, unclaimed_harms
from game.report.risks import risk_play
from game.report.rows import BenefitRow, PlayRow
from game.report.source import ReportSource
from game.wording.debrief_texts import benefit_reasons

_UNNAMED: Final = mark("A risk of {idea}; it was not named.")
_DRAWN_AND_UNNAMED: Final = mark("Drawn by the game for {idea}; it was not named.")
_TURNED_UP: Final = mark("A risk of {idea}; came to light in round {n}; it had not been named.")
_DRAWN_AND_TURNED_UP: Final = mark(
    "Drawn by the game for {idea}; came to light in round {n}; it had not been named."
)


def play_rows(
    source: ReportSource,
    result: Result,
    benefits: list[tuple[ClaimedBenefit, BenefitRow]],
    risks: list[RaisedRisk],
) -> Iterator[PlayRow]:
    """A row for each track, then for each benefit and harm, then for each risk by its id."""
    for track in result.tracks:
        yield _track(source, track)
    for claimed, row in benefits:
        yield _benefit(source, claimed, row)
    for harm in unclaimed_harms(source.history):
        yield _harm(source, harm)
    ids = {(risk.story.risk.idea.id, risk.story.risk.id): risk.id for risk in risks}
    known = filter(came_up, source.debrief.risks)
    rows = [_risk(source, s, ids.get((s.risk.idea.id, s.risk.id), "")) for s in known]
    yield from sorted(rows, key=lambda row: (not row.id, row.id))


def _track(source: ReportSource, track: TrackResult) -> PlayRow:
    t = source.t
    return PlayRow(
        id="",
        kind="track",
        track=track.track,
        title=source.case.tracks[track.track].indicator.read(t.lang),
        said=track.claimed,
        points=track.points,
        play=track.status,
        why=t("The goal is {n} points.", n=track.goal),
    )


def _benefit(source: ReportSource, claimed: ClaimedBenefit, row: BenefitRow) -> PlayRow:
    reasons = benefit_reasons(source.t, source.case, claimed.story)
    return PlayRow(
        id=row.id,
        kind=row.sign,
        track=row.track,
        title=row.title,
        said=row.estimate,
        points=row.harvested,
        play=row.play or "",
        why=_sentence("; ".join(reasons)),
    )


def _harm(source: ReportSource, harm: Harm) -> PlayRow:
    t, idea = source.t, harm.placed.idea
    return PlayRow(
        id="",
        kind="disbenefit",
        track=harm.track,
        title=enabler(source, idea),
        said=None,
        points=harm.points if harm.realised else None,
        play=harm_play(harm),
        why=t("Found in the game; it was not named as a downside."),
    )


def _risk(source: ReportSource, story: RiskStory, id: str) -> PlayRow:
    play = risk_play(source, story)
    return PlayRow(
        id=id,
        kind="risk",
        track=story.risk.track,
        title=source.names.risk(story.risk),
        said=-story.severity,
        points=-story.cost,
        play=play,
        why=_where(source, story),
    )


def _where(source: ReportSource, story: RiskStory) -> str:
    """The idea that a risk belongs to, and whether anybody named it or play brought it to light."""
    t, idea, own = source.t, story.risk.idea, source.case.own_project
    name = enabler(source, idea)
    if story.person is not None:
        return t("A risk of {idea}.", idea=name)
    if story.named is not None:
        text = _DRAWN_AND_TURNED_UP if own else _TURNED_UP
        return t(text, idea=name, n=story.named.round)
    return t(_DRAWN_AND_UNNAMED if own else _UNNAMED, idea=name)


def _sentence(text: str) -> str:
    return f"{capitalised(text)}."
