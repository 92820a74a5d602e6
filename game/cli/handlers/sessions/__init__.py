"""What the subcommands of ``gevinst sessions`` do, one module each."""
