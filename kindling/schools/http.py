from django.http import HttpRequest

from kindling.schools.models import School
from kindling.schools.viewer import Viewer


class ViewerRequest(HttpRequest):
    """A request whose school and viewer are known (see SchoolMiddleware)."""

    viewer: Viewer
    school: School
