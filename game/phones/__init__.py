"""Phones as hands: pages that browsers on the same network open, beside the shared screen.

A thread of its own keeps the connections (:mod:`game.phones.server`); it decides nothing. What
phones say is validated (:mod:`game.phones.messages`), laid into a mailbox
(:mod:`game.phones.mailbox`) and read by the table between two frames (:mod:`game.phones.desk`):
it asks the rules, and sends each phone the page that its seat may see (:mod:`game.phones.pages`).

Nothing here is loaded before somebody opens the room.
"""
