from kindling.mentoring.models.course import ChapterRead, Orientation
from kindling.mentoring.models.path import MentorPath
from kindling.mentoring.models.visit import ClassVisit

__all__ = ["ChapterRead", "ClassVisit", "MentorPath", "Orientation"]
