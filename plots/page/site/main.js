// Which screen is shown, and what frames all of them.
import { h, button, say } from "./dom.js";
import { t, speak, language, languageNames } from "./words.js";
import { photographs, decides, everybody, story } from "./story.js";
import { right, accounts, whatIf, whyNot } from "./trials.js";
import { sandbox } from "./sandbox.js";
import { roles } from "./roles.js";
import { texts } from "./texts.js";
import { wait } from "./trouble.js";

const screens = [["0", photographs], ["1", decides], ["2", everybody], ["3", right], ["4", accounts], ["5", whatIf], ["6", whyNot], ["7", roles], ["8", sandbox], ["9", texts]];
let here = null;

function show() {
  const asked = /^#\/(\d)(?:\?(.*))?$/.exec(location.hash), [, id = "0", query = ""] = asked ?? [];
  const k = Math.max(0, screens.findIndex(([s]) => s === id)), lost = location.hash.length > 2 && (!asked || screens[k][0] !== id);
  here?.abort();
  here = new AbortController();
  const main = document.getElementById("main");
  document.title = `${t(`screen.${screens[k][0]}`)} · Entente`;
  let screen;
  try {
    screen = screens[k][1](here.signal, query);
  } catch (e) {
    screen = wait(e, show);
  }
  main.replaceChildren(...[lost && h("p", { class: "trouble", role: "alert" }, t("link.screen"))].filter(Boolean), screen, h("nav", { class: "steps", "aria-label": t("nav.steps") },
    k > 0 ? h("a", { href: `#/${screens[k - 1][0]}`, class: "back" }, t("nav.back", { to: t(`screen.${screens[k - 1][0]}`) })) : h("span", {}),
    k + 1 < screens.length && k > 0 ? h("a", { href: `#/${screens[k + 1][0]}`, class: "forward" }, t("nav.next", { to: t(`screen.${screens[k + 1][0]}`) })) : h("span", {})));
  frame(k);
  if (shown) {
    main.focus({ preventScroll: true });
    scrollTo(0, 0);
  }
  shown = true;
}
let shown = false;

function frame(k) {
  const names = languageNames();
  document.querySelector(".skip").textContent = t("skip");
  document.getElementById("top").replaceChildren(h("a", { class: "brand", href: "#/0" }, "Entente"),
    k > 0 ? h("nav", { "aria-label": t("nav.screens") }, h("ol", {}, screens.slice(0, -1).map(([id], i) => h("li", {}, h("a", { href: `#/${id}`, "aria-current": i === k ? "page" : false, title: t(`screen.${id}`) },
      h("span", { class: "unseen" }, t(`screen.${id}`)), h("span", { "aria-hidden": "true" }, i + 1)))))) : "",
    names.length > 1 ? h("select", { "aria-label": t("nav.language"), onchange: (e) => { speak(e.target.value); show(); } },
      names.map(([code, name]) => h("option", { value: code, selected: code === language() }, name))) : "");
  const note = (key, n) => h("details", {}, h("summary", {}, t(`${key}.title`)), h("ul", {}, Array.from({ length: n }, (_, i) => h("li", {}, t(`${key}.${i + 1}`)))));
  document.getElementById("foot").replaceChildren(note("isnot", 5), note("sources", 4), h("p", {}, h("a", { href: "#/9" }, t("screen.9"))), h("p", { class: "soft" }, t("foot", { version: story.version, runs: story.runs })));
}

// The link that leaves out the head leads to the text and not to another screen, which is what the address names.
document.querySelector(".skip").addEventListener("click", (e) => {
  e.preventDefault();
  document.getElementById("main").focus();
});

speak(language());
addEventListener("hashchange", show);
show();
