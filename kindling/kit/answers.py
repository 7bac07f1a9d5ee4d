"""What the API answers when it says no, in one shape."""

from __future__ import annotations

from datetime import time
from typing import Annotated, Any

from django.db.models import Choices
from ninja import Field, Schema
from ninja.pagination import LimitOffsetPagination
from pydantic import AfterValidator, PlainSerializer, WithJsonSchema


class Refusal(Schema):
    """One sentence that says what to do."""

    detail: str


class Problem(Schema):
    """What is wrong with one part of what was sent."""

    type: str
    loc: list[str | int]
    msg: str
    ctx: dict[str, Any] | None = None


class Problems(Schema):
    """Everything wrong with what was sent. Nothing was saved."""

    detail: list[Problem]


READS: dict[int, Any] = {401: Refusal, 403: Refusal, 404: Refusal, 422: Problems}
WRITES: dict[int, Any] = {**READS, 400: Refusal, 409: Refusal}


def reads(answer: Any) -> dict[int, Any]:
    """Return the responses of an address that only reads."""
    return {200: answer, **READS}


def writes(answer: Any) -> dict[int, Any]:
    """Return the responses of an address that changes something."""
    return {200: answer, **WRITES}


class Pages(LimitOffsetPagination):
    """Fifty at a time; `limit` and `offset` move on. A number no list can have is a 422."""

    class Input(Schema):
        limit: int = Field(50, ge=1, le=200)
        offset: int = Field(0, ge=0, le=1_000_000)


def one_of(choices: type[Choices]) -> WithJsonSchema:
    """Describe a text that takes one of these values, without a name that could clash."""
    return WithJsonSchema({"type": "string", "enum": list(choices.values)})


def taken_from(choices: type[Choices]) -> AfterValidator:
    """Refuse what is none of these values (422)."""
    return AfterValidator(lambda value: choices(value).value)


def _on_the_wall(at: time) -> time:
    """A school's clock has no zone of its own."""
    return at.replace(tzinfo=None)


# A time on the school's clock, "09:00": in and out.
Clock = Annotated[
    time,
    AfterValidator(_on_the_wall),
    PlainSerializer(lambda at: at.strftime("%H:%M"), return_type=str),
    WithJsonSchema({"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"}),
]
