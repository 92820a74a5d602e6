"""A case as a workbook, out and in: authors, reviewers and translators work in spreadsheets."""
