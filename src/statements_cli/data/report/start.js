// Put the page together: what is wanted, what passes, and the parts that show it.

class Report {
  /** @param {Corpus} corpus */
  constructor(corpus) {
    this.corpus = corpus;
    this.wanted = everything();
    if (corpus.heading.ranked) this.wanted.sort = "best";
    this.order = sorted(corpus.statements, this.wanted.sort);
    this.words = new Words(corpus.statements);
    /** @type {Statement[]} */
    this.found = [];
    const dated = corpus.statements.filter((one) => !Number.isNaN(one.first));
    this.unit = unitFor(dated);
    this.edges = dated.length ? edgesOf(dated, this.unit) : [];
    part("timeline-plot").hidden = part("period").hidden = !dated.length;
    part("no-day").hidden = dated.length === corpus.statements.length;
    this.timeline = new Timeline(part("timeline-plot"), (from, to) => this.between(from, to));
    this.list = new StatementList(part("list"), part("pager"), corpus);
    this.speakers = new SpeakerTable(part("panel-speakers"), (name) => this.ofSpeaker(name));
    this.facets = FACETS.map(
      (facet, at) => new FacetList(facet, corpus.values[at], this.wanted.chosen[at], () => this.update()),
    );
    this.search = /** @type {HTMLInputElement} */ (part("search"));
    this.sort = /** @type {HTMLSelectElement} */ (part("sort"));
    this.since = /** @type {HTMLInputElement} */ (part("since"));
    this.until = /** @type {HTMLInputElement} */ (part("until"));
    this.undated = /** @type {HTMLInputElement} */ (part("undated"));
    part("facets").append(...this.facets.filter((one) => one.values.length > 1).map((one) => one.root));
    this.listen();
    this.tabs = new Tabs(() => this.showTab());
    this.head();
    this.update();
    this.follow();
    addEventListener("hashchange", () => this.follow());
  }

  listen() {
    this.search.addEventListener("input", () => {
      this.wanted.words = this.search.value;
      this.update();
    });
    this.sort.addEventListener("change", () => {
      this.wanted.sort = this.sort.value;
      this.order = sorted(this.corpus.statements, this.sort.value);
      this.update();
    });
    for (const input of [this.since, this.until])
      input.addEventListener("change", () => this.between(daysOf(this.since.value)[0] || null, daysOf(this.until.value)[1] || null));
    this.undated.addEventListener("change", () => {
      this.wanted.undated = this.undated.checked;
      this.update();
    });
    part("clear").addEventListener("click", () => {
      this.clear();
      this.search.focus();
    });
    const all = part("open-all");
    all.addEventListener("click", () => {
      const wide = all.getAttribute("aria-pressed") !== "true";
      all.setAttribute("aria-pressed", String(wide));
      this.list.openAll(wide);
    });
    const filters = /** @type {HTMLDetailsElement} */ (part("filters"));
    filters.open = matchMedia("(min-width: 56rem)").matches;
  }

  /** @param {number | null} from @param {number | null} to */
  between(from, to) {
    this.wanted.from = from;
    this.wanted.to = to;
    this.update();
  }

  /** @param {string} name */
  ofSpeaker(name) {
    const at = FACETS.indexOf("speaker");
    this.wanted.chosen[at].clear();
    this.wanted.chosen[at].add(this.corpus.values[at].indexOf(name));
    this.update();
    this.tabs.show("statements");
    part("tab-statements").focus();
  }

  clear() {
    Object.assign(this.wanted, { words: "", from: null, to: null, undated: false });
    for (const chosen of this.wanted.chosen) chosen.clear();
    this.undated.checked = false;
    this.search.value = "";
    for (const facet of this.facets) facet.find.value = "";
    this.update();
  }

  update() {
    const { wanted } = this;
    const found = result(this.order, this.corpus, wanted, this.words);
    this.since.value = wanted.from === null ? "" : isoDay(wanted.from);
    this.until.value = wanted.to === null ? "" : isoDay(wanted.to);
    this.facets.forEach((facet, at) => facet.show(found.counts[at]));
    const periods = inPeriods(found.anytime, this.edges, this.unit);
    this.timeline.show(periods, wanted.from, wanted.to);
    part("timeline-summary").textContent = summary(periods, wanted, found);
    part("open-all").setAttribute("aria-pressed", "false");
    this.list.show(found.statements, found.terms);
    this.found = found.statements;
    const speakers = new Set(this.found.map((one) => one.codes[0])).size;
    const versions = groupsOf(this.found, this.corpus).length;
    this.tabs.count({ statements: this.found.length, speakers, versions });
    this.showTab();
    this.say(found);
  }

  /** Fill the view that is seen, if it isn't the statements. */
  showTab() {
    if (this.tabs.shown === "speakers") this.speakers.show(this.found);
    if (this.tabs.shown === "versions") showVersions(part("panel-versions"), this.found, this.corpus);
  }

