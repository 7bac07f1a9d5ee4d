"""Rounds: how far everybody is, begin, headings, release, keep."""

from __future__ import annotations

from typing import Any

from django.forms import formset_factory
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.accounts.views.proof import proves
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.narratives import actions, rules
from kindling.narratives.forms import (
    ChoiceForm,
    DaysForm,
    HeadingForm,
    PlanReleaseForm,
    StartForm,
)
from kindling.narratives.models import NarrativeRound
from kindling.narratives.queries.lists import (
    SHOWN,
    TONES,
    mine,
    own_rows,
    progress_of,
    rows_of,
    total_of,
)
from kindling.narratives.queries.page import through_page
from kindling.narratives.views.finding import find_round
from kindling.narratives.views.narratives import TOLD
from kindling.people.matters import Matter
from kindling.people.rules import visible_students
from kindling.schools.http import ViewerRequest

Headings = formset_factory(HeadingForm, extra=2, max_num=18)
FACTS = ("title", "student_due_on", "advisor_due_on", "release_on", "reader_reads")
SET = (*FACTS, "principal_reads")


@require_safe
def narratives(request: ViewerRequest) -> HttpResponse:
    """Staff: the newest round. Students and families: their own narratives."""
    viewer = request.viewer
    require(rules.may_open(viewer))
    rounds = list(rules.visible_rounds(viewer)[:12])
    if not viewer.is_staff:
        return render(request, "narratives/mine.html", {"rows": mine(viewer), "student": None})
    if not rounds:
        context = {"may_run": rules.may_run(viewer)}
        return render(request, "narratives/none.html", context)
    return show_round(request, rounds[0], rounds)


