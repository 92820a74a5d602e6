"""The subcommands as click declares them: arguments, options and help; one module a command."""
