from django.apps import AppConfig


class EnrollmentConfig(AppConfig):
    name = "kindling.enrollment"
