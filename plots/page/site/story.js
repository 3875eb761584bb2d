// The guided screens, one idea each. What they show was worked out where the page was made, by the same model.
import { h, button, say, calm, pause, sized, choices, slider, typed, unbroken } from "./dom.js";
import { t, named, percent, level, points, fixed, figure, keep, list } from "./words.js";
import { tileMap } from "./tiles.js";
import { waterfall, scale, course, diamonds, chanceBar, differenceBar } from "./charts.js";
import { play, beside, batchSize } from "./model.js";
import { inWords, wait } from "./trouble.js";
import { index } from "./question.js";

export const story = JSON.parse(document.getElementById("story").textContent);

const reasons = ["threat", "trade", "ties", "quarrels", "governments"];
const intro = (key) => [h("h1", {}, t(`${key}.title`)), h("p", { class: "lead" }, t(`${key}.lead`))];
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
    finding.textContent = decision.standing === "weighs" ? verdict() : t(`standing.${decision.standing}`, { name: t("decide.name") });
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
      t(`event.${l.kind}`, { who: l.kind === "shock" ? l.of.join("; ") : list(l.of), clause: e.clause }))));
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

// 3: was it right?
export function right() {
  let on = story.right[1];
  const claims = () => on.claims.map((c) => ({ ...c, label: on.id === "V2" ? c.who : c.says }));
  const chart = sized(h("div", { class: "chart" }), (w) => diamonds(claims(), w));
  const found = h("p", { class: "finding" });
  const show = () => {
    const wrong = on.claims.filter((c) => c.chance.mean > 0.5 !== c.truth);
    found.textContent = wrong.length ? t("right.missed", { n: on.claims.length, wrong: wrong.length, which: list(wrong.map((c) => c.who).filter((w, k, all) => all.indexOf(w) === k)) })
      : t("right.all", { n: on.claims.length });
    chart.redraw();
  };
  show();
  const mend = h("div", {});
  const showMend = (id) => {
    const base = story.mends[0], m = story.mends.find((x) => x.id === id);
    const closer = (a, b, truth) => Math.abs(a - truth) < Math.abs(b - truth) - 0.02;
    let better = 0, worse = 0;
    const rows = story.places.map((p, k) => {
      const was = base.chance[k], is = m.chance[k], truth = p.happened ? 1 : 0;
      if (closer(is.mean, was.mean, truth)) better++;
      if (closer(was.mean, is.mean, truth)) worse++;
      return h("tr", {}, h("th", { scope: "row" }, p.clause), h("td", { "data-says": t("right.before") }, withBar(was, "quiet")), h("td", { "data-says": t("right.after") }, withBar(is)), h("td", { "data-says": t("right.truth") }, t(p.happened ? "yes" : "no")));
    });
    const says = t(better && worse ? "right.mixed" : better ? "right.better" : worse ? "right.worse" : "right.same", { better, worse });
    mend.replaceChildren(h("table", { class: "mends stacked" }, h("caption", {}, t("right.table")),
      h("thead", {}, h("tr", {}, ["right.clause", "right.before", "right.after", "right.truth"].map((key) => h("th", { scope: "col" }, t(key))))), h("tbody", {}, rows)), h("p", { class: "soft" }, t("bars.key")),
    h("p", { class: "finding", "data-found": "" }, says), h("p", { class: "soft" }, t("right.set"), " ", typed(`--set ${m.set}`)));
    say(says);
  };
  return h("section", {}, intro("right"),
    choices(t("right.episode"), "episode", story.right.map((ep) => [ep.id, t(`episode.${ep.id}`)]), on.id, (id) => {
      on = story.right.find((ep) => ep.id === id);
      show();
      say(found.textContent);
    }),
    found, chart.el,
    h("p", { class: "legend" }, h("span", {}, h("i", { class: "key dot" }, "●"), t("right.dot")), h("span", {}, h("i", { class: "key" }, "◇"), t("right.diamond")),
      h("span", {}, h("i", { class: "key wrong" }, "◆"), t("right.wrong"))),
    h("h2", {}, t("right.change")), choices(t("right.would"), "mend", story.mends.slice(1).map((m) => [m.id, t(`mend.${m.id}`)]), null, showMend), mend);
}

