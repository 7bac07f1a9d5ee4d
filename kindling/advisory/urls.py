from django.urls import path

from kindling.advisory import views

app_name = "advisory"

urlpatterns = [
    path("", views.advisory_list, name="list"),
    path("<slug:public_id>/", views.advisory_detail, name="detail"),
]
