// Search what was said: each word of a query must begin a word of the statement; one that nobody uses is mended.

const NO_SPACES = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]/u;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const BETWEEN = /[^\p{L}\p{N}\0 ]+/gu;
const AT_ONCE = 1000; // statements whose words are folded in one go
const ASKED = /(-?)(?:"([^"]*)"?|([^\s"]+))/gu;
const SHORTEST = 4; // letters of a word that is mended
const LONG = 8; // letters from which on two slips are forgiven
const MOST_MENDED = 3; // words taken in place of one

/**
 * Return a text without case and accents, its words with a space before each.
 * @param {string} text
 */
function fold(text) {
  return foldWords(` ${text} `);
}

/** @param {string} text */
function foldWords(text) {
  return text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().replace(BETWEEN, " ").replace(/ {2,}/g, " ");
}

/**
 * Return what a query asks. A quoted phrase is exact, -word is excluded.
 * @param {string} query
 * @param {Words} words
 * @returns {Terms}
 */
function parse(query, words) {
  /** @type {Terms} */
  const terms = { wanted: [], excluded: [], mended: [], alternatives: [] };
  for (const [, minus, phrase, word] of query.matchAll(ASKED)) {
    const folded = fold(phrase ?? word).trim();
    if (!folded) continue;
    const term = NO_SPACES.test(folded) ? folded : ` ${folded}${phrase !== undefined ? " " : ""}`;
    (minus ? terms.excluded : terms.wanted).push(term);
  }
  terms.alternatives = terms.wanted.map((term) => alternatives(term, terms, words));
  return terms;
}

/** The words of statements: of what was said, of the speaker and the role. */
class Words {
  /** @param {Statement[]} statements */
  constructor(statements) {
    this.statements = statements;
    /** @type {string[] | undefined} */
    this.known = undefined;
    for (let at = 0; at < statements.length; at += AT_ONCE) this.fold(statements.slice(at, at + AT_ONCE));
  }

  /**
   * Fold the texts of some statements, as one text, which takes half the time.
   * @param {Statement[]} some
   */
  fold(some) {
    const texts = some.map(({ words, speaker, role }) => ["", words, speaker, role, ""].join(" "));
    const folded = foldWords(texts.join("\0")).split("\0"); // a mark that no text of a page has
    some.forEach((one, at) => (one.folded = folded[at]));
  }

  /** @param {string} term */
  has(term) {
    return this.statements.some((one) => one.folded.includes(term));
  }

  /** All of them; found when they are first asked for. */
  all() {
    if (!this.known) {
      const found = new Set();
      for (const one of this.statements) for (const word of one.folded.split(" ")) found.add(word);
      this.known = [...found];
    }
    return this.known;
  }
}

/**
 * Return what is searched for a term: itself, or the words nearest to one that no statement has.
 * @param {string} term
 * @param {Terms} terms
 * @param {Words} words
 */
function alternatives(term, terms, words) {
  const word = term.trim();
  if (word.length < SHORTEST || term.endsWith(" ") || word.includes(" ") || NO_SPACES.test(word)) return [term];
  if (words.has(term)) return [term];
  const most = word.length < LONG ? 1 : 2;
  const near = words
    .all()
    .map((other) => /** @type {[string, number]} */ ([other, slips(word, other, most)]))
    .filter(([, count]) => count <= most)
    .sort((one, other) => one[1] - other[1])
    .slice(0, MOST_MENDED)
    .map(([other]) => other);
  if (!near.length) return [term];
  terms.mended.push([word, near]);
  return near.map((other) => ` ${other} `);
}

/**
 * Return how many letters are wrong, missing, too many or swapped (Damerau, CACM 1964), or more than `most`.
 * @param {string} one
 * @param {string} other
 * @param {number} most
 */
function slips(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const same = one[row - 1] === other[at - 1] ? 0 : 1;
      now[at] = Math.min(last[at] + 1, now[at - 1] + 1, last[at - 1] + same);
      if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1])
        now[at] = Math.min(now[at], before[at - 2] + 1);
    }
    if (Math.min(...now) > most) return most + 1;
    [before, last] = [last, now];
  }
  return last[other.length];
}

/**
 * Say whether a folded text has all terms wanted and none excluded.
 * @param {string} folded
 * @param {Terms} terms
 */
function matches(folded, terms) {
  return (
    terms.alternatives.every((several) => several.some((term) => folded.includes(term))) &&
    !terms.excluded.some((term) => folded.includes(term))
  );
}

/**
 * Return a text in pieces, the words that a search matched marked.
 * @param {string} text
 * @param {Terms} terms
 * @returns {(string | HTMLElement)[]}
 */
function highlighted(text, terms) {
  const sought = terms.alternatives.flat().map((term) => ({ words: term.trim().split(" "), term }));
  if (!sought.length) return [text];
  const tokens = [...text.matchAll(WORD)].map((match) => ({ start: match.index, end: match.index + match[0].length, word: fold(match[0]).trim() }));
  /** @type {(string | HTMLElement)[]} */
  const pieces = [];
  let end = 0;
  for (let at = 0; at < tokens.length; ) {
    const length = Math.max(...sought.map(({ words, term }) => (stands(tokens, at, words, term) ? words.length : 0)));
    if (length) {
      const [from, to] = [tokens[at].start, tokens[at + length - 1].end];
      pieces.push(text.slice(end, from), make("mark", { class: "hit" }, text.slice(from, to)));
      end = to;
    }
    at += length || 1;
  }
  return [...pieces, text.slice(end)];
}

/**
 * Say whether the words of a term stand at a place, the last as a beginning unless a space follows it.
 * @param {{ word: string }[]} tokens
 * @param {number} at
 * @param {string[]} words
 * @param {string} term
 */
function stands(tokens, at, words, term) {
  if (NO_SPACES.test(term)) return tokens[at].word.includes(term);
  return words.every((word, after) => {
    const found = tokens[at + after]?.word;
    const whole = after < words.length - 1 || term.endsWith(" ");
    return whole ? found === word : Boolean(found?.startsWith(word));
  });
}
