"""A narrative in another language: asked for, checked by a person."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kindling.kit.http import go_to, require
from kindling.narratives import actions, rules
from kindling.narratives.content import texts_of
from kindling.narratives.queries.page import language_name
from kindling.narratives.views.finding import find
from kindling.schools.http import ViewerRequest


@require_POST
def ask(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Have the newest version translated."""
    found = find(request, public_id)
    version = rules.visible_versions(request.viewer).filter(narrative=found).first()
    if version is None:
        raise Http404
    language = request.POST.get("language", "")
    actions.ask_for_translation(version, language, by=request.viewer)
    return go_to(request, found, _("The translation comes in a few minutes."))


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Read a machine's translation beside the original and put it right."""
    rows = rules.visible_translations(request.viewer).exclude(texts=[])
    found = get_object_or_404(rows, public_id=public_id)
    version = found.version
    require(rules.may_check(request.viewer, version.narrative))
    original = texts_of(version.content)
    if request.method == "POST":
        texts = [request.POST.get(f"text-{number}", "") for number in range(len(original))]
        base = request.POST.get("base", "")
        actions.check_translation(found, texts, base=base, by=request.viewer)
        to = f"{version.narrative.get_absolute_url()}?language={found.language}"
        return go_to(request, to, _("Checked. The family reads your words."))
    pairs = [
        (number, was, now)
        for number, (was, now) in enumerate(zip(original, found.texts, strict=True))
        if was
    ]
    context = {"translation": found, "pairs": pairs, "language_name": language_name}
    context["base"] = rules.stamp_of_texts(found.texts)
    return render(request, "narratives/check.html", context)
