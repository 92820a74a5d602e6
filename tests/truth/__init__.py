"""An oracle of what may be said about a game: proved from its log, by nothing that says it."""
