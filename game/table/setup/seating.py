"""The seats while they are being filled in: their players and roles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.engine.events import Seat
from game.engine.limits import MAX_SEATS
from game.i18n import Words


@dataclass(slots=True)
class SeatPlace:
    """A seat being filled in; ``phone`` is the number of whose phone it is.

    ``written`` is the name that was written for the seat before the phone came, and ``besides``
    are further roles that were named for it on the command line.
    """

    id: int
    name: str = ""
    role: str = ""
    phone: int | None = None
    written: str = ""
    besides: tuple[str, ...] = ()


@dataclass(slots=True)
class SeatPlaces:
    """The seats being filled in; each role is taken once, and there is always one seat."""

    roles: tuple[str, ...]
    seats: list[SeatPlace] = field(default_factory=list)
    _next: int = 0

    def add(self) -> SeatPlace:
        """Add a seat, with the first free role."""
        place = SeatPlace(self._next)
        self.give(place, self.free()[0])
        self._next += 1
        self.seats.append(place)
        return place

    def remove(self, place: SeatPlace) -> None:
        """Remove a seat; the last one stays."""
        if len(self.seats) > 1:
            self.seats.remove(place)

    def are_alike(self) -> bool:
        """Whether two seats have the same name, however it is written."""
        names = [" ".join(place.name.split()).casefold() for place in self.seats]
        written = [name for name in names if name]
        return len(set(written)) < len(written)

    def resize(self, count: int) -> None:
        """Set the number of seats: add some at the end, or remove the last, nameless ones first."""
        while len(self.seats) < count:
            self.add()
        while len(self.seats) > max(1, count):
            nameless = [place for place in self.seats if not place.name.strip()]
            self.remove((nameless or self.seats)[-1])

    def welcome(self, arrivals: Mapping[int, str]) -> bool:
        """Give everybody who came in by phone a seat under their name; whether anything changed.

        That is the seat for which the name was written, if there is one. Who is called something
        else now, or is gone, is so here, too.
        """
        before = [(place.phone, place.name) for place in self.seats]
        for place in self.seats:
            if place.phone is not None and place.phone not in arrivals:
                place.phone, place.name, place.written = None, place.written, ""
            elif place.phone is not None:
                place.name = arrivals[place.phone]
        seated = {place.phone for place in self.seats}
        for number, name in arrivals.items():
            theirs = None if number in seated else self._place_of(name)
            if theirs is not None:
                theirs.phone, theirs.name, theirs.written = number, name, theirs.name
        return before != [(place.phone, place.name) for place in self.seats]

    def _place_of(self, name: str) -> SeatPlace | None:
        """The seat of this name, or one without any, or one more if there is room at the table."""
        waiting = [place for place in self.seats if place.phone is None]
        fitting = (
            place
            for wanted in (_plain(name), "")
            for place in waiting
            if _plain(place.name) == wanted
        )
        found = next(fitting, None)
        return self.add() if found is None and len(self.seats) < self.max_seats else found

    def move(self, place: SeatPlace, step: int) -> None:
        """Move a seat up (-1) or down (1) the table."""
        at = self.seats.index(place)
        to = min(len(self.seats) - 1, max(0, at + step))
        self.seats.insert(to, self.seats.pop(at))

    def free(self) -> list[str]:
        """The free roles, in the case's order; last those that somebody has besides another."""
        taken = {place.role for place in self.seats}
        besides = [role for place in self.seats for role in place.besides]
        free = [role for role in self.roles if role not in taken]
        return sorted(free, key=besides.__contains__)

    def give(self, place: SeatPlace, role: str) -> None:
        """Give a role to a seat; the seat that had it gets the other's in exchange."""
        holder = self.holder(role)
        if holder:
            holder.role = place.role
        for other in self.seats:
            other.besides = tuple(id for id in other.besides if id != role)
        place.role = role

    def holder(self, role: str) -> SeatPlace | None:
        """The seat that has a role, if any."""
        return next((place for place in self.seats if place.role == role), None)

    def display_name(self, place: SeatPlace, t: Words) -> str:
        """A seat's name; a seat without one is named by its number."""
        return place.name.strip() or t("Player {n}", n=self.seats.index(place) + 1)

    @property
    def max_seats(self) -> int:
        """The maximum number of seats."""
        return min(MAX_SEATS, len(self.roles))

    def as_seats(self, t: Words) -> tuple[Seat, ...]:
        """The seats in the form the game uses."""
        return tuple(
            Seat(self.display_name(place, t), (place.role, *place.besides)) for place in self.seats
        )


def _plain(name: str) -> str:
    return name.strip().casefold()
