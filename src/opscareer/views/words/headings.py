"""Headings and heads of columns that more than one answer has."""

from opscareer.text import Text

ID, NAME = Text("编号", "id"), Text("名称", "name")
SKILL = Text("能力", "skill")
SOURCES = Text("依据", "sources")
