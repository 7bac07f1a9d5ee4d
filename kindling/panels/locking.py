"""One row is locked before a form, the reveal or the result is written: they never cross."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kindling.exhibitions.models import Exhibition
from kindling.history.steps import too_late
from kindling.kit.http import Refused, require
from kindling.panels.models import Difference, Panel
from kindling.schools.viewer import Viewer


def lock(panel: Panel, *, by: Viewer) -> Panel:
    """Return the panel as it is now, with its exhibition; who comes second waits here."""
    require(panel.school_id == by.school.pk)
    rows = Panel.objects.select_for_update(of=("self",))
    rows = rows.select_related("exhibition__student__person", "exhibition__kind", "school")
    rows = rows.select_related("exhibition__advisor", "exhibition__term")
    found: Panel = rows.get(pk=panel.pk)
    return found


def refuse_rest(panel: Panel) -> None:
    """Refuse what is only done while the panel works: not once it was put off or recorded."""
    if panel.recorded_at:
        raise Refused(_("This is recorded. The record stays as everybody was told."))
    if panel.exhibition.state not in Exhibition.JUDGING:
        raise too_late(panel.exhibition)


def untalked(panel: Panel) -> list[Difference]:
    """The differences nobody has noted anything about."""
    return [one for one in Difference.objects.filter(panel=panel) if not one.is_talked]


def refuse_untalked(panel: Panel) -> None:
    """Far apart on a criterion, and nothing noted about it: neither a result nor a record."""
    missing = untalked(panel)
    if not missing:
        return
    titles = [panel.sheet.criteria[one.number].title for one in missing]
    raise Refused(
        _("The panel is far apart here: %(what)s. Talk it through and note what was said first.")
        % {"what": ", ".join(titles)}
    )
