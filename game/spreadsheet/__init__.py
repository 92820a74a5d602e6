"""Spreadsheets from strangers: opened safely, values only, within bounds, nothing carried out."""
