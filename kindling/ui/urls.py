from django.urls import path

from kindling.ui import views

app_name = "ui"

urlpatterns = [
    path("styleguide/", views.styleguide, name="styleguide"),
    path("styleguide/try/", views.try_it, name="try"),
    path("styleguide/<slug:key>/", views.styleguide, name="family"),
    path("sw.js", views.service_worker, name="worker"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
]
