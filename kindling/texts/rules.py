"""Who reads what people texted."""

from __future__ import annotations

from django.db.models import QuerySet

from kindling.schools.viewer import Viewer
from kindling.texts.models import Text


def visible_texts(viewer: Viewer) -> QuerySet[Text]:
    """Leaders see what came to their school; nobody else sees any, and a stranger's nobody."""
    texts: QuerySet[Text] = Text.objects.filter(school=viewer.school)
    return texts if may_see_texts(viewer) else texts.none()


def unplaced_texts(viewer: Viewer) -> QuerySet[Text]:
    """What came from a number nobody has, and waits; for leaders, the oldest first."""
    rows = visible_texts(viewer).filter(state=Text.State.WAITS)
    return rows.order_by("at", "pk")


def may_place(viewer: Viewer, text: Text) -> bool:
    """Whoever reads what people texted."""
    return may_see_texts(viewer) and text.school_id == viewer.school.pk


def may_see_texts(viewer: Viewer) -> bool:
    return viewer.is_leader and not viewer.purpose
