from django.urls import path

from kindling.home import views

app_name = "home"

urlpatterns = [
    path("", views.today, name="today"),
    path("whole-school/", views.whole_school, name="school"),
]

# Students' pages stand at /students/ and are called people:…, as the rest of the code says it.
students = (
    [
        path("", views.student_list, name="students"),
        path("<slug:public_id>/", views.student_page, name="student"),
    ],
    "people",
)
