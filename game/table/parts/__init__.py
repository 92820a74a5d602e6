"""Building blocks shared by several screens."""
