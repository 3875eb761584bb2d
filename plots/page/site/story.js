// The guided screens that show how the model comes to what it says, one idea each. What they show was worked out where the page was
// made, by the same model.
import { h, button, say, calm, pause, sized, choices, slider, typed, unbroken } from "./dom.js";
import { t, named, called, percent, fixed, figure, keep, list } from "./words.js";
import { tileMap } from "./tiles.js";
import { waterfall, scale, course } from "./charts.js";
import { play, batchSize } from "./model.js";
import { inWords } from "./trouble.js";

export const story = JSON.parse(document.getElementById("story").textContent);

export const reasons = ["threat", "trade", "ties", "quarrels", "governments"];
export const intro = (key) => [h("h1", {}, t(`${key}.title`)), h("p", { class: "lead" }, t(`${key}.lead`))];
const quietly = (e) => { if (e?.name !== "AbortError") throw e; };

// 0: two photographs and a bet.
export function photographs(signal) {
  let order = keep.get("bet") ?? ["threat", "ties", "trade", "governments", "quarrels"];
  let lit = calm() ? story.europe.length : 0;
  const west = tileMap(story.europe, t("photos.west"), (x) => (story.europe.indexOf(x) < lit
    ? { cls: "bound", mark: "●", says: t("tile.signed") } : { mark: "○", says: t("tile.not") }));
  const east = tileMap(story.asia, t("photos.east"), () => ({ mark: "○", says: t("tile.not") }));
  (async () => {
    while (lit < story.europe.length) {
      await pause(220, signal);
      lit++;
      west.draw();
    }
  })().catch(quietly);

  const items = h("ol", { class: "order", "aria-label": t("photos.order") });
  const draw = (focusOn, up) => {
    items.replaceChildren(...order.map((id, k) => {
      const move = (by) => () => {
        const to = k + by;
        order.splice(k, 1);
        order.splice(to, 0, id);
        say(t("photos.moved", { reason: t(`reason.${id}`), place: to + 1 }));
        draw(id, by < 0);
      };
      return h("li", {
        draggable: "true", "data-id": id,
        ondragstart: (e) => { e.dataTransfer.setData("text/plain", id); e.dataTransfer.effectAllowed = "move"; },
        ondragover: (e) => e.preventDefault(),
        ondrop: (e) => {
          e.preventDefault();
          const what = e.dataTransfer.getData("text/plain");
          if (!order.includes(what)) return;
          order = order.filter((o) => o !== what);
          order.splice(k, 0, what);
          draw();
        },
      },
      h("span", { class: "reason" }, h("strong", {}, t(`reason.${id}`)), h("span", { class: "soft" }, t(`reason.${id}.more`))),
      button("↑", move(-1), { "aria-label": t("photos.up", { reason: t(`reason.${id}`) }), disabled: k === 0, "data-up": true }),
      button("↓", move(1), { "aria-label": t("photos.down", { reason: t(`reason.${id}`) }), disabled: k === order.length - 1, "data-down": true }));
    }));
    if (focusOn) {
      const row = items.querySelector(`[data-id="${focusOn}"]`);
      (row.querySelector(up ? "[data-up]:not(:disabled)" : "[data-down]:not(:disabled)") ?? row.querySelector("button:not(:disabled)")).focus();
    }
  };
  draw();
  return h("section", {}, intro("photos"),
    h("div", { class: "pair" },
      h("figure", {}, h("figcaption", {}, t("photos.west")), west.el, h("p", { class: "soft" }, t("photos.west.below", { n: story.europe.length }))),
      h("figure", {}, h("figcaption", {}, t("photos.east")), east.el, h("p", { class: "soft" }, t("photos.east.below")))),
    h("h2", {}, t("photos.why")), h("p", {}, t("photos.ask")), items,
    h("p", {}, button(t("photos.bet"), () => {
      keep.set("bet", order);
      location.hash = "#/1";
    }, { class: "main" })));
}

