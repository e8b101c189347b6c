// Show one statement: who, the words, when and where, and on demand its passage, versions and footnote.

/** @type {Record<string, string>} */
const ACT_NAMES = { writing: "in writing", report: "in a report" };
const PART_NAMES = { content: "said", cue: "cue", source: "source" };

/**
 * Show a statement; what is inside is made when it is opened.
 * @param {Statement} one
 * @param {Corpus} corpus
 * @param {Terms} terms
 */
function statementCard(one, corpus, terms) {
  const language = one.article.language;
  const quoted = one.kind === "direct" ? ["“", "”"] : ["", ""];
  const inside = make("details", { class: "inside" }, make("summary", {}, "Passage and source"));
  inside.addEventListener("toggle", () => {
    if (inside.open && !inside.querySelector(".detail")) inside.append(detail(one, corpus));
  });
  return make(
    "article",
    { class: "statement", id: `s-${one.id}`, tabindex: -1, "aria-labelledby": `h-${one.id}` },
    make("p", { class: "day" }, ...day(one)),
    make(
      "div",
      { class: "body" },
      make("h3", { id: `h-${one.id}` }, make("bdi", {}, ...highlighted(one.speaker ?? "Unknown speaker", terms))),
      standing(one) && make("p", { class: "role" }, make("bdi", {}, ...highlighted(standing(one), terms))),
      make(
        "blockquote",
        { class: one.kind, lang: language, dir: "auto" },
        quoted[0],
        ...highlighted(one.words, terms),
        quoted[1],
      ),
      make("p", { class: "where" }, ...where(one, corpus)),
      inside,
    ),
  );
}

/** @param {Statement} one */
function standing(one) {
  return [one.role, one.country && countryName(one.country)].filter(Boolean).join(", ");
}

/** @param {Statement} one @returns {Child[]} */
function day(one) {
  if (!one.date) return ["Undated"];
  const inferred = one.basis === "inferred" && make("span", { class: "basis" }, "inferred");
  return [make("time", { datetime: one.date }, dateInWords(one.date, 3)), inferred];
}

/** @param {Statement} one @param {Corpus} corpus @returns {Child[]} */
function where(one, corpus) {
  const { article } = one;
  const versions = one.group && corpus.groups.get(one.group)?.versions.length;
  /** @type {Child[]} */
  const facts = [
    make("bdi", { class: "outlet" }, article.outlet ?? "Outlet unknown"),
    article.headline && make("cite", { class: "on-paper" }, article.headline),
    one.kind === "direct" ? "quoted" : one.kind === "mixed" ? "partly quoted" : "reported",
    one.act !== "speech" && (ACT_NAMES[one.act] ?? one.act),
    one.via && make("span", {}, "via ", make("bdi", {}, one.via)),
    one.channel && one.channel !== one.act && make("bdi", {}, one.channel),
    one.audience && make("span", {}, "to ", make("bdi", {}, one.audience)),
    versions ? counted(versions, "version") : null,
    make("a", { class: "link", href: `#${one.id}`, "aria-label": `Link to this statement, ${one.id}` }, "link"),
  ];
  return facts.filter(Boolean).flatMap((fact, at) => (at ? [separator(fact), fact] : [fact]));
}

/** @param {Child} before what is not on the screen, or not on paper, has no dot there either */
function separator(before) {
  const kind = before instanceof Element ? before.className : "";
  return make("span", { class: `dot ${kind}`, "aria-hidden": "true" }, " · ");
}

/** @param {Statement} one @param {Corpus} corpus */
function detail(one, corpus) {
  const group = one.group ? corpus.groups.get(one.group) : undefined;
  return make(
    "div",
    { class: "detail" },
    ...passage(one),
    one.question && make("p", { class: "asked", dir: "auto" }, make("b", {}, "Asked: "), one.question),
    article(one.article),
    group && make("h4", {}, "Versions of this utterance"),
    group && versionList(group, corpus, one.id),
    make("h4", {}, "Footnote"),
    footnote(one),
  );
}

/** @param {Statement} one @returns {Child[]} */
function passage(one) {
  if (one.passage === undefined) return [];
  const text = one.article.passages[one.passage];
  /** @type {Child[]} */
  const pieces = [];
  let end = 0;
  for (const [start, stop, name] of one.marks ?? []) {
    pieces.push(text.slice(end, start), make("mark", { class: name }, text.slice(start, stop)));
    end = stop;
  }
  const names = new Set((one.marks ?? []).map((mark) => mark[2]));
  const legend = [...names].flatMap((name, at) => [at ? " " : "", make("mark", { class: name }, PART_NAMES[name])]);
  return [
    make("p", { class: "passage", lang: one.article.language, dir: "auto" }, ...pieces, text.slice(end)),
    make("p", { class: "legend", "aria-hidden": "true" }, ...legend),
  ];
}

/** @param {ArticleRow} row */
function article(row) {
  const published = row.published && `published ${dateInWords(row.published)}${row.basis === "inferred" ? " (inferred)" : ""}`;
  const facts = [row.byline, row.outlet, published].filter(Boolean).join(", ");
  return make(
    "p",
    { class: "article" },
    webLink(row.headline ?? "Article without a headline", row.url, { class: "headline", lang: row.language, dir: "auto" }),
    facts && make("span", {}, " ", make("bdi", {}, facts)),
  );
}

/** @param {Statement} one */
function footnote(one) {
  const text = make("p", { class: "footnote", dir: "auto" }, one.footnote);
  const said = make("span", { role: "status" });
  const copy = button({ class: "quiet" }, async () => {
    try {
      await navigator.clipboard.writeText(one.footnote);
      said.textContent = "Copied";
    } catch {
      getSelection()?.selectAllChildren(text);
      said.textContent = "Selected: copy it with your keyboard";
    }
  }, "Copy footnote");
  return make("div", {}, text, make("p", { class: "tools" }, copy, " ", said));
}
