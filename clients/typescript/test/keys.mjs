import { generateKeyPairSync, sign } from "node:crypto";

/** A new Ed25519 key that signs records as Ripcord does. */
export function newKey(id) {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  return {
    pem: publicKey.export({ type: "spki", format: "pem" }),
    sign(text) {
      const signature = sign(null, Buffer.from(text, "utf8"), privateKey).toString("base64");
      return `${text.slice(0, -1)},"key_id":"${id}","signature":"${signature}"}`;
    },
  };
}
