from django.urls import path

from kindling.schedule.views import closures as views

app_name = "schedule"

urlpatterns = [
    path("", views.calendar, name="calendar"),
    path("days-off/", views.closure_list, name="closures"),
    path("days-off/add/", views.add_closure, name="add_closure"),
    path("days-off/<slug:public_id>/", views.change_closure, name="change_closure"),
    path("days-off/<slug:public_id>/delete/", views.delete_closure, name="delete_closure"),
]
