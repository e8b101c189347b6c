// Read the statements out of the page, where they stand compressed.

/**
 * Return the rows that an element of the page holds as JSON Lines, compressed, in Base64.
 * @param {string} id
 * @returns {Promise<any[]>}
 */
async function readRows(id) {
  const packed = atob(part(id).textContent ?? "");
  const bytes = new Uint8Array(packed.length);
  for (let at = 0; at < packed.length; at += 1) bytes[at] = packed.charCodeAt(at);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const text = await new Response(stream).text();
  return text.trimEnd().split("\n").map((line) => JSON.parse(line));
}

/**
 * Return the statements, articles and groups that rows tell of.
 * @param {any[]} rows
 * @returns {Corpus}
 */
function corpusOf(rows) {
  const [heading, ...others] = rows;
  /** @type {Corpus} */
  const corpus = { heading, statements: [], groups: new Map(), byId: new Map(), values: [] };
  for (const row of others) {
    if (row.versions) corpus.groups.set(row.group, row);
    for (const one of row.statements ?? []) {
      const statement = readStatement(one, row);
      corpus.statements.push(statement);
      corpus.byId.set(statement.id, statement);
    }
  }
  corpus.values = numberValues(corpus.statements);
  return corpus;
}

/**
 * Number the values of each facet, those of most statements first and what is unknown last.
 * @param {Statement[]} statements
 * @returns {string[][]} the values of each facet in the order of their numbers
 */
function numberValues(statements) {
  return FACETS.map((facet) => {
    /** @type {Map<string, number>} */
    const totals = new Map();
    for (const one of statements) totals.set(valueOf(one, facet), (totals.get(valueOf(one, facet)) ?? 0) + 1);
    const values = [...totals]
      .sort((one, other) => Number(!one[0]) - Number(!other[0]) || other[1] - one[1])
      .map(([value]) => value);
    const numbers = new Map(values.map((value, at) => [value, at]));
    for (const one of statements) one.codes.push(numbers.get(valueOf(one, facet)) ?? 0);
    return values;
  });
}

/**
 * @param {StatementRow} row
 * @param {ArticleRow} article
 * @returns {Statement}
 */
function readStatement(row, article) {
  const [first, last] = daysOf(row.date);
  return Object.assign(row, { article, first, last, folded: "", codes: [] });
}

/**
 * Return the statement whose id is this, or the only one whose id begins so.
 * @param {Corpus} corpus
 * @param {string} id
 */
function statementOf(corpus, id) {
  const exact = corpus.byId.get(id);
  if (exact || !id) return exact;
  const alike = corpus.statements.filter((one) => one.id.startsWith(id));
  return alike.length === 1 ? alike[0] : undefined;
}

const REGIONS = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });

/**
 * Return the name of a country or body by its code, or the code where it has none.
 * @param {string} code
 */
function countryName(code) {
  return (/^[A-Z]{2}$/.test(code) && REGIONS.of(code)) || code;
}
