"""Progress of students, the rules of the school, and what counts besides hours."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.exploring.models import Experience
from kindling.kit.http import answer, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.requirements import actions, rules
from kindling.requirements.forms import (
    CreditForm,
    DeclineForm,
    ExperienceForm,
    ProgressFilter,
    RulesForm,
)
from kindling.requirements.models import Kind
from kindling.requirements.queries import grade_rows, progress_rows, student_page
from kindling.schools.http import ViewerRequest
from kindling.schools.models import SchoolYear
from kindling.schools.queries import year_named, years_of

SAVED = "requirements/_saved.html"


def find_year(request: ViewerRequest) -> SchoolYear:
    """The year of the address, or of today; 404 for a school without one."""
    year = year_named(request.school, request.GET.get("year", ""))
    if year is None:
        raise Http404
    return year


@require_safe
def progress(request: ViewerRequest) -> HttpResponse:
    """Who is falling behind; a student goes to the own page."""
    own = (
        visible_students(request.viewer, Matter.WORDS)
        .filter(person=request.viewer.person_id)
        .first()
    )
    if own is not None:
        return redirect("requirements:student", own.public_id)
    require(rules.may_see_progress(request.viewer))
    year, form = find_year(request), ProgressFilter(request.GET)
    wanted = form.wanted
    query = request.GET.copy()
    query.pop("page", None)
    page = page_of(request, progress_rows(request.viewer, year, **wanted))
    context = {"year": year, "page": page, "wanted": wanted, "query": query.urlencode()}
    context["may_change"] = rules.may_change_requirements(request.viewer)
    return render(request, "requirements/progress.html", context)


def find_student(request: ViewerRequest, public_id: str) -> Student:
    return get_object_or_404(visible_students(request.viewer, Matter.WORDS), public_id=public_id)


@require_http_methods(["GET", "HEAD", "POST"])
def student(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One student's progress; POST enters a shadow day or an interview."""
    who = find_student(request, public_id)
    form = ExperienceForm(sent(request))
    if form.is_bound:
        require(rules.may_enter(request.viewer, who))
    if form.is_valid():
        actions.enter_experience(who, by=request.viewer, **form.facts)
        to = request.path
        return answer(request, SAVED, {}, to=to, toast=_("Noted."))
    page = student_page(request.viewer, who, find_year(request))
    context = {"page": page, "form": form}
    return page_or_422(request, "requirements/student.html", context, bound=form.is_bound)


def find_experience(request: ViewerRequest, public_id: str) -> Experience:
    return get_object_or_404(rules.visible_experiences(request.viewer), public_id=public_id)


@require_POST
def verify(request: ViewerRequest, public_id: str) -> HttpResponse:
    """It counts."""
    one = find_experience(request, public_id)
    actions.verify_experience(one, by=request.viewer)
    return answer(request, SAVED, {}, to=one, toast=_("It counts now."))


@require_http_methods(["GET", "HEAD", "POST"])
def decline(request: ViewerRequest, public_id: str) -> HttpResponse:
    """It does not count, and why."""
    one = find_experience(request, public_id)
    require(rules.may_verify(request.viewer, one.student))
    form = DeclineForm(sent(request))
    if form.is_valid():
        actions.decline_experience(one, by=request.viewer, **form.cleaned_data)
        return answer(request, SAVED, {}, to=one, toast=_("Saved."))
    context = {"one": one, "form": form}
    return page_or_422(request, "requirements/decline.html", context, bound=form.is_bound)


@require_POST
def take_back(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The student made a mistake."""
    one = find_experience(request, public_id)
    actions.take_back_experience(one, by=request.viewer)
    return answer(request, SAVED, {}, to=one, toast=_("Taken back."))


@require_http_methods(["GET", "HEAD", "POST"])
def school_rules(request: ViewerRequest) -> HttpResponse:
    """What each grade asks for; POST sets one grade."""
    require(rules.may_change_requirements(request.viewer))
    year, form = find_year(request), RulesForm(sent(request))
    if form.is_valid():
        grade = form.cleaned_data["grade"]
        actions.set_requirements(year, grade, form.amounts, by=request.viewer)
        return answer(request, SAVED, {}, to=request.get_full_path(), toast=_("Saved."))
    return shown_rules(request, year, form, CreditForm())


def shown_rules(
    request: ViewerRequest, year: SchoolYear, form: RulesForm, credit_form: CreditForm
) -> HttpResponse:
    """The page of rules, with whichever form has to be mended."""
    credit = rules.visible_credit_rules(request.viewer).filter(year=year).first()
    if credit and not credit_form.is_bound:
        credit_form = CreditForm(initial={"hours": credit.hours, "step": credit.step})
    context = {
        "year": year, "years": years_of(request.school), "form": form,
        "rows": grade_rows(request.viewer, year), "kinds": Kind, "credit": credit,
        "credit_form": credit_form, "is_over": year.ends_on < request.viewer.school.today(),
    }  # fmt: skip
    bound = form.is_bound or credit_form.is_bound
    return page_or_422(request, "requirements/rules.html", context, bound=bound)


def rules_of(year: SchoolYear) -> str:
    """The page of the year's rules, which need not be today's year."""
    return f"{reverse('requirements:rules')}?year={year.public_id}"


@require_POST
def credit(request: ViewerRequest, year_id: str) -> HttpResponse:
    """What an hour is worth."""
    year = get_object_or_404(rules.visible_years(request.viewer), public_id=year_id)
    require(rules.may_change_requirements(request.viewer))
    form = CreditForm(request.POST)
    if not form.is_valid():
        return shown_rules(request, year, RulesForm(), form)
    actions.set_credit(year, by=request.viewer, **form.cleaned_data)
    return answer(request, SAVED, {}, to=rules_of(year), toast=_("Saved."))


@require_POST
def copy_year(request: ViewerRequest, year_id: str) -> HttpResponse:
    """Take over the rules of the year before."""
    years = rules.visible_years(request.viewer)
    year = get_object_or_404(years, public_id=year_id)
    require(rules.may_change_requirements(request.viewer))
    source = years.filter(starts_on__lt=year.starts_on).first()
    if source is None:
        raise Http404
    actions.copy_year(source, year, by=request.viewer)
    return answer(request, SAVED, {}, to=rules_of(year), toast=_("Taken over."))
