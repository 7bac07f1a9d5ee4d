"""Jinja2 with a shorter way from the template to the page: most of a page's time is spent here.

What changes is the Python that Jinja2 writes for a template, never what a template says:

- what is put out is a plain string, not first a Markup that is then joined and thrown away;
- functions and macros are called directly, not through Context.call;
- `_("…")` looks its sentence up once in each language;
- what is put out between two tags, and into a sentence, stands apart in a page read from right to
  left (`ui/apart.py`).

The seams are Jinja2's own: Environment.code_generator_class and the Macro class.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from keyword import iskeyword
from typing import Any

from jinja2 import Environment, Template, nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, _escape_inner  # type: ignore[attr-defined]

from kindling.kit.tongue import drawing, gettext
from kindling.ui.apart import alone, amid

NUMBERS = (int, float)
# What these hold is no text of a sentence: it is sent, or run.
VERBATIM = re.compile(r"</(textarea|script|style|title)\b", re.IGNORECASE)


def plain(value: Any) -> str:
    """Return the value as HTML text, as markupsafe.escape does, but as a plain string."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    if kind is str:
        return _escape_inner(value)
    if hasattr(value, "__html__"):
        return value.__html__()  # type: ignore[no-any-return]
    return _escape_inner(str(value))


def plain_alone(value: Any) -> str:
    """The whole text of an element."""
    return plain(alone(value) if type(value) is str else value)


def plain_amid(value: Any) -> str:
    """A part of the text of an element."""
    return plain(amid(value) if type(value) is str else value)


def markup(html: str) -> Markup:
    """Return Markup of what is HTML already, without asking the text whether it is."""
    return str.__new__(Markup, html)


def escaped(value: Any) -> Any:
    """Return the value for a sentence: numbers stay numbers, everything else becomes HTML."""
    return value if type(value) in NUMBERS else plain_amid(value)


def of_many(ngettext: Callable[..., str]) -> Callable[..., str]:
    """Return Jinja2's ngettext with the values set apart, as `say` does."""

    @pass_context
    def said(context: Context, one: str, many: str, num: int, /, **values: Any) -> str:
        if context.eval_ctx.autoescape:
            values = {key: amid(v) if type(v) is str else v for key, v in values.items()}
        return ngettext(context, one, many, num, **values)

    return said


class QuickMacro(Macro):
    """A macro that is called with its arguments as they stand."""

    _func: Callable[..., str]

    @property
    def nobody(self) -> Any:
        """What `caller` is where nobody called with a block: `caller is defined` is false."""
        return self._environment.undefined("No caller defined", name="caller")

    def __call__(self, *args: Any, **kwargs: Any) -> str:
        if self.catch_kwargs or self.catch_varargs:
            whole: str = super().__call__(*args, **kwargs)
            return whole
        names = self.arguments[len(args) :]
        rest = [kwargs.pop(name, missing) for name in names] if kwargs else [missing] * len(names)
        if self.caller and not self.explicit_caller:
            rest.append(kwargs.pop("caller", None) or self.nobody)
        if kwargs or len(args) > self._argument_count:
            raise TypeError(f"macro {self.name!r} does not take these: {args!r} {kwargs!r}")
        made = self._func(*args, *rest)
        return markup(made) if self._default_autoescape else made


class QuickGenerator(CodeGenerator):
    """Writes the shorter Python."""

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802 (Jinja2's name)
        self.shapes = dict(shapes(node.nodes))
        super().visit_Output(node, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write(f"environment.{self.shapes.get(id(node), 'plain')}(")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        self.write("environment.")
        super().macro_def(macro_ref, frame)

    def visit_Call(  # type: ignore[override]  # noqa: N802 (Jinja2's name)
        self, node: nodes.Call, frame: Frame, **named: Any
    ) -> None:
        sentence = sentence_in(node)
        if sentence is not None:
            say = "say" if frame.eval_ctx.autoescape else "say_plainly"
            self.write(f"environment.{say}({sentence!r}")
            self.write_keywords(node, frame, ", ")
        elif self.is_plain(node):
            self.visit(node.node, frame)
            self.write("(")
            for arg in node.args:
                self.visit(arg, frame)
                self.write(", ")
            self.write_keywords(node, frame)
            if named.get("forward_caller"):
                self.write("caller=caller")
        else:
            super().visit_Call(node, frame, **named)
            return
        self.write(")")

    def write_keywords(self, node: nodes.Call, frame: Frame, comma: str = "") -> None:
        self.write(comma)
        for keyword in node.kwargs:
            self.write(f"{keyword.key}=")
            self.visit(keyword.value, frame)
            self.write(", ")

    def is_plain(self, node: nodes.Call) -> bool:
        """Say whether Python alone can make this call: nothing in it asks for the context."""
        if node.dyn_args or node.dyn_kwargs or any(iskeyword(one.key) for one in node.kwargs):
            return False
        called = node.node
        if not isinstance(called, nodes.Name):
            return isinstance(called, nodes.Getattr)
        return not hasattr(self.environment.globals.get(called.name), "jinja_pass_arg")


def shapes(parts: list[nodes.Expr]) -> Iterator[tuple[int, str]]:
    """Yield of each expression (by id) how it is put out, where it stands between two tags."""
    told = [one.data if isinstance(one, nodes.TemplateData) else None for one in parts]
    is_text = False
    for number, (part, data) in enumerate(zip(parts, told, strict=True)):
        if data is not None:
            if "<" in data or ">" in data:
                is_text = data.rfind(">") > data.rfind("<")
            continue
        rest = next((one for one in told[number + 1 :] if one is not None), "")
        if is_text and not VERBATIM.match(rest.lstrip()):
            before = told[number - 1] or ""
            is_alone = before.rstrip().endswith(">") and told[number + 1 : number + 2] == [rest]
            is_alone = is_alone and rest.lstrip().startswith("<")
            yield id(part), "plain_alone" if is_alone else "plain_amid"


def sentence_in(node: nodes.Call) -> str | None:
    """Return the sentence of `_("…", name=…)`; None for any other call."""
    is_say = isinstance(node.node, nodes.Name) and node.node.name in ("_", "gettext")
    if not is_say or len(node.args) != 1 or node.dyn_args or node.dyn_kwargs:
        return None
    first = node.args[0]
    return first.value if isinstance(first, nodes.Const) and isinstance(first.value, str) else None


class QuickTemplate(Template):
    """Drawn in one language."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        with drawing():
            return super().render(*args, **kwargs)


class QuickEnvironment(Environment):
    """Jinja2's Environment with the three of them."""

    code_generator_class = QuickGenerator
    template_class = QuickTemplate
    Macro = QuickMacro
    plain = staticmethod(plain)
    plain_alone = staticmethod(plain_alone)
    plain_amid = staticmethod(plain_amid)

    @staticmethod
    def say(sentence: str, /, **values: Any) -> Markup:
        """Return the sentence in the reader's language, with the values escaped in it."""
        said = gettext(sentence)  # HTML: translators write it as they find it
        if not values:
            return markup(said % () if "%" in said else said)
        return markup(said % {name: escaped(value) for name, value in values.items()})

    @staticmethod
    def say_plainly(sentence: str, /, **values: Any) -> str:
        """Return the sentence for a letter or a text message: O'Brien stays O'Brien."""
        return gettext(sentence) % values

    def make_globals(self, d: Any) -> dict[str, Any]:
        """A dict: Jinja2's ChainMap is copied key by key for every part of a page."""
        return {**self.globals, **(d or {})}
