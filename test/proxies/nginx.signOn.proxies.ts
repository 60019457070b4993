import { test } from "../support/playwright.ts";
import { expectTransparent } from "../support/realProxies/expectTransparent.ts";
import { decideThrough, withdrawDespite } from "../support/realProxies/journeys.ts";
import { nginxPlan } from "../support/realProxies/nginxPlan.ts";
import { proxyExample } from "../support/realProxies/proxyExample.ts";
import { type ProxyPlace, startBehind } from "../support/realProxies/startBehind.ts";
import { startSignIn } from "../support/realProxies/startSignIn.ts";

const singleSignOn = (place: ProxyPlace) =>
  nginxPlan(place, { server: proxyExample("nginx-single-sign-on.conf", place) });

/** Answers in the panel's place with the way to a page to sign in. */
const redirecting = (target: string) => (place: ProxyPlace) =>
  nginxPlan(place, {
    server: `
auth_request /oauth2/auth;
error_page 401 = @sign-in;
location = /oauth2/auth {
  internal;
  auth_request off;
  proxy_pass http://127.0.0.1:${place.signInPort};
  proxy_set_header Content-Length "";
  proxy_pass_request_body off;
}
location = /sign-in {
  auth_request off;
  proxy_pass http://127.0.0.1:${place.signInPort};
}
location @sign-in {
  return 302 ${target.replace("$signInPort", place.signInPort ?? "")};
}`,
  });

test("behind the documented single sign-on all is well", async ({ open }) => {
  const behind = await startBehind(singleSignOn, await startSignIn());
  const { page } = await open({ baseURL: behind.origin });

  await decideThrough(behind, page);

  await expectTransparent(behind);
});

test("behind the documented single sign-on a withdrawal waits for the sign-in", async ({
  open,
}) => {
  const sso = await startSignIn();
  const behind = await startBehind(singleSignOn, sso);
  const { page } = await open({ baseURL: behind.origin });

  await withdrawDespite(behind, page, {
    begin: sso.signOut,
    end: sso.signIn,
    says: ["problem.not-signed-in"],
  });
});

test.for([
  ["the same origin", "/sign-in"],
  ["another origin", "http://127.0.0.1:$signInPort/sign-in"],
] as const)(
  "a withdrawal waits for a sign-in on %s, to which nginx leads",
  async ([, target], { open }) => {
    const sso = await startSignIn();
    const behind = await startBehind(redirecting(target), sso);
    const { page } = await open({ baseURL: behind.origin });

    await withdrawDespite(behind, page, {
      begin: sso.signOut,
      end: sso.signIn,
      says: ["foreign.session-over"],
    });
  },
);
