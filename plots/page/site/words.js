// Words of the page, apart from the code that places them: one file per language, all of them in the page.

const languages = JSON.parse(document.getElementById("words").textContent);

// keep reads and writes what a reader chose, for as long as the tab is open. Browsers that forbid it forget.
export const keep = {
  get(key) {
    try { return JSON.parse(sessionStorage.getItem(key)); } catch { return null; }
  },
  set(key, value) {
    try { sessionStorage.setItem(key, JSON.stringify(value)); } catch { /* the page works without */ }
  },
};

let words = languages[keep.get("language")] || languages.en;

export function languageNames() {
  return Object.entries(languages).map(([code, w]) => [code, w["language"]]);
}

export function language() {
  return Object.keys(languages).find((code) => languages[code] === words);
}

export function speak(code) {
  words = languages[code] || languages.en;
  document.documentElement.lang = language();
  keep.set("language", language());
}

// called is what a scenario writes, such as the name of a state, in the language of the page if its file has "given." and those words;
// otherwise as it is written, but for strokes and apostrophes, which are set as a printer would.
export const called = (text) => words[`given.${text}`] ?? String(text).replace(/(\w)'/g, "$1’").replace(/(\d{4})-(?=\d{2})/g, "$1–");

// t is a text with {names} filled in. A key that no file has is shown as it is, and a test finds it.
export function t(key, values = {}) {
  const text = words[key] ?? languages.en[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => called(values[name] ?? ""));
}

// named is what a thing is called that is known by an id, such as a term; its id if no file has a word for it.
export function named(group, id) {
  const key = `${group}.${id}`;
  return words[key] ?? languages.en[key] ?? id;
}

// written is a number as the language writes it. Files, commands and links have numbers as programs read them.
const written = (v) => v.replace("-", "−").replace(".", t("number.decimal"));

// rounded is a number with so many decimals. Of two that are as near it takes the even one, as the command line does and browsers do not.
function rounded(v, digits) {
  const text = v.toFixed(digits), between = Math.abs(v * 2 ** (digits + 1)) % 2 === 1;
  return between && /[13579]$/.test(text) ? (v * (1 - Number.EPSILON)).toFixed(digits) : text;
}

// fixed is a number with so many decimals.
export const fixed = (v, digits) => written(rounded(v, digits));

// percent writes a chance as the command line does.
export function percent(share) {
  if (share > 0 && share < 0.0005) return t("number.below");
  if (share < 1 && share > 0.9995) return t("number.above");
  return t("number.percent", { n: fixed(100 * share, 1) });
}

// misses tells whether a chance stands on the other side of one half than what happened; one half itself is on neither.
export const misses = (chance, truth) => chance !== 0.5 && chance > 0.5 !== truth;

const isLoose = (c) => c && c.high95 - c.low95 > 0.4;

// level is a chance with what constants leave of it: where that is more than forty points its middle says nothing.
export function level(s) {
  const c = s.constants;
  return isLoose(c) ? t("number.range", { low: fixed(100 * c.low95, 0), high: fixed(100 * c.high95, 0) }) : percent(s.mean);
}

export function points(share) {
  const v = Number(rounded(100 * share, 1)) || 0; // zero has no sign
  return (v > 0 ? "+" : "") + fixed(v, 1);
}

export function figure(v, digits = 3) {
  return written(String(Number(v.toPrecision(digits))));
}

export function signed(v) {
  return (v > 0 ? "+" : "") + fixed(v, 2);
}

// doubt says what luck and constants leave open of a level.
export function doubt(s) {
  const c = s.constants, luck = t("doubt.luck", { low: fixed(100 * s.low95, 1), high: fixed(100 * s.high95, 1) });
  if (isLoose(c)) return t("doubt.depends", { luck });
  return ` (${luck}${!c ? "" : c.low95 === c.high95 ? t("doubt.none") : t("doubt.constants", { low: fixed(100 * c.low95, 0), high: fixed(100 * c.high95, 0) })})`;
}

// the is a name in the midst of a sentence, with the article that some names have.
export const the = (name) => words[`the.${name}`] ?? called(name);

export function list(some, by = called) {
  const items = some.map(by);
  if (items.length < 2) return items.join("");
  return t("list.and", { some: items.slice(0, -1).join(", "), last: items.at(-1) });
}

export const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);
