"""The gateway's address outside every school, and (`inside`) the list below /<school>/texts/."""

from django.urls import path

from kindling.texts import views

app_name = "texts"

urlpatterns = [path("", views.take, name="take")]

inside = [path("", views.text_list, name="texts")]
