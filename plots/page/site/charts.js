// Charts, drawn at the width that there is, so that their text is never smaller than that of the page.
import { s } from "./dom.js";
import { t, named, percent, fixed, signed, misses } from "./words.js";

const size = 16;
const text = (x, y, words, attributes = {}) => s("text", { x, y, ...attributes }, words);

// wide is how many pixels text takes, if it is bold.
const pen = document.createElement("canvas").getContext("2d");
const wide = (words) => {
  pen.font = `600 ${size}px ${getComputedStyle(document.documentElement).fontFamily}`;
  return pen.measureText(words).width;
};

// fits is as much of a text as finds room in so many pixels.
const fits = (words, room) => {
  if (wide(words) <= room) return words;
  let most = words.length - 1;
  while (most > 1 && wide(words.slice(0, most) + "…") > room) most--;
  return words.slice(0, most) + "…";
};

// wrapped is text in lines of so many pixels.
const wrapped = (words, room) => words.split(" ").reduce((lines, word) => {
  const longer = `${lines.at(-1)} ${word}`;
  return wide(longer) > room ? [...lines, word] : [...lines.slice(0, -1), longer];
}, [""]).map((line) => line.trim()).filter((line) => line);

// weighed are the reasons of a decision and what each weighs in logits.
const weighed = (decision) => [...decision.terms.map((r) => [named("term", r.term), r.logits]), ...(decision.inertia ? [[t("why.inertia"), decision.inertia]] : [])];

// waterfall draws reasons in logits one below the other, each beginning where the one before ends; shown of them are drawn, and if it is
// more than there are, their sum too.
export function waterfall(decision, width, shown = Infinity) {
  const all = weighed(decision), rows = all.slice(0, shown), whole = shown > all.length;
  const narrow = width < 520, left = narrow ? 0 : 14 + Math.min(Math.max(...weighed(decision).map(([says]) => wide(says))), 0.4 * width), pitch = narrow ? 54 : 36, bar = 20;
  const bars = [];
  let sum = 0, low = 0, high = 0;
  for (const [, logits] of all) {
    sum += logits;
    [low, high] = [Math.min(low, sum), Math.max(high, sum)];
  }
  const span = Math.max(high - low, 1), room = width - left - 76, x = (v) => left + 4 + ((v - low) / span) * room;
  sum = 0;
  const draw = (says, from, to, k, cls) => {
    const y = k * pitch + (narrow ? 22 : 6), number = signed(to - from), end = Math.max(x(from), x(to)) + 6;
    const crossed = end < x(0) + 2 && end + wide(number) > x(0); // by the line of zero: then the number stands beyond it
    bars.push(
      text(narrow ? 0 : left - 10, narrow ? y - 6 : y + 15, fits(says, narrow ? width : left - 10), { "text-anchor": narrow ? "start" : "end" }),
      s("rect", { class: cls, x: Math.min(x(from), x(to)), y, width: Math.max(Math.abs(x(to) - x(from)), 2), height: bar, rx: 2 }),
      text(crossed ? x(0) + 6 : end, y + 15, number, { class: "number" }));
    if (cls !== "sum" && (whole || k + 1 < rows.length)) bars.push(s("line", { class: "hair", x1: x(to), x2: x(to), y1: y + bar, y2: y + pitch }));
  };
  rows.forEach(([says, logits], k) => {
    draw(says, sum, sum + logits, k, logits > 0 ? "for" : "against");
    sum += logits;
  });
  if (whole) draw(t("why.sum"), 0, sum, rows.length, "sum");
  const count = rows.length + (whole ? 1 : 0);
  // the line of zero lies between names where these lie above the bars
  const height = count * pitch + 8, zero = (y1, y2) => s("line", { class: "zero", x1: x(0), x2: x(0), y1, y2 });
  return s("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": waterfallInWords(decision, shown) },
    narrow ? Array.from({ length: count }, (_, k) => zero(k * pitch + 18, k * pitch + 46)) : rows.length ? zero(0, height) : [], bars);
}

function waterfallInWords(decision, shown) {
  return weighed(decision).slice(0, shown).map(([says, logits]) => `${says} ${signed(logits)}`).join("; ");
}

