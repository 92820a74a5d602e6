"""The click declarations of the subcommands: arguments, options and help; one module each."""
