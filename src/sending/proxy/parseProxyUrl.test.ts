import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseProxyUrl } from "./parseProxyUrl.ts";

describe("the address of a proxy", () => {
  test.each([
    ["http://proxy.example:3128", "proxy.example", 3128, "proxy.example:3128"],
    ["http://proxy.example", "proxy.example", 80, "proxy.example:80"],
    ["HTTP://Proxy.Example:3128/", "proxy.example", 3128, "proxy.example:3128"],
    ["http://[2001:db8::1]:8080", "2001:db8::1", 8080, "[2001:db8::1]:8080"],
    ["http://bücher.example:1", "xn--bcher-kva.example", 1, "xn--bcher-kva.example:1"],
  ])("%s names a host and a port", (address, host, port, shown) => {
    expect(parseProxyUrl(address)).toEqual({ host, port, shown, authorization: null });
  });

  test.each([
    ["http://ada:secret@proxy.example:3128", "ada:secret"],
    ["http://ada@proxy.example:3128", "ada:"],
    ["http://ada:p%40ss%2F%3A%3F%23@proxy.example:3128", "ada:p@ss/:?#"],
    ["http://ada:p@ss@proxy.example:3128", "ada:p@ss"],
    ["http://%C3%A4da:%E2%82%AC@proxy.example:3128", "äda:€"],
  ])("%s keeps its credentials apart", (address, credentials) => {
    const { authorization, shown } = parseProxyUrl(address);
    const [scheme, coded = ""] = authorization?.split(" ") ?? [];

    expect(scheme).toBe("Basic");
    expect(Buffer.from(coded, "base64").toString()).toBe(credentials);
    expect(shown).toBe("proxy.example:3128");
  });

  test.each([
    ["proxy.example:3128", "no http:// address"],
    ["https://ada:secret@proxy.example", "no http:// address"],
    ["socks5://ada:secret@proxy.example", "no http:// address"],
    ["http://", "no http:// address"],
    ["http:proxy.example", "no http:// address"],
    ["http://proxy.example:99999", "no http:// address"],
    ["http://ada:secret/1@proxy.example", "no http:// address"],
    ["http://proxy.example/path", "more than a host and a port"],
    ["http://proxy.example?x", "more than a host and a port"],
    ["http://proxy.example#x", "more than a host and a port"],
    ["http://ada:secret%zz@proxy.example", "%25"],
    ["http://a%3Ada:secret@proxy.example", "colon"],
    ["http://ada:secret%0D%0AX@proxy.example", "control character"],
  ])("%s is refused with what to do, and without its credentials", (address, why) => {
    const read = () => parseProxyUrl(address);

    expect(read).toThrow(TypeError);
    expect(read).toThrow(why);
    expect(read).toThrow(/[GTW](ive|ake|rite) /);
    expect(read).not.toThrow(/secret|ada/);
  });

  test("of any name and password gives what the proxy has to compare", () => {
    const word = fc.string({ unit: "grapheme" }).filter((text) => !/\p{Cc}/u.test(text));
    fc.assert(
      fc.property(word, word, (first, password) => {
        const name = `n${first.replaceAll(":", "")}`;
        const [userinfo, rest] = [name, password].map(encodeURIComponent);
        const { authorization } = parseProxyUrl(
          `http://${userinfo}:${rest}@proxy.example`,
        );
        const coded = authorization?.replace("Basic ", "") ?? "";

        expect(Buffer.from(coded, "base64").toString()).toBe(`${name}:${password}`);
      }),
    );
  });
});
