"""Workshops, classes, college classes and support sessions; state tests; what a state asks for."""

from kindling.courses.models.course import Course, CoursePlace, HeldTime
from kindling.courses.models.meeting import CourseDay, Missing
from kindling.courses.models.required import Met, RequiredCourse
from kindling.courses.models.test import StateTest

__all__ = [
    "Course", "CourseDay", "CoursePlace", "HeldTime", "Met", "Missing", "RequiredCourse",
    "StateTest",
]  # fmt: skip
