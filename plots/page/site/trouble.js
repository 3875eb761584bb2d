// What went wrong, in words.
import { h, button, say } from "./dom.js";
import { t, figure } from "./words.js";

export function inWords(e) {
  if (e?.kind === undefined) return t("trouble.other", { what: String(e?.message ?? e) });
  return t(`trouble.${e.kind}`, { what: e.what, low: figure(e.low ?? 0), high: figure(e.high ?? 0) });
}

// wait shows a trouble, and offers to try again.
export function wait(e, again) {
  say(inWords(e));
  return h("div", { class: "trouble", role: "alert" }, h("p", {}, inWords(e)), again && h("p", {}, button(t("trouble.again"), again)));
}
