// The model, asked from the page: some workers, each with the whole model, that play 25 runs at a time.

export const batchSize = 25;

// Trouble is why the model does not answer, by a kind that words.js has words for.
export class Trouble extends Error {
  constructor(kind, what = "", more = {}) {
    super(`${kind}: ${what}`);
    Object.assign(this, { kind, what, ...more });
  }
}

const inline = (id) => document.getElementById(id)?.textContent;

async function unzipped(bytes) {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes; // a host has unzipped it on the way
  if (!globalThis.DecompressionStream) throw new Trouble("old");
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

// bytesOf are those of a part of the page: in the page itself, where its id is the name of the file, or beside it.
async function bytesOf(file) {
  const base64 = inline(file);
  if (base64) return unzipped(Uint8Array.from(atob(base64.trim()), (c) => c.charCodeAt(0)));
  if (location.protocol === "file:") throw new Trouble("disk");
  let response;
  try {
    response = await fetch(file);
  } catch {
    throw new Trouble("network", file);
  }
  if (!response.ok) throw new Trouble("network", `${file}: ${response.status}`);
  return unzipped(new Uint8Array(await response.arrayBuffer()));
}

const textOf = async (file) => new TextDecoder().decode(await bytesOf(file));

// aside is, in a page that is one file, all texts by path: rows of pieces, of which those that several share are there once.
let aside = null;

// readText is a part of the page that is text.
export async function readText(file) {
  if (!inline("aside")) return textOf(file);
  aside ??= textOf("aside").then(JSON.parse);
  const { pieces, texts } = await aside, rows = texts[file];
  let text = "";
  for (let k = 0; k < rows.length; k += 2) text += pieces.slice(rows[k], rows[k] + rows[k + 1]).join("");
  return text;
}

const scenes = new Map();

// scene is a scenario with all that the page shows of it.
export function scene(name) {
  if (!scenes.has(name)) {
    const read = readText(`scenes/${name}.json`).then(JSON.parse);
    read.catch(() => scenes.delete(name));
    scenes.set(name, read);
  }
  return scenes.get(name);
}

const draws = inline("draws");
const patience = 30_000; // milliseconds until a worker that says nothing is taken for dead

class Player {
  constructor(url, bytes, mates) {
    this.mates = mates;
    this.waiting = new Map();
    this.loaded = new Set();
    this.next = 1;
    this.began = new Promise((done, failed) => {
      this.done = done;
      this.failed = failed;
    });
    try {
      this.worker = new Worker(url);
    } catch (e) {
      throw new Trouble("worker", String(e));
    }
    this.worker.onmessage = ({ data }) => this.hear(data);
    this.worker.onerror = (e) => { e.preventDefault?.(); this.die(new Trouble("dead", e.message || "")); };
    this.worker.postMessage({ bytes });
    this.watch = setTimeout(() => this.die(new Trouble("dead")), patience);
  }

  hear(data) {
    clearTimeout(this.watch);
    if (data.ready) return this.done();
    if (data.refused) return this.die(new Trouble("wasm", data.refused));
    if (data.dead) return this.die(new Trouble("dead", data.dead));
    const w = this.waiting.get(data.id);
    this.waiting.delete(data.id);
    if (this.waiting.size) this.watch = setTimeout(() => this.die(new Trouble("dead")), patience);
    if (data.answer.startsWith('{"fault"')) {
      const { fault } = JSON.parse(data.answer);
      w.failed(new Trouble(fault.kind, fault.what, { low: fault.low ?? 0, high: fault.high ?? 0 }));
    } else {
      w.done(data.answer);
    }
  }

  die(trouble) {
    clearTimeout(this.watch);
    if (this.dead) return;
    this.dead = true;
    this.worker.terminate();
    this.failed(trouble);
    for (const w of this.waiting.values()) w.failed(trouble);
    this.waiting.clear();
    crew = null;
    for (const p of this.mates) p.die(trouble); // the next question starts all anew
  }

  ask(question) {
    if (this.dead) return Promise.reject(new Trouble("dead"));
    return new Promise((done, failed) => {
      const id = this.next++;
      this.waiting.set(id, { done, failed });
      clearTimeout(this.watch);
      this.watch = setTimeout(() => this.die(new Trouble("dead")), patience);
      this.worker.postMessage({ id, question });
    });
  }

  async askAbout(spec, question) {
    if (!this.loaded.has(spec.scenario)) {
      const sc = await scene(spec.scenario);
      await this.ask(`{"ask":"load","packs":{${JSON.stringify(spec.scenario)}:${JSON.stringify(sc.pack)}},"draws":${draws}}`);
      this.loaded.add(spec.scenario);
    }
    return this.ask(question);
  }
}

let crew = null;

// players starts the workers, once; after one has died, anew.
function players() {
  crew ??= (async () => {
    if (typeof WebAssembly !== "object") throw new Trouble("wasm");
    const bytes = await bytesOf("entente.wasm.bin");
    const url = inline("aside") ? URL.createObjectURL(new Blob([await readText("worker.js")], { type: "text/javascript" })) : "worker.js";
    const count = Math.max(1, Math.min(4, (navigator.hardwareConcurrency || 2)));
    const all = [];
    for (let k = 0; k < count; k++) {
      all.push(new Player(url, bytes, all));
    }
    globalThis.ententeWorkers = all.map((p) => p.worker); // for who looks into the page
    await Promise.all(all.map((p) => p.began));
    return all;
  })();
  crew.catch(() => { crew = null; });
  return crew;
}

// ask asks one question about a world, as an object, and gives the answer as one.
export async function ask(spec, question) {
  const all = await players();
  const idlest = all.reduce((a, b) => (b.waiting.size < a.waiting.size ? b : a));
  return JSON.parse(await idlest.askAbout(spec, JSON.stringify({ ...question, world: spec })));
}

// play plays runs of a world, batch by batch on all workers, and calls grow with what is known of the first so many runs, again
// and again. It gives the batches as texts, which beside takes.
export async function play(spec, seed, runs, grow, signal) {
  const all = await players();
  const texts = [];
  let next = 0, whole = 0, telling = null, toldOf = 0;
  const world = JSON.stringify(spec);
  const brief = async () => {
    while (toldOf < whole && !signal?.aborted) {
      const count = whole;
      const text = await all[0].askAbout(spec, `{"ask":"brief","world":${world},"batches":[${texts.slice(0, count).join(",")}]}`);
      toldOf = count;
      grow?.(JSON.parse(text));
    }
  };
  const count = Math.ceil(runs / batchSize);
  await Promise.all(all.map(async (p) => {
    while (next < count && !signal?.aborted) {
      const k = next++, from = k * batchSize, to = Math.min(from + batchSize, runs);
      texts[k] = await p.askAbout(spec, `{"ask":"play","world":${world},"seed":${seed},"from":${from},"to":${to}}`);
      while (texts[whole]) whole++;
      telling ??= brief().finally(() => { telling = null; });
      telling.catch(() => {}); // who waits for it below is told
    }
  }));
  await telling;
  if (!signal?.aborted && toldOf < whole) await brief();
  signal?.throwIfAborted();
  return texts;
}

// beside lays the runs of a second world beside those of a first.
export async function beside(first, second, texts, others) {
  const all = await players();
  const p = all[0];
  await p.askAbout(second, JSON.stringify({ ask: "world", world: second }));
  return JSON.parse(await p.askAbout(first, `{"ask":"beside","world":${JSON.stringify(first)},"second":${JSON.stringify(second)},` +
    `"batches":[${texts.join(",")}],"others":[${others.join(",")}]}`));
}
