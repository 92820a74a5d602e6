"""Text: typesetting with hyphenation, layout in a field, and editing."""
