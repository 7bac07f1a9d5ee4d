"""Work for the worker: what new places mean, and passages that nobody has any more."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.tasks import task
from django.utils import timezone

from kindling.chores.clockwork import every
from kindling.search.models import Passage, Shelf
from kindling.search.passages import ask_worker

AT_ONCE = 32
OLD = timedelta(days=1)  # a passage is made a moment before its place


@task
def tell_passages() -> int:
    """Work out what each new passage means, about 20 ms each; return how many there were."""
    from kindling.search.telling import tell_texts, way  # noqa: PLC0415  the worker alone

    told = 0
    while passages := list(Passage.objects.exclude(way=way()).order_by("pk")[:AT_ONCE]):
        texts = [(passage.title, passage.body) for passage in passages]
        for passage, (point, near, weights) in zip(passages, tell_texts(texts), strict=True):
            passage.way = way()
            passage.point = b"" if point is None else point.astype("float16").tobytes()
            passage.near = near.tobytes() + weights.tobytes()
        with transaction.atomic():
            Passage.objects.bulk_update(passages, ["way", "point", "near"])
            Shelf.objects.update(number=F("number") + 1)
        told += len(passages)
    return told


@every(minutes=15)
def tell_what_was_left() -> None:
    """Passages that came without a worker, or when the extra was installed or taken away."""
    from kindling.search.telling import way  # noqa: PLC0415

    if Passage.objects.exclude(way=way()).exists():
        ask_worker()


@every(hours=24)
def drop_passages() -> None:
    """Words that no place has any more. Every process reads its shelves again."""
    Shelf.objects.update(number=F("number") + 1)
    Passage.objects.filter(opportunities=None, made_at__lt=timezone.now() - OLD).delete()
