from django.urls import path

from kindling.seals import views

app_name = "seals"

urlpatterns = [
    path("", views.keys, name="keys"),
    path("add/<slug:key_kind>/", views.add, name="add"),
]

outside = [path("seals/<slug:school_slug>/did.json", views.did_document, name="did")]
