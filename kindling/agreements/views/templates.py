"""Templates: their words in each language, their versions."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.agreements import actions, rules
from kindling.agreements.forms import (
    NewTemplateForm,
    TemplateForm,
    TextForm,
    VersionForm,
)
from kindling.agreements.models import Template, Version
from kindling.agreements.queries.templates import template_page, text_of
from kindling.agreements.words import FIELDS
from kindling.kit.http import Refused, go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest


def find(request: ViewerRequest, public_id: str) -> Template:
    return get_object_or_404(rules.visible_templates(request.viewer), public_id=public_id)


def draft_of(template: Template) -> Version:
    """The version that may still be changed; 404 when there is none."""
    draft = template.versions.filter(published_at__isnull=True).first()
    if draft is None:
        raise Http404
    return draft


@require_safe
def template_list(request: ViewerRequest) -> HttpResponse:
    require(rules.may_edit_templates(request.viewer))
    templates = rules.visible_templates(request.viewer).order_by("state", "label", "pk")
    return render(request, "agreements/templates.html", {"page": page_of(request, templates)})


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: ViewerRequest) -> HttpResponse:
    require(rules.may_edit_templates(request.viewer))
    form = NewTemplateForm(sent(request))
    if form.is_bound and form.is_valid():
        made = actions.make_template(by=request.viewer, **form.cleaned_data)
        return go_to(request, made, _("Made. Write the text in one language first."))
    context = {"form": form, "title": _("Add a template")}
    return page_or_422(request, "agreements/template_form.html", context, bound=form.is_bound)


@require_safe
def template_detail(request: ViewerRequest, public_id: str) -> HttpResponse:
    page = template_page(find(request, public_id))
    draft = page.draft
    initial = {"parties": draft.parties, "changes": draft.changes} if draft else {}
    context = {"page": page, "form": VersionForm(initial=initial)}
    return render(request, "agreements/template.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: ViewerRequest, public_id: str) -> HttpResponse:
    template = find(request, public_id)
    names = ("label", "kind", "is_usual", "lasts_days")
    form = TemplateForm(sent(request), initial={name: getattr(template, name) for name in names})
    if form.is_bound and form.is_valid():
        actions.change_template(template, by=request.viewer, **form.cleaned_data)
        return go_to(request, template, _("Saved."))
    context = {"form": form, "title": template.label}
    return page_or_422(request, "agreements/template_form.html", context, bound=form.is_bound)


@require_POST
def move(request: ViewerRequest, public_id: str, verb: str) -> HttpResponse:
    """Retire it or use it again."""
    template = find(request, public_id)
    act = actions.retire_template if verb == "retire" else actions.bring_back_template
    act(template, by=request.viewer)
    return go_to(request, template, _("Saved."))


@require_POST
def start(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Begin the next version."""
    template = find(request, public_id)
    actions.start_version(template, by=request.viewer)
    return redirect(template)


@require_POST
def change_version(request: ViewerRequest, public_id: str) -> HttpResponse:
    template = find(request, public_id)
    draft, form = draft_of(template), VersionForm(request.POST)
    if not form.is_valid():
        context = {"page": template_page(template), "form": form}
        return page_or_422(request, "agreements/template.html", context, bound=True)
    actions.change_version(draft, by=request.viewer, **form.cleaned_data)
    return go_to(request, template, _("Saved."))


@require_POST
def publish(request: ViewerRequest, public_id: str) -> HttpResponse:
    template = find(request, public_id)
    actions.publish_version(draft_of(template), by=request.viewer)
    return go_to(request, template, _("Published. New agreements have these words."))


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: ViewerRequest, public_id: str, language: str) -> HttpResponse:
    """The words of the draft in one language."""
    template = find(request, public_id)
    if language not in dict(settings.LANGUAGES):
        raise Http404
    draft = draft_of(template)
    form = TextForm(sent(request), initial=text_of(draft, language))
    if form.is_bound and form.is_valid():
        try:
            actions.write_text(draft, language, by=request.viewer, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return go_to(request, template, _("Saved."))
    name = str(dict(settings.LANGUAGES)[language])
    context = {"form": form, "template": template, "tongue": name, "fields": FIELDS}
    return page_or_422(request, "agreements/text.html", context, bound=form.is_bound)
