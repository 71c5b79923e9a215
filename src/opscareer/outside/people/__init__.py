"""Tables of people that come from outside, each person as the answers they gave."""

from opscareer.outside.people.persons import Persons
from opscareer.outside.people.reading import ENDINGS, of_file, people_rows, unread
from opscareer.outside.people.rows import PEOPLE, BadCell, BadRow, Row

__all__ = ["ENDINGS", "PEOPLE", "BadCell", "BadRow", "Persons", "Row", "of_file", "people_rows", "unread"]
