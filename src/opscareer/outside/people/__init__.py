"""Tables of people that come from outside, each person as the answers they gave."""

from opscareer.outside.people.reading import ENDINGS, files_in, people_rows
from opscareer.outside.people.rows import PEOPLE, BadCell, BadRow, Row

__all__ = ["ENDINGS", "PEOPLE", "BadCell", "BadRow", "Row", "files_in", "people_rows"]
