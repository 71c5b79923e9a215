"""How far one is, in words."""

from opscareer.interview import Progress, steadied
from opscareer.text import NOTHING, Text

_PLACE = Text("第 {n} 题，大约共 {total} 题", "Question {n} of about {total}")
_FEW = 2  # questions
_WHOLE = 100  # per cent
_SOME = Text("第 {n} 题，可能还有几题", "Question {n}, perhaps a few more")
_SURE = Text("{place}；推荐有 {share}% 的把握", "{place}; the advice is {share}% sure")
_FILLING = Text("补全差距：第 {n} 题，大约共 {total} 题", "Filling in the gaps: {n} of about {total}")


class HowFar:
    """Tells how far one is from one question to the next: what is to come is never told to grow."""

    def __init__(self) -> None:
        self._told: dict[int, Progress] = {}

    def told(self, progress: Progress | None) -> Text:
        """Return how far one is at a question; nothing where that is not known."""
        if progress is None:
            return NOTHING
        before, now = self._told.get(progress.number - 1), self.steady(progress)
        self._told[now.number] = now
        if now.filling:
            return _FILLING.fill(n=now.number, total=now.total)
        longer = before is not None and now.total > before.total  # than it was told to be, as far as it can be seen
        short = now.remaining <= _FEW and (longer or progress.remaining > _FEW)
        place = (_SOME if short else _PLACE).fill(n=now.number, total=now.total)
        share = int(100 * (now.confidence or 0))
        asked_for_it = 0 < share < _WHOLE  # what nothing could turn is not why one is asked
        return _SURE.fill(place=place, share=share) if asked_for_it else place

    def steady(self, progress: Progress) -> Progress:
        """Return how far one is at a question as it is told, after what was told at the one before."""
        return steadied(progress, self._told.get(progress.number - 1))
