// Show the statements found, a page at a time; on paper all of them, up to a limit.

const ON_A_PAGE = 30;
const ON_PAPER = 1000; // statements that are printed at most

class StatementList {
  /**
   * @param {HTMLElement} root
   * @param {HTMLElement} pager
   * @param {Corpus} corpus
   */
  constructor(root, pager, corpus) {
    this.root = root;
    this.pager = pager;
    this.corpus = corpus;
    this.page = 0;
    /** @type {Statement[]} */
    this.statements = [];
    /** @type {Terms} */
    this.terms = { wanted: [], excluded: [], mended: [], alternatives: [] };
    /** @type {Set<string>} ids of statements whose passage was open before they were printed */
    this.opened = new Set();
    addEventListener("beforeprint", () => this.render(0, ON_PAPER));
    addEventListener("afterprint", () => this.render());
  }

  /** @param {Statement[]} statements @param {Terms} terms */
  show(statements, terms) {
    this.statements = statements;
    this.terms = terms;
    this.page = 0;
    this.opened.clear();
    this.render();
  }

  get pages() {
    return Math.max(Math.ceil(this.statements.length / ON_A_PAGE), 1);
  }

  /** @param {number} [from] @param {number} [most] */
  render(from = this.page * ON_A_PAGE, most = ON_A_PAGE) {
    for (const open of this.root.querySelectorAll(".statement")) {
      const id = open.id.slice(2);
      if (open.querySelector("details")?.open) this.opened.add(id);
      else this.opened.delete(id);
    }
    const shown = this.statements.slice(from, from + most);
    const cards = shown.map((one) => statementCard(one, this.corpus, this.terms));
    shown.forEach((one, at) => {
      if (this.opened.has(one.id)) openPassage(cards[at]);
    });
    const left = this.statements.length - shown.length;
    const cut = most === ON_PAPER && left > 0 && make("p", { class: "nothing" }, `${counted(left, "more statement")} not printed.`);
    this.root.replaceChildren(...cards, cut || "");
    this.showPager();
  }

  showPager() {
    if (this.pages === 1) return this.pager.replaceChildren();
    const turn = (/** @type {number} */ by, /** @type {string} */ label) =>
      button({ disabled: this.page + by < 0 || this.page + by >= this.pages }, () => this.turn(this.page + by), label);
    this.pager.replaceChildren(
      turn(-1, "Previous"),
      make("span", {}, `Page ${(this.page + 1).toLocaleString("en")} of ${this.pages.toLocaleString("en")}`),
      turn(1, "Next"),
    );
  }

  /** @param {number} page */
  turn(page) {
    this.page = page;
    this.render();
    const first = this.root.querySelector(".statement");
    if (first instanceof HTMLElement) first.focus({ preventScroll: true });
    this.root.scrollIntoView();
  }

  /** Open the passages of all statements shown, or close them. @param {boolean} wide */
  openAll(wide) {
    for (const card of this.root.querySelectorAll("details")) card.open = wide;
  }

  /** Show a statement, opened; it must be among those found. @param {Statement} one */
  reveal(one) {
    const at = this.statements.indexOf(one);
    if (at < 0) return;
    const page = Math.floor(at / ON_A_PAGE);
    if (page !== this.page) {
      this.page = page;
      this.render();
    }
    for (const other of this.root.querySelectorAll(".target")) other.classList.remove("target");
    const card = part(`s-${one.id}`);
    card.classList.add("target");
    openPassage(card);
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "start" });
  }
}

/** @param {HTMLElement} card */
function openPassage(card) {
  const inside = card.querySelector("details");
  if (inside) inside.open = true;
}
