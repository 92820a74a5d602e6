"""The handlers of the subcommands, imported when a command runs so that help appears at once."""
