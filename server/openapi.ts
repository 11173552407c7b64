import { z } from 'zod'
import { paths } from '../web/paths'
import { caseInput } from './case-input'
import { formats } from './formats'
import { reportNames } from './reports'
import { reportParameters } from './reports/parameters'
import { responseInput } from './response-input'

/** The JSON interface as OpenAPI 3.1; shapes come from the same schemas that check the input. */
export function openApi(serverUrl: string) {
  const error = (description: string) => ({
    description,
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
  })
  return {
    openapi: '3.1.0',
    info: { title: 'Hai Long', version: '1' },
    servers: [{ url: serverUrl }],
    paths: {
      [paths.api.responses()]: {
        post: {
          summary:
            'Send one answer. The id is made by the client: the same id with the same content gives the same reply.',
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Response' } } },
          },
          responses: {
            201: {
              description: 'Kept, durable',
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Receipt' } } },
            },
            400: error('bad-request'),
            404: error('unknown-point'),
            409: error('conflict: this id was sent with other content'),
            413: error('too-large'),
            422: error('no-level, invalid or unknown-version'),
            429: error('too-many: wait Retry-After seconds'),
            503: error('busy: nothing was kept, send again'),
          },
        },
      },
      [paths.api.cases()]: {
        post: {
          summary:
            'Send one petition. The id is made by the client: the same id with the same content gives the same reply.',
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Case' } } },
          },
          responses: {
            201: {
              description: 'Kept; dueOn is null where no day is promised',
              content: { 'application/json': { schema: { $ref: '#/components/schemas/CaseReceipt' } } },
            },
            400: error('bad-request'),
            404: error('unknown-point or unknown-office'),
            409: error('conflict: this id was sent with other content'),
            413: error('too-large'),
            422: error('invalid, with fields and codes; not-anonymous: the office takes no suggestions without a name'),
            429: error('too-many: wait Retry-After seconds'),
            503: error('busy: nothing was kept, send again'),
          },
        },
      },
      [`${paths.api.report('{name}', '{format}').replaceAll('%7B', '{').replaceAll('%7D', '}')}`]: {
        get: {
          summary: 'One report, for signed-in staff; the same parameters as the command `report`.',
          parameters: [
            { name: 'name', in: 'path', required: true, schema: { enum: reportNames } },
            { name: 'format', in: 'path', required: true, schema: { enum: formats.map(({ format }) => format) } },
            ...[...Object.keys(reportParameters.shape), 'by'].map((name) => ({
              name,
              in: 'query',
              schema: { type: 'string' },
            })),
          ],
          responses: {
            200: { description: 'The report' },
            400: error('a parameter is wrong'),
            403: error('forbidden'),
          },
        },
      },
    },
    components: {
      schemas: {
        Response: z.toJSONSchema(responseInput, { io: 'input' }),
        Receipt: { type: 'object', properties: { receipt: { type: 'string' }, url: { type: 'string' } } },
        Case: z.toJSONSchema(caseInput, { io: 'input' }),
        CaseReceipt: {
          type: 'object',
          properties: {
            code: { type: 'string' },
            secret: { type: 'string' },
            dueOn: { type: ['string', 'null'] },
            url: { type: 'string' },
          },
        },
        Error: { type: 'object', properties: { error: { type: 'string' }, requestId: { type: 'string' } } },
      },
    },
  }
}
