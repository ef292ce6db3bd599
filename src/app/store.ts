import type { EscalationId } from "../core/escalation/escalation.ts";
import type { Action } from "../core/resolution/action.ts";
import type { Case, CaseId } from "../core/resolution/case.ts";
import type { Instant } from "../core/resolution/responder.ts";
import type { Via } from "../core/signals/signal.ts";
import type { Inbox } from "./inbox/inbox.ts";
import type { Incidents } from "./incidents/incident.ts";
import type { TenantKey } from "./names.ts";
import type { KeptOverride, Overrides } from "./overrides.ts";
import type { Review } from "./review.ts";
import type { Pages } from "./paging/page-queue.ts";
import type { Asker, Order, Shown } from "./order.ts";
import type { Delivery, MessageRef, Place, PlatformName } from "./platform.ts";
import type { CaseStore } from "./ports.ts";
import type { Values } from "./values.ts";

export type { Timer, Work } from "./inbox/inbox.ts";

/** What outlives the process. Whatever happens, a transaction has happened whole or not at all. */
export type Store = {
  /** Keeps a delivery under its unique key; rejects when it could not be kept, and then nothing may be acknowledged. */
  readonly accept: (delivery: Delivery) => Promise<"stored" | "known">;
  /** Does the work in one transaction; a rejection undoes it. It may be done anew when another replica was in the way. */
  readonly transaction: <Result>(work: (tx: Transaction) => Promise<Result>) => Promise<Result>;
  /** Calls back when another replica left something to do; the returned function stops that. */
  readonly onWork: (wake: () => void) => () => void;
  /** How many transactions are worth having at once, and how many deliveries in one of them. */
  readonly pace: { readonly workers: number; readonly batch: number };
  /** What waits to be worked off and to be sent, timers and what is not due yet left out. */
  readonly backlog: (now: Instant) => Promise<Backlog>;
  /** Rejects when nothing can be written: for readiness. */
  readonly check: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type Backlog = { readonly inbox: Queue; readonly outbox: Queue };

/** `since`: how long the oldest has been there; undefined where nothing waits. */
type Queue = { readonly count: number; readonly since: Instant | undefined };

export type Transaction = {
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly cases: (tenant: TenantKey) => Cases;
  readonly texts: (tenant: TenantKey) => Texts;
  readonly posts: (tenant: TenantKey) => Posts;
  readonly offers: (tenant: TenantKey) => Offers;
  readonly misses: (tenant: TenantKey) => Misses;
  readonly values: (tenant: TenantKey) => Values;
  readonly overrides: (tenant: TenantKey) => Overrides;
  /** The overrides of all tenants that are not over, the first to begin first: all of them share one plan. */
  readonly standingOverrides: (now: Instant) => Promise<readonly KeptOverride[]>;
  readonly review: Review;
  readonly incidents: (tenant: TenantKey) => Incidents;
  readonly pages: Pages;
  /** The tenant of an incident, for those who know its name alone: a pager. */
  readonly tenantOf: (incident: EscalationId) => Promise<TenantKey | undefined>;
  /** An offer that was made to one person alone, wherever it was made: a direct message may belong to no workspace. */
  readonly offerTo: (person: string, id: string) => Promise<OfferElsewhere | undefined>;
  /** Removes at most so many rows of each kind that are older than their age, and says how many it removed. */
  readonly sweep: (before: Ages, most: number) => Promise<number>;
};

/** Until when things are kept; what was last touched earlier may go. */
export type Ages = { readonly now: Instant; readonly deliveries: Instant; readonly cases: Instant };

/** What is to be done on the platforms. */
type Outbox = {
  readonly add: (job: NewJob) => Promise<void>;
  /** Shows something newer instead of what still waits for this subject and was certainly not sent; false where there is none. */
  readonly revise: (tenant: TenantKey, subject: string, shown: Shown, asker: Asker | undefined) => Promise<boolean>;
  /** Takes what is due, one a subject, most urgent first; it comes back as doubtful at the end of the lease. */
  readonly take: (query: Take) => Promise<readonly Job[]>;
  readonly nextDue: (platform: PlatformName, now: Instant) => Promise<Instant | undefined>;
  readonly done: (job: Job) => Promise<void>;
  /** What waits for this subject, and is not under way, can go now. */
  readonly hasten: (tenant: TenantKey, subject: string) => Promise<void>;
  readonly retry: (job: Job, at: Instant, isDoubtful: boolean) => Promise<void>;
  /** Nothing of this kind goes to the channel before then: the platform asked for a pause. */
  readonly pause: (job: Job, until: Instant) => Promise<void>;
};

export type Take = {
  readonly platform: PlatformName;
  readonly now: Instant;
  readonly until: Instant;
  readonly most: number;
  readonly leastUrgent: Priority;
  /** Jobs (`seq`) that the caller still has in hand: their lease may seem over because the clock was changed. */
  readonly except: readonly number[];
};

/** The smaller, the sooner. */
export type Priority = (typeof PRIORITY)[keyof typeof PRIORITY];

export const PRIORITY = { page: 0, click: 1, progress: 2 } as const;

export type NewJob = {
  readonly tenant: TenantKey;
  /** Orders of one subject are carried out one after the other. */
  readonly subject: string;
  readonly place: Place;
  readonly priority: Priority;
  readonly order: Order;
  readonly asker: Asker | undefined;
  readonly at: Instant;
};

export type Job = NewJob & {
  readonly seq: number;
  readonly attempts: number;
  /** It may have been sent: look first. */
  readonly isDoubtful: boolean;
};

type Cases = CaseStore & {
  /** What is known about the case besides its state. */
  readonly file: (id: CaseId) => Promise<CaseFile | undefined>;
  /** Only for a case that was saved. */
  readonly describe: (id: CaseId, file: CaseFile) => Promise<void>;
  /** The latest open case of the channel with this fingerprint that was touched since then; counts one more sighting. */
  readonly sighted: (channel: string, fingerprint: string, since: Instant) => Promise<Sighting | undefined>;
  /** The articles that answered most often, with how often; the most frequent first. */
  readonly popular: (most: number) => Promise<readonly (readonly [article: string, times: number])[]>;
  /** Cases that are open and were described, the latest first; of one channel, or of all. */
  readonly open: (query: {
    readonly channel: string | undefined;
    readonly most: number;
  }) => Promise<readonly OpenCase[]>;
  /** Who did what and when, oldest first; it stays when the case is cut down. */
  readonly timeline: (id: CaseId) => Promise<Case["timeline"]>;
};

export type CaseFile = {
  /** Where its message goes. */
  readonly place: Place;
  readonly replyTo: string | undefined;
  /** The same error has the same one; undefined where nothing fits. */
  readonly fingerprint: string | undefined;
  readonly isOpen: boolean;
  readonly touched: Instant;
};

/** A case and where it goes on. */
export type OpenCase = { readonly case: Case; readonly file: CaseFile };

export type Sighting = { readonly id: CaseId; readonly times: number };

/** What people said, as far as it belongs to a case. Texts with the same `lead` are parts of one paste. */
type Texts = {
  readonly find: (channel: string, message: string) => Promise<SaidText | undefined>;
  readonly put: (text: SaidText) => Promise<void>;
  readonly remove: (text: SaidText) => Promise<void>;
  readonly ofCase: (id: CaseId) => Promise<readonly SaidText[]>;
};

export type SaidText = {
  readonly channel: string;
  readonly message: string;
  readonly lead: string;
  readonly case: CaseId;
  readonly text: string;
  readonly via: Via;
  readonly at: Instant;
};

/** The bot's own messages. */
type Posts = {
  readonly add: (post: Posted, at: Instant) => Promise<void>;
  /** Whether it still stands or not; everything else looks only at what stands. */
  readonly find: (key: string) => Promise<Posted | undefined>;
  /** The one message of the case, or the one that says how often its alert came again. */
  readonly ofCase: (id: CaseId, role?: "case" | "again") => Promise<Posted | undefined>;
  readonly byMessage: (channel: string, message: string) => Promise<Posted | undefined>;
  /** The standing messages of an incident: its own, and those to the people it called. */
  readonly ofIncident: (id: EscalationId) => Promise<readonly Posted[]>;
  /** Pointers to another thread that were put under this message. */
  readonly pointersUnder: (channel: string, message: string) => Promise<readonly Posted[]>;
  readonly sent: (key: string, ref: MessageRef) => Promise<void>;
  readonly gone: (key: string) => Promise<void>;
};

export type Posted = {
  readonly key: string;
  readonly case: CaseId;
  /** `direct`: to one person alone; `word`: calls somebody under the case's message; `again`: counts an alert there. */
  readonly role: "case" | "pointer" | "incident" | "direct" | "word" | "again";
  /** The incident that it tells of, if it does. */
  readonly incident?: EscalationId | undefined;
  readonly place: Place;
  readonly replyTo: string | undefined;
  /** Undefined until it is sent. */
  readonly ref: MessageRef | undefined;
};

/** What the buttons of a message mean, and for whom. */
type Offers = {
  readonly add: (offer: Offer) => Promise<void>;
  readonly find: (id: string) => Promise<Offer | undefined>;
};

export type Offer = {
  readonly id: string;
  readonly case: CaseId;
  /** The incident that they are about, if they are. */
  readonly incident?: EscalationId | undefined;
  readonly channel: string;
  /** The message they stand in; undefined for an aside. */
  readonly post: string | undefined;
  /** The only person who may press them; undefined where everybody may. */
  readonly to: string | undefined;
  readonly actions: readonly Action[];
  readonly at: Instant;
};

/** An offer and the tenant in whose name it was made. */
type OfferElsewhere = { readonly tenant: TenantKey; readonly offer: Offer };

/** Errors that no article was about. */
type Misses = {
  readonly add: (miss: Miss) => Promise<void>;
  readonly latest: (most: number) => Promise<readonly Miss[]>;
};

export type Miss = {
  readonly channel: string;
  readonly via: Via;
  readonly text: string;
  readonly at: Instant;
};
