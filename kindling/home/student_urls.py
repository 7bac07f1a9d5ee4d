"""Students' pages stand at /students/ and are called people:…, as the rest of the code says it."""

from django.urls import path

from kindling.home import views

app_name = "people"

urlpatterns = [
    path("", views.student_list, name="students"),
    path("<slug:public_id>/", views.student_page, name="student"),
]
