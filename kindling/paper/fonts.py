"""The fonts of a PDF: those of the pages, unpacked once a process from what browsers get."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles import finders

from kindling.paper.woff2 import unpack

if TYPE_CHECKING:
    import typst

# Family in kindling.typ → the file; latin and latin-ext are two families there, one after the other.
FONTS = {
    "Figtree": "figtree-latin-wght-normal.woff2",
    "Figtree Ext": "figtree-latin-ext-wght-normal.woff2",
    "Bricolage": "bricolage-grotesque-latin-wght-normal.woff2",
    "Bricolage Ext": "bricolage-grotesque-latin-ext-wght-normal.woff2",
    "Vazirmatn": "vazirmatn-arabic-wght-normal.woff2",
}
_folders: list[TemporaryDirectory[str]] = []  # kept until the process ends: Typst reads them late


@cache
def fonts() -> typst.Fonts:
    """Our fonts, and Typst's own for what they lack. Never the machine's: a PDF is the same everywhere."""
    import typst  # noqa: PLC0415  (40 MB, for the worker)

    folder = TemporaryDirectory(prefix="kindling-fonts-")
    _folders.append(folder)
    for family, name in FONTS.items():
        source = _find(name)
        if source:
            unpacked = unpack(source.read_bytes(), family)
            Path(folder.name, f"{family.replace(' ', '')}.ttf").write_bytes(unpacked)
    return typst.Fonts(include_system_fonts=False, font_paths=[folder.name])


def _find(name: str) -> Path | None:
    """In what is built for browsers; where nothing is built yet, in the packages it is built of."""
    built = finders.find(f"dist/assets/{name}") if apps.ready else None
    if isinstance(built, str):
        return Path(built)
    package = re.split("-latin|-arabic", name)[0]
    kept = settings.BASE_DIR / "node_modules/@fontsource-variable" / package / "files" / name
    collected = Path(settings.STATIC_ROOT, "dist/assets", name)
    ours = settings.BASE_DIR / "kindling/ui/static/dist/assets" / name  # in a process of its own
    return next((path for path in (ours, collected, kept) if path.exists()), None)
