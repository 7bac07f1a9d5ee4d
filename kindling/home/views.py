"""Each role's first page, the list of students, and one student's page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kindling.attendance.views.taps import POCKET
from kindling.home import pages, students
from kindling.kit.http import require
from kindling.kit.tongue import drawing
from kindling.people.models import Student
from kindling.schools.http import ViewerRequest
from kindling.schools.roles import Role


@require_safe
@drawing()  # sentences are put together in queries too, and nothing here writes to anybody
def today(request: ViewerRequest) -> HttpResponse:
    """Show what the viewer's first hat needs today."""
    template, context = pages.first_page(request.viewer)
    response = render(request, template, context)
    if request.viewer.person and request.viewer.is_a(Role.STUDENT):
        response[POCKET] = request.viewer.person.public_id
    return response


@require_safe
def whole_school(request: ViewerRequest) -> HttpResponse:
    """The whole school's day, also for those who advise and see their own students first."""
    require(request.viewer.is_leader)
    template, context = pages.school_page(request.viewer)
    return render(request, template, context)


@require_safe
def student_list(request: ViewerRequest) -> HttpResponse:
    require(request.viewer.is_leader or request.viewer.is_a(Role.ADVISOR))
    words, state = request.GET.get("q", "")[:200], request.GET.get("state", "enrolled")
    page = students.student_list(request, words=words, state=state)
    context = {"page": page, "words": words, "state": state, "states": Student.State.choices}
    return render(request, "home/students.html", context)


@require_safe
def student_page(request: ViewerRequest, public_id: str) -> HttpResponse:
    student = students.find_student(request.viewer, public_id)
    card = students.student_page(request.viewer, student)
    return render(request, "home/student.html", {"card": card, "student": student})
