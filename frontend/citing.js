// <cite-sources>: “Cite” beside a narrative gives a thing its number and puts [3] where the person
// wrote last. The text is then saved like any other key (editing.js). Without this script the
// button is a plain form, and the page says which number to write.
class CiteSources extends HTMLElement {
  connectedCallback() {
    this.addEventListener("focusin", ({ target }) => { if (target.matches("textarea[name=text]")) this.last = target; });
    this.addEventListener("click", ({ target }) => {
      const button = target.closest("[data-put]");
      if (button) this.put(button.dataset.put);
    });
    this.addEventListener("submit", (event) => {
      if (event.target.matches("[data-cite]")) this.cite(event);
    });
  }

  async cite(event) {
    const form = event.target;
    event.preventDefault();
    event.stopPropagation();
    const headers = { "HX-Request": "true", "HX-Request-Type": "partial" };
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), headers, redirect: "manual" }).catch(() => null);
    if (!answer?.ok) return void form.submit(); // the page says what is wrong
    const row = document.createRange().createContextualFragment(await answer.text());
    const put = row.querySelector("[data-put]");
    form.closest("[data-source]").replaceWith(row);
    put.focus({ preventScroll: true });
    this.put(put.dataset.put);
  }

  put(number) {
    const box = this.last ?? this.querySelector("live-field textarea[name=text]");
    if (!box) return;
    const at = box.selectionEnd ?? box.value.length;
    const before = at && !/\s$/.test(box.value.slice(0, at)) ? " " : "";
    box.setRangeText(`${before}[${number}]`, at, at, "end");
    box.dispatchEvent(new Event("input", { bubbles: true }));
    box.focus();
  }
}

customElements.define("cite-sources", CiteSources);
