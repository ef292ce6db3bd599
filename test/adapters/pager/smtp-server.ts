import { createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";
import type { Mood } from "./faulty-server.ts";

export type Mail = { readonly text: string };

export type SmtpServer = {
  readonly url: string;
  readonly mails: readonly Mail[];
  readonly setMood: (mood: (request: number) => Mood) => void;
  readonly forget: () => void;
  readonly close: () => Promise<void>;
};

/** A mail server on a real socket that does to each connection what `mood` says. */
export async function smtpServer(): Promise<SmtpServer> {
  const mails: Mail[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  let mood: (request: number) => Mood = always;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    const now = mood(connections++);
    if (now === "hang") return;
    if (now === "reset") return void socket.resetAndDestroy();
    converse(socket, now, (text) => mails.push({ text }));
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    url: `smtp://127.0.0.1:${portOf(server.address())}`,
    mails,
    setMood: (next) => {
      connections = 0;
      mood = next;
    },
    forget: () => void mails.splice(0),
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}

/** What MAIL FROM is answered with; the rest is the usual course of things. */
const REFUSALS: Readonly<Partial<Record<Mood, string>>> = {
  "bad-request": "550 no such sender",
  broken: "451 try again later",
  "too-many": "421 too many connections",
};

function converse(socket: Socket, mood: Mood, take: (text: string) => void): void {
  let inData = false;
  let buffer = "";
  socket.write("220 test ESMTP\r\n");
  socket.setEncoding("utf8").on("data", (piece: string) => {
    buffer += piece;
    if (inData && buffer.includes("\r\n.\r\n")) {
      take(buffer);
      [buffer, inData] = ["", false];
      if (mood === "reset-after") return void socket.resetAndDestroy();
      return void socket.write("250 taken\r\n");
    }
    while (!inData && buffer.includes("\r\n")) {
      const line = buffer.slice(0, buffer.indexOf("\r\n"));
      buffer = buffer.slice(line.length + 2);
      if (/^DATA/i.test(line)) inData = true;
      socket.write(`${answerTo(line, mood)}\r\n`);
    }
  });
}

function answerTo(line: string, mood: Mood): string {
  if (/^MAIL/i.test(line)) return REFUSALS[mood] ?? "250 ok";
  if (/^DATA/i.test(line)) return "354 go on";
  if (/^QUIT/i.test(line)) return "221 bye";
  return "250 ok";
}

function always(): Mood {
  return "well";
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("Expected a port, but the server has none");
  return address.port;
}
