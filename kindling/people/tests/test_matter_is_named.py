"""Whoever shows something of a student says of which matter it is, or a limit would not hold there."""

from __future__ import annotations

import ast
from pathlib import Path

import kindling

PACKAGE = Path(kindling.__file__).parent
ASKS = {"visible_students": 2, "students_in_full": 2}
# Where none is named: a name and no more, the student's own, what only staff ask, or the matter is
# asked beside it. A new file here wants a reason as good.
NAMES_ONLY = {
    "advisory/rules.py": "in which group somebody sits",
    "consents/queries/keeping.py": "staff keep the list",
    "consents/views/keeping.py": "staff keep the list",
    "conversations/rules/broadcasting.py": "staff write; who gets it is asked with TOLD",
    "conversations/rules/choosing.py": "asked for none",
    "conversations/rules/placing.py": "leaders look for who wrote",
    "conversations/views/threads.py": "the student's own",
    "home/learning.py": "each door has its matter beside it",
    "home/students.py": "the name; each part has its matter beside it",
    "looks/rules.py": "leaders; families by their matters beside it",
    "passes/rules.py": "advisors",
    "people/api.py": "the name",
    "people/rules/seeing.py": "the rules themselves",
    "privacy/queries/runs.py": "leaders",
    "rights/rules/records.py": "who answers",
    "rights/views/answering.py": "who answers",
}


def sources():
    return [
        path
        for path in sorted(PACKAGE.rglob("*.py"))
        if not {"tests", "demo", "migrations"} & set(path.relative_to(PACKAGE).parts)
    ]


def asked_without(path: Path) -> int:
    calls = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
    names = [(getattr(call.func, "id", getattr(call.func, "attr", "")), call) for call in calls]
    return sum(len(c.args) + len(c.keywords) < ASKS[name] for name, c in names if name in ASKS)


def test_every_rule_names_the_matter_it_shows():
    found = {str(p.relative_to(PACKAGE)) for p in sources() if asked_without(p)}

    assert found == set(NAMES_ONLY)


def test_nobody_looks_for_guardians_by_hand():
    """`current_connections(viewer).filter(role=Role.GUARDIAN)` would forget the matter."""
    found = [
        str(path.relative_to(PACKAGE))
        for path in sources()
        if "current_connections(viewer).filter(role=Role.GUARDIAN" in path.read_text()
    ]

    assert found == []
