from django.urls import path

from kindling.funnel import views

app_name = "funnel"

urlpatterns = [path("", views.funnel, name="funnel")]

outside = [path("network/<slug:slug>/funnel/", views.network, name="network_funnel")]
