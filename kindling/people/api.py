"""Students in JSON."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from ninja import Router, Schema
from ninja.pagination import paginate

from kindling.kit.answers import READS, Pages, one_of, reads
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.schools.http import ViewerRequest

router = Router(tags=["students"])


class StudentOut(Schema):
    """A student, with the names the screen shows."""

    id: str
    name: str
    first: str
    grade: str
    number: str
    state: Annotated[str, one_of(Student.State)]
    enrolled_on: date
    left_on: date | None

    @staticmethod
    def resolve_id(student: Student) -> str:
        return student.public_id


@router.get("/", response={**READS, 200: list[StudentOut]})
@paginate(Pages)
def list_students(request: ViewerRequest) -> QuerySet[Student]:
    """The students you may see, by name."""
    return visible_students(request.viewer).order_by("person__sort_name", "pk")


@router.get("/{public_id}/", response=reads(StudentOut))
def get_student(request: ViewerRequest, public_id: str) -> Student:
    """One student."""
    return get_object_or_404(visible_students(request.viewer), public_id=public_id)
