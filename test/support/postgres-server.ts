import { execFile, spawn, type ChildProcess } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A PostgreSQL server of our own, in a temporary folder, reached through a socket there. */
export type PostgresServer = {
  /** Makes an empty database and returns its address. */
  readonly database: (name: string) => Promise<string>;
  /** Kills it without any farewell and starts it again. */
  readonly crash: () => Promise<void>;
  /** Starts it again where it has ended by itself, as whatever looks after a server does. */
  readonly revive: () => Promise<void>;
  /** Ends it at once; `revive` starts it again. */
  readonly halt: () => Promise<void>;
  /** Stops all its processes in their tracks: connections stay open, and nothing answers. */
  readonly freeze: () => void;
  readonly thaw: () => void;
  readonly stop: () => Promise<void>;
};

export type ServerOptions = {
  /** Whether commits really reach the disk. */
  readonly fsync?: boolean;
  /** The folder to make its own in; the system's for temporary files where none is given. */
  readonly within?: string;
  /** By name: `max_wal_size` to `64MB`. */
  readonly settings?: Readonly<Record<string, string>>;
};

/** Debian's and other places, the newest version first. */
export function postgresBinaries(): string | undefined {
  const roots = ["/usr/lib/postgresql", "/usr/local/opt", "/opt/homebrew/opt"].filter((root) => existsSync(root));
  const folders = roots.flatMap((root) =>
    readdirSync(root)
      .toSorted()
      .toReversed()
      .map((version) => join(root, version, "bin")),
  );
  return [...folders, "/usr/local/bin", "/usr/bin"].find((folder) => existsSync(join(folder, "initdb")));
}

/** Starts a server, or says why none can be had. */
export async function startPostgres({
  fsync = false,
  within = tmpdir(),
  settings = {},
}: ServerOptions = {}): Promise<PostgresServer> {
  const bin = postgresBinaries();
  if (bin === undefined)
    throw new Error(
      "Cannot start PostgreSQL: initdb was not found. Install it, on Debian with: apt-get install postgresql",
    );
  const folder = mkdtempSync(join(within, "kms-pg-"));
  chmodSync(folder, 0o777);
  const data = join(folder, "data");
  await run(
    ...asPostgres(join(bin, "initdb"), ["-D", data, "-A", "trust", "-U", "postgres", ...(fsync ? [] : ["--no-sync"])]),
    {
      cwd: "/",
    },
  );
  const flags = [
    "-D",
    data,
    "-k",
    folder,
    "-c",
    "listen_addresses=",
    "-c",
    `fsync=${fsync ? "on" : "off"}`,
    "-c",
    "max_connections=100",
    ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
  let server = await boot(bin, folder, flags);
  return {
    database: async (name) => {
      await run(join(bin, "psql"), ["-h", folder, "-U", "postgres", "-qc", `create database ${name}`], { cwd: "/" });
      return `postgres://postgres@/${name}?host=${encodeURIComponent(folder)}`;
    },
    crash: async () => {
      await end(bin, data, server, "immediate");
      server = await boot(bin, folder, flags);
    },
    revive: async () => {
      if (server.exitCode !== null) server = await boot(bin, folder, flags);
    },
    halt: async () => {
      if (server.exitCode === null) await end(bin, data, server, "immediate");
    },
    freeze: () => signalAll(data, "SIGSTOP"),
    thaw: () => {
      // Who started the server for us stops itself when the server is stopped.
      server.kill("SIGCONT");
      signalAll(data, "SIGCONT");
    },
    stop: async () => {
      if (server.exitCode === null) await end(bin, data, server, "immediate");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root. */
function asPostgres(command: string, args: readonly string[]): [string, string[]] {
  return userInfo().uid === 0 ? ["runuser", ["-u", "postgres", "--", command, ...args]] : [command, [...args]];
}

async function boot(bin: string, folder: string, flags: readonly string[]): Promise<ChildProcess> {
  const [command, args] = asPostgres(join(bin, "postgres"), flags);
  const server = spawn(command, args, { cwd: "/", stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  server.stderr?.on("data", (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2_000)));
  for (let tries = 0; tries < 200 && server.exitCode === null; tries++) {
    if (await isReady(bin, folder)) return server;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Cannot start PostgreSQL: it did not come up. It said:\n${said}`);
}

async function isReady(bin: string, folder: string): Promise<boolean> {
  return run(join(bin, "pg_isready"), ["-q", "-h", folder], { cwd: "/" }).then(
    () => true,
    () => false,
  );
}

async function end(bin: string, data: string, server: ChildProcess, mode: "fast" | "immediate"): Promise<void> {
  const over = new Promise((resolve) => server.once("exit", resolve));
  await run(...asPostgres(join(bin, "pg_ctl"), ["-D", data, "-m", mode, "-W", "stop"]), { cwd: "/" });
  if (server.exitCode === null) await over;
}

/** The server's own number stands in its folder; its children name it as their parent. */
function signalAll(data: string, signal: NodeJS.Signals): void {
  const postmaster = Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]);
  const processes = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const children = processes.filter((pid) => parentOf(pid) === postmaster).map(Number);
  for (const pid of [postmaster, ...children]) process.kill(pid, signal);
}

/** {@link https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html}: the fourth field; the second may hold blanks. */
function parentOf(pid: string): number | undefined {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ")[1]);
  } catch {
    return undefined;
  }
}
