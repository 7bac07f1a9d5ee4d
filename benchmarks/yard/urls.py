from django.urls import path

from benchmarks.yard import views

urlpatterns = [
    path("", views.roster),
    path("list/", views.listing),
    path("students/<int:pk>/", views.profile),
    path("plan/<int:pk>/", views.plan),
    path("narratives/", views.narratives),
    path("save/", views.save),
    path("health/live", views.live),
]
