import type { Logger } from 'pino'

/** Something that is looked after now and then. `every`: milliseconds from the end of one turn to the next. */
export type Job = { name: string; every: number; run(): Promise<void> }

/** Runs jobs by and by, each never twice at once. What fails is logged and tried again at the next turn. */
export function startJobs(jobs: readonly Job[], log: Logger): { stop(): Promise<void> } {
  let stopped = false
  const timers = new Map<Job, NodeJS.Timeout>()
  const running = new Map<Job, Promise<void>>()
  const turn = (job: Job) => {
    const ended = job.run().catch((err) => {
      if (!stopped) log.error({ err, job: job.name }, 'job failed')
    })
    running.set(
      job,
      ended.then(() => schedule(job)),
    )
  }
  const schedule = (job: Job) => {
    if (stopped) return
    const timer = setTimeout(() => turn(job), job.every)
    timer.unref()
    timers.set(job, timer)
  }
  jobs.forEach(schedule)
  return {
    async stop() {
      stopped = true
      for (const timer of timers.values()) clearTimeout(timer)
      await Promise.all(running.values())
    },
  }
}
