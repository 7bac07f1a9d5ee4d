from django.apps import AppConfig


class AleConfig(AppConfig):
    name = "kindling.ale"
