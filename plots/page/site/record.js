// The record: how the rule does on every piece of history that is decided.
import { h, typed } from "./dom.js";
import { t, called, fixed } from "./words.js";
import { story } from "./story.js";

// record tells it of the shipped constants.
export function record() {
  const met = story.record.filter((r) => r.targets && r.pass).length, held = story.record.filter((r) => r.targets).length;
  const worse = story.record.filter((r) => r.brier >= r.beside).length;
  return h("details", { "data-record": "" }, h("summary", {}, t("record.title")),
    h("p", {}, t("record.lead", { n: story.record.length, met, held, worse })),
    h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t("record.title") }, h("table", { class: "stacked" }, h("thead", {}, h("tr", {}, ["record.episode", "record.targets", "record.brier", "record.rule"].map((k) => h("th", { scope: "col" }, t(k))))),
      h("tbody", {}, story.record.map((r) => h("tr", {}, h("th", { scope: "row" }, h("a", { href: `#/8?s=${r.scenario}&seed=1&runs=400` }, called(r.title))),
        h("td", { class: r.targets && !r.pass ? "wrong" : "", "data-says": t("record.targets") }, r.targets ? t(r.pass ? "record.met" : "record.missed") : "–"),
        h("td", { class: r.brier - r.beside >= 0.005 ? "wrong" : "", "data-says": t("record.brier") }, fixed(r.brier, 2)), h("td", { "data-says": t("record.rule") }, `${fixed(r.beside, 2)} (${called(r.rule)})`)))))),
    h("p", { class: "soft" }, t("record.how", { runs: story.record_runs })), typed(`entente hindcast --runs ${story.record_runs} --seed ${story.seed}`, { class: "command" }));
}
