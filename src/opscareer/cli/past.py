"""What is kept as `history` lists it: all of it, or on a page the last of it, with what came before those counted."""

from typing import NamedTuple

from opscareer import store
from opscareer.cli.clock import day, local
from opscareer.model.assessment import Assessment
from opscareer.model.kb import KnowledgeBase
from opscareer.views.history import HistoryView, UnfinishedView, history_view

NEWEST = 50
"""How many assessments a page lists where nobody asks for all."""


class Past(NamedTuple):
    """Assessments in the order in which they were taken, and questionnaires that were not finished.

    unreadable: the ids of assessments that cannot be read; left_out: how many were taken before those that are listed;
    begun: the first of these that the last one's fit is to be held against.
    """

    listed: tuple[Assessment, ...] = ()
    unreadable: tuple[int, ...] = ()
    left_out: int = 0
    begun: Assessment | None = None
    unfinished: tuple[UnfinishedView, ...] = ()

    def view(self, kb: KnowledgeBase, between: tuple[Assessment, Assessment] | None) -> HistoryView:
        """Return it as it is told, and what changed between two assessments."""
        return history_view(
            kb, self.listed, between, unfinished=self.unfinished, day=day, left_out=self.left_out, begun=self.begun
        )


def past_of(opened: store.Store | None, newest: int | None) -> Past:
    """Return what is kept; newest: how many assessments are listed at most, all without a number."""
    if opened is None:
        return Past()
    listed, unreadable = store.listed(opened, newest)
    left_out = store.counted(opened) - len(listed) - len(unreadable)
    unknown = store.unlisted(opened) if left_out else ()
    return Past(
        listed,
        tuple(dict.fromkeys((*unknown, *unreadable))),
        left_out,
        store.first_alike(opened, listed[-1], listed[0]) if left_out and listed else None,
        tuple(map(_unfinished, store.readable(opened))),
    )


def _unfinished(one: store.Sitting) -> UnfinishedView:
    return UnfinishedView(one.started_at, one.kb_sha256, len(one.answers), local(one.started_at))