// 1: one state decides.
export function decides(signal) {
  const d = story.decision;
  let shown = 0, decision = d.as_is, lever = null, index = 0, begun = null;
  const chart = sized(h("div", { class: "chart" }), (w) => waterfall(decision, w, shown));
  const line = sized(h("div", { class: "chart", hidden: true }), (w) => scale(decision, w));
  const finding = h("p", { class: "finding" });
  const more = h("div", { hidden: true }, h("p", { class: "soft" }, t("decide.what")));
  const verdict = () => t(decision.willing ? "decide.willing" : "decide.unwilling", { chance: fixed(decision.chance, 2), disposition: fixed(decision.disposition, 2) });
  const next = button(t("decide.next"), () => step(), { class: "main" });
  function step() {
    if (shown < decision.terms.length) {
      shown++;
      chart.redraw();
      const r = decision.terms[shown - 1];
      finding.textContent = named("term.says", r.term);
      say(t("decide.reason", { reason: named("term", r.term), logits: fixed(r.logits, 2) }));
      if (shown === decision.terms.length) next.textContent = t("decide.sum");
      return;
    }
    line.el.hidden = more.hidden = false;
    shown = Infinity;
    chart.redraw();
    line.redraw();
    next.hidden = true;
    finding.textContent = verdict();
    say(verdict());
    more.querySelector("input")?.focus({ preventScroll: true });
  }
  const place = h("div", {});
  const told = h("p", { class: "finding", "data-found": "" });
  const command = `entente explain ${d.scenario} --state ${d.state} --at ${d.as_is.tick} --run ${d.run} --seed ${story.seed}`, cmd = typed(command, { class: "command" });
  function pick(path) {
    lever = d.levers.find((l) => l.path === path);
    begun = lever.values.indexOf(lever.now);
    index = begun;
    show();
    const sl = slider(t(`decide.lever.${path}`), { min: 0, max: lever.values.length - 1, step: 1, value: index, show: (k) => figure(lever.values[k]) }, (k) => {
      index = k;
      show();
    });
    place.replaceChildren(sl.el, h("p", { class: "soft" }, t(`decide.lever.${path}.more`)));
  }
  function show() {
    const base = d.as_is.willing;
    decision = index === begun ? d.as_is : lever.made[index];
    shown = Infinity;
    chart.redraw();
    line.redraw();
    finding.textContent = decision.standing === "weighs" ? verdict() : `${t(`standing.${decision.standing}`, { name: t("decide.name") })} ${t("decide.earlier")}`;
    const from = lever.values[begun], to = lever.values[index];
    cmd.replaceChildren(...unbroken(command + (index === begun ? "" : ` --set ${lever.path}=${to}`)));
    told.textContent = index === begun ? t("decide.push") : decision.willing === base
      ? t("decide.still", { to: figure(to), chance: fixed(decision.chance, 2), disposition: fixed(decision.disposition, 2) })
      : t("decide.flipped", { by: figure(Math.abs(to - from), 2), from: figure(from), to: figure(to), answer: t(decision.willing ? "yes" : "no") });
    if (index !== begun) say(told.textContent);
  }
  more.append(h("h2", {}, t("decide.turn")), choices(t("decide.which"), "lever", d.levers.map((l) => [l.path, t(`decide.lever.${l.path}`)]), null, pick), place, told,
    h("p", { class: "soft" }, t("decide.again")), cmd);
  if (calm()) shown = decision.terms.length - 1;
  return h("section", {}, intro("decide"), chart.el, h("p", { class: "soft" }, t("why.logits")), line.el, finding, h("p", {}, next), more);
}

