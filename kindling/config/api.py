"""The API: the same rules and actions as the pages, in JSON. Below /<school>/api/v1/."""

from __future__ import annotations

from copy import copy
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.exceptions import ValidationError as FoundWrong
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.parser import Parser
from ninja.security import APIKeyCookie, HttpBearer
from ninja.utils import normalize_path

from kindling.absences.api import router as absences
from kindling.agreements.api import router as agreements
from kindling.attendance.api import router as days
from kindling.board.api import router as board
from kindling.clearance.api import router as clearance
from kindling.exploring.api import interviews, shadow_days
from kindling.goals.api import router as case
from kindling.kit.http import Refused
from kindling.ladder.api import router as alarms
from kindling.people.api import router as students
from kindling.placements.api import placements, pursuits
from kindling.records.api import router as records
from kindling.requirements.api import router as requirements
from kindling.roll.api import router as marks
from kindling.rounds.api import router as rounds
from kindling.schedule.api import router as calendar
from kindling.schools.viewer import Viewer
from kindling.sites.api import opportunities, places


def viewer_of(request: HttpRequest) -> Viewer | None:
    """Return who asks; the middleware found them by token or by session."""
    return getattr(request, "viewer", None)


class ByToken(HttpBearer):
    """A personal token, made at /<school>/tokens/."""

    def authenticate(self, request: HttpRequest, token: str) -> Viewer | None:  # noqa: ARG002
        return viewer_of(request)


class BySession(APIKeyCookie):
    """The signed-in browser; what it sends carries the CSRF token."""

    param_name = "sessionid"

    def authenticate(self, request: HttpRequest, key: str | None) -> Viewer | None:  # noqa: ARG002
        return viewer_of(request)


class WithoutNul(Parser):
    """A NUL is no text to a database: it is dropped, as in a cell of a spreadsheet."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        body: dict[str, Any] = without_nul(super().parse_body(request))
        return body

    def parse_querydict(self, *args: Any) -> dict[str, Any]:
        asked: dict[str, Any] = without_nul(super().parse_querydict(*args))
        return asked


def without_nul(value: Any) -> Any:
    """Return what JSON held, at any depth, without NULs."""
    if isinstance(value, str):
        return value.replace("\0", "")
    if isinstance(value, list):
        return [without_nul(one) for one in value]
    if isinstance(value, dict):
        return {without_nul(key): without_nul(one) for key, one in value.items()}
    return value


class DescribedOnce(NinjaAPI):
    """The description takes half a second to make; only its paths know the school."""

    described: OpenAPISchema | None = None

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        if self.described is None:
            self.described = super().get_openapi_schema(path_prefix="")
        root = self.get_root_path(path_params or {}) if path_prefix is None else path_prefix
        schema = copy(self.described)
        paths = self.described["paths"].items()
        schema["paths"] = {normalize_path(f"/{root}/{path}"): verbs for path, verbs in paths}
        return schema


api = DescribedOnce(
    title="Kindling",
    version="1",
    description="Students, places, internships, days and who is where, of one school.",
    urls_namespace="api",
    parser=WithoutNul(),
    auth=[ByToken(), BySession()],
    docs_url=None,  # its page would load from a foreign host
)
api.add_router("/students", students)
api.add_router("/places", places)
api.add_router("/opportunities", opportunities)
api.add_router("/pursuits", pursuits)
api.add_router("/placements", placements)
api.add_router("/rounds", rounds)
api.add_router("/interviews", interviews)
api.add_router("/shadow-days", shadow_days)
api.add_router("/agreements", agreements)
api.add_router("/clearance", clearance)
api.add_router("/days", days)
api.add_router("/marks", marks)
api.add_router("/calendar", calendar)
api.add_router("/absences", absences)
api.add_router("/alarms", alarms)
api.add_router("/board", board)
api.add_router("/records", records)
api.add_router("/requirements", requirements)
api.add_router("/case", case)


@api.exception_handler(Refused)
def refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    return api.create_response(request, {"detail": str(refusal)}, status=409)


@api.exception_handler(PermissionDenied)
def forbidden(request: HttpRequest, _denied: PermissionDenied) -> HttpResponse:
    return api.create_response(request, {"detail": "Not yours to do."}, status=403)


@api.exception_handler(Http404)
def not_found(request: HttpRequest, _missing: Http404) -> HttpResponse:
    return api.create_response(request, {"detail": "Not there, or not for you."}, status=404)


@api.exception_handler(ValidationError)
def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    return api.create_response(
        request, {"detail": [plain(one) for one in error.errors]}, status=422
    )


@api.exception_handler(FoundWrong)
def found_wrong(request: HttpRequest, error: FoundWrong) -> HttpResponse:
    """Say what an action minds as the schema says what it minds: by field, 422."""
    found = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
    detail = [
        {"type": "value_error", "loc": [name] if name else [], "msg": sentence, "ctx": None}
        for name, sentences in found.items()
        for sentence in sentences
    ]
    return api.create_response(request, {"detail": detail}, status=422)


def plain(error: Any) -> dict[str, Any]:
    """Keep what JSON can hold of one problem."""
    ctx = {key: str(value) for key, value in error.get("ctx", {}).items()} or None
    return {"type": error["type"], "loc": list(error["loc"]), "msg": error["msg"], "ctx": ctx}
