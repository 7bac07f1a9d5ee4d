from django.apps import AppConfig


class EvaluationsConfig(AppConfig):
    name = "kindling.evaluations"