  /** @param {Result} found */
  say(found) {
    const all = this.corpus.statements.length;
    const shown = found.statements.length;
    const mended = found.terms.mended.map(([word, instead]) => `Nobody says “${word}”: searched for ${instead.join(", ")}.`);
    const count = shown === all ? counted(all, "statement") : `${shown.toLocaleString("en")} of ${counted(all, "statement")}`;
    part("status").textContent = [`${count}.`, ...mended].join(" ");
    part("nothing").hidden = shown > 0;
    const asks = this.wanted.words || this.wanted.from !== null || this.wanted.to !== null;
    part("clear").hidden = !asks && this.wanted.chosen.every((chosen) => !chosen.size);
  }

  /** Show the statement that the address names. */
  follow() {
    const one = statementOf(this.corpus, decodeURIComponent(location.hash.slice(1)));
    if (!one) return;
    if (!this.list.statements.includes(one)) this.clear();
    this.tabs.show("statements");
    this.list.reveal(one);
  }

  head() {
    const { heading, statements } = this.corpus;
    const of = (/** @type {Facet} */ facet) => this.corpus.values[FACETS.indexOf(facet)].filter(Boolean).length;
    const articles = new Set(statements.map((one) => one.article)).size;
    const dated = statements.filter((one) => !Number.isNaN(one.first));
    const [from, to] = extent(dated);
    const ends = [dated.find((one) => one.first === from), dated.find((one) => one.last === to)];
    const [first, last] = ends.map((one) => dateInWords(one?.date ?? ""));
    const period = first === last ? first : `${first} to ${last}`;
    const facts = `${counted(statements.length, "statement")} by ${counted(of("speaker"), "speaker")} in ${counted(articles, "article")} of ${counted(of("outlet"), "outlet")}`;
    part("facts").textContent = [facts, period].filter(Boolean).join(", ");
    const best = part("sort").querySelector("[value=best]");
    if (heading.ranked) this.sort.value = "best";
    else best?.remove();
    const asked = heading.asked.join(" · ");
    part("made").textContent = [asked && `Asked for: ${asked}`, `Made ${dateInWords(heading.made)} by statements ${heading.version}`].filter(Boolean).join(" · ");
  }
}

/**
 * Say in words what the timeline shows.
 * @param {Periods} periods
 * @param {Wanted} wanted
 * @param {Result} found
 */
function summary(periods, wanted, found) {
  const { edges, counts, unit, rough } = periods;
  if (!counts.length) return "No statement has a day.";
  const most = counts.indexOf(Math.max(...counts));
  const when = unit === "day" ? "on" : unit === "week" ? "in the" : "in";
  const peak = counts[most] ? `By ${unit}; most ${when} ${periodName(edges[most], unit)}: ${counts[most].toLocaleString("en")}.` : `By ${unit}.`;
  const [from, to] = [wanted.from, wanted.to];
  const start = from === null ? "the beginning" : dateInWords(isoDay(from));
  const end = to === null ? "the end" : dateInWords(isoDay(to));
  const chosen = from === null && to === null ? "" : `Chosen: ${start} to ${end}.`;
  const left = found.undated ? `${found.undated.toLocaleString("en")} without a day left out.` : "";
  const coarse = rough ? `${rough.toLocaleString("en")} known less exactly not drawn.` : "";
  return [chosen, peak, coarse, left].filter(Boolean).join(" ");
}

class Tabs {
  /** @param {() => void} changed hears that another view is seen */
  constructor(changed) {
    this.changed = changed;
    this.shown = "statements";
    this.names = ["statements", "speakers", "versions"];
    for (const name of this.names) {
      part(`tab-${name}`).addEventListener("click", () => this.show(name));
      part(`tab-${name}`).addEventListener("keydown", (event) => this.keyed(name, event));
    }
  }

  /** @param {string} wanted */
  show(wanted) {
    for (const name of this.names) {
      part(`tab-${name}`).setAttribute("aria-selected", String(name === wanted));
      part(`tab-${name}`).tabIndex = name === wanted ? 0 : -1;
      part(`panel-${name}`).hidden = name !== wanted;
    }
    part("order").hidden = wanted !== "statements";
    this.shown = wanted;
    this.changed();
  }

  /** @param {Record<string, number>} counts */
  count(counts) {
    for (const name of this.names) part(`count-${name}`).textContent = counts[name].toLocaleString("en");
  }

  /** @param {string} name @param {KeyboardEvent} event */
  keyed(name, event) {
    const size = this.names.length;
    const at = this.names.indexOf(name);
    /** @type {Record<string, number>} */
    const places = { ArrowLeft: at - 1 + size, ArrowRight: at + 1, Home: 0, End: size - 1 };
    if (!(event.key in places)) return;
    const next = this.names[places[event.key] % size];
    this.show(next);
    part(`tab-${next}`).focus();
    event.preventDefault();
  }
}

readRows("data")
  .then((rows) => {
    new Report(corpusOf(rows));
    document.documentElement.classList.add("ready");
    performance.mark("ready");
  })
  .catch((error) => {
    part("status").textContent = `This page can't be shown here (${error}). A browser of 2023 or newer shows it.`;
    throw error;
  });
