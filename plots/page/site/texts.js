// Texts for teaching, as entente class prints them.
import { h, button } from "./dom.js";
import { t } from "./words.js";
import { readText } from "./model.js";
import { wait } from "./trouble.js";
import { index } from "./question.js";

export function texts(signal, query) {
  const asked = new URLSearchParams(query).get("t"), name = index.texts.includes(asked) ? asked : index.texts[0];
  const place = h("article", { class: "text", lang: "en" }, h("h1", {}, t("screen.9")), h("p", { class: "soft" }, t("wait.text")));
  const open = () => readText(`class/${name}.html`).then((html) => {
    if (!signal.aborted) place.innerHTML = html; // of our own making
  }).catch((e) => place.replaceChildren(h("h1", {}, t("screen.9")), wait(e, open)));
  open();
  return h("section", { class: "texts" }, h("nav", { "aria-label": t("texts.nav") }, index.texts.map((x) => h("a", { href: `#/9?t=${x}`, "aria-current": x === name ? "page" : false }, t(`texts.${x}`))),
    button(t("texts.print"), () => print(), { "data-print": "" })), place);
}
