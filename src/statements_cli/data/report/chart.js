// Draw the timeline, and let a period of it be chosen: by dragging, by a click on a bar, by the keys of two sliders.

const HEIGHT = 128; // pixels, all of these
const TOP = 18;
const BOTTOM = 24;
const SIDE = 14;
/** @type {Record<Unit, number>} the least distance of two labels */
const LABELS = { day: 84, week: 84, month: 64, year: 44 };
const GAP = 8; // of it, between them
const WIDEST = 64; // of a bar
/** @type {Record<Unit, number[]>} how many periods may lie between two labels */
const STEPS = { day: [1, 2, 7, 14, 28], week: [1, 2, 4, 13, 26], month: [1, 3, 6, 12, 24, 60, 120], year: [1, 2, 5, 10, 20, 50, 100] };
const CLICK = 4; // a movement shorter than this is a click
const PAGES = 10; // a page key moves by a tenth

class Timeline {
  /**
   * @param {HTMLElement} root
   * @param {(from: number | null, to: number | null) => void} chosen hears of each period chosen, null of none
   */
  constructor(root, chosen) {
    this.root = root;
    this.chosen = chosen;
    /** @type {Periods} */
    this.periods = { unit: "day", edges: [], counts: [], rough: 0 };
    /** @type {[number, number] | null} */
    this.brush = null;
    /** @type {{ at: number, x: number, moved: boolean } | null} */
    this.drag = null;
    this.plot = draw("svg", { height: HEIGHT, role: "group", "aria-labelledby": "timeline-title timeline-summary" });
    this.root.append(this.plot);
    this.plot.addEventListener("pointerdown", (event) => this.pressed(event));
    this.plot.addEventListener("pointermove", (event) => this.moved(event));
    this.plot.addEventListener("pointerup", (event) => this.released(event));
    this.plot.addEventListener("pointercancel", () => (this.drag = null));
    this.plot.addEventListener("keydown", (event) => this.keyed(event));
    this.width = root.clientWidth;
    new ResizeObserver(() => {
      if (this.width === root.clientWidth) return;
      this.width = root.clientWidth;
      this.render();
    }).observe(root);
  }

  /**
   * Show counts, and the period that is chosen by its days.
   * @param {Periods} periods
   * @param {number | null} from
   * @param {number | null} to
   */
  show(periods, from, to) {
    this.periods = periods;
    const { edges } = periods;
    const first = edges.findLastIndex((edge) => edge <= (from ?? -Infinity));
    const last = edges.findIndex((edge) => edge > (to ?? Infinity));
    const size = edges.length - 1;
    this.brush = from === null && to === null ? null : [Math.max(first, 0), last < 0 ? size : Math.max(last, 1)];
    this.render();
  }

  get bars() {
    return this.periods.counts.length;
  }

  get step() {
    return (this.width - 2 * SIDE) / Math.max(this.bars, 1);
  }

  /** @param {number} at */
  x(at) {
    return SIDE + at * this.step;
  }

  render() {
    const { width } = this;
    if (!this.bars || !width) return this.plot.replaceChildren();
    const held = document.activeElement?.getAttribute("data-end");
    setAttributes(this.plot, { width, viewBox: `0 0 ${width} ${HEIGHT}` });
    const [from, to] = this.brush ?? [0, this.bars];
    this.plot.replaceChildren(...this.scale(width), ...this.drawBars(from, to), ...this.ticks(), this.selection(from, to));
    this.plot.append(this.handle(0, from), this.handle(1, to));
    if (held) /** @type {SVGElement | null} */ (this.plot.querySelector(`[data-end="${held}"]`))?.focus();
  }

  /** @param {number} width */
  scale(width) {
    const most = Math.max(...this.periods.counts, 1);
    const base = HEIGHT - BOTTOM;
    const line = (/** @type {number} */ y) => draw("line", { class: "axis", x1: SIDE, x2: width - SIDE, y1: y, y2: y });
    const label = draw("text", { class: "tick", x: SIDE, y: TOP - 6 }, most.toLocaleString("en"));
    return [line(TOP), line(base), label];
  }

  /** @param {number} from @param {number} to */
  drawBars(from, to) {
    const { counts } = this.periods;
    const most = Math.max(...counts, 1);
    const gap = Math.min(2, this.step / 4);
    const room = HEIGHT - TOP - BOTTOM;
    return counts.map((count, at) => {
      const height = count ? Math.max((count / most) * room, 2) : 0;
      const place = { x: this.x(at) + gap / 2, y: HEIGHT - BOTTOM - height, width: Math.min(this.step - gap, WIDEST), height };
      return draw("rect", { class: at >= from && at < to ? "bar" : "bar out", ...place });
    });
  }

  ticks() {
    const { edges, unit } = this.periods;
    const least = LABELS[unit] / this.step;
    const every = STEPS[unit].find((step) => step >= least) ?? Math.ceil(least);
    const labels = [];
    for (let at = 0; at < this.bars; at += 1) {
      const x = this.x(at);
      if (!isRound(edges[at], at, unit, every) || (at && x + LABELS[unit] - GAP > this.width)) continue;
      labels.push(draw("text", { class: "tick", x, y: HEIGHT - 6 }, tickName(edges[at], unit)));
    }
    return labels;
  }

