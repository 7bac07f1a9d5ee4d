"""The roll of an advisory, and the school's codes."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.kit.http import answer, is_looking, page_or_422, require, sent
from kindling.roll import actions, rules
from kindling.roll.codes import codes_of
from kindling.roll.forms import CodeForm, RollForm
from kindling.roll.queries import corrections_of, rolls_on
from kindling.roll.roster import Roll, read_roll
from kindling.schools.http import ViewerRequest


@require_safe
def roll_list(request: ViewerRequest) -> HttpResponse:
    """Every roll one may take; who has only one goes there at once."""
    require(rules.may_open_rolls(request.viewer))
    on = as_day(request.GET.get("on") or request.viewer.school.today().isoformat())
    rolls = rolls_on(request.viewer, on)
    if len(rolls) == 1:
        return redirect("roll:roll", rolls[0].public_id, on.isoformat())
    may_change = rules.may_change_codes(request.viewer)
    return render(request, "roll/list.html", {"rolls": rolls, "on": on, "may_change": may_change})


@require_safe
def roll_today(request: ViewerRequest, public_id: str) -> HttpResponse:
    """A link that may stand in a letter: today's roll."""
    return redirect("roll:roll", public_id, request.viewer.school.today().isoformat())


@require_http_methods(["GET", "HEAD", "POST"])
def roll_page(request: ViewerRequest, public_id: str, on: str) -> HttpResponse:
    """One advisory on one day; POST takes its roll."""
    advisory = get_object_or_404(rules.visible_rolls(request.viewer), public_id=public_id)
    roll = read_roll(request.viewer, advisory, as_day(on), planned=is_looking(request))
    form = RollForm(sent(request), roll=roll)
    if form.is_valid():
        facts = {"said": form.said, "seen": form.seen, "why": form.cleaned_data["why"]}
        n = actions.take_roll(roll, by=request.viewer, **facts)
        toast = ngettext("%(num)s mark saved.", "%(num)s marks saved.", n) % {"num": n}
        return answer(request, "roll/_saved.html", {}, to=address(roll), toast=toast)
    if form.is_bound:  # nothing was saved: the page shows again who is expected elsewhere
        roll = read_roll(request.viewer, advisory, roll.on)
    corrections = corrections_of(request.viewer, roll)
    context = {"roll": roll, "form": form, "corrections": corrections}
    return page_or_422(request, "roll/roll.html", context, bound=form.is_bound)


def address(roll: Roll) -> str:
    return reverse("roll:roll", args=[roll.advisory.public_id, roll.on.isoformat()])


def as_day(text: str) -> date:
    """Read a date of the address; 404 for one that is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Http404 from None


@require_http_methods(["GET", "HEAD", "POST"])
def code_list(request: ViewerRequest) -> HttpResponse:
    """The school's codes; POST names one or makes another."""
    require(rules.may_change_codes(request.viewer))
    form = CodeForm(sent(request))
    if form.is_valid():
        actions.change_code(by=request.viewer, **form.cleaned_data)
        return answer(request, "roll/_saved.html", {}, to="roll:codes", toast=_("Saved."))
    own = {code.letter: code for code in rules.visible_codes(request.viewer)}
    context = {
        "codes": codes_of(request.viewer.school), "own": own, "form": form,
        "always": actions.ALWAYS,
    }  # fmt: skip
    return page_or_422(request, "roll/codes.html", context, bound=form.is_bound)


@require_POST
def retire_code(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Offer a code no more."""
    code = get_object_or_404(rules.visible_codes(request.viewer), public_id=public_id)
    actions.retire_code(code, by=request.viewer)
    return answer(request, "roll/_saved.html", {}, to="roll:codes", toast=_("Saved."))
