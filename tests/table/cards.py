"""Faces of cards of every kind, and the sizes at which they are drawn."""

from __future__ import annotations

from collections.abc import Callable

from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.table.parts import board_layout
from game.views.faces import (
    BenefitFace,
    DownsideFace,
    EventFace,
    Face,
    IdeaFace,
    RiskFace,
    RoleFace,
)

LONG = "Medarbejdertilfredshedsundersøgelse hver måned"

FACES: tuple[Face, ...] = (
    IdeaFace(
        name=LONG,
        text="Et kvarter: hvad driller, hvad prøver vi i denne uge?",
        track="employee",
        kind="process",
        cost=5,
        maturity=4,
        delay=2,
        promise=(("employee", 2), ("process", 2), ("citizen", 1), ("economy", -1)),
        letter="M",
    ),
    IdeaFace(
        name="Luk to skranker",
        text="Færre skranker, samme åbningstid.",
        track="economy",
        kind="product",
        cost=2,
        maturity=5,
        effects=(("citizen", -4), ("process", 2), ("economy", 6), ("employee", -3)),
        stamp="implemented",
        due="runde 5",
        letter="C",
    ),
    BenefitFace(
        name=LONG,
        measure="Minutter i kø: 45 → 20 min, efter 6 måneder",
        track="process",
        estimate=6,
        letter="C",
        owner="MJ",
        harvested=-2,
    ),
    BenefitFace(name="Kortere ventetid", measure="Minutter i kø", track="citizen"),
    RiskFace(
        name=LONG,
        text="Presset flytter sig.",
        track="economy",
        severity=4,
        likelihood=5,
        mitigations=2,
        about=("Luk to skranker", "Vært"),
        letter="W",
    ),
    RiskFace(
        name="Sygefravær",
        text="Presset flytter sig.",
        track="employee",
        severity=1,
        likelihood=2,
        about=("A", "B", "C"),
    ),
    RiskFace(
        name="Sygefravær",
        text="Presset flytter sig.",
        track="citizen",
        severity=3,
        likelihood=3,
        letter="M",
        stamp="struck",
    ),
    DownsideFace(
        name="Flere opkald til hotlinen",
        text="Går ud over: kollegerne i Borgerservice. Den er opvejet.",
        track="employee",
        points=-2,
        letter="C",
        left=0,
        harvested=-1,
    ),
    EventFace(
        name="Ny lov",
        text="Reglerne ændres.",
        options=("Kræfter −2", "Tillid −1, men én risiko mindre"),
    ),
    RoleFace(
        name="Tillidsrepræsentant",
        aim="Medarbejder på 10 eller mere",
        ability="Én handling mere.",
        home="Hjemme på Medarbejder",
        player="Ane",
    ),
)

NARROW = ((203, board_layout.LEAST), (206, 46), (202, 54), (206, 67))

TILES = ((412, 36), (412, 52), (418, 70), (411, 116), (640, 104))

Draw = Callable[[Canvas, Box, Face], None]

NOT_ON_THE_CARD = {
    ("benefits", "measure", "unit"),  # the sheet of an idea and the dialogs have it
}
