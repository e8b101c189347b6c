// Show who spoke: a table of speakers with their roles, in an order that the reader chooses.

const MOST_SPEAKERS = 200; // rows
const MOST_ROLES = 3; // of a speaker, the commonest first

/**
 * @typedef {{ name: string, roles: Map<string, number>, countries: Set<string>, count: number, first?: Statement, last?: Statement }} Speaker
 * first and last are the statements of the first and the last day
 */

/**
 * @param {Statement[]} statements
 * @returns {Speaker[]}
 */
function speakersOf(statements) {
  /** @type {Map<string, Speaker>} */
  const found = new Map();
  for (const one of statements) {
    const name = one.speaker ?? UNKNOWN;
    /** @type {Speaker} */
    const held = found.get(name) ?? { name, roles: new Map(), countries: new Set(), count: 0 };
    found.set(name, held);
    held.count += 1;
    if (one.role) held.roles.set(one.role, (held.roles.get(one.role) ?? 0) + 1);
    if (one.country) held.countries.add(one.country);
    if (Number.isNaN(one.first)) continue;
    if (!held.first || one.first < held.first.first) held.first = one;
    if (!held.last || one.last > held.last.last) held.last = one;
  }
  return [...found.values()];
}

/** @type {[string, string, (one: Speaker, other: Speaker) => number][]} */
const COLUMNS = [
  ["speaker", "Speaker", (one, other) => byName(one.name, other.name)],
  ["country", "Country", (one, other) => byName([...one.countries].map(countryName)[0], [...other.countries].map(countryName)[0])],
  ["count", "Said", (one, other) => other.count - one.count],
  ["first", "First", (one, other) => difference(one.first?.first ?? Infinity, other.first?.first ?? Infinity)],
  ["last", "Last", (one, other) => difference(other.last?.last ?? -Infinity, one.last?.last ?? -Infinity)],
];

class SpeakerTable {
  /**
   * @param {HTMLElement} root
   * @param {(name: string) => void} chosen hears of the speaker whose statements are to be shown
   */
  constructor(root, chosen) {
    this.root = root;
    this.chosen = chosen;
    this.sort = "count";
    /** @type {Speaker[]} */
    this.speakers = [];
  }

  /** @param {Statement[]} statements */
  show(statements) {
    this.speakers = speakersOf(statements);
    this.render();
  }

  render() {
    const order = COLUMNS.find(([key]) => key === this.sort)?.[2];
    const rows = this.speakers.sort(order).slice(0, MOST_SPEAKERS);
    const left = this.speakers.length - rows.length;
    const heads = COLUMNS.map(([key, label]) => this.head(key, label));
    this.root.replaceChildren(
      make("h2", { class: "unseen" }, "Speakers"),
      make(
        "table",
        { class: "speakers" },
        make("caption", { class: "unseen" }, "Speakers of the statements found, with role and country"),
        make("thead", {}, make("tr", {}, ...heads)),
        make("tbody", {}, ...rows.map((one) => this.row(one))),
      ),
      left > 0 ? make("p", { class: "nothing" }, `${counted(left, "more speaker")} fit; narrow the search to see them.`) : "",
    );
  }

  /** @param {string} key @param {string} label */
  head(key, label) {
    const sorted = key === this.sort;
    const choose = button({ class: "sort" }, () => {
      this.sort = key;
      this.render();
      /** @type {HTMLElement | null} */ (this.root.querySelector("[aria-sort] button"))?.focus();
    }, label);
    const order = key === "count" || key === "last" ? "descending" : "ascending";
    return make("th", { scope: "col", class: key, "aria-sort": sorted ? order : null }, choose);
  }

  /** @param {Speaker} one */
  row(one) {
    const roles = [...one.roles].sort((first, second) => second[1] - first[1]).map(([role]) => role);
    const role = roles.slice(0, MOST_ROLES).join("; ");
    const name = make("bdi", {}, one.name || "Unknown speaker");
    const [first, last] = [one.first, one.last].map((statement) => dateInWords(statement?.date ?? ""));
    const countries = [...one.countries].map(countryName).join(", ");
    const days = first === last ? first : `${first} to ${last}`;
    return make(
      "tr",
      {},
      make(
        "th",
        { scope: "row" },
        button({ class: "name" }, () => this.chosen(one.name), name),
        role && make("span", { class: "role" }, make("bdi", {}, role)),
        // where the window is too narrow for columns
        make("span", { class: "role narrow" }, [countries, days].filter(Boolean).join(" · ")),
      ),
      make("td", { class: "country" }, countries),
      make("td", { class: "count" }, one.count.toLocaleString("en")),
      make("td", { class: "first" }, first),
      make("td", { class: "last" }, last),
    );
  }
}
