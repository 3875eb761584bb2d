// The levers and figures of the sandbox: what each is, from where it comes, and how far it may go.
import { h, button, labelled } from "./dom.js";
import { t, called, capital, figure } from "./words.js";

// cited is what a scenario says of a source, in English; or a note that is the page's own.
const cited = (source) => h("span", { lang: source === t("levers.judgement") || called(source) !== source ? false : "en" }, called(source));

// unset is what a scenario says of the source of a figure that it leaves as it is.
const unset = "not in the scenario: the default";

const kinds = ["threat", "trade", "volatility", "ties", "friction", "stance"];

// leverBench is the levers of a scenario with its known figures by path, which write into what is asked; changed is called when one has.
export function leverBench(sc, asked, known, nameOf, changed) {
  const setTo = (path, value, base) => {
    asked.set = asked.set.filter((x) => x.path !== path);
    if (value !== base) asked.set.push({ path, value });
    changed();
  };
  const who = h("select", { id: "who", onchange: () => drawLevers() },
    h("option", { value: "all" }, t("levers.everyone")), sc.states.map((x) => h("option", { value: x.id }, called(x.name))));
  const levers = h("div", { class: "levers" });
  const own = h("div", { class: "levers" });

  function leverRow({ path, value: base, unit: own, low, high, source, moves }, label = path, unit = own) {
    const now = asked.set.find((x) => x.path === path)?.value ?? base;
    const step = high - low > 20 ? 0.1 : 0.05;
    const number = h("input", { type: "number", min: low, max: high, step: "any", value: now ?? "", "aria-label": label });
    const range = h("input", { type: "range", min: low, max: high, step, value: now ?? low, "aria-label": label, "data-path": path });
    const fault = h("p", { class: "wrong", role: "alert" });
    const take = (v, from) => {
      if (!(v >= low && v <= high)) {
        fault.textContent = t("trouble.range", { what: path, low: figure(low), high: figure(high) });
        return;
      }
      fault.textContent = "";
      if (from !== number) number.value = v;
      if (from !== range) range.value = v;
      row.classList.toggle("moved", v !== base);
      setTo(path, v, base);
    };
    range.addEventListener("input", () => take(Number(range.value), range));
    number.addEventListener("change", () => take(number.value === "" ? NaN : Number(number.value), number));
    const row = h("div", { class: now === base ? "lever" : "lever moved" }, h("div", { class: "name" }, label), h("div", { class: "moves" }, range, number),
      h("p", { class: "soft" }, capital(called(unit)), " · ", h("code", {}, path), source && [" · ", h("span", { class: "source" }, t("levers.source"), " ", cited(source))], moves && [" · ", t("levers.moves")]), fault);
    return row;
  }
  // lever is a row for one of a state, or of all: where the scenario moves it, that and its source stand there.
  function lever(id, kind, label) {
    const f = known.get(`levers.${id}.${kind}`);
    return leverRow({ ...f, source: f.source === unset ? t("levers.judgement") : f.source }, label, t(`lever.${kind}.unit`));
  }
  function drawLevers() {
    const id = who.value;
    const rows = kinds.map((kind) => lever(id, kind, t(`lever.${kind}`)));
    const depth = known.get(`clauses.${sc.clause_id}.depth`), word = known.get(`states.${sc.patron}.commitment`);
    if (id === "all" && depth) rows.push(leverRow(depth, t("lever.depth")));
    if (id === "all" && word) rows.push(leverRow(word, t("lever.commitment", { name: nameOf(sc.patron) })));
    levers.replaceChildren(...rows);
    drawOwn();
  }
  const shownAbove = () => new Set([...levers.querySelectorAll("[data-path]")].map((x) => x.dataset.path));
  function drawOwn() {
    const above = shownAbove();
    own.replaceChildren(...asked.set.filter((x) => !above.has(x.path)).map((x) => {
      const f = known.get(x.path);
      const m = /^levers\.(\w+)\.(\w+)$/.exec(x.path);
      const row = m && f ? lever(m[1], m[2], `${t(`lever.${m[2]}`)}, ${m[1] === "all" ? t("levers.everyone") : nameOf(m[1])}`)
        : f ? leverRow(f)
          : h("div", { class: "lever moved" }, h("code", {}, `${x.path}=${x.value}`));
      row.append(button(t("levers.off"), () => { asked.set = asked.set.filter((y) => y.path !== x.path); drawLevers(); changed(); }));
      return row;
    }));
  }
  const find = h("input", { id: "figure", type: "text", list: "figures", autocomplete: "off", placeholder: "states.JPN.stance" });
  const noted = h("p", { class: "wrong", role: "alert" });
  const add = button(t("levers.add"), () => {
    const f = known.get(find.value.trim());
    if (!f) {
      noted.textContent = t("trouble.figure", { what: find.value });
      return;
    }
    noted.textContent = "";
    if (!asked.set.some((x) => x.path === f.path)) asked.set.push({ path: f.path, value: f.value ?? f.low });
    drawOwn();
    changed();
    find.value = "";
  });
  drawLevers();
  const el = h("details", { open: innerWidth > 900 }, h("summary", {}, t("levers.title")), labelled("who", t("levers.who"), who), levers,
    h("h3", {}, t("levers.any")), labelled("figure", t("levers.find"), find), h("datalist", { id: "figures" }, [...known.keys()].map((p) => h("option", { value: p }))), add, noted, own);
  return { el, draw: drawLevers };
}
