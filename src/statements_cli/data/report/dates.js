// Days as numbers since 1970, in words, and in periods of equal kind.

const DAY = 86_400_000; // milliseconds
const MONTHS = "January February March April May June July August September October November December".split(" ");
const MOST_BARS = 92; // of days; then weeks
const MOST_WEEKS = 106;
const MOST_MONTHS = 300;
const ROUGH = 0.05; // share of days that may be known too roughly for the periods

/** @param {number} year @param {number} month from 0 @param {number} day */
function dayNumber(year, month, day) {
  return Date.UTC(year, month, day) / DAY;
}

/**
 * Return the first and last day of a date as records have it: a day, a month or a year.
 * @param {string | undefined} date
 * @returns {[number, number]}
 */
function daysOf(date) {
  const [year, month, day] = (date ?? "").split("-").map(Number);
  if (!year) return [NaN, NaN];
  if (!month) return [dayNumber(year, 0, 1), dayNumber(year + 1, 0, 0)];
  if (!day) return [dayNumber(year, month - 1, 1), dayNumber(year, month, 0)];
  const number = dayNumber(year, month - 1, day);
  return [number, number];
}

/** @param {number} number */
function isoDay(number) {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

/**
 * Return a date as people write it: 20 May 2025, May 2025, 2025.
 * @param {string} date
 * @param {number} [letters] of the month
 */
function dateInWords(date, letters = 9) {
  const [year, month, day] = date.slice(0, 10).split("-");
  return [day && Number(day), month && MONTHS[Number(month) - 1]?.slice(0, letters), year].filter(Boolean).join(" ");
}

/**
 * Return the first day of the period that a day is in, or of a period some way on.
 * @param {number} day
 * @param {Unit} unit
 * @param {number} [on]
 */
function startOf(day, unit, on = 0) {
  const date = new Date(day * DAY);
  if (unit === "day") return day + on;
  if (unit === "week") return day - ((date.getUTCDay() + 6) % 7) + 7 * on;
  if (unit === "month") return dayNumber(date.getUTCFullYear(), date.getUTCMonth() + on, 1);
  return dayNumber(date.getUTCFullYear() + on, 0, 1);
}

/**
 * Return the name of a period by its first day.
 * @param {number} day
 * @param {Unit} unit
 */
function periodName(day, unit) {
  const words = dateInWords(isoDay(day));
  if (unit === "year") return isoDay(day).slice(0, 4);
  if (unit === "month") return dateInWords(isoDay(day).slice(0, 7));
  return unit === "week" ? `week of ${words}` : words;
}

/**
 * Return the finest unit that gives a readable chart and suits how exactly days are known.
 * @param {Statement[]} dated
 * @returns {Unit}
 */
function unitFor(dated) {
  const exact = dated.filter((one) => one.first === one.last);
  const months = dated.filter((one) => one.last - one.first <= 31);
  if (dated.length - months.length > dated.length * ROUGH) return "year";
  const monthly = dated.length - exact.length > dated.length * ROUGH;
  const [from, to] = extent(monthly ? months : exact);
  const days = to - from + 1;
  if (days / 30 > MOST_MONTHS) return "year";
  if (monthly || days / 7 > MOST_WEEKS) return "month";
  return days > MOST_BARS ? "week" : "day";
}

/**
 * Return the first and last day of statements.
 * @param {Statement[]} dated
 * @returns {[number, number]}
 */
function extent(dated) {
  let [from, to] = [Infinity, -Infinity];
  for (const one of dated) {
    from = Math.min(from, one.first);
    to = Math.max(to, one.last);
  }
  return [from, to];
}

/**
 * Return the edges of the periods that cover the statements drawn in them.
 * @param {Statement[]} dated
 * @param {Unit} unit
 */
function edgesOf(dated, unit) {
  const drawn = dated.filter((one) => startOf(one.first, unit) === startOf(one.last, unit));
  const [from, to] = extent(drawn.length ? drawn : dated);
  const edges = [startOf(from, unit)];
  while (edges[edges.length - 1] <= to) edges.push(startOf(edges[edges.length - 1], unit, 1));
  return edges;
}

/**
 * Count statements in periods; what spans several of them is in none.
 * @param {Statement[]} statements
 * @param {number[]} edges
 * @param {Unit} unit
 * @returns {Periods}
 */
function inPeriods(statements, edges, unit) {
  const counts = new Array(Math.max(edges.length - 1, 0)).fill(0);
  const places = new Map(edges.map((edge, at) => [edge, at]));
  let rough = 0;
  for (const one of statements) {
    if (Number.isNaN(one.first)) continue;
    const start = startOf(one.first, unit);
    if (start === startOf(one.last, unit)) counts[places.get(start) ?? 0] += 1;
    else rough += 1;
  }
  return { unit, edges, counts, rough };
}
