"""A foreign key is a dependency too, and a string one hides from import-linter."""

import tomllib
from pathlib import Path

from django.apps import apps

CONTRACTS = tomllib.loads(Path("pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
LAYERS = next(c["layers"] for c in CONTRACTS if c["id"] == "apps")
DEPTH = {app.strip(" ()"): depth for depth, layer in enumerate(LAYERS) for app in layer.split("|")}


def test_foreign_keys_point_down():
    ours = [m for m in apps.get_models() if m.__module__.startswith("kindling.")]
    upward = [
        str(field)
        for model in ours
        for field in model._meta.fields
        if field.related_model in ours
        and DEPTH[field.related_model._meta.app_label] < DEPTH[model._meta.app_label]
    ]

    assert upward == []
