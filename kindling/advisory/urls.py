from django.urls import path

from kindling.advisory import views

app_name = "advisory"

urlpatterns = [
    path("", views.advisory_list, name="list"),
    path("make/", views.make_advisory, name="make"),
    path("<slug:public_id>/", views.advisory_detail, name="detail"),
    path("<slug:public_id>/advisors/", views.give_advisor, name="give_advisor"),
    path("<slug:public_id>/advisors/<slug:person_id>/end/", views.end_advisor, name="end_advisor"),
]
