// What a reader takes away: a file, and a chart as a picture.
import { h } from "./dom.js";
import { t } from "./words.js";

// download hands a file over.
export function download(name, type, content) {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const a = h("a", { href: url, download: name });
  document.body.append(a);
  a.click();
  a.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

const edge = 16; // pixels around a chart that stands alone

// standalone is a chart as an SVG of its own, with the colours it has on the page. Its letters have no rim: programs that paint rims
// last would cover them.
export function standalone(svg) {
  const copy = svg.cloneNode(true), from = svg.querySelectorAll("*"), to = copy.querySelectorAll("*");
  const props = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "opacity", "font-family", "font-size", "font-weight"];
  from.forEach((el, k) => {
    const style = getComputedStyle(el);
    for (const p of props) to[k].setAttribute(p, style.getPropertyValue(p));
    if (el.tagName === "text") to[k].setAttribute("stroke", "none");
  });
  const { width, height } = svg.viewBox.baseVal, wide = width + 2 * edge, tall = height + 2 * edge;
  for (const [k, v] of [["viewBox", `${-edge} ${-edge} ${wide} ${tall}`], ["width", wide], ["height", tall]]) copy.setAttribute(k, v);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const back = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [k, v] of [["x", -edge], ["y", -edge], ["width", "100%"], ["height", "100%"], ["fill", getComputedStyle(document.documentElement).backgroundColor]]) back.setAttribute(k, v);
  copy.prepend(back);
  return new XMLSerializer().serializeToString(copy);
}

// png is a chart as a picture of dots, twice as large as on the page.
export function png(svg) {
  const { width, height } = svg.viewBox.baseVal, image = new Image(), canvas = document.createElement("canvas");
  return new Promise((done, failed) => {
    image.onload = () => {
      [canvas.width, canvas.height] = [2 * (width + 2 * edge), 2 * (height + 2 * edge)];
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error(t("export.nopng")))), "image/png");
    };
    image.onerror = () => failed(new Error(t("export.nopng")));
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(standalone(svg));
  });
}
