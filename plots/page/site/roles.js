// Role mode: a class decides for some states, the rule for the others, turn by turn in one history.
import { h, button, say, sized, typed } from "./dom.js";
import { t, called, the, fixed, figure, keep, list, capital, percent } from "./words.js";
import { surpriseBar } from "./charts.js";
import { ask, scene } from "./model.js";
import { wait } from "./trouble.js";
import { index, limits, wholeIn, read, flagsOf, linkTo, misread } from "./question.js";
import { download } from "./take.js";

const marks = { ratified: ["●", "bound"], signed: ["◐", "signed"], suspended: ["◌", ""] };

// decisions is what was said as entente play takes it: a column a state, a row a turn.
export function decisions(says) {
  const ids = [...new Set(says.flatMap((turn) => Object.keys(turn)))].sort();
  return [["turn", ...ids], ...says.map((turn, k) => [k + 1, ...ids.map((id) => turn[id] ?? "")])].map((row) => row.join(",") + "\n").join("");
}

export function roles(signal, query) {
  const { asked, faults } = read(query);
  const place = h("div", {}, h("p", { class: "soft" }, t("wait.scenario")));
  const spec = { scenario: asked.scenario, ...(asked.theory ? { theory: asked.theory } : {}), ...(asked.set.length ? { set: asked.set } : {}) };
  const open = () => Promise.all([scene(asked.scenario), ask(spec, { ask: "world" })])
    .then(([sc, about]) => { if (!signal.aborted) place.replaceChildren(game(sc, about, asked, spec)); })
    .catch((e) => place.replaceChildren(wait(e, open)));
  open();
  return h("section", { class: "roles" }, h("h1", {}, t("roles.title")), h("p", { class: "lead" }, t("roles.lead")), misread(faults), place);
}