@require_safe
def of_student(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The narratives of one student, as far as one reads them."""
    student = get_object_or_404(visible_students(request.viewer, Matter.WORDS), public_id=public_id)
    require(rules.may_open(request.viewer))
    rows = mine(request.viewer, student)
    return render(request, "narratives/mine.html", {"rows": rows, "student": student})


@require_safe
def round_detail(request: ViewerRequest, public_id: str) -> HttpResponse:
    rounds = list(rules.visible_rounds(request.viewer)[:12])
    return show_round(request, find_round(request, public_id), rounds)


def show_round(
    request: ViewerRequest, found: NarrativeRound, rounds: list[NarrativeRound]
) -> HttpResponse:
    """One round: everybody's progress for leaders, the own students for an advisor."""
    viewer = request.viewer
    show = request.GET.get("show", "all")
    show, advisor = show if show in SHOWN else "all", request.GET.get("advisor", "")
    progress = progress_of(viewer, found)
    context: dict[str, Any] = {
        "round": found, "rounds": rounds, "show": show, "advisor": advisor, "tones": TONES,
        "page": page_of(request, rows_of(viewer, found, show=show, advisor=advisor)),
        "progress": progress, "whole": total_of(progress),
        "leads": rules.leads(viewer), "may_print": rules.may_print_all(viewer),
        "may_choose": rules.may_choose(viewer),
        "days_left": (found.advisor_due_on - viewer.school.today()).days,
    }  # fmt: skip
    return render(request, "narratives/round.html", context)


@require_safe
def through(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The narratives of one advisor, whole, one below the other, to read before the release."""
    viewer = request.viewer
    found = find_round(request, public_id)
    require(viewer.is_staff)
    if rules.leads(viewer):
        rows = rows_of(viewer, found, advisor=request.GET.get("advisor", ""))
    else:
        rows = own_rows(viewer, found)
    page = page_of(request, rows, size=20)
    context = {"round": found, "page": page, "tones": TONES, **TOLD}
    context["drafts"] = through_page(list(page.object_list), found)
    return render(request, "narratives/through.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: ViewerRequest) -> HttpResponse:
    """Begin a round."""
    viewer = request.viewer
    require(rules.may_run(viewer))
    form = StartForm(sent(request), viewer=viewer)
    if form.is_bound and form.is_valid():
        facts = dict(form.cleaned_data)
        made = actions.start_round(facts.pop("term"), by=viewer, **facts)
        return go_to(request, made, _("Begun. Students can write now."))
    return page_or_422(request, "narratives/start.html", {"form": form}, bound=form.is_bound)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Title, days and who reads."""
    found = find_round(request, public_id)
    require(rules.may_run(request.viewer))
    form = DaysForm(sent(request), initial={name: getattr(found, name) for name in SET})
    if form.is_bound and form.is_valid():
        actions.set_days(found, by=request.viewer, **form.cleaned_data)
        return go_to(request, found, _("Saved."))
    context = {"form": form, "round": found}
    return page_or_422(request, "narratives/change.html", context, bound=form.is_bound)


@require_http_methods(["GET", "HEAD", "POST"])
def headings(request: ViewerRequest, public_id: str) -> HttpResponse:
    """What stands in each narrative of a round, and how long it shall be."""
    found = find_round(request, public_id)
    require(rules.may_run(request.viewer))
    names = ("title", "hint", "student_words", "advisor_words")
    rows = [
        {"key": one.public_id, **{name: getattr(one, name) for name in names}}
        for one in found.sections.all()
    ]
    forms: Any = Headings(sent(request), initial=rows, prefix="h")
    if forms.is_bound and forms.is_valid():
        said = [one.row for one in forms if one.row is not None]
        actions.set_headings(found, said, by=request.viewer)
        return go_to(request, found, _("Saved."))
    context = {"forms": forms, "round": found}
    return page_or_422(request, "narratives/headings.html", context, bound=forms.is_bound)


@require_POST
def add_students(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find_round(request, public_id)
    added = actions.add_students(found, by=request.viewer)
    told = ngettext("%(num)s student added.", "%(num)s students added.", added)
    return go_to(request, found, told % {"num": added})


@proves
@require_http_methods(["GET", "HEAD", "POST"])
def release(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Who is ready, who is not, and out they go: all, or without those who are named."""
    found = find_round(request, public_id)
    require(rules.may_release(request.viewer))
    if request.method == "POST":
        without = request.POST.get("without") == "1"
        count = actions.release_round(found, by=request.viewer, without=without)
        told = ngettext("%(num)s narrative released.", "%(num)s narratives released.", count)
        return go_to(request, found, told % {"num": count})
    return shown_release(request, found, PlanReleaseForm(initial={"on": found.release_on}))


def shown_release(
    request: ViewerRequest, found: NarrativeRound, form: PlanReleaseForm
) -> HttpResponse:
    missing = list(rules.not_ready(found))
    ready = rows_of(request.viewer, found, show="ready").count()
    context = {"round": found, "missing": missing, "ready": ready, "form": form, "tones": TONES}
    return page_or_422(request, "narratives/release.html", context, bound=form.is_bound)


@proves
@require_POST
def plan_release(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Release by itself on a day, or take that back."""
    found = find_round(request, public_id)
    require(rules.may_release(request.viewer))
    if request.POST.get("off") == "1":
        actions.plan_release(found, None, by=request.viewer)
        return go_to(request, found, _("Saved."))
    form = PlanReleaseForm(request.POST)
    if not form.is_valid():
        return shown_release(request, found, form)
    actions.plan_release(found, by=request.viewer, **form.cleaned_data)
    return go_to(request, found, _("Saved."))


@require_POST
def close(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find_round(request, public_id)
    actions.close_round(found, by=request.viewer)
    return redirect(found)


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: ViewerRequest) -> HttpResponse:
    """Whether released words may be sent to a translator."""
    viewer = request.viewer
    require(rules.may_choose(viewer))
    form = ChoiceForm(sent(request), initial={"translates": rules.choice_of(viewer).translates})
    if form.is_bound and form.is_valid():
        actions.choose_translating(form.cleaned_data["translates"], by=viewer)
        return go_to(request, "narratives:settings", _("Saved."))
    return page_or_422(request, "narratives/settings.html", {"form": form}, bound=form.is_bound)
