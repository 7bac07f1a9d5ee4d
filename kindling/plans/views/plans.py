"""The list of plans, one plan, and what moves it on."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.kit.editing import Edit, answer_edit
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.plans import actions, rules
from kindling.plans.cards import draw_cards, draw_coverage
from kindling.plans.forms import ExhibitedForm, ReasonForm, RemarkForm, RulesForm
from kindling.plans.models import Plan
from kindling.plans.queries.cohort import (
    SHOWN,
    cohort,
    cohort_rows,
    homes,
    own_plans,
    term_among,
    term_for,
)
from kindling.plans.queries.lines import TONES
from kindling.plans.queries.page import plan_named, plan_page
from kindling.plans.queries.versions import all_versions
from kindling.plans.questions import FOCUS
from kindling.schools.http import ViewerRequest
from kindling.schools.models import Term
from kindling.schools.roles import Role


def find(request: ViewerRequest, public_id: str) -> Plan:
    found = plan_named(request.viewer, public_id)
    if found is None:
        raise Http404
    return found


@require_safe
def plan_list(request: ViewerRequest) -> HttpResponse:
    """Advisors and leaders: all their students; students and families: their own."""
    viewer = request.viewer
    terms = list(rules.terms_of(viewer))
    term = term_among(terms, viewer, request.GET.get("term", ""))
    if not rules.may_see_cohort(viewer) or term is None:
        return render(request, "plans/mine.html", mine(request, term))
    show = request.GET.get("show", "all")
    show = show if show in SHOWN else "all"
    today = viewer.school.today()
    page = page_of(request, cohort(viewer, term, show))
    context = {
        "page": page,
        "rows": cohort_rows(viewer, term, list(page.object_list)),
        "term": term,
        "terms": [
            (
                one.public_id,
                one.label if one.year_id == term.year_id else f"{one.label} · {one.year.label}",
            )
            for one in terms
        ],
        "show": show,
        "meetings": rules.rules_of(viewer).meetings_per_year,
        "may_begin": viewer.is_a(Role.ADVISOR) and not viewer.is_leader and term.ends_on >= today,
        "may_settings": rules.may_change_rules(viewer),
    }
    return render(request, "plans/plans.html", context)


def mine(request: ViewerRequest, term: Term | None) -> dict[str, Any]:
    """The plans of oneself, or of each of one's children."""
    return {"people": homes(request.viewer, term), "term": term}


@require_POST
def start(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Begin the plan of a term, now or (?term=) of another."""
    student = get_object_or_404(rules.students_with_plans(request.viewer), public_id=public_id)
    term = term_for(request.viewer, request.POST.get("term", ""))
    if term is None:
        raise Http404
    plan = actions.start_plan(student, term, by=request.viewer)
    return redirect(plan)


@require_safe
def plan_detail(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The whole plan. A family reads what was proposed while the words are still being written."""
    return show(request, find(request, public_id))


def show(request: ViewerRequest, plan: Plan, form: Any = None, status: int = 200) -> HttpResponse:
    part = rules.part_of(request.viewer, plan.student)
    if not rules.reads_words(part, plan):
        return redirect(all_versions(plan, request.viewer)[0])
    context = {
        "page": plan_page(plan, request.viewer, part),
        "focus": FOCUS,
        "tones": TONES,
        "draw_cards": draw_cards,
        "draw_coverage": draw_coverage,
        "wrong": form,
        "reason": form if isinstance(form, ReasonForm) else ReasonForm(),
        "remark": form if isinstance(form, RemarkForm) else RemarkForm(),
        "exhibited": form
        if isinstance(form, ExhibitedForm)
        else ExhibitedForm(initial={"on": request.viewer.school.today()}),
    }
    return render(request, "plans/plan.html", context, status=status)


@require_POST
def save(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Keep what the term is about."""
    plan, edit = find(request, public_id), Edit.sent(request, ("focus",))
    clash = actions.write_plan(plan, edit.field, edit.text, base=edit.base, by=request.viewer)
    return answer_edit(request, edit, clash, label=str(FOCUS.label), to=plan)


@require_POST
def add_item(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One more thing, and the first question about it."""
    item = actions.add_item(find(request, public_id), by=request.viewer)
    return redirect(f"{item.get_absolute_url()}?ask=experience")


@require_POST
def propose(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Freeze the words and ask for names."""
    plan = find(request, public_id)
    actions.propose_plan(plan, by=request.viewer)
    return go_to(
        request, plan, _("Your words are kept as they are now. The letters are on their way.")
    )


@require_POST
def ask(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Write again to those whose names are missing."""
    plan = find(request, public_id)
    count = actions.ask_signers(plan, by=request.viewer)
    text = ngettext("%(n)s letter is on its way.", "%(n)s letters are on their way.", count)
    return go_to(request, plan, text % {"n": count})


@require_POST
def share(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Let the family read along, or no longer."""
    plan = find(request, public_id)
    if request.POST.get("off"):
        actions.unshare_plan(plan, by=request.viewer)
        return go_to(request, plan, _("The family reads it once it is proposed."))
    actions.share_plan(plan, by=request.viewer)
    return go_to(request, plan, _("The family can read along now."))


@require_POST
def change(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Open a signed plan for a change, with a reason."""
    plan, form = find(request, public_id), ReasonForm(request.POST)
    if not form.is_valid():
        return show(request, plan, form, 422)
    actions.start_change(plan, by=request.viewer, **form.cleaned_data)
    return go_to(
        request, plan, _("Write your change. The signed plan counts until all sign again.")
    )


@require_POST
def give_up(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Put the words back as everybody signed them."""
    plan = find(request, public_id)
    actions.give_up_change(plan, by=request.viewer)
    return go_to(request, plan, _("The plan is as everybody signed it. Your change is kept below."))


@require_POST
def remark(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Say something beside the plan."""
    plan, form = find(request, public_id), RemarkForm(request.POST)
    if not form.is_valid():
        return show(request, plan, form, 422)
    actions.make_remark(plan, by=request.viewer, **form.cleaned_data)
    return go_to(request, plan, _("Said."))


@require_POST
def carry(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Bring what is unfinished in the plan before this one."""
    plan = find(request, public_id)
    earlier = own_plans(request.viewer, plan.student)
    before = next((one for one in earlier if one.term.starts_on < plan.term.starts_on), None)
    require(rules.may_write(request.viewer, plan))
    count = actions.carry_items(plan, before, by=request.viewer) if before else 0
    text = ngettext("%(n)s thing came over.", "%(n)s things came over.", count)
    return go_to(request, plan, text % {"n": count})


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: ViewerRequest) -> HttpResponse:
    """What the school asks of every plan."""
    require(rules.may_change_rules(request.viewer))
    form = RulesForm.of(rules.rules_of(request.viewer), sent(request))
    if form.is_bound and form.is_valid():
        actions.change_rules(by=request.viewer, **form.cleaned_data)
        return go_to(request, "plans:settings", _("Saved."))
    return page_or_422(request, "plans/settings.html", {"form": form}, bound=form.is_bound)
