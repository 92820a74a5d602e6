"""What a phone shows: pages of HTML, drawn from the same views as the table.

Everything is made from the game as the seat may know it (:func:`game.engine.observe`); a guest sees
what lies open for all.
"""

from game.phones.pages.drawing import door, lobby, page, warm_up
from game.phones.pages.looking import Looking

__all__ = ["Looking", "door", "lobby", "page", "warm_up"]
