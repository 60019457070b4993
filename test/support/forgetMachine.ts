/**
 * Takes from an environment what it tells a panel (`DO_NOT_TRACK`, `KLARTEXT_ORIGIN`, the
 * proxy and the like), so that the panels of the tests are the same on every machine.
 */
export function forgetMachine(environment: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(environment)) {
    const isTold = /^(DO_NOT_TRACK|KLARTEXT_(?!DEEP$).*)$/.test(name);
    if (isTold || /^(https|no)_proxy$/i.test(name)) delete environment[name];
  }
}
