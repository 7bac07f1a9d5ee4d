"""Keep what lists read: how many entries wait, and since when."""

from __future__ import annotations

from django.db.models import Count, Max, Min, Q

from kindling.journals.models import JournalEntry, JournalSum
from kindling.people.models import Student


def count_entries(student: Student) -> None:
    """Work out the numbers of one student's journal anew. Two statements, three the first time."""
    told = JournalEntry.objects.filter(student=student).aggregate(
        entries=Count("pk"),
        waiting=Count("pk", filter=Q(waits_since__isnull=False)),
        waits_since=Min("waits_since"),
        last_on=Max("on"),
        answered_on=Max("answered_on"),
        news=Count("pk", filter=Q(has_news=True)),
    )
    if not JournalSum.objects.filter(student=student).update(**told):
        JournalSum.objects.create(school_id=student.school_id, student=student, **told)
