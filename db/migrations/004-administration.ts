import { type Kysely, type Migration, type RawBuilder, sql } from 'kysely'
import { type ColumnTypes, columnTypes, isPostgres } from '../columns'

/** Offices that change, procedures, staff with two steps, drafts and rounds, kinds of targets, mail, jobs; an audit for good. */
export const administration: Migration = { up }

async function up(db: Kysely<unknown>): Promise<void> {
  const types = columnTypes(db)
  const statements = [
    ...organisation(types),
    ...points(types),
    ...surveys(types),
    ...targets(types),
    ...people(types),
    ...running(types),
    ...(isPostgres(db) ? postgresAudit : sqliteAudit),
  ]
  for (const statement of statements) await statement.execute(db)
}

function organisation({ text, ending }: ColumnTypes) {
  return [
    sql`alter table office add column kind ${text} not null default 'other'`,
    sql`alter table office add column agency_id ${text}`,
    sql`alter table office add column valid_from ${text}`,
    sql`alter table office add column valid_to ${text}`,
    sql`alter table office add column successor_code ${text} references office (code)`,
    sql`alter table office add column guided_by_code ${text} references office (code)`,
    sql`create index office_successor on office (successor_code)`,
    sql`create table office_name (
      office_code ${text} not null references office (code),
      until_on ${text} not null,
      name ${text} not null,
      primary key (office_code, until_on, name)
    ) ${ending}`,
    sql`create table procedure (
      code ${text} not null primary key,
      name ${text} not null,
      field ${text} not null,
      search ${text} not null,
      closed_at ${text},
      created_at ${text} not null
    ) ${ending}`,
  ]
}

function points({ text, int, ending }: ColumnTypes) {
  return [
    sql`alter table point add column kind ${text} not null default 'desk'`,
    sql`update point set kind = 'tablet' where channel = 'tablet'`,
    sql`update point set kind = 'slip' where channel = 'token'`,
    sql`alter table point add column host_code ${text} references office (code)`,
    sql`alter table point add column hours ${text} not null default ''`,
    sql`alter table point add column replaced_by ${text} references point (code)`,
    sql`alter table point add column desk_code ${text} references point (code)`,
    sql`alter table point add column asks_procedure ${int} not null default 1`,
    sql`create table point_procedure (
      point_code ${text} not null references point (code),
      procedure_code ${text} not null references procedure (code),
      primary key (point_code, procedure_code)
    ) ${ending}`,
  ]
}

function surveys({ text, int, ending }: ColumnTypes) {
  return [
    sql`alter table survey_version add column effective_on ${text}`,
    sql`alter table survey_version add column published_by ${text}`,
    sql`alter table survey_version add column withdrawn_at ${text}`,
    sql`create table survey_draft (
      survey_key ${text} not null primary key,
      definition ${text} not null,
      revision ${int} not null,
      created_at ${text} not null,
      updated_at ${text} not null,
      updated_by ${text} references staff (id)
    ) ${ending}`,
    sql`create table survey_round (
      id ${text} not null primary key,
      title ${text} not null,
      survey_key ${text} not null,
      from_on ${text} not null,
      to_on ${text} not null,
      note ${text} not null,
      ended_at ${text},
      created_at ${text} not null,
      created_by ${text} references staff (id)
    ) ${ending}`,
    sql`create table round_office (
      round_id ${text} not null references survey_round (id),
      office_code ${text} not null references office (code),
      population ${int} not null,
      target ${int} not null,
      primary key (round_id, office_code)
    ) ${ending}`,
  ]
}

/** The kind becomes part of the key, which SQLite can only do with a new table. */
function targets({ text, int, ending }: ColumnTypes) {
  return [
    sql`alter table target rename to target_before`,
    sql`create table target (
      office_code ${text} not null references office (code),
      year ${int} not null,
      kind ${text} not null,
      operator ${text} not null,
      hundredths ${int} not null,
      source ${text} not null,
      primary key (office_code, year, kind)
    ) ${ending}`,
    sql`insert into target (office_code, year, kind, operator, hundredths, source)
      select office_code, year, 'satisfaction', operator, hundredths, source from target_before`,
    sql`drop table target_before`,
  ]
}

function people({ text, int, ending }: ColumnTypes) {
  return [
    sql`alter table staff add column email ${text}`,
    sql`alter table staff add column totp_secret ${text}`,
    sql`alter table staff add column totp_at ${text}`,
    sql`alter table staff add column totp_step ${int} not null default 0`,
    sql`alter table session add column device ${text} not null default ''`,
    sql`alter table one_time_link add column staff_id ${text} references staff (id)`,
    sql`create table recovery_code (
      staff_id ${text} not null references staff (id),
      code_hash ${text} not null,
      used_at ${text},
      primary key (staff_id, code_hash)
    ) ${ending}`,
    sql`alter table audit add column office_code ${text}`,
    sql`create index audit_at on audit (at)`,
    sql`create index audit_office on audit (office_code)`,
    sql`create index audit_subject on audit (subject)`,
    sql`create index audit_staff on audit (staff_id)`,
  ]
}

function running({ id, text, int, ending }: ColumnTypes) {
  return [
    sql`create table outbox (
      id ${id},
      kind ${text} not null,
      recipient ${text} not null,
      subject ${text} not null,
      body ${text} not null,
      created_at ${text} not null,
      due_at ${text} not null,
      tries ${int} not null default 0,
      sent_at ${text},
      failed_at ${text},
      error ${text}
    ) ${ending}`,
    sql`create index outbox_due on outbox (due_at)`,
    sql`create table job (
      name ${text} not null primary key,
      holder ${text} not null,
      until ${text} not null,
      started_at ${text} not null,
      finished_at ${text},
      ok ${int} not null,
      detail ${text} not null
    ) ${ending}`,
    sql`create table backup_run (
      id ${id},
      kind ${text} not null,
      file ${text} not null,
      started_at ${text} not null,
      finished_at ${text},
      ok ${int} not null,
      bytes ${int},
      detail ${text} not null,
      removed_at ${text}
    ) ${ending}`,
  ]
}

/** Who did what stays written: the database itself refuses to change or delete it. */
const sqliteAudit: RawBuilder<unknown>[] = [
  sql`create trigger audit_no_update before update on audit begin select raise(abort, 'audit is append-only'); end`,
  sql`create trigger audit_no_delete before delete on audit begin select raise(abort, 'audit is append-only'); end`,
]

const postgresAudit: RawBuilder<unknown>[] = [
  sql`create function audit_append_only() returns trigger language plpgsql as $$
    begin raise exception 'audit is append-only'; end $$`,
  sql`create trigger audit_no_change before update or delete on audit
    for each statement execute function audit_append_only()`,
]
