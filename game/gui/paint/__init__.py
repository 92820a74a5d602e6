"""Painting: a canvas in design units, and the pixels below it."""
