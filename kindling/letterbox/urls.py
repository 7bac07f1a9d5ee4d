"""The mail service's address outside every school, and (`inside`) what waits below /<school>/letterbox/."""

from django.urls import path

from kindling.letterbox import views

app_name = "letterbox"

urlpatterns = [path("", views.take, name="take")]

inside = [
    path("", views.held, name="held"),
    path("<slug:public_id>/put-in/", views.put_in, name="put_in"),
    path("<slug:public_id>/set-aside/", views.set_aside, name="set_aside"),
]
