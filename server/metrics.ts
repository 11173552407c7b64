import { bounds, type RequestCount } from './request-counts'

/** A number of the present moment; null where there is none. */
export type Gauge = { name: string; help: string; value: number | null }
type Prometheus = typeof import('prom-client')
type Value = { labels: Record<string, string | number>; value: number; metricName?: string }

let loading: Promise<{ prometheus: Prometheus; process: InstanceType<Prometheus['Registry']> }> | undefined

/** Loaded when monitoring asks for the first time, because most installations have none. */
function load() {
  loading ??= import('prom-client').then((loaded) => {
    const prometheus: Prometheus = 'default' in loaded ? (loaded.default as Prometheus) : loaded
    const process = new prometheus.Registry()
    prometheus.collectDefaultMetrics({ register: process })
    return { prometheus, process }
  })
  return loading
}

/** Everything as Prometheus reads it (text format 0.0.4). */
export async function metricsText(
  requests: readonly RequestCount[],
  gauges: readonly Gauge[],
): Promise<{ contentType: string; text: string }> {
  const { prometheus, process } = await load()
  const own = new prometheus.Registry()
  for (const { name, help, value } of gauges)
    if (value !== null) new prometheus.Gauge({ name, help, registers: [own] }).set(value)
  own.registerMetric(durations(requests) as unknown as InstanceType<Prometheus['Histogram']>)
  return { contentType: own.contentType, text: `${await own.metrics()}\n${await process.metrics()}` }
}

/** A metric whose values are counted elsewhere, as the register asks for one. */
function durations(requests: readonly RequestCount[]) {
  const name = 'hailong_request_duration_seconds'
  const values = requests.flatMap(({ method, route, status, buckets, seconds, count }): Value[] => {
    const labels = { method, route, status }
    let upTo = 0
    const cumulative = bounds.map((le, i): Value => {
      upTo += buckets[i] ?? 0
      return { labels: { ...labels, le }, value: upTo, metricName: `${name}_bucket` }
    })
    return [
      ...cumulative,
      { labels: { ...labels, le: '+Inf' }, value: count, metricName: `${name}_bucket` },
      { labels, value: seconds, metricName: `${name}_sum` },
      { labels, value: count, metricName: `${name}_count` },
    ]
  })
  const help = 'Time to the head of a reply, by method, pattern of the route and status'
  return { name, get: async () => ({ name, help, type: 'histogram', values, aggregator: 'sum' }) }
}