// scale draws a chance and a draw between 0 and 1: the chance must reach beyond the draw.
export function scale(decision, width) {
  const x = (v) => 10 + v * (width - 20), on = decision.willing ? "for" : "against";
  const anchor = (v) => (v < 0.2 ? "start" : v > 0.8 ? "end" : "middle");
  return s("svg", { width, height: 96, viewBox: `0 0 ${width} 96`, role: "img",
    "aria-label": t("decide.scale", { chance: fixed(decision.chance, 2), disposition: fixed(decision.disposition, 2) }) },
  s("rect", { class: "track", x: 10, y: 40, width: width - 20, height: 14, rx: 7 }),
  s("rect", { class: on, x: 10, y: 40, width: Math.max(x(decision.chance) - 10, 3), height: 14, rx: 7 }),
  s("line", { class: "bar", x1: x(decision.disposition), x2: x(decision.disposition), y1: 32, y2: 62 }),
  text(x(decision.chance), 26, t("decide.chance", { n: fixed(decision.chance, 2) }), { "text-anchor": anchor(decision.chance) }),
  text(x(decision.disposition), 82, t("decide.disposition", { n: fixed(decision.disposition, 2) }), { "text-anchor": anchor(decision.disposition) }));
}

// course draws the chance that a clause is in force, tick by tick, with the band of luck and, where it is told, that of constants; second is
// another world's, dashed.
export function course({ ticks, shares, title, tick = -1, shocks = [], second = null }, width) {
  const height = Math.min(320, Math.max(220, width * 0.42)), left = 58, right = 16, bottom = 34;
  const lines = wrapped(title, width), top = 14 + 20 * lines.length;
  const x = (k) => left + (k / Math.max(ticks.length - 1, 1)) * (width - left - right), y = (v) => top + (1 - v) * (height - top - bottom);
  const path = (of, all = shares) => all.map((sh, k) => `${k ? "L" : "M"}${x(k).toFixed(1)},${y(of(sh)).toFixed(1)}`).join("");
  const band = (low, high, cls, all = shares) => s("path", { class: cls, d: path(high, all) + all.map((sh, k) => [sh, k]).reverse()
    .map(([sh, k]) => `L${x(k).toFixed(1)},${y(low(sh)).toFixed(1)}`).join("") + "Z" });
  const parts = [];
  for (const v of [0, 0.25, 0.5, 0.75, 1]) {
    parts.push(s("line", { class: "grid", x1: left, x2: width - right, y1: y(v), y2: y(v) }));
    if (v * 2 === Math.round(v * 2)) parts.push(text(left - 8, y(v) + 5, `${100 * v} %`, { "text-anchor": "end" }));
  }
  const every = Math.ceil(ticks.length / Math.max(2, Math.floor((width - left) / 78)) / 4) * 4;
  ticks.forEach((label, k) => {
    if (/Q1$|-01$|^\d+$/.test(label)) {
      const first = ticks.findIndex((l) => /Q1$|-01$|^\d+$/.test(l));
      if ((k - first) % every === 0) parts.push(text(x(k), height - 8, label.slice(0, 4), { "text-anchor": k > ticks.length - 3 ? "end" : "middle" }));
    }
  });
  for (const k of shocks) parts.push(s("path", { class: "strike", d: `M${x(k)},${height - bottom + 2}l5,9h-10z` }));
  if (shares.length && shares[0].constants) parts.push(band((a) => a.constants?.low95 ?? a.mean, (a) => a.constants?.high95 ?? a.mean, "constants"));
  if (shares.length) {
    parts.push(band((a) => a.low95, (a) => a.high95, "luck"), s("path", { class: "line", d: path((a) => a.mean) }));
    if (second) {
      parts.push(band((a) => a.low95, (a) => a.high95, "luck second", second), s("path", { class: "line second", d: path((a) => a.mean, second) }));
    }
    if (tick >= 0) parts.push(s("line", { class: "now", x1: x(tick), x2: x(tick), y1: top, y2: height - bottom }),
      s("circle", { class: "dot", cx: x(tick), cy: y(shares[tick].mean), r: 5 }));
  }
  lines.forEach((line, k) => parts.push(text(0, 16 + 20 * k, line, { class: "title" })));
  return s("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img",
    "aria-label": shares.length ? `${title}: ${percent(shares.at(-1).mean)}` : title }, parts);
}

