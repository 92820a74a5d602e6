"""The preview for authors: what a case will look like, beside the problems of its file."""
