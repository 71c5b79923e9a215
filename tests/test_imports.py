"""What imports what, beyond the contracts of import-linter."""

import grimp

from opscareer.knowledge.check.circles import circling


def test_no_circle_of_imports() -> None:
    """No module imports, over others or at once, what imports it; what a package lends its own modules counts too.

    import-linter compares the parts of a package with one another, never with the package itself.
    """
    graph = grimp.build_graph("opscareer", cache_dir=None)
    assert circling({name: graph.find_modules_directly_imported_by(name) for name in graph.modules}) == set()
