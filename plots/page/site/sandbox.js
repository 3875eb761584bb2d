// The sandbox: every lever and figure, with the numbers of the command line.
import { h, button, say, calm, sized, choices, typed, labelled, unbroken } from "./dom.js";
import { t, called, the, capital, percent, level, points, fixed, figure, signed, doubt, misses } from "./words.js";
import { tileMap } from "./tiles.js";
import { waterfall, scale, course, chanceBar, shockMarks } from "./charts.js";
import { ask, beside, play, scene } from "./model.js";
import { inWords, wait } from "./trouble.js";
import { ofConstants, sideOf } from "./trials.js";
import { index, limits, wholeIn, read, linkTo, command, toml, misread } from "./question.js";
import { download, standalone, png } from "./take.js";
import { leverBench } from "./levers.js";
import { record } from "./record.js";

export function sandbox(signal, query) {
  const { asked, faults } = read(query);
  const place = h("div", {}, h("p", { class: "soft" }, t("wait.scenario")));
  const root = h("section", { class: "sandbox" }, h("h1", {}, t("sandbox.title")), h("p", { class: "lead" }, t("sandbox.lead")), misread(faults), place);
  const open = () => scene(asked.scenario).then((sc) => { if (!signal.aborted) place.replaceChildren(bench(sc, asked, signal, query !== "")); })
    .catch((e) => place.replaceChildren(wait(e, open)));
  open();
  return root;
}

// tiesAt are the ties between states on the map that a history has at a tick, and whether each has just climbed a rung.
const ladder = ["", "exercises", "capacity-building", "information-sharing", "access", "consultation", "defence"];
function tiesAt(tale, tick, states) {
  const pairs = new Map();
  for (const x of tale?.ties ?? []) {
    if (x.tick > tick) break;
    if (!x.between.every((id) => states.some((s) => s.id === id))) continue;
    const before = pairs.get(x.between.join())?.kind ?? "";
    pairs.set(x.between.join(), { between: x.between, kind: x.kind, grown: tick > 0 && x.tick === tick && ladder.indexOf(x.kind) > ladder.indexOf(before) });
  }
  return [...pairs.values()].filter((x) => x.kind);
}