function game(sc, about, asked, spec) {
  const link = linkTo(asked, 7), was = keep.get("class"), saved = was?.link === link ? was : null;
  const says = saved?.says ?? []; // of each turn played, what was said by state
  let now = saved?.now ?? {}, played = null, debriefed = false;
  const seats = about.states.map((s) => ({ ...s, name: sc.states.find((x) => x.id === s.id)?.name ?? s.id }));
  const written = (id) => played?.names[id] ?? seats.find((x) => x.id === id)?.name ?? id, nameOf = (id) => called(written(id));
  const of = about.turns.length, over = () => says.length === of;
  const remember = () => keep.set("class", { link, says, now });

  const scenario = h("select", { id: "scenario", onchange: () => { location.hash = linkTo({ ...asked, scenario: scenario.value, set: [], theory: "" }, 7); } },
    index.scenarios.map((x) => h("option", { value: x.name, selected: x.name === asked.scenario }, called(x.title))));
  const which = h("input", { id: "run", type: "number", min: 0, max: limits.run, step: 1, value: asked.run,
    onchange: () => { location.hash = linkTo({ ...asked, run: wholeIn(which, "run") }, 7); } });
  const clock = h("ol", { class: "turns", "aria-label": t("roles.clock") });
  const heading = h("h2", {}), how = h("p", { class: "soft" }, t("roles.how", { clause: sc.clause })), table = h("div", { class: "seats" }), news = h("div", {}), debrief = h("div", {}), trouble = h("div", {});
  const go = button("", () => turn(), { class: "main", "data-turn": "" });
  const back = button(t("roles.back"), () => { now = says.pop(); replay(); }, { "data-back": "" });
  const end = button(t("roles.debrief"), () => { debriefed = true; draw(); debrief.querySelector("h2").scrollIntoView({ block: "start" }); }, { "data-debrief": "" });
  const anew = button(t("roles.anew"), () => { says.length = 0; now = {}; played = null; debriefed = false; remember(); draw(); });

  async function turn() {
    says.push({ ...now });
    await replay(true);
  }
  // replay plays the history anew up to the last turn that was said: decisions of a turn change nothing before it.
  // It leads the reader to the news if it is for them that it is played.
  async function replay(lead = false) {
    remember();
    debriefed = over();
    go.disabled = true;
    trouble.replaceChildren();
    try {
      const said = says.flatMap((turn, k) => Object.entries(turn).map(([state, yes]) => ({ turn: k + 1, state, yes: yes === "yes" })));
      played = says.length ? await ask(spec, { ask: "roles", seed: asked.seed, run: asked.run, said, turns: says.length }) : null;
    } catch (e) {
      trouble.replaceChildren(wait(e, () => replay(lead)));
      return;
    } finally {
      go.disabled = false;
    }
    draw();
    if (!played) return;
    say(`${t("roles.played", span(says.length - 1))} ${fate(played.class)}`);
    if (lead) news.querySelector("h2").focus();
  }
  const span = (k) => ({ n: k + 1, of, from: about.turns[k].from, to: about.turns[k].to });

  function draw() {
    clock.replaceChildren(...about.turns.map((x, k) => h("li", { class: k < says.length ? "done" : "", "aria-current": k === says.length ? "step" : false },
      h("strong", {}, k + 1), h("span", {}, x.from), h("span", { class: "unseen" }, t(k < says.length ? "roles.done" : k === says.length ? "roles.next" : "roles.later")))));
    heading.textContent = over() ? t("roles.over") : t("roles.turn", span(says.length));
    go.textContent = over() ? "" : t("roles.play", { n: says.length + 1 });
    go.hidden = over();
    back.hidden = anew.hidden = !says.length;
    end.hidden = !says.length || debriefed;
    table.hidden = how.hidden = over();
    table.replaceChildren(...seats.map(seat));
    news.replaceChildren(...(played ? told(played.turns.at(-1), played.turns.length - 1) : []));
    debrief.replaceChildren(...(played && debriefed ? lookBack() : []));
  }
  function seat(s) {
    const d = played?.turns.findLast((x) => x.decisions.some((y) => y.state === s.id))?.decisions.find((y) => y.state === s.id);
    const stands = d?.stands ?? (s.role === "founder" ? "weighs" : "waits");
    const [mark, cls] = marks[stands] ?? ["○", ""];
    const pick = (value) => {
      if (value) now[s.id] = value;
      else delete now[s.id];
      remember();
      field.dataset.says = value;
    };
    const field = h("fieldset", { class: "seat", "data-id": s.id, "data-says": now[s.id] ?? "" },
      h("legend", {}, h("i", { class: `key ${cls}`, "aria-hidden": "true" }, mark), "\u00a0", called(s.name)), h("p", { class: "soft" }, t(`stands.${stands}`)),
      h("div", { class: "three" }, [["", "roles.rule"], ["yes", "yes"], ["no", "no"]].map(([value, key]) => h("label", {},
        h("input", { type: "radio", name: `seat-${s.id}`, value, checked: (now[s.id] ?? "") === value, onchange: () => pick(value) }), h("span", {}, t(key))))));
    return field;
  }
  function fate(f) {
    if (f.in_force) return t("roles.fate.in", { clause: sc.clause, since: f.since, members: list(f.members.map(written), the) });
    return t(f.since ? "roles.fate.ended" : "roles.fate.not", { clause: sc.clause, since: f.since ?? "" });
  }
  // told is the news of a turn: nothing of the rule, so that the class can still bet, but in a part that is closed.
  function told(x, k) {
    const lines = [];
    for (const e of x.events) {
      const who = e.kind === "founded" ? capital(list(e.states.map(written), the)) : e.kind === "shock" ? played.titles[`shocks.${e.of}`] : nameOf(e.of);
      const clause = played.titles[`clauses.${e.clause ?? e.of}`] ?? sc.clause, last = lines.at(-1);
      if (last && last.tick === e.tick && last.kind === e.kind && last.clause === clause && e.kind !== "founded") last.who.push(who);
      else lines.push({ tick: e.tick, kind: e.kind, clause, who: [who] });
    }
    const unasked = x.decisions.filter((d) => d.said && !d.asked).map((d) => written(d.state));
    return [h("h2", { tabindex: "-1" }, t("roles.news", span(k))), h("p", { class: "finding", "data-found": "" }, fate(played.class)),
      lines.length ? h("ol", { class: "log", tabindex: "0", "aria-label": t("roles.news", span(k)) }, lines.map((l) => h("li", { class: l.kind }, h("strong", {}, l.tick), " ", t(`event.${l.kind}`, { who: l.kind === "shock" ? l.who.map(called).join("; ") : list(l.who), clause: l.clause }))))
        : h("p", {}, t("roles.nonews")),
      unasked.length ? h("p", { class: "soft" }, t("roles.unasked", { who: list(unasked, the) })) : "",
      h("details", { "data-rule": "" }, h("summary", {}, t("roles.rule.title")), h("p", { class: "soft" }, t("roles.rule.lead")),
        h("table", {}, h("thead", {}, h("tr", {}, ["states.state", "roles.said", "roles.rule.would", "roles.chance"].map((key) => h("th", { scope: "col" }, t(key))))),
          h("tbody", {}, x.decisions.filter((d) => d.asked).map((d) => h("tr", {}, h("th", { scope: "row" }, nameOf(d.state)), h("td", {}, d.said ? t(d.said) : t("roles.rule")),
            h("td", { class: d.said && (d.said === "yes") !== d.would ? "wrong" : "" }, t(d.would ? "yes" : "no")), h("td", {}, percent(d.chance)))))))];
  }
  function lookBack() {
    const command = `entente play ${asked.scenario} --seed ${asked.seed} --run ${asked.run}${flagsOf(asked)}${played.seats.length ? " --decide class.csv" : ""}`;
    const rule = t("roles.alone", { fate: fate(played.rule) });
    if (!played.seats.length) return [h("h2", {}, t("roles.debrief")), h("p", { class: "finding" }, t("roles.nobody")), typed(command, { class: "command" })];
    const most = Math.max(1, ...played.seats.map((s) => Math.max(s.surprise_nats, s.expected_nats)));
    const nats = (v) => fixed(v, 2);
    const asks = (id, k) => played.turns[k].decisions.find((d) => d.state === id);
    return [h("h2", {}, t("roles.debrief")),
      h("p", { class: "finding", "data-surprise": played.surprise_nats }, `${rule} ${t("roles.surprise", { class: nats(played.surprise_nats), own: nats(played.expected_nats) })}`),
      h("p", { class: "soft" }, t("roles.nats")),
      h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t("roles.seats") }, h("table", { class: "surprise" }, h("caption", {}, t("roles.seats")), h("thead", {}, h("tr", {}, ["states.state", "roles.asked", "roles.as", "roles.bar", "roles.own"].map((key) => h("th", { scope: "col" }, t(key))))),
        h("tbody", {}, played.seats.map((s) => h("tr", { "data-seat": s.state, "data-nats": s.surprise_nats }, h("th", { scope: "row" }, nameOf(s.state)), h("td", {}, `${s.asked}/${s.said}`), h("td", {}, s.asked ? `${s.as_the_rule}/${s.asked}` : "–"),
          h("td", {}, s.asked ? h("div", { class: "withbar" }, sized(h("div", { class: "barroom" }), (w) => surpriseBar(s.surprise_nats, s.expected_nats, most, w)).el, h("span", { class: "n" }, nats(s.surprise_nats))) : "–"),
          h("td", {}, s.asked ? nats(s.expected_nats) : "–")))))),
      h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t("roles.turns") }, h("table", { class: "stacked" }, h("caption", {}, t("roles.turns")),
        h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t("states.state")), played.turns.map((_, k) => h("th", { scope: "col" }, k + 1)))),
        h("tbody", {}, played.seats.map((s) => h("tr", {}, h("th", { scope: "row" }, nameOf(s.state)), played.turns.map((_, k) => {
          const d = asks(s.state, k);
          if (!d?.said) return h("td", { "data-says": k + 1 }, d ? t("roles.byrule", { what: t(d.would ? "yes" : "no") }) : "–");
          return h("td", { "data-says": k + 1, class: !d.asked ? "soft" : (d.said === "yes") === d.would ? "" : "wrong" }, t(d.said), !d.asked ? " ∅" : (d.said === "yes") === d.would ? "" : " ≠");
        })))))), h("p", { class: "soft" }, t("roles.turns.key")),
      h("p", {}, h("a", { href: linkTo({ ...asked, runs: 1000 }) }, t("roles.many"))),
      h("p", {}, t("roles.same")), typed(command, { class: "command" }),
      h("div", { class: "exports" }, button(t("roles.csv"), () => download("class.csv", "text/csv", decisions(says)), { "data-csv": "" }))];
  }

  draw();
  if (says.length) replay();
  const label = (id, key, control) => h("div", { class: "field" }, h("label", { for: id }, t(key)), control);
  return h("div", {}, h("details", {}, h("summary", {}, t("roles.which")), h("div", { class: "fields" }, label("scenario", "sandbox.scenario", scenario), label("run", "roles.history", which)),
    h("p", { class: "soft" }, t("roles.constants")), h("p", { class: "soft" }, t("roles.sheets"), " ", typed(`entente roles ${asked.scenario} --seed ${asked.seed} --run ${asked.run}${flagsOf(asked)} --out sheets`))),
  clock, trouble, news, heading, how, table, h("div", { class: "go" }, go, end, back, anew), debrief);
}
