"""The page on which a school names where its students set out."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.schools.http import ViewerRequest
from kindling.travel import actions, rules
from kindling.travel.forms import StartsForm


def starts(request: ViewerRequest) -> HttpResponse:
    require(rules.may_keep_timetable(request.viewer))
    rows = rules.visible_starts(request.viewer)
    lines = "\n".join(f"{row.name}, {row.latitude}, {row.longitude}" for row in rows)
    form = StartsForm(sent(request), initial={"lines": lines})
    if form.is_valid():
        actions.set_starts(form.cleaned_data["lines"], by=request.viewer)
        return go_to(request, "travel:timetable", _("Saved."))
    return page_or_422(request, "travel/starts.html", {"form": form}, bound=form.is_bound)
