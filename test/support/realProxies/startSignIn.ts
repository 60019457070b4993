import { listen } from "../listen.ts";

/**
 * What oauth2-proxy is to nginx: `/oauth2/auth` answers 202 while somebody is signed in, else
 * 401. Everything else is the page to sign in.
 */
export async function startSignIn() {
  let isSignedIn = true;
  const address = await listen(({ url }, response) => {
    if (url === "/oauth2/auth") {
      response.writeHead(isSignedIn ? 202 : 401).end();
    } else {
      response.writeHead(200, { "Content-Type": "text/html" }).end("<h1>Sign in</h1>");
    }
  });
  return {
    signInPort: new URL(address).port,
    signIn: () => {
      isSignedIn = true;
    },
    signOut: () => {
      isSignedIn = false;
    },
  };
}
