from django.urls import path

from kindling.requirements import views

app_name = "requirements"

urlpatterns = [
    path("", views.progress, name="progress"),
    path("rules/", views.school_rules, name="rules"),
    path("rules/<slug:year_id>/credit/", views.credit, name="credit"),
    path("rules/<slug:year_id>/copy/", views.copy_year, name="copy"),
    path("students/<slug:public_id>/", views.student, name="student"),
    path("experiences/<slug:public_id>/verify/", views.verify, name="verify"),
    path("experiences/<slug:public_id>/decline/", views.decline, name="decline"),
    path("experiences/<slug:public_id>/take-back/", views.take_back, name="take_back"),
]
