"""What comes after the game: debrief, replay, follow-up."""
