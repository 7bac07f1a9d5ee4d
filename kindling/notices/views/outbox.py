from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kindling.kit.http import answer, require
from kindling.kit.paging import page_of
from kindling.notices import actions, rules
from kindling.notices.models import Notice
from kindling.notices.queries import closed_ways, is_moving, notice_page, notice_rows, outbox_counts
from kindling.schools import world
from kindling.schools.http import ViewerRequest


@require_safe
def outbox(request: ViewerRequest) -> HttpResponse:
    """What the school has sent, what waits, and what did not work and why."""
    require(rules.may_see_outbox(request.viewer))
    notices = rules.visible_notices(request.viewer)
    numbers = outbox_counts(notices)
    state = request.GET.get("state", "")
    page = page_of(request, notices.filter(state=state) if state in Notice.State else notices)
    context: dict[str, Any] = {"page": page, "rows": notice_rows(page.object_list)}
    context["chosen"] = state
    context["counts"], context["is_moving"] = numbers, is_moving(numbers)
    context["closed"] = closed_ways(waiting=context["is_moving"])
    return render(request, "notices/outbox.html", context)


@require_safe
def counts(request: ViewerRequest) -> HttpResponse:
    """The numbers alone; the page asks for them while something is under way."""
    require(rules.may_see_outbox(request.viewer))
    numbers = outbox_counts(rules.visible_notices(request.viewer))
    context: dict[str, Any] = {"counts": numbers, "is_moving": is_moving(numbers)}
    context["chosen"] = request.GET.get("state", "")
    return render(request, "notices/_counts.html", context)


@require_safe
def notice(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One notice: by which ways it was tried, when, and what was answered."""
    require(rules.may_see_outbox(request.viewer))
    found = get_object_or_404(rules.visible_notices(request.viewer), public_id=public_id)
    context = {"page": notice_page(found, request.viewer)}
    return render(request, "notices/notice.html", context)


@require_POST
def send_again(request: ViewerRequest, public_id: str) -> HttpResponse:
    require(rules.may_see_outbox(request.viewer))
    notice = get_object_or_404(rules.visible_notices(request.viewer), public_id=public_id)
    actions.send_again(notice, by=request.viewer)
    context = {"row": notice_rows([notice])[0]}
    to = reverse("notices:outbox")
    return answer(request, "notices/_notice.html", context, to=to, toast=_("On its way again."))


@login_not_required
@require_safe
def demo_outbox(request: HttpRequest) -> HttpResponse:
    """Every letter of the demo in full, links and all. A real school has no such page."""
    if not world.is_demo_at_home(request):
        raise Http404
    page = page_of(request, rules.notices_of_the_demo())
    rows = notice_rows(page.object_list, in_full=True, may_send=False)
    context = {"page": page, "rows": rows, "closed": closed_ways()}
    return render(request, "notices/demo_outbox.html", context)
