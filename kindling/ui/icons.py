"""Lucide icons, inlined: no request, no font, and a name that does not exist is an error."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from zipfile import ZipFile

from markupsafe import Markup, escape

# They point along the line of reading, so they turn round where people read from the right.
DIRECTIONAL = frozenset(
    {
        "arrow-left",
        "arrow-left-right",
        "arrow-right",
        "chevron-left",
        "chevron-right",
        "external-link",
        "log-in",
        "log-out",
        "redo-2",
        "reply",
        "send",
        "undo-2",
    }
)

# Lucide's own function reads the whole list of the archive anew for each name: 40 ms each time.
_BODY = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
_SPACE = re.compile(r">\s+<")


class UnknownIcon(Exception):
    """No icon has this name. Look at lucide.dev/icons for one that exists in our version."""


@lru_cache(maxsize=512)
def icon_again(mark: str, size: int = 18, css: str = "") -> Markup:
    """Draw an icon that stands on the page already, as `icon(…, mark=…)`: a tenth of its bytes."""
    drawn = f'<use href="#{escape(mark)}"/>'
    name = escape(f"icon {css}".rstrip())
    tag = f'class="{name}" width="{size}" height="{size}" viewBox="0 0 24 24" aria-hidden="true"'
    return Markup(f"<svg {tag}>{drawn}</svg>")  # noqa: S704  every value is escaped


@lru_cache(maxsize=256)
def icon_marks(*names: str) -> Markup:
    """Put icons that a list repeats on the page, unseen; icon_again("i-NAME") draws them."""
    drawn = "".join(f'<g id="i-{escape(name)}">{_body(name)}</g>' for name in names)
    tag = 'class="marks" width="0" height="0" aria-hidden="true"'
    return Markup(f"<svg {tag}><defs>{drawn}</defs></svg>")  # noqa: S704  names, escaped


def icon(
    name: str, size: int = 18, *, label: str = "", css: str = "", mark: str = "", **attrs: object
) -> Markup:
    """Return the icon as inline SVG, `size` pixels square.

    Decoration by default (hidden from screen readers); with a `label` it speaks for itself.
    Colour is the text's. `mark` is an id under which icon_again draws it once more. Further attributes go on the tag, `_` written as `-`. Raises UnknownIcon.
    """
    return _drawn(name, size, str(label), css, mark, tuple(sorted(attrs.items())))


@lru_cache(maxsize=4096)
def _drawn(  # noqa: PLR0917 (a cache wants them by place)
    name: str, size: int, label: str, css: str, mark: str, attrs: tuple[tuple[str, object], ...]
) -> Markup:
    classes = " ".join(filter(None, ["icon", "flip" if name in DIRECTIONAL else "", css]))
    tag = {"class": classes, "width": size, "height": size, "viewBox": "0 0 24 24"}
    tag |= {"role": "img", "aria-label": label} if label else {"aria-hidden": "true"}
    tag |= {key.rstrip("_").replace("_", "-"): value for key, value in attrs}
    written = " ".join(f'{key}="{escape(value)}"' for key, value in tag.items())
    body = f'<g id="{escape(mark)}">{_body(name)}</g>' if mark else _body(name)
    return Markup(f"<svg {written}>{body}</svg>")  # noqa: S704  every value is escaped


@lru_cache(maxsize=512)
def _body(name: str) -> str:
    try:
        drawing = _drawings().read(f"{name}.svg").decode()
    except KeyError:
        raise UnknownIcon(f"There is no icon called {name!r}.") from None
    found = _BODY.search(drawing)
    inside = found[1] if found else ""
    return _SPACE.sub("><", inside.strip()).replace(" />", "/>")


@cache
def _drawings() -> ZipFile:
    """All of Lucide, held in memory: workers that were forked share no place in a file."""
    return ZipFile(BytesIO(files("lucide").joinpath("lucide.zip").read_bytes()))
