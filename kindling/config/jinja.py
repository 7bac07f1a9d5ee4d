"""What every template may say."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, cast

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.templatetags.static import static
from django.utils import translation
from django.utils.functional import lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from jinja2 import Environment, StrictUndefined

from kindling.disclosures.rules import statements_of, statements_on
from kindling.home.nav import links_for, me_menu
from kindling.kit.addresses import url
from kindling.schools import world
from kindling.schools.words import word
from kindling.texts.replies import answer_word
from kindling.ui.environment import FILTERS, GLOBALS
from kindling.ui.quick import QuickEnvironment, of_many


def environment(**options: Any) -> Environment:
    """Make a name that a template doesn't know an error, not an empty space."""
    options |= {"autoescape": True, "undefined": StrictUndefined}
    options |= {"trim_blocks": True, "lstrip_blocks": True}
    env = QuickEnvironment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"], **options)
    env.install_gettext_translations(translation, newstyle=True)  # type: ignore[attr-defined]
    env.globals["ngettext"] = of_many(cast("Callable[..., str]", env.globals["ngettext"]))
    env.globals |= {
        **GLOBALS,
        "url": url,
        "static": static if settings.DEBUG else cache(static),
        "word": word,
    }
    env.globals |= {"answer_word": answer_word}
    env.globals |= {"statements_on": statements_on, "statements_of": statements_of}
    env.globals |= {"links_for": links_for, "me_menu": me_menu}
    env.filters |= {**FILTERS, "capfirst": capfirst}
    return env


def context(request: HttpRequest) -> dict[str, Any]:
    """Who is looking, at which school, and what the last action had to say."""
    user = getattr(request, "user", None)
    reader = getattr(getattr(request, "viewer", None), "person", None)
    return {
        "has_large_text": getattr(reader or request, "has_large_text", False),
        "viewer": getattr(request, "viewer", None),
        "school": getattr(request, "school", None),
        "messages": get_messages(request),
        "is_demo": world.is_demo(),
        "theme": getattr(user, "theme", "") if user else "",
        "csrf_input": hidden_field(request),
        "csrf_token": token(request),
    }


def _token(request: HttpRequest) -> str:
    """The token of this page's forms, masked once: hidden fields and htmx send the same."""
    key = "kindling.csrf_token"
    if key not in request.META:
        request.META[key] = get_token(request)
    made: str = request.META[key]
    return made


def _hidden(request: HttpRequest) -> SafeString:
    """The hidden field of a form."""
    return format_html(
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}">', _token(request)
    )


token = lazy(_token, str)
hidden_field = lazy(_hidden, SafeString, str)
