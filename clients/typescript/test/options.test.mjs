import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Guard } from "../dist/index.js";

describe("options", () => {
  test("everything that is wrong is said at once", () => {
    const wrong = { url: "http://127.0.0.1:1", session: "", fail: "maybe", staleAfterMs: 0, startTimeoutMs: -1 };
    for (const said of ["session is ''", "fail is 'maybe'", "staleAfterMs is 0", "startTimeoutMs is -1"]) {
      assert.throws(() => new Guard(wrong), { message: new RegExp(said) });
    }
  });

  test("an address that is none is refused", () => {
    for (const url of ["127.0.0.1:7700", "ftp://x", "http://", "http://h/?q=1"]) {
      assert.throws(() => new Guard({ url, session: "s" }), /it must be http:\/\/HOST:PORT/, url);
    }
  });

  test("a key is never quoted", () => {
    assert.throws(
      () => new Guard({ url: "http://127.0.0.1:1", session: "s", apiKey: "sec\nret" }),
      ({ message }) => !message.includes("sec"),
    );
  });
});
