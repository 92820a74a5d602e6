"""The benefit map as nodes and edges: purpose ← benefit ← result ← change ← idea, and the risks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.engine import TRACKS, Idea
from game.frozen import frozen
from game.report.benefits import PURPOSES
from game.report.columns import code_text
from game.report.measured import measure, says
from game.report.register_items import ClaimedBenefit, placed_ideas
from game.report.registers import Registers
from game.report.rows import BenefitRow, EdgeRow, NodeRow, RiskRow
from game.report.source import ReportSource
from game.wording import card_pictures as pictures
from game.wording import figures, terms

BETWEEN: Final = " · "
"""Stands between the role and the name of an owner."""


@frozen
class BenefitMap:
    """The map. ``nodes`` are in drawing order: by column, then downwards.

    On that of an own project nothing stands that the game did.
    """

    nodes: tuple[NodeRow, ...]
    edges: tuple[EdgeRow, ...]
    own_project: bool = False

    def of(self, kind: str) -> list[NodeRow]:
        """The nodes of one kind."""
        return [node for node in self.nodes if node.kind == kind]


def map_of(source: ReportSource, registers: Registers) -> BenefitMap:
    """The map of the ideas on the table, without shelved ideas and what belonged to them."""
    ideas = [placed.idea for placed in placed_ideas(source.history).values() if not placed.shelved]
    benefits = _in_order(registers)
    nodes = [
        *_purposes(source, registers),
        *_benefits(source, registers, benefits),
        *_results(source, registers, benefits),
        *_ideas(source, ideas),
        *_risks(source, registers),
    ]
    edges = tuple(_edges(registers, benefits, ideas))
    return BenefitMap(tuple(nodes), edges, source.case.own_project)


def _in_order(registers: Registers) -> list[BenefitRow]:
    """The benefits on the table by track, then by the idea's letter."""
    rows = [b for b in registers.benefits if b.status != "shelved"]
    return sorted(rows, key=lambda b: (TRACKS.index(b.track), len(b.letter), b.letter))


# ------------------------------------------------------------------ nodes
def _now(source: ReportSource, registers: Registers, id: str) -> tuple[str, bool]:
    """What was measured of a track or a benefit since the game, and whether that is worse."""
    rows = () if registers.since is None else registers.since.rows
    row = next((row for row in rows if row.id == id), None)
    if row is None or row.measured is None:
        return "", False
    t = source.t
    now = t("now {value}", value=figures.quantity(t, row.measured, row.unit))
    said = says(t, row)
    return f"{now} ({said})" if said else now, row.reality in ("worse", "came_true")


def _joined(*notes: str) -> str:
    return " · ".join(filter(None, notes))


def _purposes(source: ReportSource, registers: Registers) -> Iterator[NodeRow]:
    for track in TRACKS:
        text = source.case.tracks[track]
        now, worse = _now(source, registers, PURPOSES[track])
        note = _joined(figures.track_span(source.t, source.case, track), now)
        title = text.indicator.read(source.t.lang)
        yield NodeRow(
            id=PURPOSES[track],
            kind="purpose",
            track=track,
            title=title,
            note=note,
            owner="",
            worse=worse,
        )


def _benefits(
    source: ReportSource, registers: Registers, benefits: list[BenefitRow]
) -> Iterator[NodeRow]:
    """Benefit nodes; a benefit without a title of its own is called by its idea."""
    claims = (c for c in registers.claims if not c.benefit.downside)
    own = {c.id: c.idea for c in claims if not _has_title(source, c)}
    for b in benefits:
        title = source.names.idea(own[b.id]) if b.id in own else b.title
        owner = BETWEEN.join(filter(None, (b.owner_role, b.owner_name)))
        below, lacking = _below(source, b, owner)
        yield NodeRow(
            id=b.id,
            kind="benefit",
            track=b.track,
            title=title,
            note=_points(source, b),
            owner=owner,
            risky=b.sign == "disbenefit",
            below=below,
            lacking=lacking,
            picture=b.picture,
        )


def _has_title(source: ReportSource, claimed: ClaimedBenefit) -> bool:
    """Whether a benefit is called by a card, by the group, or in the register since."""
    filled = source.filled_benefit(claimed.idea.id, claimed.track)
    return bool(claimed.benefit.card or claimed.benefit.name or "title" in filled)


