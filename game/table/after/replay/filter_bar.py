"""The bar above a list of games: words to search for, how far a game is, and what else it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Final

from game.engine.events import ENDINGS
from game.gui import theme
from game.gui.geometry import Box
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.choice import Choice
from game.gui.widgets.field import TextField
from game.gui.widgets.label import Label, Style
from game.i18n import Words, mark
from game.i18n.days import month
from game.session.finding import FACETS, STANDINGS, Facet, SessionFilter, Standing
from game.wording import terms

SEARCH: Final = "search"
"""The key of the field for words."""

TITLES: Final[dict[Facet, str]] = {
    "case": mark("Which case?"),
    "ending": mark("How did it end?"),
    "month": mark("In which month?"),
    "tag": mark("With which tag?"),
}
"""What is asked about each facet."""

_ANY: Final[dict[Facet, str]] = {
    "case": mark("All cases"),
    "ending": mark("Any outcome"),
    "month": mark("Any month"),
    "tag": mark("Any tag"),
}
_ICONS: Final[dict[Facet, str]] = {
    "case": "map",
    "ending": "flag",
    "month": "history",
    "tag": "tag",
}
_ROW, _CHIPS, _GAP = 58, 52, 12


def facet_text(t: Words, facet: Facet, value: str) -> str:
    """A value of a facet in words; that nothing is chosen, for an empty one."""
    if not value:
        return t(_ANY[facet])
    if facet == "ending":
        return next(terms.ending(t, code) for code in ENDINGS if code == value)
    return month(t, datetime.strptime(value, "%Y-%m")) if facet == "month" else value


class FilterBar:
    """The bar; ``changed`` is called when the filter is another one, ``ask`` asks for a facet."""

    def __init__(
        self,
        filter: SessionFilter,
        changed: Callable[[], object],
        ask: Callable[[Facet], object],
    ) -> None:
        self.filter = filter
        self.changed = changed
        self.ask = ask
        self.spelt: dict[Facet, str] = {}

    def build(self, ui: Ui, box: Box) -> Box:
        """Add the bar at the top of a box; returns what is below it."""
        row, rest = box.cut_top(_ROW * ui.type.grow, _GAP)
        sign, row = row.cut_left(44, 10)
        ui.canvas.icon("search", sign.place(36, 36), theme.CHALK)
        standing, words = row.cut_right(min(820, row.w * 0.52), 24)
        ui.add(
            TextField(
                SEARCH,
                words,
                self.filter.words,
                self._search,
                limit=80,
                size=28,
                placeholder=ui.t("Case, name, player, day or tag"),
                tip=ui.t("Search the list (Ctrl+F)"),
            )
        )
        options = [(code, ui.t(name)) for code, name in STANDINGS.items()]
        ui.add(Choice("standing", standing, options, self.filter.standing, self._stand, size=26))
        chips, rest = rest.cut_top(_CHIPS * ui.type.grow, _GAP)
        for facet, place in zip(FACETS, chips.columns(len(FACETS), 14), strict=True):
            self._chip(ui, facet, place)
        return rest

    def _chip(self, ui: Ui, facet: Facet, box: Box) -> None:
        """The button that asks for a facet, or shows what was chosen."""
        chosen = self.spelt.get(facet, "") if facet in self.filter.chosen else ""
        style: Style = "primary" if chosen else "quiet"
        label = Label(facet_text(ui.t, facet, chosen), icon=_ICONS[facet], style=style, size=24)
        ui.add(Button(f"narrow-{facet}", box, label, partial(self.ask, facet)))

    def ways_to_more(self, t: Words) -> str:
        """What lets more games be seen, of all that narrows the list now."""
        filter = self.filter
        ways = [t("Search for fewer words.")] if filter.words.strip() else []
        wider = [t(STANDINGS["all"])] if filter.standing != "all" else []
        wider += [t(_ANY[facet]) for facet in FACETS if facet in filter.chosen]
        if wider:
            names = ", ".join(t("“{name}”", name=name) for name in wider)
            ways.append(t("Choose {names}.", names=names))
        return " ".join(ways)

    def choose(self, facet: Facet, value: str) -> None:
        """Narrow down to a value; an empty one takes that back."""
        self.spelt[facet] = value
        self.filter.choose(facet, value)
        self.changed()

    def _search(self, words: str) -> None:
        self.filter.words = words
        self.changed()

    def _stand(self, standing: Standing) -> None:
        self.filter.standing = standing
        self.changed()
