from django.apps import AppConfig


class VisitsConfig(AppConfig):
    name = "kindling.visits"
