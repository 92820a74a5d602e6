"""Text: set with hyphens, laid out in a field, and edited."""
