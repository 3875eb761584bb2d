// What is asked of the model: as a link, as a command line, and as a scenario file that asks the same.
import { h, say } from "./dom.js";
import { t } from "./words.js";

export const index = JSON.parse(document.getElementById("index").textContent);

// limits are the largest whole numbers that may be asked for, by what a link calls them.
export const limits = { seed: 4294967295, runs: 2000, run: 9999 };

// read takes a link apart; what is wrong with it is told in words, and the rest is kept.
export function read(query) {
  const q = new URLSearchParams(query), faults = [];
  const asked = { scenario: "pacific-2025", theory: "", set: [], seed: 1, runs: 200, run: 0 };
  for (const key of new Set(q.keys())) {
    if (!["s", "t", "set", "seed", "runs", "run"].includes(key)) faults.push(t("link.key", { what: key }));
    else if (key !== "set" && q.getAll(key).length > 1) faults.push(t("link.twice", { what: key }));
  }
  const name = q.get("s");
  if (name && index.scenarios.some((x) => x.name === name)) asked.scenario = name;
  else if (name) faults.push(t("trouble.scenario", { what: name }));
  const theory = q.get("t");
  if (theory && index.theories.some((x) => x.name === theory)) asked.theory = theory;
  else if (theory) faults.push(t("trouble.theory", { what: theory }));
  for (const text of q.getAll("set")) {
    const m = /^([A-Za-z0-9_.-]+)=(.+)$/.exec(text), value = m ? Number(m[2]) : NaN;
    if (!Number.isFinite(value)) faults.push(t("link.set", { what: text }));
    else if (asked.set.some((x) => x.path === m[1])) faults.push(t("link.twice", { what: m[1] }));
    else asked.set.push({ path: m[1], value });
  }
  for (const [key, most] of Object.entries(limits)) {
    if (!q.has(key)) continue;
    const v = Number(q.get(key));
    if (Number.isInteger(v) && v >= (key === "runs" ? 1 : 0) && v <= most) asked[key] = v;
    else faults.push(t("link.number", { key, what: q.get(key), most }));
  }
  return { asked, faults };
}

// wholeIn is the whole number in a field, as near as may be asked for; the field then says that, too.
export function wholeIn(field, key) {
  field.value = Math.min(limits[key], Math.max(0, Math.floor(Number(field.value) || 0)));
  return Number(field.value);
}

// linkTo is a link to a screen that says all that was asked.
export function linkTo({ scenario, theory, set, seed, runs, run }, screen = 8) {
  const q = new URLSearchParams();
  q.set("s", scenario);
  if (theory) q.set("t", theory);
  for (const x of set) q.append("set", `${x.path}=${x.value}`);
  q.set("seed", seed);
  if (screen === 8) q.set("runs", runs);
  if (run) q.set("run", run);
  return `#/${screen}?${q}`;
}

// flagsOf are the flags of the command line that change a world so.
export function flagsOf({ theory, set }) {
  return (theory ? ` --theory ${theory}` : "") + set.map((x) => ` --set ${x.path}=${x.value}`).join("");
}

// command is the command line that gives the same numbers.
export function command(asked) {
  return `entente run ${asked.scenario} --runs ${asked.runs} --seed ${asked.seed}${flagsOf(asked)}`;
}

// toml is a scenario file that does, by entente run FILE with the same runs and seed.
export function toml({ scenario, theory, set, seed, runs }) {
  const number = (v) => (/[.e]/.test(String(v)) ? String(v) : `${v}.0`);
  const lines = [`# ${t("toml.how", { runs, seed })}`, "format = 1", `base   = "${scenario}"`, `title  = "${t("toml.title", { scenario })}"`];
  if (theory) lines.push(`theory = "${theory}"`);
  return [...lines, "", ...set.map((x) => `${x.path} = ${number(x.value)}`), ""].join("\n");
}

// misread says what could not be read of a link.
export function misread(faults) {
  if (!faults.length) return null;
  say(`${t("link.faults")} ${faults.join(" ")}`);
  return h("div", { class: "trouble", role: "alert", "data-faults": "" }, h("p", {}, t("link.faults")), h("ul", {}, faults.map((f) => h("li", {}, f))));
}
