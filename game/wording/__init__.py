"""Texts of the game: names, figures, refusals, events, the debrief, the rules."""
