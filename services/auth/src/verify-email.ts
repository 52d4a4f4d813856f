import { runAccountCommand } from './account-command.ts'
import { LinkRepository } from './link-repository.ts'

await runAccountCommand({
  name: 'verify-email',
  usage: 'MONGO_URL=… bun services/auth/src/verify-email.ts <email> …',
  async change(users, email) {
    const user = await users.findByEmail(email)
    return user && new LinkRepository(users.model, users.change, []).verify(user)
  },
  done: ({ email }) => `${email} is verified`,
})
