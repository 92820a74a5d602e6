"""What the subcommands do. A module is imported when its command runs, so help appears at once."""