  /** @param {number} from @param {number} to */
  selection(from, to) {
    const place = { x: this.x(from), y: TOP, width: this.x(to) - this.x(from), height: HEIGHT - TOP - BOTTOM };
    return draw("rect", { class: this.brush ? "brush" : "brush none", ...place });
  }

  /** @param {0 | 1} end @param {number} at */
  handle(end, at) {
    const { edges, unit } = this.periods;
    const name = end ? "Until" : "From";
    const value = end ? dateInWords(isoDay(edges[at] - 1)) : dateInWords(isoDay(edges[at]));
    const label = { role: "slider", tabindex: 0, "data-end": end, "aria-label": `${name}, by ${unit}` };
    const values = { "aria-valuemin": 0, "aria-valuemax": this.bars, "aria-valuenow": at, "aria-valuetext": value };
    const x = this.x(at);
    const middle = (HEIGHT - BOTTOM + TOP) / 2;
    return draw(
      "g",
      { class: this.brush ? "handle" : "handle none", ...label, ...values },
      draw("rect", { class: "reach", x: x - 12, y: TOP, width: 24, height: HEIGHT - TOP - BOTTOM }),
      draw("line", { class: "edge", x1: x, x2: x, y1: TOP, y2: HEIGHT - BOTTOM }),
      draw("rect", { class: "grip", x: x - 4, y: middle - 13, width: 8, height: 26, rx: 4 }),
    );
  }

  /** @param {MouseEvent} event */
  place(event) {
    const x = event.clientX - this.plot.getBoundingClientRect().left;
    return Math.min(Math.max((x - SIDE) / this.step, 0), this.bars);
  }

  /** @param {PointerEvent} event */
  pressed(event) {
    if (event.button || !this.bars) return;
    const grip = /** @type {Element} */ (event.target).closest("[data-end]");
    const [from, to] = this.brush ?? [0, this.bars];
    // a handle that is dragged leaves the other end where it is
    const at = grip && this.brush ? (grip.getAttribute("data-end") === "0" ? to : from) : this.place(event);
    this.drag = { at, x: event.clientX, moved: false };
    this.plot.setPointerCapture(event.pointerId);
    event.preventDefault();
    if (grip) /** @type {SVGElement} */ (grip).focus();
  }

  /** @param {PointerEvent} event */
  moved(event) {
    if (!this.drag || (!this.drag.moved && Math.abs(event.clientX - this.drag.x) < CLICK)) return;
    this.drag.moved = true;
    const ends = [this.drag.at, this.place(event)].sort((one, other) => one - other);
    const from = Math.min(Math.floor(ends[0] + 1e-6), this.bars - 1);
    this.choose(from, Math.max(Math.ceil(ends[1] - 1e-6), from + 1));
  }

  /** @param {PointerEvent} event */
  released(event) {
    const { drag } = this;
    this.drag = null;
    if (!drag || drag.moved) return;
    const at = Math.min(Math.floor(this.place(event)), this.bars - 1);
    const again = this.brush && this.brush[0] === at && this.brush[1] === at + 1;
    if (again) this.chosen(null, null);
    else this.choose(at, at + 1);
  }

  /** @param {KeyboardEvent} event */
  keyed(event) {
    const handle = /** @type {Element} */ (event.target).closest("[data-end]");
    if (!handle) return;
    const page = Math.max(Math.round(this.bars / PAGES), 2);
    /** @type {Record<string, number>} */
    const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -page, PageUp: page };
    steps.Home = -this.bars;
    steps.End = this.bars;
    if (event.key === "Escape") this.chosen(null, null);
    else if (event.key in steps) {
      let [from, to] = this.brush ?? [0, this.bars];
      if (handle.getAttribute("data-end") === "0") from = Math.min(Math.max(from + steps[event.key], 0), to - 1);
      else to = Math.max(Math.min(to + steps[event.key], this.bars), from + 1);
      this.choose(from, to);
    } else return;
    event.preventDefault();
  }

  /** @param {number} from @param {number} to periods, half-open; all of them are no choice */
  choose(from, to) {
    const { edges } = this.periods;
    if (from === 0 && to === this.bars) this.chosen(null, null);
    else this.chosen(edges[from], edges[to] - 1);
  }
}

/**
 * Say whether a label stands under a period: months and years at round ones, days and weeks from the first on.
 * @param {number} day
 * @param {number} at
 * @param {Unit} unit
 * @param {number} every
 */
function isRound(day, at, unit, every) {
  const [year, month] = isoDay(day).split("-").map(Number);
  if (unit === "month") return (12 * year + month - 1) % every === 0;
  return (unit === "year" ? year : at) % every === 0;
}

/**
 * Return a short name of a period for the axis.
 * @param {number} day
 * @param {Unit} unit
 */
function tickName(day, unit) {
  const [year, month, date] = isoDay(day).split("-");
  if (unit === "year") return year;
  const name = MONTHS[Number(month) - 1].slice(0, 3);
  return unit === "month" ? `${name} ${year}` : `${Number(date)} ${name} ${year}`;
}