// diamonds draws the chances of claims as dots with their doubt, and history as diamonds at 0 or 1; wrong ones are vermilion.
export function diamonds(claims, width) {
  const narrow = width < 600, left = narrow ? 8 : Math.min(24 + Math.max(...claims.map((c) => wide(c.label))), 0.5 * width);
  const labels = claims.map((c) => (narrow ? wrapped(c.label, width - 10) : [fits(c.label, left - 14)])), most = Math.max(...labels.map((lines) => lines.length)), pitch = narrow ? 38 + 20 * most : 34;
  const x = (v) => left + 10 + v * (width - left - 26);
  const rows = claims.map((c, k) => {
    const y = k * pitch + (narrow ? 18 + 20 * most : 18) + 26, wrong = misses(c.chance.mean, c.truth), b = c.chance.constants ?? c.chance, low = Math.min(b.low95, c.chance.low95), high = Math.max(b.high95, c.chance.high95);
    const at = x(c.truth ? 1 : 0), says = t("right.claim", { says: c.says, by: c.by, chance: percent(c.chance.mean), truth: t(c.truth ? "yes" : "no") });
    return s("g", { class: wrong ? "claim wrong" : "claim", role: "listitem", "aria-label": says },
      s("title", {}, says),
      s("line", { class: "grid", x1: x(0), x2: x(1), y1: y, y2: y }),
      labels[k].map((line, n) => text(narrow ? x(0) - 10 : left - 10, narrow ? y - 18 - 20 * (labels[k].length - 1 - n) : y + 5, line, { "text-anchor": narrow ? "start" : "end" })),
      s("line", { class: "whisker", x1: x(low), x2: x(high), y1: y, y2: y }),
      s("circle", { class: "dot", cx: x(c.chance.mean), cy: y, r: 6 }),
      s("path", { class: "truth", d: `M${at},${y - 9}l9,9l-9,9l-9,-9z` }));
  });
  const height = claims.length * pitch + (narrow ? 50 : 40);
  return s("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "list", "aria-label": t("right.chart") },
    text(x(0), size, "0 %", { "text-anchor": narrow ? "start" : "middle" }), text(x(0.5), size, "50 %", { "text-anchor": "middle" }),
    text(x(1), size, "100 %", { "text-anchor": "end" }),
    s("line", { class: "half", x1: x(0.5), x2: x(0.5), y1: 22, y2: height }), rows);
}

// whisker draws how far a bar is open, on a strip of paper, so that it is seen on the bar and beside it.
const whisker = (x1, x2) => ["strip", "whisker"].map((cls) => s("line", { class: cls, x1, x2, y1: 11, y2: 11 }));

// chanceBar draws one chance as a bar with its doubt.
export function chanceBar(share, width, cls = "for") {
  const x = (v) => 1 + v * (width - 2);
  return s("svg", { width, height: 22, viewBox: `0 0 ${width} 22`, "aria-hidden": "true", class: "chance" },
    s("rect", { class: "track", x: 1, y: 5, width: width - 2, height: 12, rx: 2 }),
    s("rect", { class: cls, x: 1, y: 5, width: Math.max(x(share.mean) - 1, 1), height: 12, rx: 2 }),
    whisker(x((share.constants ?? share).low95), x((share.constants ?? share).high95)));
}

// differenceBar draws a change in points about a zero line.
export function differenceBar(d, width, most = 1) {
  const x = (v) => width / 2 + (v / most) * (width / 2 - 4), from = x(0), to = x(d.mean);
  return s("svg", { width, height: 22, viewBox: `0 0 ${width} 22`, "aria-hidden": "true", class: "chance" },
    s("rect", { class: d.mean >= 0 ? "for" : "against", x: Math.min(from, to), y: 5, width: Math.max(Math.abs(to - from), 2), height: 12, rx: 2 }),
    whisker(x(Math.max(d.low95, -most)), x(Math.min(d.high95, most))),
    s("line", { class: "zero", x1: from, x2: from, y1: 0, y2: 22 }));
}

// surpriseBar draws how surprising a seat was, in nats, and as a stroke what the rule itself would have been.
export function surpriseBar(nats, own, most, width) {
  const x = (v) => 1 + (v / most) * (width - 4);
  return s("svg", { width, height: 22, viewBox: `0 0 ${width} 22`, "aria-hidden": "true", class: "chance" },
    s("rect", { class: "for", x: 1, y: 5, width: Math.max(x(nats) - 1, 2), height: 12, rx: 2 }), s("line", { class: "bar", x1: x(own), x2: x(own), y1: 1, y2: 21 }));
}

// shockMarks draws the shocks of a history below a slider of time: full those with a date, hollow those that came by chance.
export function shockMarks(shocks, tick, ticks, width) {
  const thumb = 8, x = (k) => thumb + (k / Math.max(ticks - 1, 1)) * (width - 2 * thumb);
  return s("svg", { width, height: 14, viewBox: `0 0 ${width} 14`, "aria-hidden": "true" },
    shocks.map((e) => s("path", { class: `${e.dated ? "strike" : "strike chance"} ${e.tick === tick ? "here" : ""}`, d: `M${x(e.tick)},1l5,10h-10z` }, s("title", {}, e.title))));
}
