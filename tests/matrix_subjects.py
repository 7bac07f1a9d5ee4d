"""A real thing of Harbor View for every address that names one. What is missing is an error."""

from __future__ import annotations

import re

from kindling.exchange.actions import preview_import, upload_import
from kindling.schools.viewer import Viewer
from tests.cast import Cast


def an_import(cast: Cast) -> str:
    """A spreadsheet of one student, looked at and not applied."""
    imported = upload_import(
        kind="students",
        file_name="students.csv",
        content=b"Name\nKim Lee\n",
        by=Viewer.system(cast.school),
    )
    preview_import(imported, by=Viewer.system(cast.school))
    return imported.public_id


class Subjects:
    """Fills the ids of a route: keyed by route and id, by route, or by its first word."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.ids: dict[str, str] = {
            "advisories": cast.tide.public_id,
            "roster": cast.luis.person.public_id,
            "places": cast.shelter.public_id,
            "styleguide": "people",
            "imports": an_import(cast),
        }

    def fill(self, route: str) -> str:
        word = route.removeprefix("/harbor-view").strip("/").split("/")[0]

        def value(match: re.Match[str]) -> str:
            for key in (f"{route} {match[0]}", match[0], route, word):
                if key in self.ids:
                    return self.ids[key]
            raise LookupError(f"matrix_subjects.py has no subject for {route}")

        return re.sub(r"<[^>]+>", value, route)
