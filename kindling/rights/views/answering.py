"""The school's side: write down, check, decide item by item, give or refuse."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kindling.accounts.views.proof import proves
from kindling.kit.addresses import url
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.rights import actions, queries, rules
from kindling.rights.forms import DecideForm, LetterForm, ProvideForm, RefuseForm, VerifyForm
from kindling.rights.models import RecordsItem, RecordsRequest
from kindling.rights.views.asking import find
from kindling.schools.http import ViewerRequest


@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Somebody asked by letter or in person."""
    viewer = request.viewer
    require(rules.may_answer(viewer))
    student: Student = get_object_or_404(visible_students(viewer), public_id=public_id)
    people = rules.who_may_have_asked(student)
    form = LetterForm(sent(request), people=people, today=viewer.school.today())
    if form.is_bound and form.is_valid():
        made = actions.write_down_request(student, **form.cleaned_data, by=viewer)
        return go_to(request, made, _("Written down. The clock runs."))
    context = {"form": form, "student": student}
    return page_or_422(request, "rights/letter.html", context, bound=form.is_bound)


@require_POST
def send_ask_link(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Send a guardian without an account the link behind which they ask."""
    require(rules.may_answer(request.viewer))
    student: Student = get_object_or_404(visible_students(request.viewer), public_id=public_id)
    people = {one.public_id: one for one in rules.guardians_today(student)}
    person = people.get(request.POST.get("person", ""))
    require(person is not None)
    if person is not None:
        actions.send_ask_link(student, person, by=request.viewer)
    return go_to(request, url("rights:of", public_id), _("Sent."))


@require_POST
def verify(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Who asks is known."""
    found, form = find(request, public_id), VerifyForm(request.POST)
    require(rules.may_handle(request.viewer, found))
    if not form.is_valid():
        return go_to(request, found, _("Say how you know who it is."))
    actions.verify_request(found, form.cleaned_data["how"], by=request.viewer)
    return go_to(request, found, _("Now decide about each item."))


@require_POST
def refuse(request: ViewerRequest, public_id: str) -> HttpResponse:
    """No, with a reason for staff alone."""
    found, form = find(request, public_id), RefuseForm(request.POST)
    require(rules.may_handle(request.viewer, found))
    if not form.is_valid():
        return go_to(request, found, _("Say why not. Only staff read it."))
    actions.refuse_request(found, form.cleaned_data["why"], by=request.viewer)
    return go_to(request, found, _("Refused. They read whom to call."))


@proves
@require_POST
def provide(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Give what was decided."""
    found, form = find(request, public_id), ProvideForm(request.POST)
    require(rules.may_handle(request.viewer, found))
    if not form.is_valid():
        return go_to(request, found, _("Say how they get it."))
    if found.state == RecordsRequest.State.VERIFIED:
        actions.list_items(found, by=request.viewer)  # kept, also where it is then refused
    actions.provide_records(found, form.cleaned_data["given"], by=request.viewer)
    return go_to(request, found, _("Given, and written in the log."))


@require_http_methods(["GET", "HEAD", "POST"])
def item(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Read one item and decide about it."""
    found, viewer = find_item(request, public_id), request.viewer
    require(rules.may_decide(viewer, found))
    opens = rules.may_open(viewer, found)
    first = {"decision": found.decision, "basis": found.basis, "covered": "\n".join(found.covered)}
    form = DecideForm(sent(request), initial=first)
    if form.is_bound and form.is_valid():
        actions.decide_items([found], **form.cleaned_data, by=viewer)
        return go_to(request, found.request, _("Decided."))
    context = {"item": found, "form": form, "rows": queries.item_row(found) if opens else []}
    context |= {"line": queries.item_line(viewer, found), "opens": opens}
    return page_or_422(request, "rights/item.html", context, bound=form.is_bound)


@require_POST
def give_easy(request: ViewerRequest, public_id: str, area: str) -> HttpResponse:
    """Give all of a class that nothing speaks against."""
    found, viewer = find(request, public_id), request.viewer
    require(rules.may_handle(viewer, found))
    items = list(rules.easy_items(viewer, found).filter(area=area))
    if items:
        actions.decide_items(items, RecordsItem.Decision.GIVE, by=viewer)
    return go_to(request, found, _("Decided."))


@require_POST
def split(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One item for each row."""
    found = find_item(request, public_id)
    asked = found.request
    actions.split_item(found, by=request.viewer)
    return go_to(request, url("rights:request", asked.public_id), _("Each stands alone now."))


def find_item(request: ViewerRequest, public_id: str) -> RecordsItem:
    """An item of a request one sees; a family has none."""
    return get_object_or_404(rules.visible_items(request.viewer), public_id=public_id)