// 4: six accounts, names hidden.
export function accounts() {
  const hidden = [3, 0, 4, 1, 5, 2].map((k) => story.accounts[k]);
  const picks = hidden.map(() => "");
  const result = h("p", { class: "finding", "data-found": "" });
  const body = h("div", { class: "accounts" });
  let open = false;
  const draw = () => {
    body.replaceChildren(...hidden.map((a, k) => {
      const letter = String.fromCharCode(65 + k);
      const pick = h("select", { "aria-label": t("accounts.pick", { letter }), disabled: open, onchange: (e) => { picks[k] = e.target.value; ready(); } },
        h("option", { value: "" }, t("accounts.choose")), story.accounts.map((o) => h("option", { value: o.name, selected: picks[k] === o.name }, t(`theory.${o.name}`))));
      return h("article", { class: open ? (picks[k] === a.name ? "account hit" : "account miss") : "account" },
        h("h3", {}, open ? (picks[k] === a.name ? "✓ " : "✗ ") + t("accounts.was", { letter, theory: t(`theory.${a.name}`), by: a.by }) : t("accounts.row", { letter })),
        story.places.map((p, i) => h("div", { class: "row" }, h("span", {}, p.clause), sizedBar(a.chance[i]), h("span", { class: "n" }, level(a.chance[i])))),
        open && h("p", { class: "soft" }, t(`theory.${a.name}.says`)), pick);
    }));
  };
  const check = button(t("accounts.check"), () => {
    open = true;
    const hits = hidden.filter((a, k) => picks[k] === a.name).length;
    draw();
    check.hidden = true;
    result.textContent = t("accounts.result", { n: hits });
    say(result.textContent);
  }, { class: "main", disabled: true });
  const ready = () => { check.disabled = picks.some((p) => !p); };
  draw();
  return h("section", {}, intro("accounts"), h("p", {}, t("accounts.truth", { which: list(story.places.filter((p) => p.happened).map((p) => p.clause)) })), h("p", { class: "soft" }, t("bars.key")), body, h("p", {}, check), result);
}

const withBar = (share, cls) => h("div", { class: "withbar" }, sizedBar(share, cls), h("span", { class: "n" }, level(share)));
const sizedBar = (share, cls) => sized(h("div", { class: "barroom" }), (w) => chanceBar(share, w, cls)).el;

// sides says on which side of no change a difference lies beyond luck.
export const sideOf = (d) => (d.low95 > 0 ? "higher" : d.high95 < 0 ? "lower" : "same");

// ofConstants says what constants that fit history about as well make of a change.
export function ofConstants({ constants }) {
  if (!constants) return null;
  const [low, high] = [points(constants.low95), points(constants.high95)];
  return h("p", { class: "soft" }, low === high ? t("whatif.constants.none") : t("whatif.constants", { low, high }));
}

