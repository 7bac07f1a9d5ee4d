"""A purpose to stand behind the door, and the way to it."""

from __future__ import annotations

import re
from importlib import import_module

import pytest
from django.http import HttpResponse
from django.template import engines

from kindling.passes.actions import make_pass
from kindling.passes.tokens import token_of

PAGE = """{% extends "passes/page.html" %}{% block title %}Seen{% endblock %}
{% block main %}<p>seen: {{ subjects }}</p><p>for {{ viewer.person.name }}</p>{% endblock %}"""


def look(request, held, viewer):
    page = engines["jinja2"].from_string(PAGE)
    return HttpResponse(page.render({"subjects": sorted(viewer.subjects)}, request))


@pytest.fixture(autouse=True)
def _purpose(monkeypatch):
    purposes = import_module("kindling.config.passes").PURPOSES  # config stands above us
    monkeypatch.setitem(purposes, "look", look)


@pytest.fixture
def held(cast):
    """Sam's pass about Maya, made by Chen."""
    return make_pass(cast.sam, "look", ["day-1"], by=cast.as_("chen"), about=cast.maya)


@pytest.fixture
def door(held):
    return f"/p/{token_of(held)}/"


def words_of(answer):
    """The words of a page, without its tags."""
    main = answer.content.decode().partition("<main")[2].partition(">")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())
