// Find the statements that pass a search, facets and a period, and what each value of a facet would give.

/** @type {Facet[]} */
const FACETS = ["speaker", "country", "outlet", "kind", "act"];
const UNKNOWN = ""; // the value of a facet that isn't known
const [WORDS, PERIOD, FIRST_FACET] = [1, 2, 4]; // bits of what a statement fails

/** @returns {Wanted} */
function everything() {
  const chosen = { speaker: new Set(), country: new Set(), outlet: new Set(), kind: new Set(), act: new Set() };
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
 * @param {Wanted} wanted
 * @param {() => string[]} vocabulary
 * @returns {Result}
 */
function result(order, wanted, vocabulary) {
  const terms = parse(wanted.words, vocabulary);
  const counts = { speaker: new Map(), country: new Map(), outlet: new Map(), kind: new Map(), act: new Map() };
  /** @type {Result} */
  const found = { statements: [], counts, anytime: [], undated: 0, terms };
  const asks = terms.wanted.length > 0 || terms.excluded.length > 0;
  const dated = wanted.from !== null || wanted.to !== null;
  const [from, to] = [wanted.from ?? -Infinity, wanted.to ?? Infinity];
  for (const one of order) {
    let fails = 0;
    FACETS.forEach((facet, at) => {
      const chosen = wanted.chosen[facet];
      if (chosen.size && !chosen.has(valueOf(one, facet))) fails |= FIRST_FACET << at;
    });
    const undated = Number.isNaN(one.first);
    if (dated && (undated ? !wanted.undated : one.last < from || one.first > to)) fails |= PERIOD;
    if (asks && !matches(one.folded, terms)) fails |= WORDS;
    if (!fails) found.statements.push(one);
    if (!(fails & ~PERIOD)) {
      found.anytime.push(one);
      if (fails && undated) found.undated += 1;
    }
    FACETS.forEach((facet, at) => {
      if (fails & ~(FIRST_FACET << at)) return;
      const value = valueOf(one, facet);
      counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
    });
  }
  return found;
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
