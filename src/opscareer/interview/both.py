"""Words as a form writes them: in Chinese, in English, or in both at once."""

from typing import Literal, NamedTuple

from opscareer.text import Lang, Text

In = Lang | Literal["both"]
"""The language of a form."""
BETWEEN = " / "


class Words(NamedTuple):
    """One thing as a form says it in Chinese, in English, and in both."""

    zh: str
    en: str
    both: str

    def of(self, lang: In) -> str:
        """Return it in the language of a form."""
        return self.both if lang == "both" else self.zh if lang == "zh" else self.en


def words_of(told: Text) -> Words:
    """Return words of a text; of one that is the same in both languages once."""
    return Words(*told, told.zh if told.zh == told.en else BETWEEN.join(told))
