// Makes the container `site` in an Azurite: container.mjs PORT ACCOUNT KEY
import { createHmac } from "node:crypto";

const [port, account, key] = process.argv.slice(2);
const headers = { "x-ms-date": new Date().toUTCString(), "x-ms-version": "2021-12-02" };
const names = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`).join("");
const words = `PUT${"\n".repeat(12)}${names}/${account}/${account}/site\nrestype:container`;
const signature = createHmac("sha256", Buffer.from(key, "base64")).update(words).digest("base64");
const answer = await fetch(`http://127.0.0.1:${port}/${account}/site?restype=container`, {
  method: "PUT",
  headers: { ...headers, Authorization: `SharedKey ${account}:${signature}` },
});
if (answer.status !== 201) {
  console.error(answer.status, await answer.text());
  process.exit(1);
}
