// The model in a worker: WebAssembly of the same code that the command line runs. It is given the bytes, then questions.
"use strict";

let ready = new Promise((done) => { globalThis.ententeReady = done; });

async function start(bytes) {
  const { instance } = await WebAssembly.instantiate(bytes, go.importObject);
  go.run(instance).then(() => postMessage({ dead: "the model ended" }), (e) => postMessage({ dead: String(e) }));
  await ready;
}

const go = new Go();
onmessage = async ({ data }) => {
  if (data.bytes) {
    try {
      await start(data.bytes);
      postMessage({ ready: true });
    } catch (e) {
      postMessage({ refused: String(e) });
    }
    return;
  }
  try {
    postMessage({ id: data.id, answer: globalThis.ententeAsk(data.question) });
  } catch (e) {
    postMessage({ dead: String(e) });
  }
};
