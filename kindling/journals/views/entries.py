"""A student's journal: written, read, answered."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.journals import actions, rules
from kindling.journals.forms import ChangeForm, EntryForm, GoalsForm, ReplyForm
from kindling.journals.models import JournalEntry
from kindling.journals.queries.pages import desk_lines, entry_page, own_page
from kindling.kit.http import Refused, go_to, page_or_422, require, sent
from kindling.kit.ids import new_public_id
from kindling.kit.paging import page_of
from kindling.people.models import Student
from kindling.schools.http import ViewerRequest
from kindling.schools.roles import Role


@require_http_methods(["GET", "HEAD", "POST"])
def journals(request: ViewerRequest) -> HttpResponse:
    """Write and read one's own; advisors see whose wait; others what was shared with them."""
    student = rules.writing_student(request.viewer)
    if student is not None:
        return own(request, student)
    hats = request.viewer.is_staff or request.viewer.is_a(Role.GUARDIAN)
    require(request.method != "POST" and hats and not request.viewer.purpose)
    if request.viewer.is_a(Role.ADVISOR):
        return desk(request)
    return redirect("journals:shared")


def desk(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    page = page_of(request, rules.journal_students(viewer))
    context: dict[str, Any] = {"page": page, "choice": rules.choice_of(viewer)}
    context["lines"] = desk_lines(viewer, list(page.object_list))
    context["may_choose"] = rules.may_choose(viewer)
    return render(request, "journals/desk.html", context)


def own(request: ViewerRequest, student: Student) -> HttpResponse:
    head = own_page(request.viewer, student)
    form = EntryForm(sent(request), initial={"prompt": head.prompt, "tap": new_public_id()})
    if form.is_bound and form.is_valid():
        try:
            written = actions.write_entry(student, by=request.viewer, **form.cleaned_data)
        except ValidationError as wrong:
            form.add_error(None, wrong)
        else:
            return go_to(request, written, _("Kept. Your advisor reads it."))
    mine = rules.visible_entries(request.viewer).filter(student=student)
    context = {"head": head, "form": form, "page": page_of(request, mine, size=20)}
    return page_or_422(request, "journals/own.html", context, bound=form.is_bound)


@require_safe
def of_student(request: ViewerRequest, public_id: str) -> HttpResponse:
    """All entries of one student whom one advises."""
    found = rules.journal_students(request.viewer)
    student = get_object_or_404(found, public_id=public_id)
    entries = rules.visible_entries(request.viewer).filter(student=student)
    context = {"student": student, "page": page_of(request, entries, size=20)}
    return render(request, "journals/of.html", context)


def find_entry(request: ViewerRequest, public_id: str) -> JournalEntry:
    return get_object_or_404(rules.visible_entries(request.viewer), public_id=public_id)


@require_safe
def entry(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One entry with all that was said below it."""
    found = find_entry(request, public_id)
    if found.has_news and found.student.person_id == request.viewer.person_id:
        actions.see_answers(found, by=request.viewer)
    return show(request, found, ReplyForm(initial={"tap": new_public_id()}))


def show(request: ViewerRequest, found: JournalEntry, form: ReplyForm) -> HttpResponse:
    page = entry_page(request.viewer, found)
    context = {"page": page, "form": form, "may_change": rules.may_change(request.viewer, found)}
    if page.is_own:
        tied = [(one.own_goal or one.goal) for one in page.goals]
        said = {"goals": [one.public_id for one in tied if one]}
        known: dict[str, Any] = {"viewer": request.viewer, "student": found.student}
        context["goals_form"] = GoalsForm(initial=said, **known)
    return page_or_422(request, "journals/entry.html", context, bound=form.is_bound)


@require_POST
def reply(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One more word below it."""
    found, form = find_entry(request, public_id), ReplyForm(request.POST)
    if not form.is_valid():
        return show(request, found, form)
    actions.reply_to(found, by=request.viewer, **form.cleaned_data)
    return go_to(request, found, _("Sent."))


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Write it better, until it was read."""
    found = find_entry(request, public_id)
    require(rules.may_share(request.viewer, found))
    form = ChangeForm(sent(request), initial={"title": found.title, "text": found.text})
    if form.is_bound and form.is_valid():
        actions.change_entry(found, by=request.viewer, **form.cleaned_data)
        return go_to(request, found, _("Saved."))
    context = {"entry": found, "form": form}
    return page_or_422(request, "journals/change.html", context, bound=form.is_bound)


@require_POST
def tie(request: ViewerRequest, public_id: str) -> HttpResponse:
    """What it has to do with."""
    found = find_entry(request, public_id)
    form = GoalsForm(request.POST, viewer=request.viewer, student=found.student)
    if not form.is_valid():
        raise Refused(_("One of these goals is not there any more. Choose again."))
    goals, own = form.chosen
    actions.tie_entry(found, goals, own, by=request.viewer)
    return go_to(request, found, _("Saved."))
