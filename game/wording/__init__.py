"""What the game is called and says: names, figures, refusals, what happened, the rules."""
