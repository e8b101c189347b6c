// Find the statements that pass a search, facets and a period, and what each value of a facet would give.

/** @type {Facet[]} */
const FACETS = ["speaker", "country", "outlet", "kind", "act"];
const UNKNOWN = ""; // the value of a facet that isn't known
const [WORDS, PERIOD, FIRST_FACET] = [1, 2, 4]; // bits of what a statement fails

/** @returns {Wanted} */
function everything() {
  const chosen = FACETS.map(() => new Set());
  return { words: "", chosen, from: null, to: null, undated: false, sort: "newest" };
}

/**
 * Return the value that a statement has of a facet.
 * @param {Statement} one
 * @param {Facet} facet
 */
function valueOf(one, facet) {
  return (facet === "outlet" ? one.article.outlet : one[facet]) ?? UNKNOWN;
}

/**
 * Return what passes; `order` are all statements in the order they are to stand in.
 * @param {Statement[]} order
 * @param {Corpus} corpus
 * @param {Wanted} wanted
 * @param {Words} words
 * @returns {Result}
 */
function result(order, corpus, wanted, words) {
  const terms = parse(wanted.words, words);
  const counts = corpus.values.map((values) => new Array(values.length).fill(0));
  /** @type {Result} */
  const found = { statements: [], counts, anytime: [], undated: 0, terms };
  for (const one of order) {
    const fails = failing(one, wanted, terms);
    if (!fails) found.statements.push(one);
    if (!(fails & ~PERIOD)) {
      found.anytime.push(one);
      if (fails && Number.isNaN(one.first)) found.undated += 1;
    }
    // a value of a facet counts what passes all but that facet
    for (let at = 0; at < FACETS.length; at += 1) if (!(fails & ~(FIRST_FACET << at))) counts[at][one.codes[at]] += 1;
  }
  return found;
}

/**
 * Return as bits what of all that is wanted a statement fails.
 * @param {Statement} one
 * @param {Wanted} wanted
 * @param {Terms} terms
 */
function failing(one, wanted, terms) {
  let fails = 0;
  for (let at = 0; at < FACETS.length; at += 1) {
    const chosen = wanted.chosen[at];
    if (chosen.size && !chosen.has(one.codes[at])) fails |= FIRST_FACET << at;
  }
  const { from, to } = wanted;
  if (from !== null || to !== null) {
    const passes = Number.isNaN(one.first) ? wanted.undated : one.last >= (from ?? -Infinity) && one.first <= (to ?? Infinity);
    if (!passes) fails |= PERIOD;
  }
  if (!matches(one.folded, terms)) fails |= WORDS;
  return fails;
}

/**
 * Return statements in an order: newest or oldest first, undated last, best, or by speaker.
 * @param {Statement[]} statements
 * @param {string} sort
 */
function sorted(statements, sort) {
  const [early, late] = [-Infinity, Infinity];
  const day = (/** @type {Statement} */ one, /** @type {number} */ none) => (Number.isNaN(one.first) ? none : one.first);
  const newest = (/** @type {Statement} */ one, /** @type {Statement} */ other) => difference(day(other, early), day(one, early));
  /** @type {Record<string, (one: Statement, other: Statement) => number>} */
  const orders = {
    newest,
    oldest: (one, other) => difference(day(one, late), day(other, late)),
    best: (one, other) => difference(one.rank ?? late, other.rank ?? late),
    speaker: (one, other) => byName(one.speaker, other.speaker) || newest(one, other),
  };
  return [...statements].sort(orders[sort]);
}

/** @param {number} one @param {number} other infinities are equal to themselves */
function difference(one, other) {
  return one === other ? 0 : one - other;
}

const COLLATOR = new Intl.Collator("en");

/** @param {string | undefined} one @param {string | undefined} other an unknown name stands last */
function byName(one, other) {
  if (!one || !other) return Number(!one) - Number(!other);
  return COLLATOR.compare(one, other);
}
