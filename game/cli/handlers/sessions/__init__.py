"""The handlers of the subcommands of ``gevinst sessions``, one module each."""
