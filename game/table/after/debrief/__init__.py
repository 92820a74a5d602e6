"""The debrief on the shared screen, one page at a time, and the comparison of two sessions."""
