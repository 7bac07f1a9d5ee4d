"""An autobiography: the list of its chapters, and one of them."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.gateways import actions, rules
from kindling.gateways.forms.own import ChapterForm
from kindling.gateways.models import Chapter
from kindling.gateways.queries import own
from kindling.gateways.views.finding import BOTH, find_student
from kindling.kit.addresses import url
from kindling.kit.editing import Edit, answer_edit
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.people.rules import is_own_advisor
from kindling.schools.http import ViewerRequest


@require_http_methods(BOTH)
def chapters(request: ViewerRequest, public_id: str) -> HttpResponse:
    """How far each is; the student begins another one."""
    student, viewer = find_student(request, public_id), request.viewer
    form = ChapterForm(sent(request))
    require(rules.is_own(viewer, student) or not form.is_bound)
    if form.is_bound and form.is_valid():
        made = actions.begin_chapter(student, form.cleaned_data["title"], by=viewer)
        return go_to(request, made, _("Begun."))
    context = {"page": own.chapters_page(viewer, student), "form": form}
    return page_or_422(request, "gateways/chapters.html", context, bound=form.is_bound)


@require_safe
def chapter(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Read one: its student, and their advisor once it was shared."""
    found, viewer = find_chapter(request, public_id), request.viewer
    mine = rules.is_own(viewer, found.student)
    context = {
        "chapter": found, "is_own": mine, "tones": own.TONES,
        "may_answer": not mine and is_own_advisor(viewer, found.student),
    }  # fmt: skip
    return render(request, "gateways/chapter.html", context)


@require_POST
def save(request: ViewerRequest, public_id: str) -> HttpResponse:
    found, edit = find_chapter(request, public_id), Edit.sent(request, ("body",))
    clash = actions.write_chapter(found, edit.text, base=edit.base, by=request.viewer)
    return answer_edit(request, edit, clash, label=found.title, to=found.get_absolute_url())


@require_POST
def share(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find_chapter(request, public_id)
    actions.share_chapter(found, by=request.viewer)
    return go_to(request, found, _("Your advisor can read it now."))


@require_POST
def take_back(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find_chapter(request, public_id)
    actions.take_chapter_back(found, by=request.viewer)
    return go_to(request, found, _("Only you read it now."))


@require_POST
def answer(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The advisor has read it: done, or this would make it stronger."""
    found = find_chapter(request, public_id)
    words = request.POST.get("words", "").strip()[:2000]
    student = found.student
    if request.POST.get("yes") == "1":
        actions.finish_chapter(found, words, by=request.viewer)
    else:
        actions.give_chapter_back(found, words, by=request.viewer)
    return go_to(request, url("gateways:chapters", student.public_id), _("Kept."))


def find_chapter(request: ViewerRequest, public_id: str) -> Chapter:
    return get_object_or_404(rules.readable_chapters(request.viewer), public_id=public_id)
