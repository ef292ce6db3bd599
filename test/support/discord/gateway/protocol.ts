/** {@link https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-opcodes} */
export const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voice: 4,
  resume: 6,
  reconnect: 7,
  requestMembers: 8,
  invalidSession: 9,
  hello: 10,
  ack: 11,
} as const;

/** {@link https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes} */
export const CLOSE = {
  unknownOpcode: [4001, "Unknown opcode"],
  decodeError: [4002, "Error while decoding payload"],
  notAuthenticated: [4003, "Not authenticated"],
  authenticationFailed: [4004, "Authentication failed"],
  alreadyAuthenticated: [4005, "Already authenticated"],
  invalidSequence: [4007, "Invalid seq"],
  rateLimited: [4008, "Rate limited"],
  sessionTimedOut: [4009, "Session timed out"],
  invalidShard: [4010, "Invalid shard"],
  shardingRequired: [4011, "Sharding required"],
  invalidVersion: [4012, "Invalid API version"],
  invalidIntents: [4013, "Invalid intents"],
  disallowedIntents: [4014, "Disallowed intents"],
} as const satisfies Record<string, readonly [number, string]>;

/** {@link https://discord.com/developers/docs/events/gateway} */
export const GATEWAY_LIMITS = {
  sends: 120,
  sendsPerMs: 60_000,
  payloadBytes: 4096,
  identifyPerMs: 5_000,
  dayMs: 86_400_000,
  guilds: 2_500,
} as const;
