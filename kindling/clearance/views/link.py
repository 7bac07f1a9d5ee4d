"""The page of a family's or a mentor's link: what they still hand in, one form each."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kindling.clearance import actions
from kindling.clearance.forms import HandInForm, works
from kindling.clearance.queries.links import LinkPage, Task, link_page
from kindling.passes.models import Pass
from kindling.passes.purposes import PassRequest
from kindling.schools.viewer import Viewer


def hand_in_page(request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse:
    """Show what waits for the bearer; POST hands one item in."""
    page = link_page(viewer, viewer.school.today())
    if request.method != "POST":
        return show(request, page)
    task = next((one for one in page.open if one.key == request.POST.get("task", "")), None)
    if task is None:
        raise Http404
    form = form_of(page, task, request.POST, request.FILES or None)

    def act() -> None:
        facts = {**form.sent, "stage": task.pair.stage}
        actions.hand_in(task.item, task.subject, form.answers, by=viewer, **facts)

    if not works(form, act):
        return show(request, page, form, task.key, 422)
    messages.success(request, _("Thank you. The school checks it now."))
    return redirect(request.door)


def form_of(page: LinkPage, task: Task, *sent: Any) -> HandInForm:
    """The form of one item; its ids are its own, for there are several on the page."""
    facts: dict[str, Any] = {"item": task.item, "hazards": page.rule_set.hazards}
    return HandInForm(*sent, **facts, auto_id=f"{task.key.replace('.', '_')}_%s")


def show(
    request: PassRequest,
    page: LinkPage,
    wrong: HandInForm | None = None,
    key: str = "",
    status: int = 200,
) -> HttpResponse:
    tasks = [(one, wrong if one.key == key else form_of(page, one)) for one in page.open]
    context = {"page": page, "tasks": tasks, "wrong": wrong}
    return render(request, "clearance/link.html", context, status=status)
