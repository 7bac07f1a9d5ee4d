// <person-combobox> wraps a labelled <select> of many people and lets one be found by typing: any
// word of a name, with or without its accents. Without JavaScript, or with few people, the select
// stays as it is. What the form sends is the select's value either way.
const FEW = 7;
const SHOWN = 50;
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

class PersonCombobox extends HTMLElement {
  connectedCallback() {
    this.select = this.querySelector("select");
    if (this.input || !this.select || this.select.options.length <= FEW) return;
    this.build();
    this.input.addEventListener("input", () => this.offer(this.input.value));
    this.input.addEventListener("focus", () => this.input.select());
    this.input.addEventListener("click", () => this.list.hidden && this.offer(""));
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => this.settle());
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the focus
    this.list.addEventListener("click", (event) => this.choose(event.target.closest("[role=option]")));
  }

  build() {
    const { select } = this;
    const id = select.id;
    select.id = `${id}-value`;
    select.hidden = true;
    this.input = Object.assign(document.createElement("input"), {
      id, className: "input", type: "text", autocomplete: "off", required: select.required,
    });
    const told = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": `${id}-list` };
    for (const name of ["aria-describedby", "aria-invalid"]) if (select.hasAttribute(name)) told[name] = select.getAttribute(name);
    for (const [name, value] of Object.entries(told)) this.input.setAttribute(name, value);
    select.required = false;
    this.list = Object.assign(document.createElement("ul"), { id: `${id}-list`, className: "options", hidden: true });
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.querySelector("label").textContent.trim());
    select.after(this.input, this.list);
    this.input.value = this.chosen()?.text ?? "";
  }

  chosen() {
    const option = this.select.selectedOptions[0];
    return option?.value ? option : null;
  }

  offer(typed) {
    const words = plain(typed).split(/\s+/).filter(Boolean);
    const fits = (option) => {
      const parts = plain(option.text).split(/[\s\-’']+/);
      return option.value && words.every((word) => parts.some((part) => part.startsWith(word)));
    };
    const found = [...this.select.options].filter(fits).slice(0, SHOWN);
    this.list.replaceChildren(...found.map((option, index) => this.line(option, index)));
    if (!found.length) this.list.append(Object.assign(document.createElement("li"), { className: "options__none", textContent: this.dataset.none }));
    this.show(true);
    this.point(found.length && typed ? this.list.firstChild : null);
  }

  line(option, index) {
    const line = Object.assign(document.createElement("li"), { id: `${this.input.id}-${index}`, textContent: option.text });
    line.setAttribute("role", "option");
    line.setAttribute("aria-selected", "false");
    line.dataset.value = option.value;
    return line;
  }

  point(line) {
    this.pointed?.setAttribute("aria-selected", "false");
    this.pointed = line;
    line?.setAttribute("aria-selected", "true");
    line?.scrollIntoView({ block: "nearest" });
    if (line) this.input.setAttribute("aria-activedescendant", line.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  key(event) {
    const lines = [...this.list.querySelectorAll("[role=option]")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (this.list.hidden) return this.offer("");
      const at = lines.indexOf(this.pointed) + step;
      this.point(lines.at(at % lines.length) ?? null);
    } else if (event.key === "Enter" && !this.list.hidden) {
      event.preventDefault();
      this.choose(this.pointed);
    } else if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      this.settle();
    }
  }

  choose(line) {
    if (!line) return;
    this.select.value = line.dataset.value;
    this.select.dispatchEvent(new Event("change", { bubbles: true }));
    this.settle();
  }

  // What stands in the box is always somebody: who was chosen, or nobody when it was emptied.
  settle() {
    if (!this.input.value.trim() && this.select.options[0]?.value === "") this.select.value = "";
    this.input.value = this.chosen()?.text ?? "";
    this.show(false);
    this.point(null);
  }

  show(open) {
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
  }
}

customElements.define("person-combobox", PersonCombobox);
