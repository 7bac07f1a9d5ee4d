"""A student takes a free time."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kindling.kit.http import Refused, go_to, page_or_422, sent
from kindling.schools.http import ViewerRequest
from kindling.weeks import actions, rules
from kindling.weeks.checks import has_time
from kindling.weeks.forms import SlotForm
from kindling.weeks.models import Sitting
from kindling.weeks.queries.plan import open_times


@require_http_methods(["GET", "HEAD", "POST"])
def book(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The free times by day; a tap takes one."""
    rows = rules.own_sittings(request.viewer).select_related("week__school")
    one: Sitting = get_object_or_404(rows, public_id=public_id)
    rooms = {room.public_id: room for room in one.week.rooms.filter(ended_at__isnull=True)}
    choices = [(key, room.name) for key, room in rooms.items()]
    form = SlotForm(sent(request), rooms=choices, school=request.school)
    if form.is_bound and form.is_valid():
        try:
            room = rooms[form.cleaned_data["room"]]
            actions.book_slot(one, room, form.starts_at, by=request.viewer)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return go_to(request, one.exhibition, _("It is yours. Your panel is told."))
    is_open = one.week.is_booking(request.school.now()) and not has_time(one)
    times = open_times(one.week, one) if is_open else []
    context = {"form": form, "sitting": one, "times": times, "is_open": is_open}
    return page_or_422(request, "weeks/book.html", context, bound=form.is_bound)
