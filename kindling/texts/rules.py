"""Who reads what people texted."""

from __future__ import annotations

from django.db.models import QuerySet

from kindling.schools.viewer import Viewer
from kindling.texts.models import Text


def visible_texts(viewer: Viewer) -> QuerySet[Text]:
    """Leaders see what came to their school; nobody else sees any, and a stranger's nobody."""
    texts: QuerySet[Text] = Text.objects.filter(school=viewer.school)
    return texts if may_see_texts(viewer) else texts.none()


def may_see_texts(viewer: Viewer) -> bool:
    return viewer.is_leader and not viewer.purpose
