/** What the rows of the page's data hold; output/report writes them. A key whose value is unknown is missing. */

interface HeadingRow {
  title: string;
  asked: string[];
  made: string;
  version: string;
  ranked: boolean;
}

interface ArticleRow {
  headline?: string;
  outlet?: string;
  byline?: string;
  published?: string;
  basis?: string;
  language?: string;
  url?: string;
  path: string;
  passages: string[];
  statements: StatementRow[];
}

/** Where a part of a statement stands in its passage, in UTF-16 units, half-open. */
type Mark = [start: number, end: number, part: "content" | "cue" | "source"];

interface StatementRow {
  id: string;
  date?: string;
  basis?: string;
  speaker?: string;
  type?: string;
  role?: string;
  country?: string;
  kind: string;
  act: string;
  words: string;
  via?: string;
  audience?: string;
  channel?: string;
  question?: string;
  group?: string;
  footnote: string;
  rank?: number;
  passage?: number;
  marks?: Mark[];
}

/** How a version differs from the fullest one: its words in turn, those only there, those only here. */
type Change = [kind: "same" | "gone" | "new", words: string];

interface VersionRow {
  id: string;
  /** Whether it was printed first, or may have been. */
  first: boolean;
  changes: Change[];
}

/** The versions of one utterance, the fullest first. */
interface GroupRow {
  group: string;
  versions: VersionRow[];
}

interface Statement extends StatementRow {
  article: ArticleRow;
  /** The first and last day it may have been said on, counted from 1970; NaN where that is unknown. */
  first: number;
  last: number;
  /** Its words, speaker and role as they are searched; empty until something is. */
  folded: string;
  /** The numbers of its values of the facets, in their order. */
  codes: number[];
}

interface Corpus {
  heading: HeadingRow;
  statements: Statement[];
  groups: Map<string, GroupRow>;
  byId: Map<string, Statement>;
  /** The values of each facet, in the order of their numbers. */
  values: string[][];
}

type Facet = "speaker" | "country" | "outlet" | "kind" | "act";

/** What is looked for: words, values of facets, and a period of days counted from 1970. */
interface Wanted {
  words: string;
  /** The numbers of the values chosen, of each facet. */
  chosen: Set<number>[];
  from: number | null;
  to: number | null;
  undated: boolean;
  sort: string;
}

/** What passes, and how many statements each value of a facet would give. */
interface Result {
  statements: Statement[];
  counts: number[][];
  /** What passes all but the period, for the chart. */
  anytime: Statement[];
  /** How many only their missing day leaves out. */
  undated: number;
  terms: Terms;
}

/** What a search asks: each of the terms must be there, none of the excluded ones. */
interface Terms {
  wanted: string[];
  excluded: string[];
  /** Words that nobody uses, and what is searched in their place. */
  mended: [word: string, instead: string[]][];
  /** Alternatives of each wanted term; one of them must be there. */
  alternatives: string[][];
}

type Unit = "day" | "week" | "month" | "year";

/** How many statements there are in each period of a chart; period n goes from edge n to edge n + 1. */
interface Periods {
  unit: Unit;
  edges: number[];
  counts: number[];
  /** Statements whose day is known too roughly for these periods. */
  rough: number;
}
