"""Choosing a file on this machine: its usual places, its drives, and what lies in a folder."""
