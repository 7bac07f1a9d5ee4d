"""A plan as PDF: the words one reads on its page, in the language one asks for."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from kindling.paper.pressed import language_asked, pdf_answer
from kindling.plans import rules
from kindling.plans.content import compose
from kindling.plans.models import Version
from kindling.plans.parties import items_of
from kindling.plans.queries.page import plan_named
from kindling.plans.queries.versions import all_versions
from kindling.plans.sheet import LAYOUT, sheet_of
from kindling.schools.http import ViewerRequest


@require_safe
def plan_paper(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The plan as it is now; who reads only what was proposed gets the newest version."""
    plan = plan_named(request.viewer, public_id)
    if plan is None:
        raise Http404
    if not rules.reads_words(rules.part_of(request.viewer, plan.student), plan):
        newest = all_versions(plan, request.viewer)[0]
        return redirect("plans:version_paper", newest.public_id)
    content = compose(plan, items_of(plan), number=0, reason="", signers=[])
    language = language_asked(request)
    sheet = sheet_of(plan, content, version=None, signers=[], language=language)
    return pdf_answer(LAYOUT, sheet)


@require_safe
def version_paper(request: ViewerRequest, public_id: str) -> HttpResponse:
    """A version as it was frozen, with the names under it."""
    rows = rules.visible_versions(request.viewer)
    version: Version = get_object_or_404(rows, public_id=public_id)
    signers = version.signers.select_related("person", "signature").order_by("pk")
    language = language_asked(request)
    sheet = sheet_of(
        version.plan, version.content, version=version, signers=signers, language=language
    )
    return pdf_answer(LAYOUT, sheet)
