"""What every template may say."""

from __future__ import annotations

from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.template.backends.utils import csrf_input
from django.templatetags.static import static
from django.utils import translation
from django.utils.functional import lazy
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from jinja2 import Environment, StrictUndefined

from kindling.home.nav import me_menu, nav
from kindling.kit.addresses import url
from kindling.schools import world
from kindling.schools.words import word
from kindling.ui.environment import FILTERS, GLOBALS


def environment(**options: Any) -> Environment:
    """Make a name that a template doesn't know an error, not an empty space."""
    options |= {"autoescape": True, "undefined": StrictUndefined}
    options |= {"trim_blocks": True, "lstrip_blocks": True}
    env = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"], **options)  # noqa: S701
    env.install_gettext_translations(translation, newstyle=True)  # type: ignore[attr-defined]
    env.globals |= {**GLOBALS, "url": url, "static": static, "word": word}
    env.globals |= {"nav": nav, "me_menu": me_menu}
    env.filters |= {**FILTERS, "capfirst": capfirst}
    return env


def context(request: HttpRequest) -> dict[str, Any]:
    """Who is looking, at which school, and what the last action had to say."""
    user = getattr(request, "user", None)
    return {
        "viewer": getattr(request, "viewer", None),
        "school": getattr(request, "school", None),
        "messages": get_messages(request),
        "is_demo": world.is_demo(),
        "theme": getattr(user, "theme", "") if user else "",
        "csrf_input": hidden_field(request),
    }


def _hidden(request: HttpRequest) -> SafeString:
    """The hidden field of a form, made once a page: a list has a form in every row."""
    key = "kindling.csrf_input"
    if key not in request.META:
        request.META[key] = csrf_input(request)
    made: SafeString = request.META[key]
    return made


hidden_field = lazy(_hidden, SafeString, str)