function bench(sc, asked, signal, atOnce) {
  const known = new Map(sc.figures.map(([path, value, unit, low, high, source, moves]) => [path, { path, value, unit: sc.units[unit], low, high, source, moves }]));
  const nameOf = (id) => called(sc.states.find((x) => x.id === id)?.name ?? id);
  const spec = () => ({ scenario: asked.scenario, ...(asked.theory ? { theory: asked.theory } : {}), ...(asked.set.length ? { set: asked.set } : {}) });

  // what is asked
  const scenario = h("select", { id: "scenario", onchange: () => { location.hash = linkTo({ ...asked, scenario: scenario.value, set: [], theory: "" }); } },
    index.scenarios.map((x) => h("option", { value: x.name, selected: x.name === asked.scenario }, called(x.title))));
  const theory = h("select", { id: "theory", onchange: () => { asked.theory = theory.value; changed(); } },
    index.theories.map((x, k) => h("option", { value: k ? x.name : "", selected: x.name === asked.theory }, `${t(`theory.${x.name}`)} (${called(x.by)})`)));
  const seed = h("input", { id: "seed", type: "number", min: 0, max: limits.seed, step: 1, value: asked.seed, onchange: () => { asked.seed = wholeIn(seed, "seed"); changed(); } });
  const runs = h("select", { id: "runs", onchange: () => { asked.runs = Number(runs.value); changed(); } },
    [...new Set([100, 200, 400, 1000, limits.runs, asked.runs])].sort((a, b) => a - b).map((n) => h("option", { value: n, selected: n === asked.runs }, n)));
  const levers = leverBench(sc, asked, known, nameOf, changed);

  // what is found
  const found = h("p", { class: "finding", "data-found": "" });
  const far = h("progress", { max: asked.runs, value: 0, "aria-label": t("wait.title"), hidden: true });
  const trouble = h("div", {});
  let brief = null, about = null, tale = null, at = 0, texts = null, kept = null, against = null, playing = null, stale = true;
  let byStance = false;
  // stanceOf is what a government thinks of the clause at the start, as coded and as levers move it.
  function stanceOf(id) {
    const now = (path) => asked.set.find((x) => x.path === path)?.value ?? known.get(path)?.value ?? null;
    const coded = now(`clauses.${sc.clause_id}.stance.${id}`) ?? now(`states.${id}.stance`) ?? 0;
    return Math.min(1, Math.max(-1, coded + (now("levers.all.stance") ?? 0) + (now(`levers.${id}.stance`) ?? 0)));
  }
  const shade = choices(t("sandbox.shade"), "shade", ["chance", "stance"].map((by) => [by, t(`sandbox.shade.${by}`)]), "chance", (by) => {
    byStance = by === "stance";
    shaded.textContent = t(byStance ? "sandbox.stances" : "sandbox.tiles");
    map.draw();
  });
  const shaded = h("span", {}, t("sandbox.tiles"));
  const tied = h("span", { hidden: true }, " ", t("sandbox.ties"));
  const map = tileMap(sc.states, t("sandbox.map"), look, (tile) => why(tile), () => tiesAt(tale, at, sc.states));
  function look(tile) {
    if (tile.role === "rival") return { says: t("tile.rival"), mark: "▲" };
    if (byStance) {
      const stance = stanceOf(tile.id);
      return { cls: stance < 0 ? "chance no" : "chance", tint: String(Math.round(100 * Math.abs(stance))), mark: figure(stance, 2), says: t("tile.stance", { stance: signed(stance) }) };
    }
    const s = brief?.states.find((x) => x.id === tile.id);
    const held = tiesAt(tale, at, sc.states).filter((x) => x.between.includes(tile.id)).length;
    if (!s) return { mark: "○", says: t("tile.unplayed") };
    const share = s.signed_by[at] / brief.runs;
    return { cls: "chance", tint: String(Math.round(100 * share)), mark: `${Math.round(100 * share)}`, says: t("tile.chance", { chance: percent(share), tick: about.ticks[at], ties: held }) };
  }
  const time = h("input", { type: "range", min: 0, max: 0, value: 0, "aria-label": t("sandbox.time"), oninput: () => { at = Number(time.value); drawAt(); } });
  const when = h("output", {});
  const strikes = h("p", { class: "soft" }), web = h("p", { class: "soft", "data-web": "" });
  const struck = () => (tale?.events ?? []).filter((e) => e.kind === "shock").map((e) => {
    const x = sc.shocks.find((y) => y.id === e.of);
    return { tick: about.ticks.indexOf(e.tick), title: called(x.title), dated: x.tick >= 0 };
  });
  const marks = sized(h("div", {}), (w) => shockMarks(struck(), at, about?.ticks.length ?? 2, w));
  const chart = sized(h("div", { class: "chart", hidden: true }), (w) => course({
    ticks: about?.ticks ?? ["", ""], shares: brief?.in_force ?? [], tick: brief ? at : -1, second: kept && kept.brief !== brief ? kept.brief.in_force : null,
    shocks: sc.shocks.map((x) => x.tick).filter((k) => k >= 0 && about && k < about.ticks.length), title: t("sandbox.chart", { clause: sc.clause, runs: brief?.runs ?? 0 }),
  }, w));
  function drawAt() {
    chart.el.hidden = bands.hidden = dates.hidden = tied.hidden = false;
    luckOrMore.textContent = t(about.draws ? "sandbox.bands" : "sandbox.band");
    when.textContent = about.ticks[at];
    time.setAttribute("aria-valuetext", about.ticks[at]);
    const here = struck().filter((x) => x.tick === at).map((x) => x.title), now = tiesAt(tale, at, sc.states), defence = now.filter((x) => x.kind === "defence").length;
    strikes.textContent = t("sandbox.strikes", { what: here.join("; ") || t("sandbox.nothing") });
    web.textContent = tale ? t("sandbox.web", { run: tale.run, tick: about.ticks[at], defence, lesser: now.length - defence, grown: now.filter((x) => x.grown).length }) : "";
    map.draw();
    marks.redraw();
    chart.redraw();
  }
  const result = h("div", { class: "result" });
  const compare = h("div", {});
  const cmd = h("code", { class: "command" });
  const theories = h("div", {});
  const go = button(t("sandbox.play"), () => run(), { class: "main", "data-play": "" });
  const luckOrMore = h("span", {}); // what the bands of the chart are
  const dashed = h("span", { hidden: true }, " ", t("beside.dashed"));
  const keepIt = button(t("beside.keep"), null, { "data-keep": "", hidden: true });

  function changed() {
    stale = true;
    cmd.replaceChildren(...unbroken(command(asked)));
    history.replaceState(null, "", linkTo(asked));
    go.textContent = t(brief ? "sandbox.replay" : "sandbox.play");
    root.classList.toggle("stale", !!brief);
    if (byStance) map.draw();
  }
  async function run() {
    playing?.abort();
    playing = new AbortController();
    signal.addEventListener("abort", () => playing.abort(), { once: true });
    const mine = playing.signal, question = structuredClone({ spec: spec(), seed: asked.seed, runs: asked.runs, asked });
    trouble.replaceChildren();
    compare.replaceChildren();
    theories.replaceChildren();
    far.hidden = false;
    far.max = question.runs;
    far.value = 0;
    go.disabled = result.inert = true;
    found.textContent = t("wait.playing");
    try {
      about = await ask(question.spec, { ask: "world" });
      time.max = about.ticks.length - 1;
      if (stale && !brief || at >= about.ticks.length) at = about.ticks.length - 1;
      time.value = at;
      tale = await ask(question.spec, { ask: "history", seed: question.seed, run: asked.run });
      texts = await play(question.spec, question.seed, question.runs, (b) => {
        brief = b;
        far.value = b.runs;
        tell(b.runs < question.runs);
        drawAt();
      }, mine);
      stale = false;
      root.classList.remove("stale");
      tell(false);
      say(found.textContent);
      drawResult(question);
      if (kept && kept.question.seed === question.seed && kept.question.runs === question.runs && kept.question.spec.scenario === question.spec.scenario) {
        against = await beside(kept.question.spec, question.spec, kept.texts, texts);
        drawBeside(question);
      } else if (kept) {
        compare.replaceChildren(h("p", { class: "soft" }, t("beside.unlike")));
      }
    } catch (e) {
      if (e?.name === "AbortError") return;
      found.textContent = "";
      trouble.replaceChildren(wait(e, run));
    } finally {
      if (playing.signal === mine) {
        go.disabled = result.inert = false;
        far.hidden = true;
        go.textContent = t(brief ? "sandbox.replay" : "sandbox.play");
      }
    }
  }
  function tell(open) {
    const last = brief.in_force.at(-1);
    found.textContent = t(open ? "sandbox.sofar" : "sandbox.found", { clause: sc.clause, chance: level(last), end: about.ticks.at(-1), runs: brief.runs, doubt: doubt(last) });
    if (brief.failed.length) found.textContent += " " + t("sandbox.failed", { n: brief.failed.length });
    found.dataset.count = last.count;
    found.dataset.runs = last.runs;
  }
  const file = (of) => of.scenario + (of.set.length || of.theory ? "-changed" : "");
  function csv(brief) {
    const rows = [["measure", "state", "tick", "runs", "count", "mean", "low95", "high95", "constants_low95", "constants_high95"]];
    const line = (measure, state, tick, s) => rows.push([measure, state, tick, s.runs, s.count, s.mean, s.low95, s.high95, s.constants?.low95 ?? "", s.constants?.high95 ?? ""]);
    brief.in_force.forEach((s, k) => line("in_force", "", about.ticks[k], s));
    for (const s of brief.states) {
      line("signed", s.id, "", s.signed);
      line("member", s.id, "", s.member);
    }
    return rows.map((r) => r.join(",")).join("\n") + "\n";
  }
  // What is taken away is of what was played, whatever has been moved since.
  function drawResult(question) {
    const of = question.asked, played = brief;
    const svg = () => chart.el.querySelector("svg");
    const note = h("p", { class: "soft", role: "status" });
    const copy = async (text) => {
      try {
        await navigator.clipboard.writeText(text);
        note.textContent = t("export.copied");
      } catch { // a page that comes over http from another machine has no clipboard at all
        note.textContent = t("export.nocopy");
      }
    };
    result.replaceChildren(
      h("p", {}, button(t("theories.ask"), () => side({ ...question, texts }), { "data-theories": "" })), theories,
      h("table", { class: "who" }, h("caption", {}, t("sandbox.states")), h("thead", {}, h("tr", {}, ["states.state", "states.signs", "states.bound", ...(sc.truth ? ["states.truth"] : [])].map((k) => h("th", { scope: "col" }, t(k))))),
        h("tbody", {}, brief.states.map((s) => h("tr", {}, h("th", { scope: "row" }, nameOf(s.id)), h("td", {}, percent(s.signed.mean)), h("td", {}, percent(s.member.mean), " ", h("span", { class: "soft" }, t("states.doubt", { low: fixed(100 * s.member.low95, 1), high: fixed(100 * s.member.high95, 1) }))), truth(s))))),
      record(),
      h("h2", {}, t("export.title")),
      h("div", { class: "exports" },
        button(t("export.csv"), () => download(`${file(of)}.csv`, "text/csv", csv(played)), { "data-take": "csv" }),
        button(t("export.svg"), () => download(`${file(of)}.svg`, "image/svg+xml", standalone(svg())), { "data-take": "svg" }),
        button(t("export.png"), () => png(svg()).then((b) => download(`${file(of)}.png`, "image/png", b), (e) => { note.textContent = e.message; }), { "data-take": "png" }),
        button(t("export.toml"), () => download("what-if.toml", "application/toml", toml(of)), { "data-take": "toml" }),
        button(t("export.link"), () => copy(new URL(linkTo(of), location.href).href), { "data-copy": "" }),
        button(t("export.command"), () => copy(command(of)))), note);
    keepIt.hidden = false;
    keepIt.onclick = () => {
      kept = { question, brief, texts };
      dashed.hidden = false;
      compare.replaceChildren(h("p", { class: "finding" }, t("beside.kept", { chance: level(brief.in_force.at(-1)) })));
      say(t("beside.kept", { chance: level(brief.in_force.at(-1)) }));
    };
  }
  // truth is what a state did in history, and whether the model is on the other side of one half.
  function truth(s) {
    if (!sc.truth) return null;
    const did = sc.truth.signed[s.id];
    if (did === undefined) return h("td", {}, "–");
    const wrong = misses(s.signed.mean, did);
    return h("td", { class: wrong ? "wrong" : "" }, t(did ? "yes" : "no"), wrong ? " ≠" : "");
  }
  function drawBeside(question) {
    const d = against.in_force.change;
    const says = t("beside.found", { a: level(against.in_force.first), b: level(against.in_force.second), points: points(d.mean), low: points(d.low95), high: points(d.high95), side: t(`side.${sideOf(d)}`) });
    const moved = against.states.filter((s) => s.signed.change.low95 > 0 || s.signed.change.high95 < 0).sort((a, b) => Math.abs(b.signed.change.mean) - Math.abs(a.signed.change.mean)).slice(0, 6);
    compare.replaceChildren(h("h2", {}, t("beside.title")), h("p", { class: "finding" }, says),
      ofConstants(d) ?? "",
      moved.length ? h("table", { class: "who" }, h("caption", {}, t("beside.states")), h("thead", {}, h("tr", {}, [t("states.state"), "A", "B", t("beside.points")].map((x) => h("th", { scope: "col" }, x)))), h("tbody", {}, moved.map((s) => h("tr", {}, h("th", { scope: "row" }, called(s.name)), h("td", {}, percent(s.signed.first.mean)), h("td", {}, percent(s.signed.second.mean)), h("td", {}, points(s.signed.change.mean)))))) : "");
    say(says);
  }

  // every theory on the same world, with the same luck
  async function side(question) {
    const rows = h("tbody", {}), note = h("p", { class: "soft", role: "status" }, t("wait.playing")), count = index.theories.length;
    const mine = playing.signal, chosen = question.spec.theory ?? sc.theory;
    theories.replaceChildren(h("h2", {}, t("theories.title")), note, h("p", { class: "soft" }, t("bars.key")), h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t("theories.title") },
      h("table", { class: "theories stacked" }, h("caption", {}, t("theories.caption", { clause: sc.clause, end: about.ticks.at(-1), runs: question.runs })),
        h("thead", {}, h("tr", {}, ["theories.theory", "theories.chance", "theories.change"].map((k) => h("th", { scope: "col" }, t(k))))), rows)));
    try {
      for (const [k, x] of index.theories.entries()) {
        note.textContent = t("theories.playing", { n: k + 1, of: count });
        const row = h("tr", { "data-theory": x.name, class: x.name === chosen ? "moved" : "" }, h("th", { scope: "row" }, `${t(`theory.${x.name}`)} (${called(x.by)})`)), other = { ...question.spec, theory: x.name };
        rows.append(row);
        try {
          let last = null;
          const played = await play(other, question.seed, question.runs, (b) => { last = b.in_force.at(-1); }, mine);
          row.dataset.count = last.count;
          row.append(h("td", {}, h("div", { class: "withbar" }, sized(h("div", { class: "barroom" }), (w) => chanceBar(last, w)).el, h("span", { class: "n" }, level(last)))));
          if (x.name === chosen) row.append(h("td", {}, t("theories.chosen")));
          else {
            const d = (await beside(question.spec, other, question.texts, played)).in_force.change;
            row.append(h("td", {}, t("theories.points", { points: points(d.mean), low: points(d.low95), high: points(d.high95) })));
          }
        } catch (e) {
          if (e.kind !== "figure") throw e;
          row.append(h("td", { colspan: 2 }, t("theories.without", { what: e.what })));
        }
      }
      note.textContent = sc.truth ? t("theories.truth", { truth: t(sc.truth.in_force ? "yes" : "no") }) : t("theories.done");
      say(note.textContent);
    } catch (e) {
      if (e?.name !== "AbortError") theories.replaceChildren(wait(e, () => side(question)));
    }
  }

  // why
  const reason = h("section", { class: "why", "aria-label": t("why.title"), hidden: true, tabindex: "-1" });
  const which = h("input", { id: "run", type: "number", min: 0, max: limits.run, step: 1, value: asked.run });
  let last = null;
  which.addEventListener("change", () => {
    asked.run = wholeIn(which, "run");
    history.replaceState(null, "", linkTo(asked));
    if (brief) {
      ask(spec(), { ask: "history", seed: asked.seed, run: asked.run }).then((found) => { tale = found; drawAt(); }, (e) => trouble.replaceChildren(wait(e)));
    }
    if (last) why(last);
  });
  async function why(tile) {
    if (tile.role === "rival") return say(t("tile.rival"));
    last = tile;
    reason.hidden = false;
    reason.replaceChildren(h("p", { class: "soft" }, t("wait.why")));
    const run = asked.run, question = structuredClone(spec());
    try {
      about ??= await ask(question, { ask: "world" });
      if (Number(time.max) === 0) time.max = about.ticks.length - 1;
      const d = await ask(question, { ask: "explain", seed: asked.seed, run, state: tile.id, tick: at, inputs: true });
      const body = sized(h("div", { class: "chart" }), (w) => waterfall(d, w)), line = sized(h("div", { class: "chart" }), (w) => scale(d, w));
      const says = capital(t(`standing.${d.standing}`, { name: the(tile.name) })) + " " + t(d.willing ? "decide.willing" : "decide.unwilling", { chance: fixed(d.chance, 2), disposition: fixed(d.disposition, 2) }) +
        (d.held ? " " + t(`held.${d.held}`) : "");
      reason.replaceChildren(h("h2", {}, t("why.of", { name: tile.name, tick: d.tick, run })), h("p", { class: "finding" }, says), body.el, h("p", { class: "soft" }, t("why.logits")), line.el,
        h("h3", {}, t("why.flip")), d.flips.length ? h("ul", { class: "flips" }, d.flips.map((f) => h("li", {}, h("code", {}, f.path), " ",
          t("why.from", { from: figure(f.value), to: figure(f.at) }), known.has(f.path) && button(t("why.try"), () => {
            const v = known.get(f.path), room = (v.high - v.low) / 1000;
            const value = Math.min(v.high, Math.max(v.low, Number((f.at + Math.sign(f.at - f.value) * room).toPrecision(3))));
            asked.set = [...asked.set.filter((x) => x.path !== f.path), { path: f.path, value }];
            levers.draw();
            changed();
            say(t("why.tried", { path: f.path, value: figure(value) }));
          })))) : h("p", {}, t("why.noflip")),
        h("p", { class: "soft" }, typed(command(asked).replace(/^entente run (\S+) --runs \d+/, `entente explain $1 --state ${tile.id} --at ${d.tick} --run ${run}`))));
      say(says);
      reason.scrollIntoView({ block: "nearest", behavior: calm() ? "auto" : "smooth" });
    } catch (e) {
      reason.replaceChildren(wait(e, () => why(tile)));
    }
  }

  const random = sc.shocks.filter((x) => x.tick < 0);
  const bands = h("p", { class: "soft", hidden: true }, luckOrMore, dashed), dates = h("div", { hidden: true }, h("div", { class: "slider time" }, h("span", { class: "what" }, t("sandbox.time")), h("div", {}, time, marks.el), when), strikes, web);
  const root = h("div", { class: "bench" },
    h("div", { class: "controls" },
      labelled("scenario", t("sandbox.scenario"), scenario), sc.summary && h("p", { class: "soft" }, called(sc.summary)),
      labelled("theory", t("sandbox.theory"), theory), h("div", { class: "fields" }, labelled("seed", t("sandbox.seed"), seed), labelled("runs", t("sandbox.runs"), runs)),
      levers.el),
    h("div", { class: "findings" }, h("div", { class: "go" }, go, keepIt, far), found, trouble, compare, shade, map.el, h("p", { class: "soft" }, shaded, tied),
      dates, h("div", { class: "history" }, labelled("run", t("sandbox.history"), which)), random.length > 0 && h("details", {}, h("summary", {}, t("sandbox.random", { n: random.length })), h("ul", {}, random.map((x) => h("li", {}, called(x.title))))),
      reason, chart.el, bands, h("p", { class: "soft" }, t("sandbox.same")), h("p", {}, cmd), result));
  cmd.replaceChildren(...unbroken(command(asked)));
  if (atOnce) run();
  return root;
}
