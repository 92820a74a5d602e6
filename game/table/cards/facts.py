"""The facts on a card of the hand: each in words, or as a sign with a number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Literal

from game.engine.limits import LIKELIHOOD_HIGH, MATURITY_HIGH, SEVERITIES
from game.frozen import frozen
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.theme import Colour
from game.table import marks
from game.table.cards import parts
from game.views.faces import BenefitFace, HeldFace, IdeaFace, RiskFace
from game.wording import terms

if TYPE_CHECKING:
    from game.engine.setup import Track

BETWEEN = 12.0
"""Between two facts on a line."""
_SIGN, _SEAL = 20.0, 30.0
_DIAMOND, _DOT = 18.0, 13.0
_GAP = 5.0
Style = Literal["named", "words", "signs"]
"""How facts are told, from all in words to signs alone."""


@frozen
class Fact:
    """A fact: how wide it is, how it is drawn, and what the place tells."""

    wide: float
    draw: Callable[[Box], None]
    what: tuple[str, ...]


@frozen
class FactMaker:
    """Makes the facts of a card larger by ``grow``, for lines so ``wide``.

    In the style ``named`` tracks have their names, in ``words`` only what stands beside signs.
    """

    c: Canvas
    grow: float
    wide: float
    style: Style

    def facts(self, face: HeldFace) -> list[Fact]:
        """All facts of a card in this style."""
        return self._in_signs(face) if self.style == "signs" else self._in_words(face)

    # ------------------------------------------------------------------ in words
    def _in_words(self, face: HeldFace) -> list[Fact]:
        """All that the card says, every sign with its words."""
        if isinstance(face, IdeaFace):
            return [*self.of_promise(face), *self.of_idea(face)]
        if isinstance(face, BenefitFace):
            return [self._seal(face), *self._spoken_estimate(face)]
        return [*self._about(face), *self._spoken_risk(face)]

    def of_idea(self, face: IdeaFace, *, brief: bool = False) -> list[Fact]:
        """What an idea costs, how mature it is and how long it takes, in words; where they have
        to be ``brief`` how long it takes is a sign.
        """
        t, cost = self.c.t, face.cost
        maturity = t("Maturity {n} of {most}", n=face.maturity, most=MATURITY_HIGH)
        said = [
            self._words(t.plural("Costs {n} capacity", "Costs {n} capacity", cost), "cost"),
            self._words(maturity, "maturity"),
        ]
        if face.delay:
            delay = t.plural("Delay {n} round", "Delay {n} rounds", face.delay)
            delay = f"+{face.delay}" if brief else delay
            said.append(self._signed("hourglass", delay, theme.INK_SOFT, "delay"))
        return said

    def _spoken_estimate(self, face: BenefitFace) -> list[Fact]:
        if face.estimate is not None:
            return []
        said = (self.c.t("You say how much"), self.c.t("Your number"))
        facts = [self._words(text, "estimate") for text in said]
        room = self.wide - _SEAL * self.grow - BETWEEN
        return [next((fact for fact in facts if fact.wide <= room), facts[-1])]

    def _spoken_risk(self, face: RiskFace) -> list[Fact]:
        t = self.c.t
        return [
            self._named(t("Severity"), self._severity(face), face.severity),
            self._named(t("Likelihood"), self._likelihood(face), face.likelihood),
        ]

    # ------------------------------------------------------------------ in signs
    def _in_signs(self, face: HeldFace) -> list[Fact]:
        """The same in signs and numbers."""
        if isinstance(face, IdeaFace):
            maturity = self._signed("sprout", str(face.maturity), theme.GOOD_DARK, "maturity")
            facts = [self._coin(face), maturity]
            if face.delay:
                delay = f"+{face.delay}"
                facts.append(self._signed("hourglass", delay, theme.INK_SOFT, "delay"))
            return [*facts, *self.of_promise(face)]
        if isinstance(face, BenefitFace):
            return [self._seal(face)]
        return [self._diamond(face), self._likelihood(face), *self._about(face)]

    # ------------------------------------------------------------------ kinds of facts
    def _words(self, text: str, what: str, ink: Colour = theme.INK) -> Fact:
        size = theme.LEAST * self.grow

        def draw(box: Box) -> None:
            self.c.text(box, text, size, ink, "semibold", valign="middle")

        return Fact(self.c.type.width(text, size, "semibold") + 2, draw, (what,))

    def _signed(self, icon: str, text: str, ink: Colour, what: str) -> Fact:
        """An icon with words or a number."""
        words, side = self._words(text, what, ink), _SIGN * self.grow

        def draw(box: Box) -> None:
            sign, rest = box.cut_left(side, _GAP)
            self.c.icon(icon, sign.place(side, side), ink)
            words.draw(rest)

        return Fact(side + _GAP + words.wide, draw, (what,))

    def _named(self, name: str, fact: Fact, number: int) -> Fact:
        """A row of dots or diamonds with its name; a number where there is no room for a row."""
        words = self._words(name, fact.what[0], theme.INK_SOFT)
        wide = words.wide + 8

        def draw(box: Box) -> None:
            words.draw(box)
            fact.draw(box.cut_left(wide)[1])

        if wide + fact.wide > self.wide:
            return self._words(f"{name} {number}", fact.what[0])
        return Fact(wide + fact.wide, draw, fact.what)

    def _coin(self, face: IdeaFace) -> Fact:
        d = 29 * self.grow

        def draw(box: Box) -> None:
            parts.coin(self.c, (box.x + d / 2, box.centre[1]), d, face.cost)

        return Fact(d, draw, ("cost",))

    def _seal(self, face: BenefitFace) -> Fact:
        """The estimate as a seal: who places the benefit says how much it is."""
        c, d = self.c, _SEAL * self.grow
        points = "?" if face.estimate is None else c.t.number(face.estimate)

        def draw(box: Box) -> None:
            place = Box(box.x, box.centre[1] - d / 2, d, d)
            c.disc(place.centre, d, marks.TRACK[face.track].colour)
            c.disc(place.centre, d * 0.8, theme.PAPER)
            size = 20 * self.grow
            c.text(place, points, size, theme.INK, "bold", align="centre", valign="middle")

        return Fact(d, draw, ("estimate",))

    def _diamond(self, face: RiskFace) -> Fact:
        """The severity as a number in a diamond, as on the board."""
        c, high = self.c, 27 * self.grow
        wide = high * 1.26

        def draw(box: Box) -> None:
            place = Box(box.x, box.centre[1] - high / 2, wide, high)
            x, y = place.centre
            corners = [(x, place.y), (place.right, y), (x, place.bottom), (place.x, y)]
            c.polygon(corners, theme.BAD_DARK)
            size, ink = 18 * self.grow, theme.PAPER
            c.text(place, str(face.severity), size, ink, "bold", align="centre", valign="middle")

        return Fact(wide, draw, ("severity",))

    def _severity(self, face: RiskFace) -> Fact:
        side = _DIAMOND * self.grow
        wide, ink = SEVERITIES[-1] * side * 1.12, theme.BAD_DARK

        def draw(box: Box) -> None:
            place = Box(box.x, box.centre[1] - side / 2, wide, side)
            parts.diamonds(self.c, place, face.severity, SEVERITIES[-1], ink)

        return Fact(wide, draw, ("severity",))

    def _likelihood(self, face: RiskFace) -> Fact:
        side = _DOT * self.grow
        wide = LIKELIHOOD_HIGH * side * 1.35

        def draw(box: Box) -> None:
            place = Box(box.x, box.centre[1] - side / 2, wide, side)
            self.c.pips(place, face.likelihood, LIKELIHOOD_HIGH, theme.INK)

        return Fact(wide, draw, ("likelihood",))

    # ------------------------------------------------------------------ promises
    def of_promise(self, face: IdeaFace) -> list[Fact]:
        """What an idea promises on each track."""
        draw = self._promise if self.style == "words" else self._named_promise
        return [draw(track, count) for track, count in face.promise]

    def _promise(self, track: Track, count: int) -> Fact:
        high = 24 * self.grow
        wide = parts.promise_width([(track, count)]) * high

        def draw(box: Box) -> None:
            place = Box(box.x, box.centre[1] - high / 2, wide, high)
            parts.arrows(self.c, place, track, count)

        return Fact(wide - high * 0.3, draw, ("promise", track))

    def _named_promise(self, track: Track, count: int) -> Fact:
        """The name of a track on its colour, or its letter, and the arrows of the promise."""
        c, size, high = self.c, theme.LEAST * self.grow, 25 * self.grow
        named = self.style == "named"
        name = terms.track(c.t, track) if named else terms.track_letter(c.t, track)
        chip = c.type.width(name, size, "semibold") + 14
        return Fact(
            chip + (0.72 * abs(count) + 0.2) * high,
            partial(_draw_promise, c, (name, size, chip, high), track, count),
            ("promise", track),
        )

    # ------------------------------------------------------------------ what a risk may hit
    def _about(self, face: RiskFace) -> list[Fact]:
        """The pictures of the ideas on the table, and how many more there may be; or why it can be
        put on none."""
        if face.stuck:
            whole = self._signed("x", face.stuck, theme.INK_SOFT, "about")
            return [whole if whole.wide <= self.wide else self._ideas(face.about, "x")]
        ideas = [about for about in face.about if not about.startswith("+")]
        if ideas:
            return [self._ideas(ideas)]
        missing = sum(int(about) for about in face.about)
        if not missing:
            return []
        if self.style == "named" and (named := self._unseen(face)):
            return named
        text = self.c.t.plural("May hit {n} idea", "May hit {n} ideas", missing)
        words = self._words(text, "about", theme.INK_SOFT)
        if self.style == "signs" or words.wide > self.wide:  # the others need not be signs for it
            return [self._signed("lightbulb", f"+{missing}", theme.INK_SOFT, "about")]
        return [words]

    def _unseen(self, face: RiskFace) -> list[Fact]:
        """The ideas that are not on the table by name; none of them if one is too long."""
        t = self.c.t
        named = [
            self._words(t("May hit {idea}", idea=name), "about", theme.INK_SOFT)
            for name in face.unseen
        ]
        return named if all(fact.wide <= self.wide for fact in named) else []

    def _ideas(self, ideas: Sequence[str], icon: str = "lightbulb") -> Fact:
        c, d = self.c, 24 * self.grow

        def draw(box: Box) -> None:
            c.icon(icon, box.cut_left(d)[0].place(d * 0.9, d * 0.9), theme.INK_SOFT)
            for i, idea in enumerate(ideas):
                parts.idea_mark(c, (box.x + d * (1.7 + 1.1 * i), box.centre[1]), d, idea)

        return Fact(d * (1.2 + 1.1 * len(ideas)), draw, ("about",))


def _draw_promise(
    c: Canvas, sizes: tuple[str, float, float, float], track: Track, count: int, box: Box
) -> None:
    """Draw the name of a track, and its arrows beside it."""
    name, size, chip, high = sizes
    colour = marks.TRACK[track].colour
    place = Box(box.x, box.centre[1] - high / 2, chip, high)
    c.shape(place, colour, high / 4)
    c.text(place, name, size, theme.ink_on(colour), "semibold", align="centre", valign="middle")
    sign = "arrow-up" if count > 0 else "arrow-down"
    ink = theme.GOOD_DARK if count > 0 else theme.BAD_DARK
    for i in range(abs(count)):
        x = place.right + high * (0.1 + 0.62 * i)
        c.icon(sign, Box(x, place.y + high * 0.08, high * 0.84, high * 0.84), ink)


def draw_lines(c: Canvas, box: Box, lines: Sequence[Sequence[Fact]], high: float) -> None:
    """Draw facts on lines of a height; each tells what it is."""
    for i, line in enumerate(lines):
        x = box.x
        for fact in line:
            place = Box(x, box.y + i * high, min(fact.wide, box.right - x), high)
            fact.draw(place)
            c.tell(place, *fact.what)
            x += fact.wide + BETWEEN


def in_lines(facts: Sequence[Fact], wide: float) -> list[list[Fact]]:
    """The facts one after the other, as words on lines."""
    lines: list[list[Fact]] = []
    left = 0.0
    for fact in facts:
        if not lines or fact.wide > left:
            lines.append([])
            left = wide
        lines[-1].append(fact)
        left -= fact.wide + BETWEEN
    return lines
