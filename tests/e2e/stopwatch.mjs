// How long a reader waits for what she sees: used in the page by the benchmarks of the map and of the charts.

/** In the page: does something and gives the time until the first picture stands in which `done` holds. */
export const stopwatch = () => {
  window.untilPainted = (act, done = () => true) =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      const start = performance.now();
      port1.onmessage = () => resolve(performance.now() - start);
      // Asked at the start of each picture; a message from there arrives when it has been painted.
      const picture = () => (done() ? port2.postMessage(0) : requestAnimationFrame(picture));
      requestAnimationFrame(picture);
      act();
    });
  // Nobody acts again before this, and what is written after the picture has been by then.
  window.rest = () => new Promise((resolve) => setTimeout(resolve, 200));
};
