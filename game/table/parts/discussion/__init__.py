"""A discussion led on the shared screen, page by page: the base of debrief and follow-up."""
