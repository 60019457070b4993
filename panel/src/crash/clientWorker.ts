/**
 * The process `client` of the reference panel. It has no work but to be there: it says
 * that it is ready, and crashes when the demonstration asks it to.
 */
process.on("message", (message) => {
  if (message === "abort") process.abort();
});
process.on("disconnect", () => process.exit());
process.send?.("ready");
