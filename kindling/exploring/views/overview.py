"""The student's own page, the advisor's piles, and what the school chooses."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.exploring import actions, rules
from kindling.exploring.forms.activities import ChoiceForm
from kindling.exploring.forms.interviews import OwnQuestionForm
from kindling.exploring.queries.lists import student_page, waiting_piles
from kindling.exploring.queries.school import school_choice
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.kit.trying import works
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.schools.http import ViewerRequest


@require_safe
def exploring(request: ViewerRequest) -> HttpResponse:
    """Students: their own; who guides them: what waits."""
    own = rules.own_student(request.viewer)
    if own is not None:
        return show_student(request, own)
    require(rules.may_keep_bank(request.viewer))
    piles = waiting_piles(request.viewer)
    counts = {one.key: one.rows.count() for one in piles}
    first = next((one.key for one in piles if counts[one.key]), piles[0].key)
    chosen = request.GET.get("show", first)
    pile = next((one for one in piles if one.key == chosen), piles[0])
    context = {"piles": piles, "counts": counts, "pile": pile, "page": page_of(request, pile.rows)}
    context["may_change"] = rules.may_change_choice(request.viewer)
    return render(request, "exploring/waiting.html", context)


@require_safe
def student(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One student, for whoever sees them; what they wrote only for who guides them."""
    who = get_object_or_404(visible_students(request.viewer, Matter.PLAN), public_id=public_id)
    return show_student(request, who)


def show_student(request: ViewerRequest, who: Student) -> HttpResponse:
    context = {"page": student_page(request.viewer, who)}
    return render(request, "exploring/student.html", context)


@require_POST
def verify(request: ViewerRequest, public_id: str) -> HttpResponse:
    """It counts, from the pile."""
    rows = rules.visible_experiences(request.viewer)
    one = get_object_or_404(rows, public_id=public_id)
    actions.verify_experience(one, by=request.viewer)
    return go_to(request, "exploring:exploring", _("It counts now."))


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: ViewerRequest) -> HttpResponse:
    """What the school asks, and its own questions."""
    require(rules.may_change_choice(request.viewer))
    kept = school_choice(request.viewer)
    first = {"needs_rehearsal": kept.needs_rehearsal, "answer_days": kept.answer_days}
    form = ChoiceForm(sent(request), initial=first)
    if form.is_bound and works(
        form, lambda: actions.choose_exploring(by=request.viewer, **form.cleaned_data)
    ):
        return go_to(request, "exploring:settings", _("Saved."))
    return show_settings(request, form, OwnQuestionForm())


def show_settings(
    request: ViewerRequest, form: ChoiceForm, question_form: OwnQuestionForm
) -> HttpResponse:
    page = page_of(request, rules.visible_own_questions(request.viewer))
    context = {"form": form, "question_form": question_form, "page": page}
    bound = form.is_bound or question_form.is_bound
    return page_or_422(request, "exploring/settings.html", context, bound=bound)


@require_POST
def add_question(request: ViewerRequest) -> HttpResponse:
    """Offer a question for interviews."""
    require(rules.may_change_choice(request.viewer))
    form = OwnQuestionForm(request.POST)
    if works(form, lambda: actions.add_question(by=request.viewer, **form.cleaned_data)):
        return go_to(request, "exploring:settings", _("Students can choose it now."))
    kept = school_choice(request.viewer)
    first = {"needs_rehearsal": kept.needs_rehearsal, "answer_days": kept.answer_days}
    return show_settings(request, ChoiceForm(initial=first), form)


@require_POST
def retire_question(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Offer it no more."""
    rows = rules.visible_own_questions(request.viewer)
    question = get_object_or_404(rows, public_id=public_id)
    actions.retire_question(question, by=request.viewer)
    return go_to(request, "exploring:settings", _("Not offered any more."))
