// Show the versions of one utterance, and how each differs from the fullest.

const MOST_GROUPS = 50; // on one page

/**
 * @param {GroupRow} group
 * @param {Corpus} corpus
 * @param {string} [here] the id of the version that is being read
 */
function versionList(group, corpus, here) {
  const firsts = group.versions.filter((version) => version.first).length;
  const items = group.versions.map((version, at) => {
    const one = corpus.byId.get(version.id);
    const notes = [version.id === here && "this one", at === 0 && "fullest", version.first && firsts === 1 && "first"];
    return one && make("li", {}, versionHead(one, notes.filter(Boolean).join(", "), version.id === here), versionText(version, one));
  });
  return make("ol", { class: "versions" }, ...items);
}

/** @param {Statement} one @param {string} notes @param {boolean} here */
function versionHead(one, notes, here) {
  const date = one.date ? `, ${dateInWords(one.date)}` : "";
  const how = one.via ? ` via ${one.via}` : "";
  const name = make("bdi", {}, `${one.article.outlet ?? "Outlet unknown"}${how}`);
  return make(
    "p",
    { class: "version" },
    here ? name : make("a", { href: `#${one.id}` }, name),
    date,
    notes && make("b", { class: "fullest" }, notes),
  );
}

/** @param {VersionRow} version @param {Statement} one */
function versionText(version, one) {
  const pieces = version.changes.map(([kind, words]) => {
    if (kind === "same") return words;
    return make(kind === "gone" ? "del" : "ins", {}, words);
  });
  const spaced = pieces.flatMap((piece, at) => (at ? [" ", piece] : [piece]));
  return make("p", { class: "difference", lang: one.article.language, dir: "auto" }, ...spaced);
}

/**
 * Return the utterances that statements are versions of.
 * @param {Statement[]} statements
 * @param {Corpus} corpus
 */
function groupsOf(statements, corpus) {
  const ids = [...new Set(statements.flatMap((one) => (one.group ? [one.group] : [])))];
  return ids.flatMap((id) => corpus.groups.get(id) ?? []);
}

/**
 * Show the utterances that several of the statements are versions of.
 * @param {HTMLElement} root
 * @param {Statement[]} statements
 * @param {Corpus} corpus
 */
function showVersions(root, statements, corpus) {
  const groups = groupsOf(statements, corpus);
  const shown = groups.slice(0, MOST_GROUPS).map((group) => {
    const fullest = corpus.byId.get(group.versions[0].id);
    const name = fullest?.speaker ?? "Unknown speaker";
    return make(
      "section",
      { class: "utterance" },
      make("h3", {}, make("bdi", {}, name)),
      make("p", { class: "role" }, counted(group.versions.length, "version")),
      versionList(group, corpus),
    );
  });
  const left = groups.length - shown.length;
  const empty = "None of these statements is reported in several versions.";
  root.replaceChildren(
    make("h2", { class: "unseen" }, "Utterances in several versions"),
    groups.length
      ? make("p", { class: "key" }, "Words that only the fullest version has are ", make("del", {}, "struck out"), "; words that only another version has are ", make("ins", {}, "underlined"), ".")
      : make("p", { class: "nothing" }, empty),
    ...shown,
    left > 0 && make("p", { class: "nothing" }, `${counted(left, "more utterance")} fit; narrow the search to see them.`) || "",
  );
}
