// Turbopack loads chunks by plain strings, which Trusted Types take through this policy alone.
window.trustedTypes?.createPolicy("default", {
  createScriptURL: (url) =>
    new URL(url, location.href).origin === location.origin ? url : null,
});
