"""The shorter way from template to page says what Jinja2 says."""

import pytest
from django.utils import translation
from django.utils.functional import lazystr
from jinja2 import DictLoader, UndefinedError
from markupsafe import Markup

from kindling.config.jinja import environment

WHO = {"name": "<b>Jo & Co</b>"}


def drawn(template, **values):
    env = environment(loader=DictLoader({"page": template, "parts": PARTS}))
    return env.get_template("page").render(**values)


PARTS = """
{%- macro chip(text, tone="", caller=none) -%}<i class="{{ tone }}">{{ text }}</i>{%- endmacro -%}
{%- macro box(title) -%}[{{ title }}:{% if caller is defined %}{{ caller() }}{% endif %}]{%- endmacro -%}
{%- macro many() -%}{{ varargs|join("-") }}{{ kwargs|length }}{%- endmacro -%}
"""


@pytest.mark.parametrize("value", ["<b>", lazystr("<b>"), 3, None, ["<"]])
def test_what_is_put_out_is_escaped(value):
    assert drawn("{{ value }}", value=value) == str(value).replace("<", "&lt;").replace(
        ">", "&gt;"
    ).replace("'", "&#39;")


def test_html_that_is_known_to_be_safe_stays():
    assert drawn("{{ value }}", value=Markup("<b>x</b>")) == "<b>x</b>"


def test_a_macro_takes_its_arguments_by_place_and_by_name():
    page = "{% from 'parts' import chip %}{{ chip(name, tone='good') }}{{ chip('a', 'b') }}"

    assert drawn(page, **WHO) == (
        '<i class="good">&lt;b&gt;Jo &amp; Co&lt;/b&gt;</i><i class="b">a</i>'
    )


def test_a_macro_refuses_what_it_does_not_take():
    with pytest.raises(TypeError, match="chip"):
        drawn("{% from 'parts' import chip %}{{ chip('a', size=3) }}")


def test_a_macro_holds_a_block_or_none():
    page = "{% from 'parts' import box %}{% call box('x') %}{{ name }}{% endcall %}{{ box('y') }}"

    assert drawn(page, **WHO) == "[x:&lt;b&gt;Jo &amp; Co&lt;/b&gt;][y:]"


def test_a_macro_may_take_any_number():
    assert drawn("{% from 'parts' import many %}{{ many(1, 2, a=3) }}") == "1-21"


def test_a_missing_name_is_an_error_when_called():
    with pytest.raises(UndefinedError):
        drawn("{{ nobody() }}")


def test_a_name_in_a_loop_may_hide_a_macro():
    page = "{% from 'parts' import chip %}{% for chip in many %}{{ chip() }}{% endfor %}"

    assert drawn(page, many=[lambda: "<", lambda: 2]) == "&lt;2"


def test_a_sentence_is_said_in_each_readers_language():
    page = "{{ _('Sign out') }} {{ _('100%%') }} {{ _('You: %(name)s', name=name) }}"
    env = environment(loader=DictLoader({"page": page}))
    said = {}
    for language in ("en", "es", "en"):
        with translation.override(language):
            said[language] = env.get_template("page").render(**WHO)

    assert said["en"] == "Sign out 100% You: &lt;b&gt;Jo &amp; Co&lt;/b&gt;"
    assert said["es"].endswith("100% Cuenta: &lt;b&gt;Jo &amp; Co&lt;/b&gt;")
    assert not said["es"].startswith("Sign out")
