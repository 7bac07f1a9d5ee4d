from django.urls import path

from kindling.passes import views

app_name = "passes"

urlpatterns = [
    path("", views.pass_list, name="list"),
    path("<slug:public_id>/revoke/", views.revoke, name="revoke"),
]
