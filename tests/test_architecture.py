"""The habits of the house, as tests."""

import ast
import re
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "kindling"
ASKS = ["views", "api", "forms", "queries"]
WRITES = re.compile(
    r"\.(save|create|update|delete|bulk_create|bulk_update|get_or_create|update_or_create)\("
)
# `.update(` of these is not the ORM's.
NOT_ROWS = re.compile(
    r"\b(context|cleaned_data|headers|globals|filters|options|parts|hashlib|digest)\.update\("
)


def sources():
    return [
        p for p in PACKAGE.rglob("*.py") if "migrations" not in p.parts and "tests" not in p.parts
    ]


def of_kind(kinds):
    """views.py, or any file of a views/ package."""
    return [p for p in sources() if p.stem in kinds or p.parent.name in kinds]


def test_only_rules_open_the_database_to_a_viewer():
    assert [str(p) for p in of_kind(ASKS) if ".objects" in p.read_text()] == []


def test_only_actions_write():
    guilty = [
        str(p) for p in of_kind([*ASKS, "rules"]) if WRITES.search(NOT_ROWS.sub("", p.read_text()))
    ]

    assert guilty == []


def functions(tree):
    return [n for n in tree.body if isinstance(n, ast.FunctionDef) and not n.name.startswith("_")]


def is_decorated(function, *names):
    told = [d.func if isinstance(d, ast.Call) else d for d in function.decorator_list]
    return any(isinstance(d, ast.Name) and d.id in names for d in told)


def calls(function):
    named = [n.func for n in ast.walk(function) if isinstance(n, ast.Call)]
    return {f.id for f in named if isinstance(f, ast.Name)} | {
        f.attr for f in named if isinstance(f, ast.Attribute)
    }


def test_every_action_leaves_a_trace():
    actions = [
        f
        for p in of_kind(["actions"])
        for f in functions(ast.parse(p.read_text()))
        if not is_decorated(f, "task", "every")
    ]
    traced = {"record", "record_many", "record_writing", "take_step"} | {f.name for f in actions}

    assert [f.name for f in actions if not calls(f) & (traced - {f.name})] == []


def test_files_and_functions_stay_small():
    long_functions = [
        f"{p.relative_to(PACKAGE)}:{f.name}"
        for p in sources()
        for f in ast.walk(ast.parse(p.read_text()))
        if isinstance(f, ast.FunctionDef) and f.end_lineno - f.lineno >= 30
    ]

    assert [str(p) for p in sources() if p.read_text().count("\n") > 300] == []
    assert long_functions == []


def test_nothing_is_named_for_nothing_in_particular():
    vague = {"utils", "helpers", "common", "base", "core", "manager", "service", "handler"}

    # Django looks for an ENGINE under this name.
    engines = {PACKAGE / f"kit/{name}/base.py" for name in ("sqlite", "postgres")}
    assert [str(p) for p in sources() if p.stem in vague and p not in engines] == []


def test_whoever_asks_a_machine_to_translate_asks_for_the_familys_yes():
    asking = [
        p for p in sources() if re.search(r"translation import .*\btranslate\b", p.read_text())
    ]

    assert len(asking) >= 4
    assert [str(p) for p in asking if "Kind.MACHINE" not in p.read_text()] == []
