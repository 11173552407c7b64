import { type Kysely, type Migration, sql } from 'kysely'
import { type ColumnTypes, columnTypes } from '../columns'

/** Everything the first version stores. */
export const first: Migration = { up }

async function up(db: Kysely<unknown>): Promise<void> {
  const types = columnTypes(db)
  const statements = [...places(types), ...responses(types), ...log(types), ...figures(types), ...people(types)]
  for (const statement of statements) await statement.execute(db)
}

function places({ text, int, ending }: ColumnTypes) {
  return [
    sql`create table office (
      code ${text} not null primary key,
      name ${text} not null,
      parent_code ${text} references office (code),
      address ${text},
      phone ${text},
      created_at ${text} not null
    ) ${ending}`,
    sql`create index office_parent on office (parent_code)`,
    sql`create table point (
      code ${text} not null primary key,
      office_code ${text} not null references office (code),
      name ${text} not null,
      survey_key ${text} not null,
      quick_first ${int} not null default 0,
      channel ${text} not null default 'phone',
      field ${text} not null default '',
      closed_at ${text},
      created_at ${text} not null
    ) ${ending}`,
    sql`create index point_office on point (office_code)`,
    sql`create table survey_version (
      id ${text} not null primary key,
      survey_key ${text} not null,
      version ${int} not null,
      definition ${text} not null,
      published_at ${text} not null,
      unique (survey_key, version)
    ) ${ending}`,
  ]
}

function responses({ id, text, int, bytes, ending }: ColumnTypes) {
  return [
    sql`create table response (
      id ${id},
      office ${text} not null references office (code),
      point ${text} not null references point (code),
      version ${text} not null references survey_version (id),
      channel ${text} not null,
      field ${text} not null default '',
      submitted_on ${text} not null,
      submitted_at ${text},
      received_at ${text} not null,
      answers ${text},
      traits ${text},
      extras ${text},
      comment ${text},
      sent_standing ${text} not null,
      standing ${text} not null,
      flags ${text} not null default '',
      lang ${text} not null default 'vi',
      client_id ${text},
      content_mac ${bytes},
      answers_salt ${bytes},
      rest_salt ${bytes},
      answers_commit ${bytes},
      rest_commit ${bytes}
    ) ${ending}`,
    // Erased responses have no client id and need no room in the index.
    sql`create unique index response_client on response (client_id) where client_id is not null`,
    sql`create index response_scope on response (office, version, submitted_on)`,
    sql`create table response_mark (
      id ${id},
      response_id ${int} not null references response (id),
      kind ${text} not null,
      reason ${text} not null default '',
      marked_on ${text} not null,
      marked_at ${text} not null,
      "by" ${text}
    ) ${ending}`,
    sql`create index response_mark_response on response_mark (response_id)`,
  ]
}

function log({ id, text, int, bytes, ending }: ColumnTypes) {
  return [
    sql`create table log_inbox (id ${id}, kind ${text} not null, ref ${int} not null) ${ending}`,
    sql`create table log_entry (
      no ${int} primary key,
      kind ${text} not null,
      ref ${int} not null,
      leaf ${bytes} not null,
      unique (kind, ref)
    ) ${ending}`,
    sql`create table log_head (id ${int} primary key check (id = 1), size ${int} not null, peaks ${bytes} not null) ${ending}`,
    sql`insert into log_head (id, size, peaks) values (1, 0, ${Buffer.alloc(0)})`,
  ]
}

function figures({ text, int, ending }: ColumnTypes) {
  const halves = (name: 'tally_half' | 'tally_pair') => sql`create table ${sql.table(name)} (
      office ${text} not null,
      version ${text} not null,
      channel ${text} not null,
      standing ${text} not null,
      half ${text} not null,
      counts ${text} not null,
      primary key (office, version, half, channel, standing)
    ) ${ending}`
  return [
    sql`create table tally_day (
      point ${text} not null,
      version ${text} not null,
      channel ${text} not null,
      field ${text} not null,
      standing ${text} not null,
      submitted_on ${text} not null,
      counts ${text} not null,
      primary key (point, version, submitted_on, channel, field, standing)
    ) ${ending}`,
    halves('tally_half'),
    halves('tally_pair'),
    sql`create table denominator (
      office_code ${text} not null references office (code),
      period ${text} not null,
      dossiers ${int} not null,
      issued ${int},
      basis ${text} not null,
      entered_by ${text},
      entered_at ${text} not null,
      primary key (office_code, period)
    ) ${ending}`,
    sql`create table target (
      office_code ${text} not null references office (code),
      year ${int} not null,
      operator ${text} not null,
      hundredths ${int} not null,
      source ${text} not null,
      primary key (office_code, year)
    ) ${ending}`,
    sql`create table period_snapshot (
      id ${text} not null primary key,
      office_code ${text} not null references office (code),
      period ${text} not null,
      state ${text} not null,
      figures ${text} not null,
      figures_hash ${text} not null,
      log_size ${int} not null,
      log_root ${text} not null,
      closed_at ${text} not null,
      closed_by ${text} not null,
      approved_at ${text},
      approved_by ${text},
      published_at ${text},
      published_by ${text},
      reopened_at ${text},
      reopened_by ${text},
      reopen_reason ${text}
    ) ${ending}`,
    sql`create index period_snapshot_office on period_snapshot (office_code, period)`,
  ]
}

function people({ id, text, int, ending }: ColumnTypes) {
  return [
    sql`create table staff (
      id ${text} not null primary key,
      login ${text} not null unique,
      name ${text} not null,
      role ${text} not null,
      office_code ${text} references office (code),
      password_hash ${text} not null,
      created_at ${text} not null,
      disabled_at ${text}
    ) ${ending}`,
    sql`create table session (
      token_hash ${text} not null primary key,
      staff_id ${text} not null references staff (id),
      created_at ${text} not null,
      seen_at ${text} not null,
      expires_at ${text} not null
    ) ${ending}`,
    sql`create index session_staff on session (staff_id)`,
    sql`create table one_time_link (
      token_hash ${text} not null primary key,
      purpose ${text} not null,
      created_at ${text} not null,
      expires_at ${text} not null,
      used ${int} not null
    ) ${ending}`,
    sql`create table audit (
      id ${id},
      at ${text} not null,
      staff_id ${text} references staff (id),
      action ${text} not null,
      subject ${text} not null,
      detail ${text} not null
    ) ${ending}`,
    sql`create table setting (key ${text} not null primary key, value ${text} not null) ${ending}`,
  ]
}