// 2: everybody at once, three histories, then many.
export function everybody(signal) {
  const e = story.everybody;
  let k = -1, at = -1, status = {}, inForce = false, playing = null;
  const clock = h("p", { class: "clock", "aria-hidden": "true" }, e.ticks[0]);
  const bar = h("progress", { max: e.ticks.length - 1, value: 0, "aria-label": t("everybody.clock") });
  const map = tileMap(e.states, t("everybody.map", { clause: e.clause }), (x) => {
    if (!status[x.id]) return { mark: "○", says: t("tile.not") };
    return inForce && status[x.id] === "ratifies" ? { cls: "bound", mark: "●", says: t("tile.bound") } : { cls: "signed", mark: "◐", says: t("tile.signed") };
  });
  const log = h("ol", { class: "log", "aria-label": t("everybody.log"), tabindex: "0" });
  const nameOf = (id) => e.states.find((x) => x.id === id)?.name ?? e.shocks.find((x) => x.id === id)?.title ?? "";
  function until(history, tick) {
    status = {};
    inForce = false;
    const lines = [];
    for (const ev of history.events) {
      const at = e.ticks.indexOf(ev.tick);
      if (at > tick) break;
      if (ev.kind === "signs" || ev.kind === "ratifies") status[ev.of] = ev.kind;
      if (["leaves", "withdraws", "refused"].includes(ev.kind)) delete status[ev.of];
      if (ev.of === e.clause_id) inForce = ev.kind === "in-force";
      lines.push([at, ev.kind, ev.of]);
    }
    map.draw();
    clock.textContent = e.ticks[Math.max(tick, 0)];
    bar.value = Math.max(tick, 0);
    const told = [];
    for (const [tick, kind, of] of lines) {
      const last = told.at(-1);
      if (last && last.tick === tick && last.kind === kind) last.of.push(nameOf(of));
      else told.push({ tick, kind, of: [nameOf(of)] });
    }
    log.replaceChildren(...told.length ? [] : [h("li", { class: "shock" }, t("everybody.nolog"))], ...told.reverse().map((l) => h("li", { class: l.kind }, h("strong", {}, e.ticks[l.tick]), " ",
      t(`event.${l.kind}`, { who: l.kind === "shock" ? l.of.map(called).join("; ") : list(l.of), clause: e.clause }))));
  }
  const outcome = h("p", { class: "finding" });
  const go = button(t("everybody.play"), async () => {
    playing?.abort();
    playing = new AbortController();
    signal.addEventListener("abort", () => playing.abort(), { once: true });
    k = (k + 1) % e.histories.length;
    const history = e.histories[k];
    outcome.textContent = t("everybody.history", { n: k + 1 });
    try {
      for (at = calm() ? e.ticks.length - 1 : 0; at < e.ticks.length; at++) {
        until(history, at);
        if (at < e.ticks.length - 1) await pause(8000 / e.ticks.length, playing.signal);
      }
    } catch (err) {
      return quietly(err);
    }
    const bound = inForce ? Object.values(status).filter((v) => v === "ratifies") : [];
    outcome.textContent = bound.length ? t("everybody.came", { n: k + 1, clause: e.clause, count: bound.length }) : t("everybody.not", { n: k + 1, clause: e.clause });
    say(outcome.textContent);
    go.textContent = t(k + 1 < e.histories.length ? "everybody.another" : "everybody.again");
    if (k + 1 === e.histories.length || many.hidden === false) many.hidden = false;
  }, { class: "main" });

  // then many of them
  let shares = [], runs = 0;
  const chart = sized(h("div", { class: "chart", hidden: true }), (w) => course({ ticks: e.ticks, shares, title: t("everybody.chart", { clause: e.clause, n: runs }) }, w));
  const guess = slider(t("everybody.guess"), { min: 0, max: 200, step: 5, value: 100 }, () => {});
  const found = h("p", { class: "finding", "data-found": "" });
  const grow = (runsNow, inForce) => {
    [runs, shares] = [runsNow, inForce];
    chart.el.hidden = false;
    chart.redraw();
  };
  const asShare = ([mean, low95, high95]) => ({ mean, low95, high95 });
  const all = button(t("everybody.many"), async () => {
    all.disabled = true;
    guess.input.disabled = true;
    found.textContent = t("everybody.playing");
    let note = "";
    try {
      let first = null;
      await play({ scenario: e.scenario }, story.seed, 200, (b) => {
        if (b.runs === batchSize) first = b;
        grow(b.runs, b.in_force);
      }, signal);
      if (first && first.in_force.some((s, k) => s.mean !== e.growing[0].in_force[k][0])) note = " " + t("everybody.differs");
    } catch (err) {
      if (err?.name === "AbortError") return;
      note = " " + t("everybody.kept", { why: inWords(err) });
      for (const g of e.growing) {
        grow(g.runs, g.in_force.map(asShare));
        if (!calm()) await pause(350, signal).catch(() => {});
      }
    }
    const last = shares.at(-1), count = Math.round(last.mean * runs);
    found.textContent = t("everybody.found", { n: count, runs, clause: e.clause, guess: guess.input.value, low: percent(last.low95), high: percent(last.high95) }) + note;
    say(found.textContent);
  }, { class: "main" });
  const many = h("div", { hidden: true }, h("h2", {}, t("everybody.many.title")), h("p", {}, t("everybody.many.lead")), guess.el, h("p", {}, all), chart.el, found);
  until({ events: [] }, -1);
  return h("section", {}, intro("everybody"), h("div", { class: "pair wide" }, h("div", {}, clock, bar, map.el, legend()), log), h("p", {}, go), outcome, many);
}

export function legend() {
  return h("p", { class: "legend" }, h("span", {}, h("i", { class: "key" }, "○"), t("tile.not")), h("span", {}, h("i", { class: "key signed" }, "◐"), t("tile.signed")),
    h("span", {}, h("i", { class: "key bound" }, "●"), t("tile.bound")));
}
