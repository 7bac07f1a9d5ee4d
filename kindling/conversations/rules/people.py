"""What hangs on a conversation that one reads: seats, and copies of its messages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from kindling.conversations.models import Copy, Message, Seat, Thread


def staff_seats(thread: Thread) -> QuerySet[Seat]:
    """More of the staff who are in it now."""
    rows: QuerySet[Seat] = Seat.objects.filter(thread=thread, is_staff=True, until_at__isnull=True)
    return rows.select_related("person").order_by("pk")


def read_at_of(person: int | None, thread: Any) -> QuerySet[Any]:
    """When a person has last read a conversation, as a subquery."""
    return Seat.objects.filter(thread=thread, person=person or 0).values("read_at")[:1]


def copies_of(messages: Sequence[Message]) -> QuerySet[Copy]:
    """The copies of messages one reads, with what became of them."""
    rows: QuerySet[Copy] = Copy.objects.filter(message__in=[one.pk for one in messages])
    return rows.select_related("person", "notice").order_by("pk")
