"""The subcommands, one module or package each: what it is called and takes, and what it does.

A module is loaded when its command is asked for, so that it may import what the command needs.
"""
