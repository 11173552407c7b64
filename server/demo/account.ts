/** Everybody may sign in to a demonstration: its figures are invented. */
export const demoAccount = { login: 'demo', password: 'hai-long-demo' }
