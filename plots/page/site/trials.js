// The guided screens that put what the model says to the test: history, other theories, other worlds, and the first bet.
import { h, button, say, sized, choices, typed } from "./dom.js";
import { t, called, percent, level, points, figure, keep, list, misses, the } from "./words.js";
import { diamonds, chanceBar, differenceBar } from "./charts.js";
import { play, beside } from "./model.js";
import { wait } from "./trouble.js";
import { index } from "./question.js";
import { story, reasons, intro } from "./story.js";

// 3: was it right?
export function right() {
  let on = story.right[1];
  const claims = () => on.claims.map((c) => ({ ...c, label: called(on.id === "V2" ? c.who : c.says) }));
  const chart = sized(h("div", { class: "chart" }), (w) => diamonds(claims(), w));
  const found = h("p", { class: "finding" });
  const show = () => {
    const n = on.claims.length, wrong = on.claims.filter((c) => misses(c.chance.mean, c.truth)), even = on.claims.filter((c) => c.chance.mean === 0.5);
    const which = (some) => list(some.map((c) => c.who).filter((w, k, all) => all.indexOf(w) === k), the);
    found.textContent = wrong.length ? t("right.missed", { n, wrong: wrong.length, which: which(wrong) }) : even.length ? t("right.rest", { n, right: n - even.length }) : t("right.all", { n });
    if (even.length) found.textContent += " " + t("right.even", { which: which(even) });
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
      return h("tr", {}, h("th", { scope: "row" }, called(p.clause)), h("td", { "data-says": t("right.before") }, withBar(was, "quiet")), h("td", { "data-says": t("right.after") }, withBar(is)), h("td", { "data-says": t("right.truth") }, t(p.happened ? "yes" : "no")));
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
        story.places.map((p, i) => h("div", { class: "row" }, h("span", {}, called(p.clause)), sizedBar(a.chance[i]), h("span", { class: "n" }, level(a.chance[i])))),
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
    card.replaceChildren(h("h2", {}, t("whatif.card", { n: k + 1, of: story.whatifs.length, title: w.title })), h("p", {}, called(index.scenarios.find((x) => x.name === w.name).summary)), h("p", {}, t("whatif.question")), ask, place);
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
      place.replaceChildren(answer(found.in_force.first, found.in_force.second, found.in_force.change, side));
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
