"""The styleguide, and the two files a browser wants at the root: worker and manifest."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from kindling.schools import world
from kindling.ui import samples
from kindling.ui.families import FAMILIES, Family
from kindling.ui.sample_form import SampleForm

WORKER = Path(__file__).parent / "static" / "dist" / "sw.js"


@require_safe
@login_not_required
def styleguide(request: HttpRequest, key: str = "foundations") -> HttpResponse:
    """Show one family of components. `?theme=dark`, `?lang=ar` and `?state=errors` change it."""
    family = next((family for family in families() if family.key == key), None)
    if family is None:
        raise Http404
    asked = cast("Any", request)
    asked.school = samples.SampleSchool()
    asked.viewer = samples.SampleViewer(samples.SamplePerson("Ana Reyes", "ana"), asked.school)
    with translation.override(asked_language(request)):
        return render(request, f"ui/styleguide/{key}.html", showing(request, family))


@require_POST
@login_not_required
def try_it(request: HttpRequest) -> HttpResponse:
    """Answer a styleguide's form: a toast and nothing else."""
    families()
    return HttpResponse(status=204, headers={"HX-Trigger": '{"toast": {"text": "Note saved."}}'})


@require_safe
@login_not_required
@cache_control(no_cache=True)
def service_worker(request: HttpRequest) -> HttpResponse:
    """The worker stands at the root, so that it may serve all of the site."""
    if not WORKER.exists():
        raise Http404
    headers = {"Service-Worker-Allowed": "/"}
    return HttpResponse(WORKER.read_bytes(), content_type="text/javascript", headers=headers)


@require_safe
@login_not_required
@cache_control(max_age=86400)
def favicon(request: HttpRequest) -> HttpResponse:
    """Browsers ask for it where no page names an icon."""
    return redirect(static("ui/icon-192.png"))


@require_safe
@login_not_required
@cache_control(max_age=86400)
def manifest(request: HttpRequest) -> JsonResponse:
    """What a phone needs to keep Kindling on its first screen."""
    sizes = (192, 512)
    icons = [
        {"src": static(f"ui/icon-{n}.png"), "sizes": f"{n}x{n}", "type": "image/png"} for n in sizes
    ]
    about: dict[str, Any] = {
        "name": _("Kindling"),
        "short_name": _("Kindling"),
        "start_url": "/",
        "display": "standalone",
        "background_color": "#f6f5ef",
        "theme_color": "#f6f5ef",
        "icons": [{"src": static("ui/icon.svg"), "sizes": "any", "type": "image/svg+xml"}, *icons],
    }
    return JsonResponse(about, content_type="application/manifest+json")


def families() -> tuple[Family, ...]:
    """The styleguide's pages; a 404 where real people work."""
    if not (settings.DEBUG or settings.TESTING or world.is_demo()):
        raise Http404
    return FAMILIES


def asked_language(request: HttpRequest) -> str:
    asked = request.GET.get("lang", "en")
    return asked if asked in dict(settings.LANGUAGES) else "en"


def showing(request: HttpRequest, family: Family) -> dict[str, Any]:
    """Everything any family's page draws."""
    is_wrong = request.GET.get("state") == "errors"
    return {
        "family": family,
        "items": [one.as_item(family, reverse("ui:family", args=[one.key])) for one in FAMILIES],
        "asked_theme": request.GET.get("theme", ""),
        "form": SampleForm({"seats": "0", "email": "sam"}) if is_wrong else SampleForm(),
        "people": samples.PEOPLE,
        "places": samples.PLACES,
        "histogram": samples.histogram(),
        "spots": samples.spots(),
        "weeks": samples.month(),
        "today": samples.TODAY,
        "page": Paginator(range(150), 50).page(2),
        "q": request.GET.get("q", ""),
        "areas": request.GET.getlist("area"),
    }
