"""What goes with a role or a position that an overlay takes away: all that the base says of it elsewhere.

A role takes its moves, its cues and its count in the market along, a position its moves and what employers ask on its
rung. What the overlay itself still says of them stays, and is told as naming what is not there.
"""

from collections.abc import Callable, Container, Iterator, Set
from typing import NamedTuple

from opscareer.knowledge.table import entries
from opscareer.knowledge.trail import child_of
from opscareer.written.yaml_nodes import Mark, Node


class _Gone(NamedTuple):
    """The roles and positions that are there no more, and the files of the overlay."""

    names: Set[str]
    own: Container[str]

    def named(self, name: str, mark: Mark) -> bool:
        """Return whether a name that the base tells at a place is gone."""
        return name in self.names and mark.file not in self.own

    def told(self, node: Node | None) -> bool:
        """Return whether a word of the base names what is gone."""
        return node is not None and self.named(str(node.value), node.mark)

    def on(self, role: Node | None, rung: Node) -> bool:
        """Return whether a position on a rung that the base tells is gone, of a role that no overlay names."""
        named_again = role is not None and str(role.value) in self.names and role.mark.file in self.own
        return role is not None and not named_again and self.named(f"{role.value}/{rung.value}", rung.mark)


def without_what_hangs(laid: Node, base: Node, own: Container[str]) -> Node:
    """Return a base with an overlay on it, without what hung on that which it took away; changes the tree itself.

    own: the files of the overlay.
    """
    names = frozenset(_names(base)) - frozenset(_names(laid))
    if names:
        gone = _Gone(names, own)
        _let_moves_go(laid, gone)
        _let_the_market_go(laid, gone)
        for role in entries(child_of(laid, "roles")):
            _let_conditions_go(role, gone)
    return laid


def _names(tree: Node) -> Iterator[str]:
    for role in entries(child_of(tree, "roles")):
        id_, positions = child_of(role, "id"), child_of(role, "positions")
        if id_ is not None:
            yield str(id_.value)
            rungs = positions.value if positions is not None and isinstance(positions.value, dict) else ()
            yield from (f"{id_.value}/{rung}" for rung in rungs)


def _let_moves_go(laid: Node, gone: _Gone) -> None:
    def ends(move: Node) -> bool:
        return gone.told(child_of(move, "from")) or gone.told(child_of(move, "to"))

    def leads_up(move: Node) -> bool:
        return not ends(move) and _keep(child_of(move, "to"), lambda end: not gone.told(end))

    def leads_aside(move: Node) -> bool:
        start, end = child_of(move, "from"), child_of(move, "to")
        here = child_of(move, "rungs")
        return not ends(move) and _keep(here, lambda rung: not (gone.on(start, rung) or gone.on(end, rung)))

    _keep(child_of(laid, "promotions"), leads_up)
    _keep(child_of(laid, "laterals"), leads_aside)
    _keep(child_of(laid, "crossings"), lambda move: not ends(move))


def _let_the_market_go(laid: Node, gone: _Gone) -> None:
    market = child_of(laid, "market")
    _keep_keys(child_of(market, "roles") if market else None, gone)
    for cue in entries(child_of(laid, "role_cues")):
        _keep_keys(child_of(cue, "shares"), gone)
    _keep(child_of(laid, "role_cues"), lambda cue: _keep(child_of(cue, "own"), lambda role: not gone.told(role)))


def _let_conditions_go(role: Node, gone: _Gone) -> None:
    id_ = child_of(role, "id")
    _keep(
        child_of(role, "conditions"),
        lambda condition: _keep(child_of(condition, "rungs"), lambda rung: not gone.on(id_, rung)),
    )


def _keep(node: Node | None, stays: Callable[[Node], bool]) -> bool:
    """Keep what stays of a list; return whether it was not emptied."""
    told = entries(node)
    kept = [entry for entry in told if stays(entry)]
    if node is not None and len(kept) < len(told):
        node.value = kept
    return bool(kept) or not told


def _keep_keys(node: Node | None, gone: _Gone) -> None:
    if node is not None and isinstance(node.value, dict):
        node.value = {key: child for key, child in node.value.items() if not gone.named(key, node.keys[key])}
