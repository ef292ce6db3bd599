import type { Brand, NonEmpty } from "../brand.ts";
import type { Instant } from "../resolution/responder.ts";

/** Names a person of `oncall.yaml`, such as `ana`. */
export type PersonId = Brand<string, "PersonId">;

/** Names a schedule of `oncall.yaml`. */
export type ScheduleId = Brand<string, "ScheduleId">;

/** Who is called when: rotations in layers, or shifts that a calendar lists. */
export type Schedule = {
  readonly id: ScheduleId;
  readonly name: string;
  /** An IANA time zone, such as `Europe/Lisbon`. Every local time of the schedule is in it. */
  readonly zone: string;
  /** A later layer goes before an earlier one wherever it names somebody. */
  readonly layers: readonly Layer[];
  /** Shifts of a calendar; they go before the layers. */
  readonly calendar: readonly Shift[];
  /** Somebody takes over for a while; goes before everything else. */
  readonly overrides: readonly Shift[];
};

/** People who take turns. */
export type Layer = {
  readonly name: string;
  readonly people: NonEmpty<PersonId>;
  /** When the first of them begins; each handover is at this time of day, or a whole number of turns later. */
  readonly start: LocalTime;
  /** The layer ends here; undefined where it goes on for ever. */
  readonly end: LocalTime | undefined;
  /** How long a turn is by the clock on the wall, in minutes: a week is 10,080 even when the clocks change. */
  readonly turn: number;
  /** Only then is anybody on call; none means always. */
  readonly restrictions: readonly Restriction[];
};

/** Milliseconds that a clock on the wall shows since 1970-01-01 00:00, as if it never changed. */
export type LocalTime = Brand<number, "LocalTime">;

/** A part of a day. One that ends at or before its beginning ends the next day. */
export type Restriction = {
  /** 1 is Monday, 7 is Sunday: the day on which the part begins. */
  readonly days: readonly number[];
  /** Minutes after midnight, 0 to 1,439. */
  readonly from: number;
  /** Minutes after midnight, 0 to 1,440. */
  readonly to: number;
};

/** One person for one while: `start` included, `end` excluded. */
export type Shift = { readonly person: PersonId; readonly start: Instant; readonly end: Instant };
