"""What the API answers when it says no, in one shape."""

from __future__ import annotations

from typing import Any

from ninja import Schema


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
