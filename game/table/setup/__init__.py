"""The screens before the table; they call back for what comes next and touch no files."""
