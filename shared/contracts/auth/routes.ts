import * as v from 'valibot'
import { BODY_PROBLEMS, WRITE_PROBLEMS, routesOf, withBody } from '../route.ts'
import * as examples from './examples.ts'
import { PEOPLE_ROUTES } from './people-routes.ts'
import {
  ChangePasswordBody,
  CurrentUserResponse,
  ForgotPasswordBody,
  GuestResponse,
  ProfileBody,
  ProfileResponse,
  ResetPasswordBody,
  SignInBody,
  SignUpBody,
  UserResponse,
  VerifyEmailBody,
} from './schemas.ts'

const route = routesOf('auth')
const done = withBody(v.strictObject({}), {})
const user = withBody(UserResponse, examples.user)

export const AUTH_ROUTES = [
  ...PEOPLE_ROUTES,
  route('POST', '/api/users/signup', 'anyone', 'Create an account', {
    description:
      'Sets the session cookie. A guest becomes the user and keeps the id, the cart and the orders.',
    body: SignUpBody,
    example: { body: examples.credentials },
    responses: { 201: user },
    problems: BODY_PROBLEMS,
  }),
  route('POST', '/api/users/signin', 'anyone', 'Sign in', {
    description:
      'Sets the session cookie. The cart and the orders of a guest go to the user. Only the right password is told that the account is blocked.',
    body: SignInBody,
    example: { body: examples.credentials },
    responses: { 200: user },
    problems: [...BODY_PROBLEMS, 'blocked'],
  }),
  route('POST', '/api/users/signout', 'anyone', 'Sign out', {
    description: 'Ends the session at every service and clears the cookie.',
    responses: { 200: done },
    problems: WRITE_PROBLEMS,
  }),
  route('POST', '/api/users/signout-everywhere', 'user', 'End all sessions', {
    description: 'Ends every session of the user, this one too.',
    responses: { 200: done },
    problems: [...WRITE_PROBLEMS, 'unauthenticated'],
  }),
  route('PUT', '/api/users/password', 'user', 'Change the password', {
    description: 'Ends all other sessions of the user and starts a new one.',
    body: ChangePasswordBody,
    example: { body: examples.newPassword },
    responses: { 200: user },
    problems: [...BODY_PROBLEMS, 'unauthenticated'],
  }),
  route('POST', '/api/users/password/forgot', 'anyone', 'Send a password reset link', {
    description:
      'The response is the same for every address. At most three emails an hour are sent to an address, and 20 requests accepted from one client.',
    body: ForgotPasswordBody,
    example: { body: examples.forgotten },
    responses: { 202: done },
    problems: BODY_PROBLEMS,
  }),
  route('POST', '/api/users/password/reset', 'anyone', 'Reset the password', {
    description:
      'Takes the code of the newest link, once and within an hour. Verifies the email address, ends all sessions of the user and starts a new one.',
    body: ResetPasswordBody,
    example: { body: examples.reset },
    responses: { 200: user },
    problems: [...BODY_PROBLEMS, 'blocked'],
  }),
  route('POST', '/api/users/email/verify', 'anyone', 'Verify an email address', {
    description: 'Takes the code of the newest link, within seven days.',
    body: VerifyEmailBody,
    example: { body: examples.verification },
    responses: { 200: done },
    problems: BODY_PROBLEMS,
  }),
  route('POST', '/api/users/email/verify/send', 'user', 'Send a verification link', {
    description: 'Three an hour. Sends nothing when the address is verified.',
    responses: { 202: done },
    problems: [...WRITE_PROBLEMS, 'unauthenticated'],
  }),
  route('GET', '/api/users/profile', 'user', 'Get my profile', {
    description: 'The return address is never shown to others.',
    responses: { 200: withBody(ProfileResponse, examples.profileResponse) },
    problems: ['unauthenticated', 'forbidden'],
  }),
  route('PUT', '/api/users/profile', 'user', 'Change my profile', {
    description:
      'Shoppers see the name with the products that the user sells, and what the shop says about itself. Absent fields stay as they are; empty ones are removed.',
    body: ProfileBody,
    example: { body: examples.profile },
    responses: { 200: withBody(ProfileResponse, examples.profileResponse) },
    problems: [...BODY_PROBLEMS, 'unauthenticated'],
  }),
  route('POST', '/api/users/guest', 'anyone', 'Start a guest session', {
    description: 'Sets the session cookie. A guest has a cart and orders, but no account.',
    headers: {
      'Idempotency-Key':
        'Requests with the same key within a minute start the same session: 16 to 200 letters, digits, _ and -.',
    },
    responses: { 201: withBody(GuestResponse, examples.guest) },
    problems: [...WRITE_PROBLEMS, 'validation'],
  }),
  route('GET', '/api/users/currentuser', 'anyone', 'Get the current user', {
    description: 'Returns null without a session.',
    responses: { 200: withBody(CurrentUserResponse, examples.currentUser) },
    problems: ['unavailable'],
  }),
]
