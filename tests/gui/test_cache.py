"""Pictures are drawn once, and the room for them is bounded."""

from __future__ import annotations

from pygame import Surface

from game.gui.cache import SurfaceCache, cached_surface, clear_surfaces, shared_cache


def test_a_picture_is_drawn_once_as_long_as_there_is_room():
    store, drawn = SurfaceCache(100), []

    def draw(name: str) -> Surface:
        return store.get(name, lambda: drawn.append(name) or Surface((5, 10)))

    assert draw("a") is draw("a")
    draw("b")
    draw("a")
    draw("c")  # room for two: "b" was used longest ago
    draw("a")
    assert drawn == ["a", "b", "c"]
    draw("b")
    assert drawn == ["a", "b", "c", "b"]
    assert store.used <= 100


def test_a_picture_larger_than_the_room_is_still_drawn():
    store = SurfaceCache(10)
    assert store.get("large", lambda: Surface((20, 20))).get_width() == 20
    assert store.get("other", lambda: Surface((2, 2))).get_width() == 2
    assert store.used == 4


def test_arguments_tell_pictures_apart():
    @cached_surface(1000)
    def square(side: int, *, grey: int = 0) -> Surface:
        surface = Surface((side, side))
        surface.fill((grey, grey, grey))
        return surface

    assert square(3) is square(3)
    assert square(3, grey=9) is not square(3)
    assert square(3, grey=9).get_at((0, 0))[:3] == (9, 9, 9)


def test_all_windows_let_go_of_what_they_share():
    shared, own = shared_cache(100), SurfaceCache(100)
    for store in (shared, own):
        store.add("a", Surface((5, 5)))
    clear_surfaces()
    assert shared.find("a") is None
    assert own.find("a") is not None
    assert (shared.used, own.used) == (0, 25)
