"""Answers as tables for spreadsheets, a line a thing: a file a subject, of which each format makes its own."""