def _below(source: ReportSource, b: BenefitRow, owner: str) -> tuple[str, bool]:
    """What stands below a benefit's title, and whether that is something left to do.

    A benefit has an owner. Of a downside it is what came of it, or whether something makes up for
    it: nobody owns one.
    """
    t = source.t
    if b.sign == "benefit":
        return owner or t("no owner yet"), not owner
    if b.play is not None and not source.case.own_project:
        return code_text(t, b.play), b.play == "came_true"
    return (t("made up for"), False) if b.amends else (t("nothing makes up for it yet"), True)


def _points(source: ReportSource, b: BenefitRow) -> str:
    """Points claimed, and in a case those harvested: ``4 → 3``."""
    t = source.t
    claimed = "" if b.estimate is None else t.number(b.estimate)
    if b.harvested is None or source.case.own_project:
        return claimed
    return f"{claimed} → {t.number(b.harvested)}".strip(" →" if not claimed else "")


def _results(
    source: ReportSource, registers: Registers, benefits: list[BenefitRow]
) -> Iterator[NodeRow]:
    """Result nodes: how a realised benefit shows, by its measure."""
    t = source.t
    claims = {claimed.id: claimed for claimed in registers.claims}
    for b in benefits:
        claimed = claims.get(b.id)
        now, worse = _now(source, registers, b.id)
        if claimed is None or claimed.benefit.downside:
            yield NodeRow(
                id=_result(b),
                kind="result",
                track=b.track,
                title=b.indicator,
                note=_joined(_loss(source, b), now),
                owner="",
                worse=worse,
            )
            continue
        m = measure(source, claimed)
        values = figures.measure_text(t, m).removeprefix(m.indicator).strip(": ,")
        yield NodeRow(
            id=_result(b),
            kind="result",
            track=b.track,
            title=m.indicator,
            note=_joined(values, now),
            owner="",
            worse=worse,
        )


def _loss(source: ReportSource, b: BenefitRow) -> str:
    """What a downside cost in a case; of an own project, what it was said to cost."""
    points = b.estimate if source.case.own_project else b.harvested
    t = source.t
    return "" if points is None else t("{points} in points", points=figures.signed(t, points))


def _result(b: BenefitRow) -> str:
    return f"M-{b.id.replace('-', '')}"


def _ideas(source: ReportSource, ideas: list[Idea]) -> Iterator[NodeRow]:
    """Each idea, and the change in the operation that it asks for."""
    for idea in ideas:
        text = source.names.idea_text(idea)
        yield NodeRow(
            id=f"C-{idea.letter}",
            kind="change",
            track=idea.card.track,
            title=text,
            note="",
            owner="",
        )
    played = not source.case.own_project
    for idea in ideas:
        yield NodeRow(
            id=idea.letter,
            kind="idea",
            track=idea.card.track,
            title=source.names.idea(idea),
            note=terms.status(source.t, idea.status) if played else "",
            owner="",
            risky=idea.stumbled and played,
            picture=pictures.idea(source.case, idea.card.id, idea.name),
        )


def _risks(source: ReportSource, registers: Registers) -> Iterator[NodeRow]:
    for risk in _drawn(registers):
        status = risk.play if risk.play and not source.case.own_project else risk.status
        said = code_text(source.t, status)
        note = f"{risk.likelihood} × {risk.severity} = {risk.score} · {said}"
        yield NodeRow(
            id=risk.id,
            kind="risk",
            track=risk.track,
            title=risk.event,
            note=note,
            owner=risk.owner,
            risky=risk.play == "struck" and not source.case.own_project,
            picture=risk.picture,
        )


def _drawn(registers: Registers) -> list[RiskRow]:
    """The risks on the map by their idea, without those of shelved ideas."""
    rows = [risk for risk in registers.risks if risk.status != "shelved"]
    return sorted(rows, key=lambda risk: (len(risk.letter), risk.letter, risk.id))


# ------------------------------------------------------------------ edges
def _edges(
    registers: Registers, benefits: list[BenefitRow], ideas: list[Idea]
) -> Iterator[EdgeRow]:
    for idea in ideas:
        yield EdgeRow(idea.letter, f"C-{idea.letter}", "gives")
    for b in benefits:
        yield EdgeRow(f"C-{b.letter}", _result(b), "gives")
        yield EdgeRow(_result(b), b.id, "gives")
        yield EdgeRow(b.id, PURPOSES[b.track], "gives")
    for risk in _drawn(registers):
        on_map = [id for id in risk.benefits if any(b.id == id for b in benefits)]
        for target in (risk.letter, *on_map):
            yield EdgeRow(risk.id, target, "threatens")
