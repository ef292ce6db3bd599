import type { Engine } from "./schema.ts";

/** The statements that lead from one version of the schema to the next. A migration that was released is never changed. */
export const MIGRATIONS: readonly ((engine: Engine) => readonly string[])[] = [
  (engine) => [
    `create table inbox (seq ${SERIAL[engine]}, tenant text not null, id text not null, lane text not null,
       parent text not null, state smallint not null, not_before bigint not null, attempts integer not null, received bigint not null,
       body text not null, why text, unique (tenant, id))`,
    "create index inbox_open on inbox (seq, not_before) where state = 0",
    "create index inbox_lane on inbox (tenant, lane, seq) where state = 0",
    "create index inbox_old on inbox (received) where state <> 0",
    `create table cases (tenant text not null, id text not null, revision integer not null, channel text,
       fingerprint text, is_open smallint not null, times integer not null, touched bigint not null, home text,
       state text not null, primary key (tenant, id))`,
    "create index cases_same on cases (tenant, channel, fingerprint, touched) where is_open = 1",
    "create index cases_old on cases (touched)",
    `create table timeline (tenant text not null, case_id text not null, revision integer not null, at bigint not null,
       entry text not null, primary key (tenant, case_id, revision),
       foreign key (tenant, case_id) references cases (tenant, id) on delete cascade)`,
    `create table texts (tenant text not null, channel text not null, message text not null, lead text not null,
       case_id text not null, via text not null, at bigint not null, body text not null,
       primary key (tenant, channel, message),
       foreign key (tenant, case_id) references cases (tenant, id) on delete cascade)`,
    "create index texts_case on texts (tenant, case_id)",
    `create table posts (tenant text not null, id text not null, case_id text not null, role text not null,
       channel text, message text, reply_to text, is_gone smallint not null, at bigint not null, place text not null,
       primary key (tenant, id), foreign key (tenant, case_id) references cases (tenant, id) on delete cascade)`,
    "create index posts_case on posts (tenant, case_id)",
    "create index posts_message on posts (tenant, message)",
    "create index posts_under on posts (tenant, reply_to)",
    `create table outbox (seq ${SERIAL[engine]}, tenant text not null, platform text not null, subject text not null,
       channel text not null, kind text not null, priority smallint not null, attempts integer not null,
       not_before bigint not null, is_doubtful smallint not null, at bigint not null, body text not null)`,
    "create index outbox_due on outbox (platform, priority, seq)",
    "create index outbox_subject on outbox (tenant, subject, seq)",
  ],
  (engine) => [
    `create table offers (tenant text not null, id text not null, case_id text not null, channel text not null, post text,
       person text, at bigint not null, actions text not null, primary key (tenant, id))`,
    "create index offers_old on offers (at)",
    `create table misses (seq ${SERIAL[engine]}, tenant text not null, channel text not null, via text not null,
       at bigint not null, body text not null)`,
    "create index misses_latest on misses (tenant, at)",
    "create table kept_values (tenant text not null, name text not null, value text not null, primary key (tenant, name))",
  ],
  () => [
    "alter table kept_values add column expires bigint",
    "create index kept_values_old on kept_values (expires) where expires is not null",
    // Notes on who spoke last in a channel were kept for good; they are worth nothing after a few seconds.
    "delete from kept_values where name like 'latest %' or name like 'topic %'",
  ],
];

/** A key that grows and is never used again. */
const SERIAL: Readonly<Record<Engine, string>> = {
  sqlite: "integer primary key autoincrement",
  postgres: "bigserial primary key",
};
