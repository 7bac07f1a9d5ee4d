"""A family's side: ask, see how far it is, take what was given."""

from __future__ import annotations

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.accounts.views.proof import proves_to_read
from kindling.kit.addresses import url
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.people.models import Student
from kindling.rights import actions, queries, rules
from kindling.rights.forms import AskForm, DecideForm, ProvideForm, RefuseForm, VerifyForm
from kindling.rights.models import RecordsRequest
from kindling.schools.http import ViewerRequest
from kindling.uploads.answering import stored_answer


@require_safe
def rights(request: ViewerRequest) -> HttpResponse:
    """What was asked, and the buttons to ask."""
    viewer = request.viewer
    students = list(rules.askable_students(viewer))
    require(bool(students) or rules.may_answer(viewer))
    rows = rules.visible_requests(viewer)
    if rules.may_answer(viewer):
        rows = rows.order_by("closed_at", "due_on", "pk")
    context = {"page": page_of(request, rows), "students": students}
    return render(request, "rights/list.html", context | {"answers": rules.may_answer(viewer)})


@require_safe
def rights_of(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One student's record: who asks, who looked, what was to be put right."""
    student: Student = get_object_or_404(
        rules.students_of_rights(request.viewer), public_id=public_id
    )
    return render(request, "rights/of.html", queries.rights_page(request.viewer, student))


@require_POST
def make_copy(request: ViewerRequest) -> HttpResponse:
    """A student takes along what is theirs."""
    own = rules.askable_students(request.viewer).filter(person=request.viewer.person)
    student: Student = get_object_or_404(own)
    actions.make_copy(student, by=request.viewer)
    return go_to(request, url("rights:of", student.public_id), _("The file is being made."))


@proves_to_read
@require_safe
def copy_file(request: ViewerRequest, public_id: str) -> HttpResponseBase:
    """The file of one's own."""
    found = get_object_or_404(rules.own_copies(request.viewer), public_id=public_id)
    return stored_answer(request, found.file, found.size, "application/zip", "my-data.zip")


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Ask to see the record."""
    student = find_askable(request, public_id)
    form = AskForm(sent(request))
    if form.is_bound and form.is_valid():
        made = actions.ask_records(student, form.cleaned_data["words"], by=request.viewer)
        return go_to(request, made, _("Asked. The school answers within 45 days."))
    context = {"form": form, "student": student, "is_own": is_own(request, student)}
    return page_or_422(request, "rights/ask.html", context, bound=form.is_bound)


@require_safe
def records_request(request: ViewerRequest, public_id: str) -> HttpResponse:
    """How far it is; for who answers, with what is to be decided."""
    found, viewer = find(request, public_id), request.viewer
    handles = rules.may_handle(viewer, found)
    page = page_of(request, rules.items_of(viewer, found)) if handles else None
    context = {
        "page": page,
        "asked": found,
        "handles": handles,
        "days_left": found.days_left(viewer.school.today()),
        "groups": queries.area_groups(viewer, found, page.object_list) if page else [],
        "summary": queries.summary_of(found, viewer) if handles else None,
        "may_take": rules.may_take(viewer, found),
        "may_withdraw": found.is_open and rules.may_withdraw(viewer, found),
        "verify": VerifyForm(), "refuse": RefuseForm(), "provide": ProvideForm(),
        "decide": DecideForm(),
    }  # fmt: skip
    return render(request, "rights/request.html", context)


@require_POST
def withdraw(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Take it back."""
    found = find(request, public_id)
    actions.withdraw_request(found, by=request.viewer)
    return go_to(request, found, _("Taken back."))


@proves_to_read
@require_safe
def take(request: ViewerRequest, public_id: str) -> HttpResponseBase:
    """Save what was given."""
    found = find(request, public_id)
    require(rules.may_take(request.viewer, found))
    return bundle_answer(request, found)


def bundle_answer(request: ViewerRequest, asked: RecordsRequest) -> HttpResponseBase:
    """The file; 404 until it is made."""
    if not asked.bundle.is_made:
        raise Http404
    actions.note_taking(asked, by=request.viewer)
    bundle = asked.bundle
    return stored_answer(request, bundle.file, bundle.size, "application/zip", "record.zip")


def find(request: ViewerRequest, public_id: str) -> RecordsRequest:
    return get_object_or_404(rules.visible_requests(request.viewer), public_id=public_id)


def find_askable(request: ViewerRequest, public_id: str) -> Student:
    return get_object_or_404(rules.askable_students(request.viewer), public_id=public_id)


def is_own(request: ViewerRequest, student: Student) -> bool:
    return student.person_id == request.viewer.person_id
