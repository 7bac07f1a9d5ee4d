"""A first record.toml for an app, to be read and put right by who built it."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models import BinaryField, Field, Model

from kindling.inventory.reading import NOBODYS, fields_of, keys_by_rule, somebodys
from kindling.inventory.words import CLASSES

MACHINES = ("_hash", "sha256", "digest", "tap", "stamp", "sent_key", "error", "sequence", "tries")
HEAD = """\
# What this app keeps (decision 0740). Each field stands in one class; keys need none.
# Classes: {classes}. `what` is the model's docstring.
topic = "{topic}"
keep = "{keep}"
"""


def draft(config: AppConfig, topic: str = "?", keep: str = "?", usual: str = "record") -> str:
    """The file as text: what looks technical is technical, all else is of the `usual` class."""
    parts = [HEAD.format(classes=", ".join(CLASSES), topic=topic, keep=keep)]
    for model in config.get_models(include_auto_created=True):
        classes = {f.name: guess(f, usual) for f in classed(model)}
        parts.append(table(model.__name__, {}, classes))
    return "\n".join(parts)


def classed(model: type[Model]) -> list[Field]:  # type: ignore[type-arg]
    """The fields that a file must class."""
    return [f for f in fields_of(model) if f.name not in keys_by_rule(model)]


def guess(field: Field, usual: str) -> str:  # type: ignore[type-arg]
    machine = isinstance(field, BinaryField) or field.name.endswith(MACHINES)
    told = "technical" if machine else usual
    return somebodys(field) if told in NOBODYS and somebodys(field) else told


def table(name: str, says: dict[str, str], classes: dict[str, str]) -> str:
    """One model as TOML, wrapped at a hundred signs."""
    lines = [f"[{name}]", *(f'{word} = "{value}"' for word, value in says.items())]
    for one in CLASSES:
        names = [f'"{field}"' for field, its in classes.items() if its == one]
        if names:
            lines += listed(one, names)
    return "\n".join(lines) + "\n"


def listed(word: str, names: list[str]) -> list[str]:
    """`word = [...]`, on as many lines as it needs."""
    whole = f"{word} = [{', '.join(names)}]"
    if len(whole) <= 100:  # noqa: PLR2004 (signs of a line)
        return [whole]
    lines, line = [f"{word} = ["], " "
    for name in names:
        if len(line) + len(name) > 98:  # noqa: PLR2004
            lines.append(line)
            line = " "
        line += f" {name},"
    return [*lines, line, "]"]
