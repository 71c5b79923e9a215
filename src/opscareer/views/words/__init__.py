"""The dictionary: headings, verdicts, kinds, units and sentences; a term has one translation."""
