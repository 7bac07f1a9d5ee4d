from django.urls import path

from kindling.enrollment import views

app_name = "enrollment"

urlpatterns = [
    path("", views.roster, name="roster"),
    path("enrol/", views.enrol, name="enrol"),
    path("add/", views.add_adult, name="add"),
    path("roll-over/", views.roll_over, name="roll_over"),
    path("roll-over/<slug:public_id>/undo/", views.undo_roll_over, name="undo_roll_over"),
    path("<slug:public_id>/", views.person, name="person"),
    path("<slug:public_id>/edit/", views.edit, name="edit"),
    path("<slug:public_id>/guardian/", views.add_guardian, name="guardian"),
    path("<slug:public_id>/move/", views.move, name="move"),
    path("<slug:public_id>/leave/", views.leave, name="leave"),
    path("<slug:public_id>/readmit/", views.readmit, name="readmit"),
    path("<slug:public_id>/invite/", views.invite, name="invite"),
]
