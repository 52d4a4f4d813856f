import { runAccountCommand } from './account-command.ts'

await runAccountCommand({
  name: 'grant-admin',
  usage: 'bun run admin:grant <email> …',
  change: (users, email) => users.grantAdmin(email),
  done: ({ email }) => `${email} is an administrator from the next sign-in on`,
})
