"""What principal and administrator set: the school, its words, years, terms and people's hats."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.accounts.views.proof import proves
from kindling.kit.http import Refused, answer, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.kit.text import plain
from kindling.office import queries, rules
from kindling.office.actions import hats, settings, years
from kindling.office.forms.school import SchoolForm, WordsForm
from kindling.office.forms.years import EndHatForm, HatForm, KindForm, SpanForm, TermForm, YearForm
from kindling.schools.http import ViewerRequest
from kindling.schools.roles import Role


def kept(form: forms.Form, act: Callable[[], object]) -> int:
    """Run an action for a valid form. Return 302 when it worked, else the status of the page.

    What the action refuses becomes a sentence above the form, and nothing typed is lost.
    """
    if not form.is_valid():
        return 422 if form.is_bound else 200
    try:
        act()
    except Refused as refused:
        form.add_error(None, str(refused))
        return 409
    return 302


@require_http_methods(["GET", "HEAD", "POST"])
def school_settings(request: ViewerRequest) -> HttpResponse:
    require(rules.may_change_school(request.viewer))
    school = request.school
    form = SchoolForm(sent(request), initial=SchoolForm.first_answers(school))
    if form.is_bound and form.is_valid():
        settings.change_school(school, by=request.viewer, **form.facts())
        context = {"form": SchoolForm(initial=SchoolForm.first_answers(school))}
        return answer(request, "office/_school.html", context, to="office:settings", toast=saved())
    return page_or_422(request, "office/settings.html", {"form": form}, bound=form.is_bound)


@require_http_methods(["GET", "HEAD", "POST"])
def words(request: ViewerRequest) -> HttpResponse:
    require(rules.may_change_school(request.viewer))
    form = WordsForm(sent(request), initial=request.school.words)
    if form.is_bound and form.is_valid():
        settings.choose_words(request.school, by=request.viewer, words=form.cleaned_data)
        return answer(
            request, "office/_words.html", {"form": form}, to="office:words", toast=saved()
        )
    return page_or_422(request, "office/words.html", {"form": form}, bound=form.is_bound)


@require_safe
def year_list(request: ViewerRequest) -> HttpResponse:
    require(rules.may_change_school(request.viewer))
    rows = queries.years_with_terms(request.viewer)
    return render(request, "office/years.html", {"rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
def add_year(request: ViewerRequest) -> HttpResponse:
    """GET with ?kind= and days proposes terms; POST keeps what stands there then."""
    require(rules.may_change_school(request.viewer))
    asked = KindForm(request.GET or None)
    if request.method == "POST":
        form = YearForm(request.POST)
    elif asked.is_bound and asked.is_valid():
        form = YearForm(initial=queries.proposal(**asked.cleaned_data))
    else:
        status = 422 if asked.is_bound else 200
        return render(
            request, "office/add_year.html", {"asked": asked, "form": None}, status=status
        )
    status = kept(form, lambda: years.add_year(by=request.viewer, **form.answers()))
    context = {"asked": asked, "form": form}
    return done(request, "office/add_year.html", context, status, "office:years")


@require_http_methods(["GET", "HEAD", "POST"])
def change_year(request: ViewerRequest, public_id: str) -> HttpResponse:
    require(rules.may_change_school(request.viewer))
    year = get_object_or_404(rules.visible_years(request.viewer), public_id=public_id)
    form = SpanForm(sent(request), initial=vars(year))
    status = kept(form, lambda: years.change_year(year, by=request.viewer, **form.cleaned_data))
    context = {"form": form, "name": year.label}
    return done(request, "office/span.html", context, status, "office:years")


@require_http_methods(["GET", "HEAD", "POST"])
def add_term(request: ViewerRequest, public_id: str) -> HttpResponse:
    require(rules.may_change_school(request.viewer))
    year = get_object_or_404(rules.visible_years(request.viewer), public_id=public_id)
    form = TermForm(sent(request))
    status = kept(form, lambda: years.add_term(year, form.plan(), by=request.viewer))
    context = {"form": form, "name": _("New term in %(year)s") % {"year": year.label}}
    return done(request, "office/span.html", context, status, "office:years")


@require_http_methods(["GET", "HEAD", "POST"])
def change_term(request: ViewerRequest, public_id: str) -> HttpResponse:
    require(rules.may_change_school(request.viewer))
    term = get_object_or_404(rules.visible_terms(request.viewer), public_id=public_id)
    form = TermForm(sent(request), initial=vars(term))
    status = kept(form, lambda: years.change_term(term, form.plan(), by=request.viewer))
    context = {"form": form, "name": term.label}
    return done(request, "office/span.html", context, status, "office:years")


@require_safe
def hat_list(request: ViewerRequest) -> HttpResponse:
    """Who wears which hat; with ?q= the people to whom one may be given."""
    require(rules.may_change_school(request.viewer))
    asked = request.GET.get("q", "").strip()
    worn = rules.visible_hats(request.viewer).order_by("person__sort_name", "role", "pk")
    found = rules.visible_holders(request.viewer).filter(sort_name__contains=plain(asked))
    people = list(found.order_by("sort_name", "pk")[:20]) if asked else []
    context = {"page": page_of(request, worn), "asked": asked, "people": people}
    return render(request, "office/hats.html", context | {"labels": dict(Role.choices)})


@proves
@require_http_methods(["GET", "HEAD", "POST"])
def person_hats(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One person's hats, and a form for another."""
    require(rules.may_change_school(request.viewer))
    person = get_object_or_404(rules.visible_holders(request.viewer), public_id=public_id)
    today = request.school.today()
    form = HatForm(sent(request), initial={"since_on": today})

    def give() -> None:
        data = form.cleaned_data | {"role": Role(form.cleaned_data["role"])}
        hats.give_hat(person, by=request.viewer, **data)

    status = kept(form, give)
    context = {"person": person, "form": form, "today": today, "labels": dict(Role.choices)}
    context["hats"] = queries.hats_of(request.viewer, person.pk)
    return done(request, "office/person_hats.html", context, status, "office:hats")


@proves
@require_POST
def end_hat(request: ViewerRequest, public_id: str) -> HttpResponse:
    hat = get_object_or_404(rules.visible_hats(request.viewer), public_id=public_id)
    form = EndHatForm(request.POST)
    status = kept(form, lambda: hats.end_hat(hat, by=request.viewer, **form.cleaned_data))
    context = {"person": hat.person, "form": form, "hat": hat, "labels": dict(Role.choices)}
    return done(request, "office/end_hat.html", context, status, "office:hats")


def done(
    request: ViewerRequest, template: str, context: dict[str, Any], status: int, to: str
) -> HttpResponse:
    """Go on when it worked; else show the page with its status."""
    if status == 302:  # noqa: PLR2004
        return answer(request, template, context, to=to, toast=saved())
    return render(request, template, context, status=status)


def saved() -> str:
    return _("Saved.")
