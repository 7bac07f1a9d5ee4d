"""Staff's page about families: what they read, whom a letter reaches, and paper for the rest."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.advisory.models import Advisory
from kindling.attendance.waiting import week_of
from kindling.families import actions, rules
from kindling.families.forms import ChoiceForm, WordsForm
from kindling.families.queries.desk import family_rows, words_desk
from kindling.families.sheet import LAYOUT, MOST, invitation_sheet
from kindling.kit.http import Refused, go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.paper.pressed import pdf_answer
from kindling.people.models import Student
from kindling.schools.http import ViewerRequest
from kindling.translation import is_configured


@require_safe
def desk(request: ViewerRequest) -> HttpResponse:
    """What was written this week, and every family with their last letter."""
    viewer = request.viewer
    require(rules.may_open_desk(viewer))
    page = page_of(request, rules.guardians_written_to(viewer))
    context: dict[str, Any] = {"page": page, "rows": family_rows(viewer, page.object_list)}
    context |= {"words": words_desk(viewer), "may_choose": rules.may_choose(viewer)}
    return render(request, "families/desk.html", context)


def find_to(request: ViewerRequest, public_id: str) -> Advisory | Student:
    """The advisory or student to whose families the viewer writes."""
    group = rules.writable_advisories(request.viewer).filter(public_id=public_id).first()
    students = rules.writable_students(request.viewer)
    return group or get_object_or_404(students, public_id=public_id)


@require_http_methods(["GET", "HEAD", "POST"])
def words(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Write this week's lines to families."""
    viewer, to = request.viewer, find_to(request, public_id)
    week_on, _sunday = week_of(viewer.school.today())
    stands = rules.words_to(to, week_on)
    speaks = stands.language if stands else viewer.person.language if viewer.person else "en"
    initial: dict[str, object] = {"text": stands.text if stands else "", "language": speaks}
    form = WordsForm(sent(request), initial=initial)
    if form.is_bound and form.is_valid():
        actions.write_words(to, week_on=week_on, by=viewer, **form.cleaned_data)
        return go_to(request, "families:desk", _("Saved. Families read it with the week."))
    context = {"form": form, "to": to, "week_on": week_on, "translates": is_configured()}
    return page_or_422(request, "families/words.html", context, bound=form.is_bound)


@require_POST
def send(request: ViewerRequest) -> HttpResponse:
    """Send one family their link, or invite all who never had one."""
    viewer, guardians = request.viewer, rules.guardians_written_to(request.viewer)
    require(rules.may_open_desk(viewer))
    if asked := request.POST.get("to", ""):
        person = get_object_or_404(guardians, public_id=asked)
        if not (person.email or person.phone):
            raise Refused(_("There is no phone number and no e-mail address. Print the sheet."))
        actions.send_letter(person, by=viewer)
        return go_to(request, "families:desk", _("Sent to %(name)s.") % {"name": person.name})
    people = list(rules.reachable(rules.without_letter(guardians))[:500])
    num = actions.send_letters(people, by=viewer, kind="invited")
    told = ngettext("%(num)s invitation sent.", "%(num)s invitations sent.", num) % {"num": num}
    return go_to(request, "families:desk", told)


@require_POST
def sheets(request: ViewerRequest) -> HttpResponse:
    """Sheets to print: of one family, or of all whom no letter has reached yet."""
    viewer, guardians = request.viewer, rules.guardians_written_to(request.viewer)
    require(rules.may_open_desk(viewer))
    if asked := request.POST.get("to", ""):
        people = [get_object_or_404(guardians, public_id=asked)]
    else:
        people = list(rules.never_opened(guardians)[:MOST])
    if not people:
        raise Refused(_("Every family has opened their letter. Print one for a single family."))
    links = actions.make_sheets(people, by=viewer)
    return pdf_answer(LAYOUT, invitation_sheet(people, links, viewer.school))


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: ViewerRequest) -> HttpResponse:
    """Whether lines go to the translator, and on which day the letter leaves."""
    viewer = request.viewer
    require(rules.may_choose(viewer))
    chosen = rules.choice_of(viewer.school)
    initial = {"translates": chosen.translates, "letter_weekday": chosen.letter_weekday}
    initial["answer_days"] = chosen.answer_days
    form = ChoiceForm(sent(request), initial=initial)
    if form.is_bound and form.is_valid():
        actions.choose_for_families(by=viewer, **form.cleaned_data)
        return go_to(request, "families:settings", _("Saved."))
    return page_or_422(request, "families/settings.html", {"form": form}, bound=form.is_bound)
