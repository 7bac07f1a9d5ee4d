"""Six pages of the yardstick.

Roster of 20, profile with 20 rows, plan with 35, narratives with 160, list of 50, save 20.
"""

from datetime import date

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from benchmarks.yard.models import Advisory, Day, Student

TODAY = date(2026, 10, 13)


@login_required
def roster(request):
    advisory = Advisory.objects.get(advisor=request.user)
    students = list(advisory.students.order_by("name"))
    days = {day.student_id: day for day in Day.objects.filter(student__in=students, on=TODAY)}
    rows = [(student, days.get(student.pk)) for student in students]
    return render(request, "roster.html", {"advisory": advisory, "rows": rows})


@login_required
def profile(request, pk: int):
    student = get_object_or_404(Student, pk=pk)
    advisory = Advisory.objects.get(pk=student.advisory_id)
    return _with_rows(request, student, advisory, 20)


@login_required
def plan(request, pk: int):
    """Five goals and thirty pieces of evidence, as rows."""
    student = get_object_or_404(Student, pk=pk)
    advisory = Advisory.objects.get(pk=student.advisory_id)
    return _with_rows(request, student, advisory, 35)


@login_required
def narratives(request):
    """A thousand words on each of twenty, under eight headings."""
    advisory = Advisory.objects.get(advisor=request.user)
    students = list(advisory.students.order_by("name").prefetch_related("parts"))
    return render(request, "narratives.html", {"advisory": advisory, "students": students})


def _with_rows(request, student, advisory, count):
    days = list(student.days.order_by("-on")[:count])
    context = {"student": student, "advisory": advisory, "days": days}
    return render(request, "profile.html", context)


@login_required
def listing(request):
    students = Student.objects.select_related("advisory").order_by("name")[:50]
    return render(request, "listing.html", {"students": students})


@login_required
def save(request):
    """Save a day for each of 20 students, as a form with 20 rows would."""
    advisory = Advisory.objects.get(advisor=request.user)
    students = list(advisory.students.order_by("name"))
    with transaction.atomic():
        days = list(Day.objects.select_for_update().filter(student__in=students, on=TODAY))
        for day in days:
            day.state = request.POST.get("state", "confirmed")
            day.minutes = 300
        Day.objects.bulk_update(days, ["state", "minutes"])
    return redirect("/")


def live(request):
    return HttpResponse("live")
