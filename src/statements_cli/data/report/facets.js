// Let values of speaker, country, outlet, kind and act be chosen, each with the number of statements it gives.

const SHOWN = 7; // values of a facet; more are found by typing
const NAMES = { speaker: "Speaker", country: "Country or body", outlet: "Outlet", kind: "Quotation", act: "Act" };
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
   * @param {string[]} values in the order of their numbers, which stays while counts change
   * @param {Set<number>} chosen the numbers of those chosen
   * @param {() => void} changed
   */
  constructor(facet, values, chosen, changed) {
    this.chosen = chosen;
    this.changed = changed;
    this.values = values;
    this.names = values.map((value) => valueName(facet, value));
    /** @type {number[]} */
    this.counts = [];
    this.list = make("ul", {});
    this.more = make("p", { class: "more" });
    this.root = make("fieldset", {}, make("legend", {}, NAMES[facet]));
    this.find = make("input", { type: "search", "aria-label": `Find: ${NAMES[facet]}`, placeholder: "Find…", autocomplete: "off" });
    if (this.values.length > SHOWN) this.root.append(this.find);
    this.find.addEventListener("input", () => this.render());
    this.root.append(this.list, this.more);
  }

  /** @param {number[]} counts */
  show(counts) {
    this.counts = counts;
    this.render();
  }

  render() {
    const { activeElement } = document;
    const held = this.list.contains(activeElement) && activeElement?.getAttribute("value");
    const sought = fold(this.find.value).trim();
    const numbers = this.values.map((_, at) => at);
    const fits = (/** @type {number} */ at) => !sought || fold(this.names[at]).includes(` ${sought}`);
    const others = numbers.filter((at) => !this.chosen.has(at) && this.counts[at] && fits(at));
    const room = Math.max(SHOWN - this.chosen.size, 3);
    const shown = [...this.chosen, ...others.slice(0, room)].sort((one, other) => one - other);
    this.list.replaceChildren(...shown.map((at) => this.item(at)));
    const left = others.length - room;
    this.more.textContent = left > 0 ? `and ${left.toLocaleString("en")} more` : "";
    if (held) /** @type {HTMLElement | null} */ (this.list.querySelector(`[value="${held}"]`))?.focus();
  }

  /** @param {number} at */
  item(at) {
    const box = make("input", { type: "checkbox", value: at, checked: this.chosen.has(at) });
    box.addEventListener("change", () => {
      if (box.checked) this.chosen.add(at);
      else this.chosen.delete(at);
      this.changed();
    });
    const name = make("bdi", { class: "value" }, this.names[at]);
    const count = make("span", { class: "count" }, this.counts[at].toLocaleString("en"));
    return make("li", {}, make("label", {}, box, name, " ", count));
  }
}
