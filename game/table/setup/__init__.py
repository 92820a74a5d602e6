"""The screens around the table; they are told what to do next and touch no files."""
