// Let values of speaker, country, outlet, kind and act be chosen, each with the number of statements it gives.

const SHOWN = 7; // values of a facet; more are found by typing
const NAMES = { speaker: "Speaker", country: "Country or body", outlet: "Outlet", kind: "Words", act: "Act" };
/** @type {Record<string, string>} */
const VALUE_NAMES = { direct: "quoted", mixed: "partly quoted", indirect: "reported" };

/** @param {Facet} facet @param {string} value */
function valueName(facet, value) {
  if (value === UNKNOWN) return "unknown";
  if (facet === "country") return countryName(value);
  return facet === "kind" ? (VALUE_NAMES[value] ?? value) : value;
}

class FacetList {
  /**
   * @param {Facet} facet
   * @param {Statement[]} statements
   * @param {Set<string>} chosen
   * @param {() => void} changed
   */
  constructor(facet, statements, chosen, changed) {
    this.facet = facet;
    this.chosen = chosen;
    this.changed = changed;
    /** @type {Map<string, number>} */
    const totals = new Map();
    for (const one of statements) totals.set(valueOf(one, facet), (totals.get(valueOf(one, facet)) ?? 0) + 1);
    /** All values, those of most statements first and what is unknown last: an order that stays while counts change. */
    this.values = [...totals]
      .sort((one, other) => Number(!one[0]) - Number(!other[0]) || other[1] - one[1] || byName(one[0], other[0]))
      .map(([value]) => value);
    /** @type {Map<string, number>} */
    this.counts = totals;
    this.list = make("ul", {});
    this.more = make("p", { class: "more" });
    this.root = make("fieldset", {}, make("legend", {}, NAMES[facet]));
    this.find = make("input", { type: "search", "aria-label": `Find: ${NAMES[facet]}`, placeholder: "Find…", autocomplete: "off" });
    if (this.values.length > SHOWN) this.root.append(this.find);
    this.find.addEventListener("input", () => this.render());
    this.root.append(this.list, this.more);
  }

  /** @param {Map<string, number>} counts */
  show(counts) {
    this.counts = counts;
    this.render();
  }

  render() {
    const held = document.activeElement instanceof HTMLInputElement && this.list.contains(document.activeElement) ? document.activeElement.value : null;
    const sought = fold(this.find.value).trim();
    const fitting = this.values.filter(
      (value) => this.chosen.has(value) || (this.counts.get(value) && (!sought || fold(valueName(this.facet, value)).includes(` ${sought}`))),
    );
    const chosen = fitting.filter((value) => this.chosen.has(value));
    const others = fitting.filter((value) => !this.chosen.has(value));
    const shown = new Set([...chosen, ...others.slice(0, Math.max(SHOWN - chosen.length, 3))]);
    this.list.replaceChildren(...this.values.filter((value) => shown.has(value)).map((value) => this.item(value)));
    const left = fitting.length - shown.size;
    this.more.textContent = left > 0 ? `and ${left.toLocaleString("en")} more` : "";
    const again = [...this.list.querySelectorAll("input")].find((input) => input.value === held);
    again?.focus();
  }

  /** @param {string} value */
  item(value) {
    const box = make("input", { type: "checkbox", value, checked: this.chosen.has(value) });
    box.addEventListener("change", () => {
      if (box.checked) this.chosen.add(value);
      else this.chosen.delete(value);
      this.changed();
    });
    const count = (this.counts.get(value) ?? 0).toLocaleString("en");
    const name = make("bdi", { class: "value" }, valueName(this.facet, value));
    return make("li", {}, make("label", {}, box, name, " ", make("span", { class: "count" }, count)));
  }
}
