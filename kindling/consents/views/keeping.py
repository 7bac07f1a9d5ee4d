"""For whoever keeps consents: the board, one purpose and its words, one student."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.consents import actions, rules
from kindling.consents.forms import PaperForm, TextForm
from kindling.consents.kinds import Kind, facts_of
from kindling.consents.models import Consent, ConsentWord, Purpose, PurposeText
from kindling.consents.queries import keeping
from kindling.consents.queries.answering import name_of
from kindling.kit.addresses import url
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.people.models import Student
from kindling.people.rules import deciders, students_in_full
from kindling.schools.http import ViewerRequest

BOTH = ["GET", "HEAD", "POST"]


@require_safe
def board(request: ViewerRequest) -> HttpResponse:
    """What the school asks, and how many have answered."""
    require(rules.may_keep(request.viewer))
    lines = keeping.board_lines(request.viewer)
    return render(request, "consents/board.html", {"lines": lines})


def find_purpose(request: ViewerRequest, kind: str) -> Purpose:
    require(rules.may_keep(request.viewer))
    return get_object_or_404(rules.visible_purposes(request.viewer), kind=kind)


@require_safe
def purpose(request: ViewerRequest, kind: str) -> HttpResponse:
    """Its words in each language, and what stands for each student."""
    one, viewer = find_purpose(request, kind), request.viewer
    state = request.GET.get("state", "")
    chosen = state if state in {*Consent.State.values, "none"} else ""
    context = {
        "purpose": one,
        "texts": keeping.text_lines(viewer, one),
        "page": page_of(request, keeping.students_and(viewer, kind, chosen)),
        "state": chosen,
        "labels": dict(Consent.State.choices),
        "states": [("", _("All")), ("none", _("Not asked")), *Consent.State.choices],
        "may_review": rules.may_review(viewer),
    }
    return render(request, "consents/purpose.html", context)


@require_POST
def ask(request: ViewerRequest, kind: str) -> HttpResponse:
    """Ask every family that has not answered."""
    one, viewer = find_purpose(request, kind), request.viewer
    letters = actions.ask_families([kind], keeping.students_to_ask(viewer, kind), by=viewer)
    told = ngettext("%(num)s letter is on its way.", "%(num)s letters are on their way.", letters)
    return go_to(request, one.get_absolute_url(), told % {"num": letters})


@require_POST
def use(request: ViewerRequest, kind: str) -> HttpResponse:
    """Switch a question on or off."""
    one = find_purpose(request, kind)
    actions.use_purpose(one, is_used=request.POST.get("use") == "yes", by=request.viewer)
    return go_to(request, one.get_absolute_url(), _("Saved."))


@require_http_methods(BOTH)
def write(request: ViewerRequest, kind: str, language: str) -> HttpResponse:
    """Write the words of one language anew, the original beside them."""
    one, viewer = find_purpose(request, kind), request.viewer
    if language not in dict(settings.LANGUAGES):
        raise Http404
    texts = rules.texts_of(viewer.school, kind)
    now = next((text for text in texts if text.language == language), None)
    facts = {name: getattr(now, name) for name in TextForm.base_fields} if now else {}
    form = TextForm(sent(request), initial=facts)
    if form.is_bound and form.is_valid():
        actions.write_text(one, language, **form.cleaned_data, by=viewer)
        return go_to(request, one.get_absolute_url(), _("Written down as a draft."))
    original = next((text for text in texts if text.is_original and text != now), None)
    context = {"purpose": one, "form": form, "original": original, "code": language}
    context["name"] = name_of(language)
    return page_or_422(request, "consents/write.html", context, bound=form.is_bound)


def find_text(request: ViewerRequest, public_id: str) -> PurposeText:
    require(rules.may_review(request.viewer))
    return get_object_or_404(rules.visible_texts(request.viewer), public_id=public_id)


@require_POST
def review(request: ViewerRequest, public_id: str) -> HttpResponse:
    """These words were read and are right."""
    text = find_text(request, public_id)
    actions.review_text(text, by=request.viewer)
    return go_to(request, text.purpose.get_absolute_url(), _("Marked as reviewed."))


@require_POST
def allow(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Let families read a draft translation beside the original, or no more."""
    text = find_text(request, public_id)
    actions.allow_draft(text, allow=request.POST.get("allow") == "yes", by=request.viewer)
    return go_to(request, text.purpose.get_absolute_url(), _("Saved."))


def find_student(request: ViewerRequest, public_id: str) -> Student:
    found = get_object_or_404(students_in_full(request.viewer), public_id=public_id)
    found.school = request.viewer.school
    return found


@require_safe
def student(request: ViewerRequest, public_id: str) -> HttpResponse:
    """What stands for one student."""
    viewer = request.viewer
    require(viewer.is_staff)
    context = {
        "page": keeping.student_page(viewer, find_student(request, public_id)),
        "may_keep": rules.may_keep(viewer),
        "may_agree": rules.may_agree_for_school(viewer),
    }
    return render(request, "consents/student.html", context)


@require_http_methods(BOTH)
def paper(request: ViewerRequest, public_id: str, kind: str) -> HttpResponse:
    """Write down what came on paper or by phone."""
    require(rules.may_keep(request.viewer))
    one = find_student(request, public_id)
    if kind not in Kind.values:
        raise Http404
    says = [ConsentWord.Says(word) for word in facts_of(kind).answers]
    answers = [(word.value, str(word.label)) for word in says]
    form = PaperForm(sent(request), people=list(deciders(one)), answers=answers)
    if form.is_bound and form.is_valid():
        actions.write_down_answer(one, kind, **form.cleaned_data, by=request.viewer)
        return go_to(request, url("consents:for", public_id), _("Written down."))
    context = {"form": form, "student": one, "kind": Kind(kind)}
    return page_or_422(request, "consents/paper.html", context, bound=form.is_bound)


@require_POST
def agree(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The school agrees for a child below thirteen, for learning only."""
    require(rules.may_agree_for_school(request.viewer))
    one = find_student(request, public_id)
    actions.agree_for_school(one, note="", by=request.viewer)
    return go_to(request, url("consents:for", public_id), _("Written down."))
