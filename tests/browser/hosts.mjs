// Real servers of Debian, set up with exactly what Noticeboard says: nginx, Apache and Caddy on a free port of this machine.

import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request as ask } from "node:http";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

const program = (...paths) => paths.find(existsSync) ?? paths[0];
const isRoot = process.getuid?.() === 0;

const kinds = {
  // The snippet stands in the `server` of a website that says nothing else but where its folder is.
  nginx: {
    command: (folder) => [program("/usr/sbin/nginx", "/usr/bin/nginx"), ["-p", folder, "-c", join(folder, "server.conf"), "-e", join(folder, "error.log")]],
    settings: ({ folder, port, documents, snippet }) => `
${isRoot ? "user root;" : ""}
daemon off;
pid ${folder}/pid;
error_log ${folder}/error.log;
events {}
http {
  access_log off;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join("\n  ")}
  server {
    listen 127.0.0.1:${port};
    root ${documents};
    include ${snippet};
  }
}
`,
  },
  // The website's own settings allow the folder to say what it needs, and nothing else.
  apache: {
    command: (folder) => [program("/usr/sbin/apache2", "/usr/sbin/httpd"), ["-X", "-f", join(folder, "server.conf")]],
    settings: ({ folder, port, documents }) => `
ServerRoot ${folder}
ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${folder}/pid
ErrorLog ${folder}/error.log
Mutex file:${folder}
${["mpm_event", "authz_core", "dir", "mime", "headers", "alias", "rewrite", "deflate", "filter"].map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join("\n")}
TypesConfig /dev/null
AddOutputFilterByType DEFLATE text/html text/css text/javascript application/json
User ${userInfo().username === "root" ? "www-data" : userInfo().username}
DocumentRoot ${documents}
<Directory ${documents}>
  Require all granted
  Options FollowSymLinks
  AllowOverride FileInfo
</Directory>
`,
  },
  caddy: {
    command: (folder) => ["/usr/bin/caddy", ["run", "--config", join(folder, "server.conf"), "--adapter", "caddyfile"]],
    settings: ({ folder, port, documents, snippet }) => `
{
	admin off
	auto_https off
	storage file_system ${folder}/storage
}
http://127.0.0.1:${port} {
	root * ${documents}
	import ${snippet}
}
`,
  },
};

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts a server of a kind over a folder of documents. Gives its origin, a way to ask it, and one to end it. */
export async function start(kind, documents, snippet) {
  const folder = mkdtempSync(join(tmpdir(), `noticeboard-${kind}-`));
  chmodSync(folder, 0o755);
  const port = await freePort();
  writeFileSync(join(folder, "server.conf"), kinds[kind].settings({ folder, port, documents, snippet }));
  const [command, parameters] = kinds[kind].command(folder);
  if (!existsSync(command)) throw new Error(`there is no ${command}: install nginx, apache2-bin and caddy`);
  const server = spawn(command, parameters, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (words) => (said += words));
  const ended = new Promise((resolve) => server.once("exit", (code) => resolve(code)));
  const origin = `http://127.0.0.1:${port}`;
  const stop = async () => {
    server.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tries = 0; ; tries += 1) {
    const answer = await get(`${origin}/`).catch(() => undefined);
    if (answer) return { origin, get: (path, headers) => get(origin + path, headers), stop };
    const over = await Promise.race([ended, new Promise((resolve) => setTimeout(() => resolve("waiting"), 50))]);
    if (over !== "waiting" || tries === 200) {
      server.kill("SIGKILL");
      throw new Error(`${kind} did not start: ${said}`);
    }
  }
}

/** Asks for an address as it is: nothing is followed, and nothing is unpacked. */
function get(url, headers = {}) {
  return new Promise((resolve, reject) => {
    const asked = ask(url, { headers, agent: false }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
    });
    asked.on("error", reject);
    asked.end();
  });
}

/** A folder of documents with a hub in it, at the root or under a path. */
export function documentsWith(publish, path) {
  const root = mkdtempSync(join(tmpdir(), "noticeboard-www-"));
  const documents = join(root, "www");
  mkdirSync(documents);
  for (const folder of [root, documents]) chmodSync(folder, 0o755);
  publish(path === "/" ? join(root, "www") : join(documents, path.slice(1, -1)));
  return { documents, remove: () => rmSync(root, { recursive: true, force: true }) };
}
