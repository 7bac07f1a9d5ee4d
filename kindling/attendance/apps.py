from django.apps import AppConfig


class AttendanceConfig(AppConfig):
    name = "kindling.attendance"
