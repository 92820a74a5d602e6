"""The table: what a group sees on the shared screen."""
