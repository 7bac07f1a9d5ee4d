"""Who learns where: asked of the apps above, which know of requests and internships."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import Model, QuerySet

from kindling.schools.viewer import Viewer

# Rows with a student and an opportunity, one for each pair that needs its papers, as the viewer
# sees them; in the order of students' names.
type Source = Callable[[Viewer], QuerySet[Model]]
SOURCES: list[Source] = []


def register(source: Source) -> Source:
    """Let the board ask this for its pairs. There is one source: whoever registers last."""
    SOURCES[:] = [source]
    return source


def pairs_of(viewer: Viewer) -> QuerySet[Model] | None:
    """Return the pairs of the board; None where no app above knows any."""
    return SOURCES[0](viewer) if SOURCES else None