// 5: what if?
export function whatIf(signal) {
  const score = keep.get("score") ?? { right: 0, bets: 0 };
  const tally = h("p", { class: "score" });
  const note = () => { tally.textContent = t("whatif.score", score); };
  note();
  const bet = (guess, change) => {
    score.bets++;
    if (guess === sideOf(change)) score.right++;
    keep.set("score", score);
    note();
    return t(guess === sideOf(change) ? "whatif.hit" : "whatif.miss");
  };
  const answer = (base, other, change, guess, expectation) => {
    const says = `${bet(guess, change)} ${t("whatif.change", { side: t(`side.${sideOf(change)}`), from: level(base), to: level(other), points: points(change.mean),
      low: points(change.low95), high: points(change.high95) })}`;
    say(says);
    return h("div", {}, h("p", { class: "finding", "data-found": "" }, says),
      h("div", { class: "row" }, h("span", {}, t("whatif.asis")), sizedBar(base, "quiet"), h("span", { class: "n" }, level(base))),
      h("div", { class: "row" }, h("span", {}, t("whatif.then")), sizedBar(other), h("span", { class: "n" }, level(other))),
      ofConstants(change),
      expectation && h("p", { class: "soft" }, t("whatif.expected", { expectation })));
  };
  const guesses = (name, then) => h("div", { class: "guesses", role: "group", "aria-label": t("whatif.bet") },
    ["higher", "same", "lower"].map((side) => button(t(`side.${side}`), () => then(side), { "data-side": side })));

  let k = 0;
  const card = h("article", { class: "card" });
  const draw = () => {
    const w = story.whatifs[k];
    const place = h("div", {});
    const ask = guesses(w.name, (side) => {
      ask.hidden = true;
      place.replaceChildren(answer(w.base, w.chance, w.change, side, w.expectation),
        k + 1 < story.whatifs.length ? h("p", {}, button(t("whatif.next"), () => { k++; draw(); card.querySelector("button").focus(); }, { class: "main" })) : h("p", {}, t("whatif.end")));
    });
    card.replaceChildren(h("h2", {}, t("whatif.card", { n: k + 1, of: story.whatifs.length, title: w.title })), h("p", {}, index.scenarios.find((x) => x.name === w.name).summary), h("p", {}, t("whatif.question")), ask, place);
  };
  draw();

  const levers = [["threat", 2], ["trade", 0.5], ["ties", 1.5], ["friction", 0.5], ["stance", 0.2]];
  let lever = levers[0];
  const place = h("div", {});
  const own = guesses("own", async (side) => {
    own.hidden = true;
    const spec = { scenario: story.decision.scenario }, other = { ...spec, set: [{ path: `levers.all.${lever[0]}`, value: lever[1] }] };
    const far = h("progress", { max: 800, "aria-label": t("wait.title") });
    place.replaceChildren(h("p", {}, t("whatif.playing")), far);
    try {
      const a = await play(spec, story.seed, 400, (b) => { far.value = b.runs; }, signal);
      const b = await play(other, story.seed, 400, (b) => { far.value = 400 + b.runs; }, signal);
      const found = await beside(spec, other, a, b);
      place.replaceChildren(answer(found.in_force.with, found.in_force.without, found.in_force.change, side));
    } catch (e) {
      if (e?.name !== "AbortError") place.replaceChildren(wait(e, () => own.querySelector(`[data-side=${side}]`).click()));
    }
  });
  const pick = choices(t("whatif.lever"), "lever", levers.map(([id, v]) => [id, t(`whatif.lever.${id}`, { v: figure(v) })]), lever[0], (id) => {
    lever = levers.find(([l]) => l === id);
    own.hidden = false;
    place.replaceChildren();
  });
  return h("section", {}, intro("whatif"), h("p", { class: "soft" }, t("bars.key")), tally, card, h("h2", {}, t("whatif.own")), h("p", {}, t("whatif.own.lead")), pick, own, place);
}

// 6: why no Asian NATO?
export function whyNot() {
  const r = story.reasons, bet = keep.get("bet");
  const by = Object.fromEntries(r.parts.map((p) => [p.id, p]));
  const found = [...r.parts].sort((a, b) => b.gives.mean - a.gives.mean).map((p) => p.id);
  const inAsia = [...r.parts].sort((a, b) => b.asia.mean - a.asia.mean)[0];
  const most = Math.max(...r.parts.map((p) => Math.max(Math.abs(p.gives.low95), Math.abs(p.gives.high95))), 0.1);
  const order = bet ?? reasons;
  const table = h("table", { class: "reasons" }, h("caption", {}, t(bet ? "why.yours" : "why.nobet")),
    h("thead", {}, h("tr", {}, ["why.reason", "why.europe", "why.asia"].map((key) => h("th", { scope: "col" }, t(key))))),
    h("tbody", {}, order.map((id) => h("tr", {}, h("th", { scope: "row" }, t(`reason.${id}`)),
      h("td", {}, h("div", { class: "withbar" }, sized(h("div", { class: "barroom" }), (w) => differenceBar(by[id].gives, w, most)).el, h("span", { class: "n" }, points(by[id].gives.mean)))),
      h("td", {}, withBar(by[id].asia))))));
  const matches = bet ? bet.indexOf(found[0]) + 1 : 0;
  return h("section", {}, intro("why"),
    h("p", { class: "finding", "data-found": "" }, t("why.found", { first: t(`reason.${found[0]}`), gives: points(by[found[0]].gives.mean), asia: t(`reason.${inAsia.id}`), chance: level(inAsia.asia), base: level(r.asia) }),
      " ", bet && t("why.bet", { reason: t(`reason.${found[0]}`), place: matches })),
    table, h("p", { class: "soft" }, t("bars.key")), h("p", { class: "soft" }, t("why.how", { europe: level(r.europe), without: level(r.europe_without) })));
}
