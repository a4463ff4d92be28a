// A static host on this machine, as a council would set one up: folders serve their index.html, wrong addresses
// get 404.html, and every answer carries the headers that the product recommends.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";

const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".xml": "application/xml",
};

const headers = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
};

/** Serves a hub on 127.0.0.1. Gives the origin, and a function that ends it. */
export async function serve(hub) {
  const server = createServer((request, response) => {
    const found = hub.file(new URL(request.url, "http://localhost").pathname);
    const file = found ?? "404.html";
    const type = types[extname(file)] ?? "application/octet-stream";
    response.writeHead(found ? 200 : 404, { ...headers, "Content-Type": type });
    response.end(readFileSync(join(hub.root, file)));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
