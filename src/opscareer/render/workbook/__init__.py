"""Answers as Excel workbooks. openpyxl is imported when one is written."""
