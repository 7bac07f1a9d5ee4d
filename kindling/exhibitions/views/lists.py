"""The exhibitions one sees; the school's kinds; the programme."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.exhibitions import actions, rules
from kindling.exhibitions import forms as forms_
from kindling.exhibitions.models import Kind
from kindling.exhibitions.queries import lists
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest


@require_safe
def exhibitions(request: ViewerRequest) -> HttpResponse:
    """?show=coming|planned|over; ?student= narrows to one."""
    viewer = request.viewer
    asked = request.GET.get("show", "")
    show = asked if asked in lists.SHOWS else lists.SHOWS[0]
    student = lists.student_named(viewer, request.GET.get("student", ""))
    context = {
        "page": page_of(request, lists.listed(viewer, show, student)), "show": show,
        "student": student, "may_plan": rules.is_a_planner(viewer),
        "may_edit": rules.may_edit_kinds(viewer),
    }  # fmt: skip
    return render(request, "exhibitions/exhibitions.html", context)


@require_safe
def kinds(request: ViewerRequest) -> HttpResponse:
    """What kinds there are, and whether the programme is public."""
    require(rules.may_edit_kinds(request.viewer))
    is_open = lists.is_programme_open(request.school)
    form = forms_.ProgrammeForm(initial={"is_open": is_open})
    context = {"kinds": lists.kinds_of(request.viewer), "form": form, "is_open": is_open}
    return render(request, "exhibitions/kinds.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new_kind(request: ViewerRequest) -> HttpResponse:
    return edit_kind(request, None)


@require_http_methods(["GET", "HEAD", "POST"])
def kind(request: ViewerRequest, public_id: str) -> HttpResponse:
    return edit_kind(request, find_kind(request, public_id))


def find_kind(request: ViewerRequest, public_id: str) -> Kind:
    require(rules.may_edit_kinds(request.viewer))
    return get_object_or_404(rules.visible_kinds(request.viewer), public_id=public_id)


def edit_kind(request: ViewerRequest, one: Kind | None) -> HttpResponse:
    """The form of a kind."""
    viewer = request.viewer
    require(rules.may_edit_kinds(viewer))
    rubrics = lists.rubrics_of(viewer)
    form = forms_.KindForm(
        sent(request), kind=one, grades=lists.grades_of(viewer), rubrics=rubrics,
        criteria=lists.criteria_of(rubrics),
    )  # fmt: skip
    if form.is_bound and form.is_valid():
        actions.save_kind(one, by=viewer, **form.cleaned_data)
        return go_to(request, "exhibitions:kinds", _("Saved."))
    context = {"form": form, "kind": one}
    return page_or_422(request, "exhibitions/kind.html", context, bound=form.is_bound)


@require_POST
def end_kind(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Offer it no longer; `undo` offers it again."""
    one = find_kind(request, public_id)
    act = actions.bring_back_kind if "undo" in request.POST else actions.end_kind
    act(one, by=request.viewer)
    return go_to(request, "exhibitions:kinds", _("Saved."))


@require_POST
def choose_programme(request: ViewerRequest) -> HttpResponse:
    """Open it to anybody, or to nobody."""
    actions.choose_programme(is_open="is_open" in request.POST, by=request.viewer)
    return go_to(request, "exhibitions:kinds", _("Saved."))


@require_safe
def programme(request: ViewerRequest) -> HttpResponse:
    """The programme, as it would be public: for everybody who signs in."""
    school = request.school
    require(rules.may_read_programme(request.viewer))
    is_open = lists.is_programme_open(school)
    context = {"days": lists.programme(school), "is_open": is_open, "slug": school.slug}
    return render(request, "exhibitions/programme.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: ViewerRequest) -> HttpResponse:
    """Begin an exhibition: for oneself, or whom one guides."""
    viewer = request.viewer
    require(rules.is_a_planner(viewer))
    students = list(rules.plannable_students(viewer))
    form = forms_.BeginForm(
        sent(request), students=students, kinds=lists.kinds_for(viewer, students),
        terms=lists.terms_ahead(request.school), initial={"student": request.GET.get("student")},
    )  # fmt: skip
    if form.is_bound and form.is_valid():
        made = actions.plan_exhibition(by=viewer, **form.facts)
        return go_to(request, made, _("Begun. Now give it a title and say who shall come."))
    context = {"form": form, "is_own": [one.person_id for one in students] == [viewer.person_id]}
    return page_or_422(request, "exhibitions/begin.html", context, bound=form.is_bound)
