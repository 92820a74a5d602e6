"""The screens used after a game: debrief, replay and follow-up meeting."""
